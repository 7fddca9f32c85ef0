//! ASP.NET: `appsettings*.json`, and `web.config` with the dots of its element names made nested.

use crate::model::{Dialect, Part, Reason, Value};
use crate::source::{FileId, Sources};

use super::body::{as_written, expand, open_all};
use super::output::Output;
use super::placeholder;

/// Lowers `appsettings.json`, or one of an environment, which is laid over it.
#[must_use]
pub fn lower_settings(sources: &Sources, file: FileId, tree: &Value) -> Part {
    let mut output = Output::new(sources, file, Dialect::Aspnet);
    let mut body = placeholder::resolve(tree);
    let stem = output.stem();
    if stem.contains('.') {
        open_all(&mut body, &Reason::Undeclared("appsettings.json".into()));
    }
    output.fact(Dialect::Aspnet, "appsettings", stem, body);
    output.finish()
}

/// Lowers `web.config`: what stands in `<configuration>`.
#[must_use]
pub fn lower_web(sources: &Sources, file: FileId, tree: &Value) -> Part {
    let mut output = Output::new(sources, file, Dialect::Aspnet);
    let stem = output.stem();
    if let Some(configuration) = tree.get("configuration") {
        let mut body = expand(&placeholder::resolve(configuration), as_written);
        if stem.contains('.') {
            open_all(&mut body, &Reason::Undeclared("web.config".into()));
        }
        output.fact(Dialect::Aspnet, "web", stem, body);
    }
    output.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::settings::tree::at;
    use crate::source::SourceFile;

    #[test]
    fn settings_of_an_environment_are_open() {
        let text = "{\"Logging\": {\"LogLevel\": {\"Default\": \"Debug\"}}}";
        let lowered = |path: &str| {
            let sources = Sources::new(vec![SourceFile::new(path.into(), text.into())]);
            let tree = crate::parse::json::parse(FileId(0), text).tree.unwrap();
            lower_settings(&sources, FileId(0), &tree).facts.remove(0)
        };
        let fact = lowered("api/appsettings.json");
        assert_eq!(at(&fact.body, "Logging.LogLevel.Default").unwrap().as_str(), Some("Debug"));
        assert!(fact.body.as_map().unwrap().open.is_none());
        let overlay = lowered("api/appsettings.Production.json");
        assert!(at(&overlay.body, "Logging").unwrap().as_map().unwrap().open.is_some());
        assert_eq!(overlay.body.get("@environment").unwrap().as_str(), Some("production"));
    }

    #[test]
    fn dots_of_element_names_are_steps() {
        let text = "<configuration><system.web><compilation debug=\"true\"/></system.web><system.webServer><x/></system.webServer></configuration>";
        let sources = Sources::new(vec![SourceFile::new("web.config".into(), text.into())]);
        let tree = crate::parse::xml::parse(FileId(0), text).tree.unwrap();
        let fact = &lower_web(&sources, FileId(0), &tree).facts[0];
        let system = fact.body.get("system").unwrap();
        let web = &system.get("web").unwrap().as_list().unwrap().items[0];
        let debug = &web.get("compilation").unwrap().as_list().unwrap().items[0].get("@debug").unwrap();
        assert_eq!((debug.as_str(), &text[debug.span.range()]), (Some("true"), "true"));
    }
}
