//! Which names say that their value is a credential, and which values are none all the same.

/// What the name of a setting says of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// A password: whatever a person may have thought of.
    Password,
    /// A key or token: something that a machine made.
    Token,
}

/// Words at the end of a name that make it a password's.
const PASSWORDS: &[&str] =
    &["password", "passwd", "passphrase", "pwd", "pass", "passwort", "userpassword", "requirepass", "masterauth"];

/// Words at the end of a name, one or two, that make it a token's.
const TOKENS: &[&str] = &[
    "access key",
    "access token",
    "accesskey",
    "account key",
    "api key",
    "api secret",
    "api token",
    "apikey",
    "apitoken",
    "app secret",
    "auth key",
    "auth token",
    "authtoken",
    "bearer token",
    "client secret",
    "clientsecret",
    "consumer secret",
    "credential",
    "encryption key",
    "hash key base",
    "hmac key",
    "jwt key",
    "license key",
    "master key",
    "private key",
    "privatekey",
    "refresh token",
    "secret",
    "secret access key",
    "secret key",
    "secret key base",
    "secretkey",
    "security key",
    "session secret",
    "shared key",
    "shared secret",
    "signing key",
    "signing secret",
    "storage key",
    "token",
    "webhook secret",
];

/// Words before the noun that make the name say something else.
const HARMLESS: &[&str] = &[
    "public",
    "csrf",
    "xsrf",
    "cancellation",
    "page",
    "next",
    "continuation",
    "design",
    "pagination",
    "no",
    "reset",
    "forgot",
    "change",
    "confirm",
    "hash",
    "sort",
    "partition",
    "primary",
    "foreign",
    "idempotency",
];

/// Reads a name as words: `dbPassword`, `DB_PASSWORD` and `db.password` are the same.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut current = String::new();
    let mut was_lower = false;
    for char in name.chars().take(120) {
        let divides = !char.is_alphanumeric();
        if (divides || (char.is_uppercase() && was_lower)) && !current.is_empty() {
            words.push(std::mem::take(&mut current));
        }
        if !divides {
            current.extend(char.to_lowercase());
        }
        was_lower = char.is_lowercase() || char.is_ascii_digit();
    }
    if !current.is_empty() {
        words.push(current);
    }
    // Endings that do not change what is named: `password1`, `secret_value`, `DEFAULT`.
    while words.len() > 1
        && words.last().is_some_and(|last| {
            matches!(
                last.as_str(),
                "value" | "default" | "text" | "plain" | "base64" | "string" | "prod" | "dev" | "test" | "wo"
            ) || last.bytes().all(|byte| byte.is_ascii_digit())
        })
    {
        words.pop();
    }
    words
}

/// What a name says.
pub(super) fn noun(name: &str) -> Option<Noun> {
    let words = words(name);
    let last = words.last()?.trim_end_matches(|char: char| char.is_ascii_digit());
    if words.iter().any(|word| HARMLESS.contains(&word.as_str())) {
        return None;
    }
    let glued = ["password", "passwd", "passphrase"].iter().any(|end| last.ends_with(end));
    if PASSWORDS.contains(&last) || glued {
        return Some(Noun::Password);
    }
    let secret = ["secret", "apikey", "accesskey", "secretkey", "authtoken"].iter().any(|end| last.ends_with(end));
    (secret || TOKENS.iter().any(|known| ends(&words, known))).then_some(Noun::Token)
}

/// Words at the end of a name that make it that of a key which signs or encrypts.
const KEYS: &[&str] = &[
    "encryption key",
    "hash key base",
    "hmac key",
    "hmac secret",
    "jwt key",
    "jwt secret",
    "secret key base",
    "session secret",
    "signing key",
    "signing secret",
    "token key",
    "token secret",
];

/// Whether a name is that of a key which signs or encrypts.
pub(super) fn is_key(name: &str) -> bool {
    let words = words(name);
    !words.iter().any(|word| HARMLESS.contains(&word.as_str())) && KEYS.iter().any(|known| ends(&words, known))
}

/// Whether words end as a known row of them does.
fn ends(words: &[String], known: &str) -> bool {
    let count = known.split(' ').count();
    count <= words.len() && words[words.len() - count..].join(" ") == known
}

