//! Program code to tree-sitter trees, bounded in size and effort.
//!
//! Rust is read with `syn` elsewhere. A tree with errors is a tree all the same: what is not understood
//! is one failure per file, at the first place, and the rest is lowered.

use std::ops::ControlFlow;

use tree_sitter::{Node, ParseOptions, Parser, Tree};

use crate::model::Dialect;
use crate::source::{FileId, ProblemKind, Span};

use super::{Failure, Parsed};

/// Larger files of code are generated or bundled; nobody mends them by hand.
const MAX_BYTES: usize = 4 << 20;

/// How often the parser may report progress before it is stopped, beside one report per byte. It
/// reports every hundred steps, and sane code takes less than one step per byte.
const MIN_EFFORT: usize = 100_000;

/// A language of program code that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Python, and stubs.
    Python,
    /// JavaScript, with JSX.
    Javascript,
    /// TypeScript without JSX: there `<T>x` is a cast.
    Typescript,
    /// TypeScript with JSX.
    Tsx,
    /// Java.
    Java,
    /// Go.
    Go,
    /// C#.
    Csharp,
    /// Rust.
    Rust,
}

impl Language {
    /// The dialect of its facts.
    #[must_use]
    pub fn dialect(self) -> Dialect {
        match self {
            Self::Python => Dialect::Python,
            Self::Javascript | Self::Typescript | Self::Tsx => Dialect::Javascript,
            Self::Java => Dialect::Java,
            Self::Go => Dialect::Go,
            Self::Csharp => Dialect::Csharp,
            Self::Rust => Dialect::Rust,
        }
    }

    fn grammar(self) -> Option<tree_sitter::Language> {
        Some(match self {
            Self::Python => tree_sitter_python::LANGUAGE.into(),
            Self::Javascript => tree_sitter_javascript::LANGUAGE.into(),
            Self::Typescript => tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into(),
            Self::Tsx => tree_sitter_typescript::LANGUAGE_TSX.into(),
            Self::Java => tree_sitter_java::LANGUAGE.into(),
            Self::Go => tree_sitter_go::LANGUAGE.into(),
            Self::Csharp => tree_sitter_c_sharp::LANGUAGE.into(),
            Self::Rust => return None,
        })
    }
}

/// The language of a file, by the end of its name.
#[must_use]
pub fn language_of(path: &str) -> Option<Language> {
    let name = path.rsplit('/').next()?;
    let (stem, extension) = name.rsplit_once('.')?;
    Some(match extension.to_ascii_lowercase().as_str() {
        "py" | "pyi" | "pyw" => Language::Python,
        "js" | "mjs" | "cjs" | "jsx" if !stem.ends_with(".min") => Language::Javascript,
        "ts" | "mts" | "cts" => Language::Typescript,
        "tsx" => Language::Tsx,
        "java" => Language::Java,
        "go" => Language::Go,
        "cs" => Language::Csharp,
        "rs" => Language::Rust,
        _ => return None,
    })
}

/// The tree of a text; none when the text is past a limit, or its language has no tree-sitter grammar.
#[must_use]
pub fn parse(file: FileId, language: Language, text: &str) -> Parsed<Option<Tree>> {
    let failed = |kind, span, message: &str| Parsed {
        tree: None,
        failures: vec![Failure { kind, span, message: message.to_owned() }],
    };
    let Some(grammar) = language.grammar() else {
        return Parsed::default();
    };
    if text.len() > MAX_BYTES {
        return failed(ProblemKind::Limit, None, "The file is too large to be read as code.");
    }
    let mut parser = Parser::new();
    if parser.set_language(&grammar).is_err() {
        return failed(ProblemKind::Internal, None, "The grammar of the language does not load.");
    }
    let Some(mut tree) = tree(&mut parser, text.as_bytes()) else {
        return failed(ProblemKind::Limit, None, "The file takes too long to be read as code.");
    };
    // What the grammar does not know is taken out, and the rest read once more.
    if tree.root_node().has_error()
        && let Some(plain) = plainer(language, text)
        && let Some(better) = self::tree(&mut parser, &plain)
        && !better.root_node().has_error()
    {
        tree = better;
    }
    let failures = first_error(&tree)
        .map(|node| Failure {
            kind: ProblemKind::Syntax,
            span: Some(Span::new(file, node.byte_range())),
            message: "The code does not parse here; the rest of the file was read.".to_owned(),
        })
        .into_iter()
        .collect();
    Parsed { tree: Some(tree), failures }
}

