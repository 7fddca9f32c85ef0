//! The resources that the framework makes of a service's functions and of its provider's settings.

use std::sync::Arc;

use crate::model::{Entry, Kind, Map, Value};
use crate::source::Span;

/// Adds the resources of functions, and those that they share.
pub(super) fn implied(provider: &Value, functions: Option<&Value>, resources: &mut Map) {
    let Some(functions) = functions else { return };
    if let Kind::Unknown(unknown) = &functions.kind {
        resources.open = Some(unknown.clone());
    }
    let functions = functions.as_map();
    resources.open = resources.open.take().or_else(|| functions.and_then(|map| map.open.clone()));
    let mut events = Events::default();
    for function in functions.map_or(&[][..], |map| &map.entries) {
        let id = logical(&function.key);
        if function.value.as_map().is_none() {
            continue;
        }
        resources.entries.push(resource(
            format!("{id}LambdaFunction"),
            "AWS::Lambda::Function",
            function.key_span,
            of_function(provider, &function.value),
        ));
        let mut logs = Body::new();
        logs.copy(
            "RetentionInDays",
            find(&function.value, "logRetentionInDays").or_else(|| find(provider, "logRetentionInDays")),
        );
        if find(&function.value, "disableLogs").and_then(|entry| entry.value.as_bool()) != Some(true) {
            resources.entries.push(resource(format!("{id}LogGroup"), "AWS::Logs::LogGroup", function.key_span, logs));
        }
        if let Some(url) = find(&function.value, "url").filter(|url| url.value.as_bool() != Some(false)) {
            let authorizer = url.value.get("authorizer").and_then(Value::as_str);
            let mut body = Body::new();
            body.text("AuthType", if authorizer == Some("aws_iam") { "AWS_IAM" } else { "NONE" }, url);
            resources.entries.push(resource(format!("{id}LambdaFunctionUrl"), "AWS::Lambda::Url", url.key_span, body));
        }
        events.collect(&id, &function.value, resources);
    }
    events.stages(provider, resources);
    role(provider, resources);
}

fn of_function(provider: &Value, function: &Value) -> Body {
    let mut body = Body::new();
    let either = |key: &str| find(function, key).or_else(|| find(provider, key));
    body.copy("FunctionName", find(function, "name"));
    body.copy("Runtime", either("runtime"));
    body.copy("KmsKeyArn", either("kmsKeyArn"));
    body.copy("ReservedConcurrentExecutions", find(function, "reservedConcurrency"));
    body.inside("VpcConfig", "SubnetIds", either("vpc").and_then(|vpc| find(&vpc.value, "subnetIds")));
    body.inside("DeadLetterConfig", "TargetArn", find(function, "onError"));
    body.inside(
        "EventInvokeConfig.DestinationConfig",
        "OnFailure",
        find(function, "destinations").and_then(|entry| find(&entry.value, "onFailure")),
    );
    let tracing = find(function, "tracing").or_else(|| find(&find(provider, "tracing")?.value, "lambda"));
    if let Some(tracing) = tracing {
        let mode = match (tracing.value.as_bool(), tracing.value.as_str()) {
            (Some(true), _) => Some("Active"),
            (Some(false), _) => None,
            (None, text) => text,
        };
        match mode {
            Some(mode) => body.put("TracingConfig", "Mode", tracing, Value::string(mode, tracing.value.span)),
            None if tracing.value.as_unknown().is_some() => body.inside("TracingConfig", "Mode", Some(tracing)),
            None => {}
        }
    }
    // The provider's environment is every function's.
    let environments = [find(provider, "environment"), find(function, "environment")];
    let mut merged: Option<Entry> = None;
    for environment in environments.into_iter().flatten() {
        match (merged.as_mut().map(|known| &mut known.value.kind), &environment.value.kind) {
            (Some(Kind::Map(known)), Kind::Map(own)) => {
                known.entries.extend(own.entries.iter().cloned());
                known.open = known.open.take().or_else(|| own.open.clone());
            }
            _ => merged = Some(environment.clone()),
        }
    }
    body.inside("Environment", "Variables", merged.as_ref());
    body
}