/// Values that stand for a secret that someone has to put there.
const PLACEHOLDERS: &[&str] = &[
    "your",
    "insert",
    "replace",
    "todo",
    "tbd",
    "placeholder",
    "gen-password",
    "gen-unique",
    "privatesettingsref:",
    "example",
    "sample",
    "dummy",
    "redacted",
    "xxx",
    "***",
    "...",
    "---",
    "here",
    "enter",
    "fixme",
    "put-",
    "put_",
    "fill",
    "generate",
    "somesecret",
    "some-secret",
    "mysecret-",
    "removed",
    "omitted",
    "masked",
    "hidden",
    "set-in",
    "set_in",
    "set me",
    "<",
    "undefined",
    "null",
    "none",
    "n/a",
    "not-set",
    "notset",
    "unset",
    "fake",
    "mock",
    "secret-name",
    "env:",
    "vault:",
    "ssm:",
    "arn:",
    "kms:",
    "enc(",
    "enc[",
    "{cipher}",
    "!vault",
    "sops",
    "file:",
    "secretsmanager",
    "alias/",
    "projects/",
    // The account of the emulator of Azure Storage, the same on every machine, and its key.
    "devstoreaccount1",
    "eby8vdm02xnocqflquwjpllmetlcdxj1ouzft50usrz6ifsufq2uvercz4i6tq",
];

/// Passwords that everyone tries first.
const WEAK: &[&str] = &[
    "changeme",
    "changeit",
    "changethis",
    "change_me",
    "change-me",
    "change_this",
    "change-this",
    "password",
    "passwd",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "pass",
    "admin",
    "administrator",
    "root",
    "toor",
    "guest",
    "test",
    "testing",
    "tester",
    "demo",
    "default",
    "secret",
    "supersecret",
    "letmein",
    "qwerty",
    "welcome",
    "user",
    "postgres",
    "mysql",
    "mariadb",
    "oracle",
    "redis",
    "rabbitmq",
    "mongo",
    "mongodb",
    "elastic",
    "kibana",
    "minio",
    "minioadmin",
    "minio123",
    "sa",
    "dev",
    "development",
    "local",
    "localhost",
    "docker",
    "openmrs",
    "openemr",
    "hapi",
    "keycloak",
    "sonar",
    "jenkins",
    "grafana",
    "nexus",
    "foobar",
    "foo",
    "bar",
    "abc123",
    "hunter2",
    "mysecret",
    "mypassword",
    "secret123",
    "mysecretpassword",
    "verysecret",
    "topsecret",
    "insecure",
    "master",
    "system",
    "public",
    "private",
    "letmein123",
    "hello",
    "hello123",
    "temp",
    "temporary",
    "temporal",
    "initial",
    "initialpassword",
    "superuser",
    "super",
    "manager",
];

/// Whether a value is one of those that everyone tries first.
pub(super) fn is_weak(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let bare =
        lower.trim_end_matches(|char: char| char.is_ascii_digit() || matches!(char, '!' | '@' | '#' | '$' | '.' | '*'));
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    WEAK.contains(&lower.as_str())
        || (WEAK.contains(&bare) && lower.len() - bare.len() <= 4)
        || (digits && value.len() <= 10)
        || ["change_me", "changeme", "change-me", "changeit", "change_this", "change-this"]
            .iter()
            .any(|word| lower.contains(word))
}

/// Whether a password says that it is one and no more: `VerySecretPassword`.
pub(super) fn says_password(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    ["password", "passwd", "secret"].iter().any(|word| lower.contains(word))
        && lower.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'))
}

/// Whether a value stands for a secret and is none.
pub(super) fn is_placeholder(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let mut chars = lower.chars();
    let first = chars.next();
    let repeated =
        first.is_some_and(|first| chars.all(|char| char == first)) && !first.is_some_and(char::is_alphanumeric);
    let filled = ["${", "{{", "#{", "$(", "%(", "<%", "@@", "%s", "%v", "${{"].iter().any(|mark| lower.contains(mark));
    let template = (lower.starts_with('$') && !lower.starts_with("$2") && !lower.starts_with("$argon"))
        || (lower.starts_with('{') && lower.ends_with('}'))
        || (lower.starts_with('%') && lower.ends_with('%'))
        || (lower.starts_with('@') && lower.ends_with('@'));
    repeated || filled || template || PLACEHOLDERS.iter().any(|word| lower.contains(word)) && !is_weak(value)
}

