//! Bicep files as templates.

use std::sync::Arc;

use crate::parse::arm::syntax::{Expr, ExprKind, File, Property, Resource as Written, Statement, StatementKind};
use crate::source::FileId;

use super::template::{Call, Function, Import, Parameter, Resource, Source, Template};

/// A Bicep file, or a file of parameters for one, whose parameters are then variables.
pub(super) fn template(file: FileId, tree: File, is_parameters: bool) -> Template {
    let mut template = Template { unread: tree.unread, ..Template::new(file) };
    for statement in tree.statements {
        add(&mut template, statement, is_parameters);
    }
    template
}

fn add(template: &mut Template, statement: Statement, is_parameters: bool) {
    let Statement { kind, decorators, span, header } = statement;
    match kind {
        StatementKind::Parameter { name, value: Some(value), .. } if is_parameters => {
            template.variables.insert(name.to_lowercase(), value);
        }
        StatementKind::Parameter { name, declared, value } => {
            let secure = decorators.iter().any(|decorator| is_call(decorator, "secure"));
            let parameter = Parameter { name: name.clone(), default: value, declared, secure, span };
            template.parameters.insert(name.to_lowercase(), parameter);
        }
        StatementKind::Variable { name, value } => {
            template.variables.insert(name.to_lowercase(), value);
        }
        StatementKind::Output { name, value } => {
            template.outputs.insert(name.to_lowercase(), value);
        }
        StatementKind::Function { name, parameters, body } => {
            template.functions.insert(name.to_lowercase(), Function { parameters, body });
        }
        StatementKind::Type { name, declared } if declared.ends_with('?') => {
            template.nullable.insert(name);
        }
        StatementKind::Import { names, path } => {
            for (there, here) in names {
                let name = (&*there != "*").then_some(there);
                template.imports.insert(here.to_lowercase(), Import { path: path.clone(), name });
            }
        }
        StatementKind::Using(path) => template.using = Some(path),
        StatementKind::Extends(path) => template.extends = Some(path),
        StatementKind::Resource(written) => {
            resource(template, written, None, (span, header));
        }
        StatementKind::Module { name, source, body } => {
            let (arguments, properties): (Vec<Property>, _) =
                body.properties.into_iter().partition(|property| is_key(property, "params"));
            let arguments = arguments.into_iter().next().map(|property| property.value);
            template.add(Resource {
                symbol: Some(name),
                kind: text("Microsoft.Resources/deployments", &source),
                version: None,
                existing: false,
                condition: body.condition,
                repeat: body.repeat,
                properties,
                outer: None,
                call: Some(Call { source: Source::Path(source), arguments }),
                span,
                header,
            });
        }
        StatementKind::Type { .. } | StatementKind::Other => {}
    }
}

/// A resource, then those inside of it. Recurses as deep as the parser nested.
fn resource(
    template: &mut Template,
    written: Written,
    outer: Option<usize>,
    (span, header): (crate::source::Span, crate::source::Span),
) {
    let body = written.body;
    let index = template.add(Resource {
        symbol: Some(written.name),
        kind: written.kind,
        version: None,
        existing: written.existing,
        condition: body.condition,
        repeat: body.repeat,
        properties: body.properties,
        outer,
        call: None,
        span,
        header,
    });
    for child in body.children {
        if let StatementKind::Resource(inside) = child.kind {
            resource(template, inside, Some(index), (child.span, child.header));
        }
    }
}

fn is_call(decorator: &Expr, name: &str) -> bool {
    matches!(&decorator.kind, ExprKind::Call(call) if &*call.name == name)
}

pub(super) fn is_key(property: &Property, name: &str) -> bool {
    let key = property.key.as_ref().map(|key| &key.kind);
    matches!(key, Some(ExprKind::Text(key)) if key.eq_ignore_ascii_case(name))
}

fn text(text: &str, at: &Expr) -> Expr {
    Expr { kind: ExprKind::Text(Arc::from(text)), span: at.span }
}