/// The events that need an API.
#[derive(Default)]
struct Events<'e> {
    rest: Option<&'e Entry>,
    http: Option<&'e Entry>,
}

impl<'e> Events<'e> {
    fn collect(&mut self, id: &str, function: &'e Value, resources: &mut Map) {
        let events = function.get("events").and_then(Value::as_list).map_or(&[][..], |list| &list.items);
        for (at, event) in events.iter().enumerate() {
            let Some(map) = event.as_map() else { continue };
            if let Some(entry) = map.entry("http") {
                self.rest.get_or_insert(entry);
                let body = method(entry);
                resources.entries.push(resource(
                    format!("{id}Method{}", at + 1),
                    "AWS::ApiGateway::Method",
                    entry.key_span,
                    body,
                ));
            }
            if let Some(entry) = map.entry("httpApi") {
                self.http.get_or_insert(entry);
            }
        }
    }

    /// The stages of the service's APIs, which the provider's settings are about.
    fn stages(&self, provider: &Value, resources: &mut Map) {
        let logs = find(provider, "logs");
        let of = |key: &str| {
            logs.and_then(|logs| find(&logs.value, key)).filter(|entry| entry.value.as_bool() != Some(false))
        };
        if let Some(event) = self.rest {
            let mut body = Body::new();
            body.copy(
                "TracingEnabled",
                find(provider, "tracing").and_then(|tracing| find(&tracing.value, "apiGateway")),
            );
            if let Some(logs) = of("restApi") {
                rest_logs(logs, &mut body);
            }
            resources.entries.push(resource(
                "ApiGatewayStage".to_owned(),
                "AWS::ApiGateway::Stage",
                event.key_span,
                body,
            ));
        }
        if let Some(event) = self.http {
            let mut body = Body::new();
            if let Some(logs) = of("httpApi") {
                body.own("AccessLogSetting", "DestinationArn", logs);
            }
            resources.entries.push(resource(
                "HttpApiStage".to_owned(),
                "AWS::ApiGatewayV2::Stage",
                event.key_span,
                body,
            ));
        }
    }
}

fn rest_logs(logs: &Entry, body: &mut Body) {
    let setting = |key: &str| find(&logs.value, key);
    let is_on = |key: &str| setting(key).and_then(|entry| entry.value.as_bool()) != Some(false);
    if is_on("accessLogging") {
        body.own("AccessLogSetting", "DestinationArn", logs);
    }
    if is_on("executionLogging") {
        let level = setting("level").unwrap_or(logs);
        let text = level.value.as_str().unwrap_or("INFO");
        body.put("MethodSettings", "LoggingLevel", level, Value::string(text, level.value.span));
        match setting("fullExecutionData") {
            Some(full) => body.inside("MethodSettings", "DataTraceEnabled", Some(full)),
            None => body.put("MethodSettings", "DataTraceEnabled", logs, Value::bool(true, logs.value.span)),
        }
    }
}

/// A method of the API: `http: GET path`, or an object.
fn method(event: &Entry) -> Body {
    let mut body = Body::new();
    let written = event.value.as_str().and_then(|text| text.split_whitespace().next());
    let verb = event.value.get("method").and_then(Value::as_str).or(written).unwrap_or("ANY").to_ascii_uppercase();
    body.text("HttpMethod", &verb, event);
    body.put("Integration", "Type", event, Value::string("AWS_PROXY", event.value.span));
    match find(&event.value, "authorizer").filter(|entry| !entry.value.is_null()) {
        Some(authorizer) => {
            let kind = authorizer.value.as_str().or_else(|| authorizer.value.get("type")?.as_str()).unwrap_or_default();
            body.text(
                "AuthorizationType",
                if kind.eq_ignore_ascii_case("aws_iam") { "AWS_IAM" } else { "CUSTOM" },
                authorizer,
            );
        }
        None => body.text("AuthorizationType", "NONE", event),
    }
    body.copy("ApiKeyRequired", find(&event.value, "private"));
    body
}

