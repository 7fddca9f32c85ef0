//! The resolved name of a call, taken apart: which library, which module, which class.

/// A name that one of the libraries has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name<'n> {
    Pulumi(Resource<'n>),
    Cdk(Call<'n>),
}

/// A class of a provider of Pulumi.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Resource<'n> {
    pub(super) provider: &'n str,
    pub(super) module: &'n str,
    pub(super) class: &'n str,
}

/// A class of a module of the CDK, or a member of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Call<'n> {
    /// `aws-s3`, however the language spells it.
    pub(super) module: String,
    pub(super) class: &'n str,
    pub(super) member: Option<&'n str>,
}

impl<'n> Name<'n> {
    pub(super) fn parse(name: &'n str) -> Option<Self> {
        if let Some(rest) = name.strip_prefix("@pulumi/").or_else(|| name.strip_prefix("pulumi_")) {
            return Resource::parse(rest).map(Self::Pulumi);
        }
        let libraries = ["aws-cdk-lib", "@aws-cdk/", "aws_cdk."];
        let rest = libraries.iter().find_map(|library| name.strip_prefix(library))?;
        Call::parse(rest).map(Self::Cdk)
    }
}

impl<'n> Resource<'n> {
    fn parse(rest: &'n str) -> Option<Self> {
        let parts: Vec<&str> = rest.split(['.', '/']).filter(|part| !part.is_empty()).collect();
        let [provider, module, .., class] = parts.as_slice() else { return None };
        let is_class = class.starts_with(|letter: char| letter.is_ascii_uppercase()) && !class.contains('(');
        // Python cannot call a module `lambda`.
        is_class.then(|| Self { provider, module: module.trim_end_matches('_'), class })
    }
}

impl<'n> Call<'n> {
    fn parse(rest: &'n str) -> Option<Self> {
        let mut parts = rest.split(['.', '/']).filter(|part| !part.is_empty() && *part != "lib");
        let module = parts.next()?.replace('_', "-");
        let class = parts.next().filter(|class| class.starts_with(|letter: char| letter.is_ascii_uppercase()))?;
        let member = parts.next();
        let known = module.starts_with("aws-") && parts.next().is_none() && !class.contains('(');
        known.then_some(Self { module, class, member })
    }

    /// `aws-s3.Bucket`, or `aws-s3.Bucket.member`.
    pub(super) fn full(&self) -> String {
        let class = format!("{}.{}", self.module, self.class);
        self.member.map_or_else(|| class.clone(), |member| format!("{class}.{member}"))
    }
}

/// A key without capitals and underscores: the same in all languages.
pub(super) fn plain(key: &str) -> String {
    key.chars().filter(|letter| *letter != '_').map(|letter| letter.to_ascii_lowercase()).collect()
}

/// `kmsKeyId` as `kms_key_id`, `IAMMember` as `iam_member`.
pub(super) fn snake(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    let mut snake = String::with_capacity(key.len() + 8);
    for (at, letter) in letters.iter().enumerate() {
        if letter.is_ascii_uppercase() {
            let after_small = at > 0 && !letters[at - 1].is_ascii_uppercase() && letters[at - 1] != '_';
            let before_small =
                at > 0 && letters[at - 1] != '_' && letters.get(at + 1).is_some_and(char::is_ascii_lowercase);
            if after_small || before_small {
                snake.push('_');
            }
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// `kmsKeyId` and `kms_key_id` as `KmsKeyId`.
pub(super) fn pascal(key: &str) -> String {
    let mut pascal = String::with_capacity(key.len());
    let mut start = true;
    for letter in key.chars() {
        if letter == '_' {
            start = true;
        } else if std::mem::take(&mut start) {
            pascal.push(letter.to_ascii_uppercase());
        } else {
            pascal.push(letter);
        }
    }
    pascal
}
