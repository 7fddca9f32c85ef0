//! What went wrong with one input, as data: a problem travels beside the findings into every format.

use super::file::Span;

/// What kind of trouble an input gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// A recognised file could not be opened or read.
    Unreadable,
    /// A recognised file does not parse; what could be read of it was.
    Syntax,
    /// Nested deeper, or expanding further, than is read.
    Limit,
    /// Passed over: larger than the limit.
    TooLarge,
    /// Passed over: binary content.
    Binary,
    /// Bytes that are not text were replaced.
    Encoding,
    /// A module, template or file that is referred to is not in the repository.
    ModuleNotFound,
    /// A module that includes itself.
    ModuleCycle,
    /// A template that has to be rendered before it can be read.
    Unrendered,
    /// A suppression comment or entry that does not do what its author meant.
    Suppression,
    /// The program failed on this input; a bug of phiward's.
    Internal,
}

impl ProblemKind {
    /// Every kind, in the order of declaration.
    pub const ALL: [Self; 11] = [
        Self::Unreadable,
        Self::Syntax,
        Self::Limit,
        Self::TooLarge,
        Self::Binary,
        Self::Encoding,
        Self::ModuleNotFound,
        Self::ModuleCycle,
        Self::Unrendered,
        Self::Suppression,
        Self::Internal,
    ];

    /// Its stable name in reports.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Unreadable => "file-unreadable",
            Self::Syntax => "file-partly-read",
            Self::Limit => "input-limit",
            Self::TooLarge => "file-too-large",
            Self::Binary => "file-binary",
            Self::Encoding => "file-encoding",
            Self::ModuleNotFound => "module-not-found",
            Self::ModuleCycle => "module-cycle",
            Self::Unrendered => "template-unrendered",
            Self::Suppression => "suppression",
            Self::Internal => "internal-error",
        }
    }

    /// What it means, as one sentence.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Unreadable => "A file that phiward knows how to read could not be opened.",
            Self::Syntax => "A file does not parse; the parts that could be read were judged.",
            Self::Limit => "An input nests deeper or expands further than phiward follows.",
            Self::TooLarge => "A file is larger than the size limit and was not read.",
            Self::Binary => "A file has binary content and was not read.",
            Self::Encoding => "Bytes that are not valid text were replaced before reading.",
            Self::ModuleNotFound => "A module or file that is referred to is not in the repository.",
            Self::ModuleCycle => "A module includes itself, directly or through others.",
            Self::Unrendered => "A template has to be rendered before it can be read in full.",
            Self::Suppression => "A suppression has no reason, names no known rule, or silences nothing.",
            Self::Internal => "phiward failed on this input; please report it.",
        }
    }

    /// What a person can do about it, as one sentence.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            Self::Unreadable => "Check the file's permissions and that it is a regular file.",
            Self::Syntax => "Mend the syntax error at the place given; what follows it may not have been judged.",
            Self::Limit => "Split the input into smaller parts, or exclude it if it is generated.",
            Self::TooLarge => "Raise the size limit, or exclude the file if it is generated or data.",
            Self::Binary => "Nothing needs to be done unless the file should be text.",
            Self::Encoding => "Save the file as UTF-8.",
            Self::ModuleNotFound => "Fetch the module before the scan (for Terraform: `terraform init`), or vendor it.",
            Self::ModuleCycle => "Remove the inclusion that closes the circle.",
            Self::Unrendered => {
                "Render the template before the scan (for Helm: `helm template`) and scan the output as well."
            }
            Self::Suppression => "Write `phiward: ignore[rule-id] reason` beside the finding, or remove the comment.",
            Self::Internal => "Report it with the smallest input that shows it, without any health information in it.",
        }
    }

    /// Whether a recognised input was not read, or not to its end: the scan is then incomplete.
    #[must_use]
    pub fn is_unread(self) -> bool {
        matches!(self, Self::Unreadable | Self::Syntax | Self::Limit | Self::Internal)
    }
}

/// Trouble with one input. The message never quotes the input's content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's path relative to the root.
    pub path: String,
    /// Where in the file, when that is known.
    pub span: Option<Span>,
    /// What kind of trouble.
    pub kind: ProblemKind,
    /// One sentence for a person.
    pub message: String,
}

impl Problem {
    /// A problem with a whole file.
    pub fn file(kind: ProblemKind, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), span: None, kind, message: message.into() }
    }

    /// A problem at a place in a file.
    pub fn at(kind: ProblemKind, path: impl Into<String>, span: Span, message: impl Into<String>) -> Self {
        Self { path: path.into(), span: Some(span), kind, message: message.into() }
    }
}