/// Bits of surprise in each character.
pub(super) fn entropy(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    text.bytes().for_each(|byte| counts[usize::from(byte)] += 1);
    #[expect(clippy::cast_precision_loss, reason = "texts that are measured are short")]
    let length = text.len() as f64;
    let share = |count: u32| f64::from(count) / length;
    counts.iter().filter(|count| **count > 0).map(|count| -share(*count) * share(*count).log2()).sum()
}

/// Whether a value looks like a machine made it: long, mixed, and not words put together.
pub(super) fn is_random(value: &str) -> bool {
    if value.len() < 16 || value.contains(char::is_whitespace) {
        return false;
    }
    let has_digit = value.bytes().any(|byte| byte.is_ascii_digit());
    let has_letter = value.bytes().any(|byte| byte.is_ascii_alphabetic());
    let plain = value
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'_' | b'-' | b'.'));
    // Words divided by dashes or dots name something; so does a path.
    let parts: Vec<&str> = value.split(['-', '_', '.', '/']).filter(|part| !part.is_empty()).collect();
    let worded = |part: &&str| part.len() < 16 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let names = parts.len() > 1 && parts.iter().filter(|part| worded(part)).count() * 2 > parts.len();
    plain && has_digit && has_letter && !names && entropy(value) >= 3.0
}

/// Whether a value has what a person's password has and a name in code has not.
pub(super) fn is_strong_password(value: &str) -> bool {
    let classes = [
        value.bytes().any(|byte| byte.is_ascii_lowercase()),
        value.bytes().any(|byte| byte.is_ascii_uppercase()),
        value.bytes().any(|byte| byte.is_ascii_digit()),
        value.bytes().any(|byte| byte.is_ascii_punctuation()),
    ];
    value.len() >= 8 && classes.iter().filter(|class| **class).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_they_hold() {
        for name in [
            "password",
            "DB_PASSWORD",
            "spring.datasource.password",
            "adminPwd",
            "dbpassword",
            "MYSQL_ROOT_PASSWORD_1",
            "smtp-pass",
            "userPassword",
        ] {
            assert_eq!(noun(name), Some(Noun::Password), "{name}");
        }
        for name in [
            "api_key",
            "apiKey",
            "AWS_SECRET_ACCESS_KEY",
            "clientSecret",
            "auth.token",
            "SECRET_KEY_BASE",
            "jwtSecret",
            "x-api-key",
        ] {
            assert_eq!(noun(name), Some(Noun::Token), "{name}");
        }
        for name in [
            "password_policy",
            "token_url",
            "secret_name",
            "secretRef",
            "public_key",
            "key",
            "passwordMinLength",
            "tokenType",
            "csrf_token",
            "password-reset-token-ttl",
            "pageToken",
            "primary_key",
            "compass",
            "bypass_x",
        ] {
            assert_eq!(noun(name), None, "{name}");
        }
    }

    #[test]
    fn placeholders_weak_and_random_values_are_told_apart() {
        for value in [
            "${DB_PASSWORD}",
            "<password>",
            "your-api-key",
            "GEN-PASSWORD",
            "PrivateSettingsRef:AdminPassword",
            "xxxxxxxx",
            "********",
            "{{ pw }}",
            "$DB",
            "%DB_PASS%",
            "ENC(abc)",
            "arn:aws:x",
            "ENC[AES256_GCM,data:Xk29slq0zz==,iv:a1,tag:b2,type:str]",
            "devstoreaccount1",
        ] {
            assert!(is_placeholder(value), "{value}");
        }
        for value in ["changeme", "password123", "admin", "123456", "Changeme!", "minio123"] {
            assert!(is_weak(value) && !is_placeholder(value), "{value}");
        }
        assert!(is_random("9f86d081884c7d659a2feaa0c55ad015"));
        assert!(!is_random("my-application-secret-name-2"));
        assert!(!is_random("com.example.security.TokenStore"));
        assert!(!is_weak("Tr0ub4dor&3xyz") && is_strong_password("Tr0ub4dor&3xyz"));
        assert!(!is_strong_password("userPassword"));
    }
}
