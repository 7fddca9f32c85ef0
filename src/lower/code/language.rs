//! What has to be known of single languages to resolve names: which names are there without an import,
//! how a module is called, and where the environment is read.

use std::sync::Arc;

use crate::model::Dialect;
use crate::model::unit::{Import, Imported, Unit, Word};

use super::paths::{Outside, Root};

/// Objects that hold all global names of a JavaScript program.
const GLOBAL_OBJECTS: &[&str] = &["window", "globalThis", "global", "self"];

/// Types that every Java file has, and that hardly any package hides.
const JAVA_LANG: &[&str] = &[
    "Boolean",
    "Byte",
    "Character",
    "Class",
    "Deprecated",
    "Double",
    "Error",
    "Exception",
    "Float",
    "IllegalArgumentException",
    "IllegalStateException",
    "Integer",
    "Iterable",
    "Long",
    "Math",
    "Object",
    "Override",
    "Process",
    "Runtime",
    "RuntimeException",
    "Runnable",
    "String",
    "java.lang.String",
    "StringBuilder",
    "System",
    "Thread",
    "Throwable",
];

/// Namespaces that a C# project opens in every file without saying so.
const CSHARP_USINGS: &[&str] = &[
    "System",
    "System.IO",
    "System.Net.Http",
    "System.Threading.Tasks",
    "Microsoft.AspNetCore.Builder",
    "Microsoft.AspNetCore.Http",
    "Microsoft.Extensions.Configuration",
    "Microsoft.Extensions.DependencyInjection",
    "Microsoft.Extensions.Hosting",
    "Microsoft.Extensions.Logging",
];

/// Beginnings of resolved names that a file of the language need not write out.
#[must_use]
pub fn implied(language: Dialect) -> &'static [&'static str] {
    match language {
        Dialect::Java => &["java.lang"],
        Dialect::Csharp => CSHARP_USINGS,
        _ => &[],
    }
}

/// Whether members are named without naming the object.
pub(super) fn has_implicit_receiver(language: Dialect) -> bool {
    matches!(language, Dialect::Java | Dialect::Csharp)
}

/// Whether a call of a type makes an object of it.
pub(super) fn makes_by_call(language: Dialect) -> bool {
    language == Dialect::Python
}

/// Prefixes that a type's name may have without saying so: packages that are open in the file.
pub(super) fn prefixes(unit: &Unit) -> Vec<Arc<str>> {
    let opened = unit.imports().iter().filter(|import| import.what == Imported::All && !import.relative);
    let opened = opened.map(|import| unit.text(import.module).clone());
    let own = unit.package.map(|package| unit.text(package).clone());
    let mut seen = std::collections::BTreeSet::new();
    let all: Vec<Arc<str>> = match unit.language {
        Dialect::Java => opened.chain(own).chain(["java.lang".into()]).collect(),
        Dialect::Csharp => opened.chain(own).chain(CSHARP_USINGS.iter().map(|name| (*name).into())).collect(),
        Dialect::Go | Dialect::Rust => opened.collect(),
        _ => Vec::new(),
    };
    all.into_iter().filter(|prefix| seen.insert(prefix.clone())).collect()
}

/// The possible names of what an import brings in.
pub(super) fn imported(unit: &Unit, import: &Import) -> Vec<Arc<str>> {
    let module = unit.text(import.module);
    match import.what {
        Imported::Member(member) if unit.language == Dialect::Rust => {
            vec![format!("{module}::{}", unit.text(member)).into()]
        }
        Imported::Member(member) => {
            // Relative modules of Python end in their dots.
            let dot = if module.ends_with('.') { "" } else { "." };
            vec![format!("{module}{dot}{}", unit.text(member)).into()]
        }
        Imported::Top => vec![module.split('.').next().unwrap_or(module).into()],
        // A default export is mostly a class that is named like the variable: `openai.OpenAI`.
        Imported::Default => {
            let local = import.local.map(|local| unit.text(local));
            let class = local.filter(|local| is_capital(local));
            let class = class.map(|local| format!("{module}.{local}").into());
            std::iter::once(module.clone()).chain(class).collect()
        }
        Imported::Module | Imported::All => vec![module.clone()],
    }
}

/// A name that nothing in the file declares.
pub(super) fn global(unit: &Unit, prefixes: &[Arc<str>], word: Word) -> Outside {
    let text = unit.text(word);
    if unit.language == Dialect::Java && JAVA_LANG.contains(&&**text) {
        return Outside::exact(format!("java.lang.{text}"));
    }
    let is_type = has_implicit_receiver(unit.language) && is_capital(text);
    // A Java member may come from a class that was imported with all of its members.
    let whole = is_type || matches!(unit.language, Dialect::Go | Dialect::Rust);
    let may_have = |prefix: &&Arc<str>| whole || prefix.rsplit('.').next().is_some_and(is_capital);
    let dot = if unit.language == Dialect::Rust { "::" } else { "." };
    let mut names: Vec<Arc<str>> =
        prefixes.iter().filter(may_have).map(|prefix| format!("{prefix}{dot}{text}").into()).collect();
    names.push(text.clone());
    let exact = names.len() == 1 && !is_type;
    // In C#, it may be a property.
    let hint = !is_type || unit.language == Dialect::Csharp;
    // In Go, it is declared in another file of the package; so are types in Rust.
    let relative = match unit.language {
        Dialect::Go => true,
        Dialect::Rust => is_capital(text) && names.len() == 1,
        _ => false,
    };
    Outside { names, exact, hint, relative }
}