/// The role of all functions that have none of their own.
fn role(provider: &Value, resources: &mut Map) {
    let settings = find(provider, "iam").and_then(|iam| find(&iam.value, "role"));
    let settings = settings.filter(|role| role.value.as_map().is_some());
    let statements =
        settings.and_then(|role| find(&role.value, "statements")).or_else(|| find(provider, "iamRoleStatements"));
    let managed =
        settings.and_then(|role| find(&role.value, "managedPolicies")).or_else(|| find(provider, "iamManagedPolicies"));
    let Some(place) = statements.or(managed) else { return };
    let mut body = Body::new();
    body.copy("ManagedPolicyArns", managed);
    if let Some(statements) = statements {
        let statement = Entry { key: "Statement".into(), ..statements.clone() };
        let span = statements.value.span;
        let document = Entry {
            key: "PolicyDocument".into(),
            key_span: statements.key_span,
            value: Value::map(vec![statement], span),
        };
        let policies = Value::list(vec![Value::map(vec![document], span)], span);
        body.entries.push(Entry { key: "Policies".into(), key_span: statements.key_span, value: policies });
    }
    resources.entries.push(resource("IamRoleLambdaExecution".to_owned(), "AWS::IAM::Role", place.key_span, body));
}

/// Properties in the making.
struct Body {
    entries: Vec<Entry>,
}

impl Body {
    fn new() -> Self {
        Self { entries: Vec::new() }
    }

    /// A setting that is a property as it stands.
    fn copy(&mut self, key: &str, setting: Option<&Entry>) {
        self.entries.extend(setting.map(|setting| Entry { key: key.into(), ..setting.clone() }));
    }

    fn text(&mut self, key: &str, text: &str, setting: &Entry) {
        let value = Value::string(text, setting.value.span);
        self.entries.push(Entry { key: key.into(), key_span: setting.key_span, value });
    }

    /// The same within other properties.
    fn inside(&mut self, around: &str, key: &str, setting: Option<&Entry>) {
        if let Some(setting) = setting {
            self.put(around, key, setting, setting.value.clone());
        }
    }

    /// Something that the framework makes itself, when a setting asks for it.
    fn own(&mut self, around: &str, key: &str, setting: &Entry) {
        let value = match setting.value.as_unknown() {
            Some(_) => setting.value.clone(),
            None => Value::string("the framework's own", setting.value.span),
        };
        self.put(around, key, setting, value);
    }

    fn put(&mut self, around: &str, key: &str, setting: &Entry, value: Value) {
        let span = value.span;
        let mut keys = around.rsplit('.');
        let mut inner = Entry { key: key.into(), key_span: setting.key_span, value };
        let last = keys.next_back();
        for outer in keys {
            inner = Entry { key: outer.into(), key_span: setting.key_span, value: Value::map(vec![inner], span) };
        }
        let Some(last) = last else { return };
        let known = self.entries.iter_mut().find(|entry| &*entry.key == last);
        match known.map(|known| &mut known.value.kind) {
            Some(Kind::Map(map)) => map.entries.push(inner),
            _ => self.entries.push(Entry {
                key: last.into(),
                key_span: setting.key_span,
                value: Value::map(vec![inner], span),
            }),
        }
    }
}

fn find<'v>(value: &'v Value, key: &str) -> Option<&'v Entry> {
    value.as_map()?.entry(key).filter(|entry| !entry.value.is_null())
}

fn resource(id: String, kind: &str, place: Span, body: Body) -> Entry {
    let key = |key: &str, value: Value| Entry { key: key.into(), key_span: place, value };
    let entries = vec![key("Type", Value::string(kind, place)), key("Properties", Value::map(body.entries, place))];
    Entry { key: id.into(), key_span: place, value: Value::map(entries, place) }
}

/// The name of a function as the framework puts it into names of resources.
fn logical(name: &str) -> Arc<str> {
    let name = name.replace('-', "Dash").replace('_', "Underscore");
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect::<String>().into()
}