/// The tree of a text; none when it takes too long.
fn tree(parser: &mut Parser, bytes: &[u8]) -> Option<Tree> {
    let mut effort = bytes.len() + MIN_EFFORT;
    let mut progress = |_: &tree_sitter::ParseState| {
        effort = effort.saturating_sub(1);
        if effort == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = ParseOptions::new().progress_callback(&mut progress);
    let read = &mut |offset: usize, _| bytes.get(offset..).unwrap_or_default();
    let tree = parser.parse_with_options(read, None, Some(options));
    parser.reset();
    tree
}

/// The text with blanks for what its grammar does not know, so that every place stays; none when there is
/// no such thing in it.
fn plainer(language: Language, text: &str) -> Option<Vec<u8>> {
    match language {
        Language::Csharp if text.contains("#if") => Some(without_conditions(text)),
        Language::Java => without_marks_on_rests(text),
        _ => None,
    }
}

/// C# without directives, and of each condition the first branch only: directives may stand in the middle of
/// an expression.
fn without_conditions(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    // Of each condition around, whether its branch is one that is read.
    let mut branches: Vec<bool> = Vec::new();
    for line in text.split_inclusive('\n') {
        let directive = line.trim_start().strip_prefix('#').map(str::trim_start);
        match directive {
            Some(word) if word.starts_with("if") => branches.push(true),
            Some(word) if word.starts_with("el") => {
                if let Some(branch) = branches.last_mut() {
                    *branch = false;
                }
            }
            Some(word) if word.starts_with("endif") => {
                branches.pop();
            }
            _ => {}
        }
        if directive.is_none() && branches.iter().all(|read| *read) {
            out.extend_from_slice(line.as_bytes());
        } else {
            out.extend(line.bytes().map(blank));
        }
    }
    out
}

/// Java without annotations on the dots of a last parameter: `String @NonNull... names`.
fn without_marks_on_rests(text: &str) -> Option<Vec<u8>> {
    let mut out: Option<Vec<u8>> = None;
    for (dots, _) in text.match_indices("...") {
        let before = text[..dots].trim_end();
        let name = before.trim_end_matches(|char: char| char.is_alphanumeric() || matches!(char, '_' | '.'));
        if name.len() < before.len() && name.ends_with('@') {
            let out = out.get_or_insert_with(|| text.as_bytes().to_vec());
            out[name.len() - 1..dots].iter_mut().for_each(|byte| *byte = blank(*byte));
        }
    }
    out
}

fn blank(byte: u8) -> u8 {
    if matches!(byte, b'\n' | b'\r') { byte } else { b' ' }
}

/// The first node that is an error, found by following the error marks down.
fn first_error(tree: &Tree) -> Option<Node<'_>> {
    if !tree.root_node().has_error() {
        return None;
    }
    let mut cursor = tree.walk();
    loop {
        let node = cursor.node();
        if node.is_error() || node.is_missing() {
            return Some(node);
        }
        if node.has_error() && cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return Some(tree.root_node());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_languages_by_extension() {
        let of = language_of;
        assert_eq!(of("a/b/settings.PY"), Some(Language::Python));
        assert_eq!(of("a.tsx"), Some(Language::Tsx));
        assert_eq!(of("a.d.ts"), Some(Language::Typescript));
        assert_eq!(of("a.mjs"), Some(Language::Javascript));
        assert_eq!(of("vendor/jquery.min.js"), None);
        assert_eq!(of("Makefile"), None);
        assert_eq!(of("folder.py/readme"), None);
    }

    #[test]
    fn reads_every_grammar() {
        let cases = [
            (Language::Python, "x = 1\n"),
            (Language::Javascript, "let x = <a/>;"),
            (Language::Typescript, "let x: number = <number>1;"),
            (Language::Tsx, "let x: number = <a/>;"),
            (Language::Java, "class A { int x = 1; }"),
            (Language::Go, "package a\nvar x = 1\n"),
            (Language::Csharp, "class A { int x = 1; }"),
        ];
        for (language, text) in cases {
            let parsed = parse(FileId(0), language, text);
            assert!(parsed.tree.is_some() && parsed.failures.is_empty(), "{language:?}: {:?}", parsed.failures);
        }
    }

    #[test]
    fn places_the_first_error() {
        let text = "x = 1\ny = (\nz = 3 3\n";
        let parsed = parse(FileId(0), Language::Python, text);
        assert!(parsed.tree.is_some());
        assert_eq!(parsed.failures.len(), 1);
        assert_eq!(parsed.failures[0].kind, ProblemKind::Syntax);
        let span = parsed.failures[0].span.unwrap();
        assert!(span.start >= 6 && span.range().end <= text.len());
    }

    #[test]
    fn takes_out_what_a_grammar_does_not_know() {
        let sound = [
            (
                Language::Csharp,
                "class A\n  #if B\n  : C\n  #endif\n{ void F() { G(1,\n#if D\n    é\n# elif E\n    #if F\n 2 #endif\n\n    #endif\n 3\n#else\n    4\n#endif\n); } }",
            ),
            (Language::Java, "class A { void f(String @NonNull... names) {} void g(int @a.B ... é) {} }"),
        ];
        for (language, text) in sound {
            let parsed = parse(FileId(0), language, text);
            assert!(parsed.failures.is_empty(), "{language:?}: {:?}", parsed.failures);
            assert_eq!(plainer(language, text).unwrap().len(), text.len());
        }
        let broken = "#if A\nclass B { void F() { (\n#endif\n#endif\n#else\n";
        assert_eq!(parse(FileId(0), Language::Csharp, broken).failures.len(), 1);
        assert!(plainer(Language::Java, "f(a...); g(@...);").is_none());
    }

    #[test]
    fn survives_nesting_and_noise() {
        for text in ["(".repeat(100_000), "[{(".repeat(20_000), "\u{0}\u{1}é".repeat(1000), "f(".repeat(50_000)] {
            for language in [Language::Python, Language::Tsx, Language::Java, Language::Go, Language::Csharp] {
                let parsed = parse(FileId(0), language, &text);
                assert!(!parsed.failures.is_empty(), "{language:?}");
            }
        }
    }

    #[test]
    fn refuses_what_is_too_large() {
        let parsed = parse(FileId(0), Language::Python, &"x = 1\n".repeat(MAX_BYTES / 6 + 1));
        assert!(parsed.tree.is_none());
        assert_eq!(parsed.failures[0].kind, ProblemKind::Limit);
    }
}