/// Whether a name is that of a type, by the customs of most languages.
pub(super) fn is_capital(name: &str) -> bool {
    name.starts_with(|c: char| c.is_uppercase())
}

/// A member of the object that holds all global names: a global name as well.
pub(super) fn of_global_object(unit: &Unit, object: &Root, field: Word) -> Option<Outside> {
    let Root::Outside(outside) = object else { return None };
    let object = outside.names.first().filter(|_| unit.language == Dialect::Javascript)?;
    let text = unit.text(field);
    GLOBAL_OBJECTS.contains(&&**object).then(|| Outside {
        names: vec![format!("{object}.{text}").into(), text.clone()],
        exact: false,
        hint: false,
        relative: false,
    })
}

/// The module that `require('…')` and `import('…')` answer.
pub(super) fn required(unit: &Unit, callee: &Root, text: Word) -> Option<Outside> {
    let Root::Outside(outside) = callee else { return None };
    let loads = outside.names.first().is_some_and(|name| matches!(&**name, "require" | "import"));
    let module = unit.text(text);
    let relative = module.starts_with('.');
    let name = module.strip_prefix("node:").unwrap_or(module);
    (loads && unit.language == Dialect::Javascript).then(|| Outside {
        relative,
        hint: relative,
        ..Outside::exact(name)
    })
}

/// Calls that read the environment or a store of settings; the first argument is the key. A name with
/// `*` stands for all that start so.
pub(super) fn environment_calls(language: Dialect) -> &'static [&'static str] {
    match language {
        Dialect::Python => &[
            "os.getenv",
            "os.environ.get",
            "os.environ.pop",
            "os.environ.setdefault",
            "environ.Env*",
            "environs.Env*",
            "environs.env*",
            "decouple.config",
            "decouple.AutoConfig*",
            "starlette.config.Config*",
        ],
        Dialect::Javascript => &["Deno.env.get", "config.get"],
        Dialect::Java => {
            &["System.getenv", "System.getProperty", "java.lang.System.getenv", "java.lang.System.getProperty"]
        }
        Dialect::Go => &["os.Getenv", "os.LookupEnv", "syscall.Getenv"],
        Dialect::Csharp => &["Environment.GetEnvironmentVariable", "System.Environment.GetEnvironmentVariable"],
        Dialect::Rust => &["std::env::var", "std::env::var_os", "env::var", "env!", "option_env!"],
        _ => &[],
    }
}

/// Maps of the environment, of which an element or field is a variable.
pub(super) fn environment_maps(language: Dialect) -> &'static [&'static str] {
    match language {
        Dialect::Python => &["os.environ"],
        Dialect::Javascript => &["process.env", "import.meta.env", "Bun.env"],
        _ => &[],
    }
}

/// Functions whose answer tells nothing of what they are given but its size or type.
pub(super) const MEASURES: &[&str] =
    &["len", "cap", "bool", "type", "isinstance", "hasattr", "Boolean", "isNaN", "callable"];

/// Methods that hand a text on as it is, in another type: `"…".encode()`.
pub(super) const TEXT_METHODS: &[&str] = &[
    "encode",
    "decode",
    "getBytes",
    "as_bytes",
    "as_str",
    "to_string",
    "to_owned",
    "to_vec",
    "into",
    "trim",
    "strip",
    "toString",
    "toCharArray",
    "valueOf",
    "clone",
    "Trim",
    "ToCharArray",
];

/// Functions that hand their first argument on as it is, in another type.
pub(super) const TEXT_FUNCTIONS: &[&str] = &[
    "bytes",
    "bytearray",
    "str",
    "string",
    "String",
    "java.lang.String",
    "Buffer.from",
    "frozenset",
    "tuple",
    "set",
    "list",
    "Object.freeze",
    "String::from",
    "Some",
    "Ok",
];

/// Whether a method of Rust hands on what it is called on, or what that wraps.
pub(super) fn hands_on(method: &str) -> bool {
    matches!(
        method,
        "unwrap"
            | "expect"
            | "unwrap_or_default"
            | "unwrap_or_else"
            | "clone"
            | "as_ref"
            | "as_mut"
            | "borrow"
            | "borrow_mut"
            | "lock"
            | "into_inner"
            | "context"
            | "with_context"
            | "map_err"
            | "as_deref"
    )
}

/// Whether a call of this name hands its first argument on as it is.
pub(super) fn converts(name: &str) -> bool {
    TEXT_FUNCTIONS.contains(&name) || name.ends_with(".GetBytes")
}
