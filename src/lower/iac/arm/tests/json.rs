use super::{lowered, text};

const HEAD: &str = "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",";

fn template(rest: &str) -> String {
    format!("{HEAD}{rest}}}")
}

#[test]
fn expressions_in_texts_are_evaluated() {
    let it = lowered(&[(
        "azuredeploy.json",
        &template(
            r#""parameters": {"name": {"type": "string", "defaultValue": "clinic"}, "tls": {"type": "string"}},
            "variables": {"sa": "[concat('st', toLower(parameters('Name')), uniqueString(resourceGroup().id))]", "copy": [{"name": "n", "count": 2, "input": "[copyIndex('n', 1)]"}]},
            "functions": [{"namespace": "c", "members": {"f": {"parameters": [{"name": "x", "type": "string"}], "output": {"type": "string", "value": "[format('<{0:D2}{{{1}>', 7, parameters('x'))]"}}}}],
            "resources": [{"type": "Microsoft.Storage/storageaccounts", "apiVersion": "2023-01-01", "name": "[variables('sa')]", "location": "[resourceGroup().location]",
              "properties": {"minimumTlsVersion": "[if(equals(parameters('name'), 'clinic'), 'TLS1_2', 'TLS1_0')]", "a": "[[x]", "f": "[c.f('q')]", "n": "[variables('n')]",
                "copy": [{"name": "rules", "count": "[length(variables('n'))]", "input": {"value": "[variables('n')[copyIndex('rules')]]"}}],
                "and": "[and(equals(parameters('tls'), 'x'), false())]", "bad": "[concat(]"}}]"#,
        ),
    )]);
    let address = "Microsoft.Storage/storageaccounts/{sa}";
    assert_eq!(&*it.fact(address).kind, "Microsoft.Storage/storageAccounts");
    assert_eq!(text(it.at(address, "name")), "stclinic*");
    assert_eq!(it.show(address, "properties.minimumTlsVersion"), "TLS1_2");
    assert_eq!(it.show(address, "properties.a"), "[x]");
    assert_eq!(it.show(address, "properties.f"), "<07{q>");
    assert_eq!(it.show(address, "properties.rules.1.value"), "2");
    assert_eq!(it.show(address, "properties.and"), "false");
    assert!(it.show(address, "properties.bad").contains("does not parse"));
    assert_eq!(it.sources.slice(it.fact(address).header), "\"type\": \"Microsoft.Storage/storageaccounts\"");
}

#[test]
fn children_in_every_form_link_to_their_parent() {
    let it = lowered(&[(
        "azuredeploy.json",
        &template(
            r#""parameters": {"s": {"type": "string"}}, "resources": [
            {"type": "Microsoft.Sql/servers", "apiVersion": "1", "name": "[parameters('s')]", "copy": {"name": "c", "count": 1},
             "resources": [{"type": "firewallRules", "apiVersion": "1", "name": "fw"}]},
            {"type": "Microsoft.Sql/servers/auditingSettings", "apiVersion": "1", "name": "[concat(parameters('s'), '/Default')]"},
            {"type": "Microsoft.Sql/servers/databases/providers/diagnosticSettings", "apiVersion": "1", "name": "[concat(parameters('s'), '/db/microsoft.insights/d')]"},
            {"type": "Microsoft.Insights/diagnosticSettings", "apiVersion": "1", "name": "e", "scope": "[format('Microsoft.Sql/servers/{0}', parameters('s'))]",
             "properties": {"workspaceId": "[resourceId('Microsoft.Sql/servers/firewallRules', parameters('s'), 'fw')]", "key": "[listKeys(resourceId('Microsoft.Sql/servers', parameters('s')), '1').key1]",
               "ref": "[reference(parameters('s')).fullyQualifiedDomainName]"}}]"#,
        ),
    )]);
    let server = "Microsoft.Sql/servers/{s}[0]";
    assert_eq!(it.links("Microsoft.Sql/servers/firewallRules/{s}/fw", "parent"), [server]);
    assert_eq!(it.links("Microsoft.Sql/servers/auditingSettings/{s}/Default", "parent"), [server]);
    let kinds: Vec<_> = it.part.facts.iter().map(|fact| (&*fact.kind, fact.body.get("scope").is_some())).collect();
    assert_eq!(kinds[3], ("microsoft.insights/diagnosticSettings", true));
    let settings = &*it.part.facts[3].address;
    assert_eq!(it.links(settings, "scope"), [server], "the database is not declared");
    let last = "Microsoft.Insights/diagnosticSettings/e";
    assert_eq!(it.links(last, "scope"), [server]);
    assert_eq!(it.links(last, "properties.workspaceId"), ["Microsoft.Sql/servers/firewallRules/{s}/fw"]);
    assert_eq!(it.links(last, "properties.key"), [server]);
    assert_eq!(it.links(last, "properties.ref"), [server]);
}

#[test]
fn deployments_are_followed_inline_and_by_path() {
    let nested = r#"{"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "inner", "properties": {"mode": "Incremental",
        "expressionEvaluationOptions": {"scope": "inner"}, "parameters": {"n": {"value": "[parameters('n')]"}},
        "template": {"$schema": "https://x/deploymentTemplate.json#", "parameters": {"n": {"type": "string"}, "m": {"type": "string", "defaultValue": "own"}},
          "resources": [{"type": "M.S/a", "apiVersion": "1", "name": "[concat(parameters('n'), parameters('m'))]"}], "outputs": {"o": {"type": "string", "value": "[parameters('m')]"}}}}}"#;
    let outer = nested.replace("\"inner\"}", "\"outer\"}").replace("\"inner\"", "\"outer\"").replace("'m'", "'n'");
    let linked = r#"{"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "linked", "properties": {"templateLink": {"uri": "[uri(parameters('base'), concat('nested/a.json', parameters('sas')))]"}, "parameters": {"x": {"value": "[reference('inner').outputs.o.value]"}}}}"#;
    let far = r#"{"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "far", "properties": {"templateLink": {"uri": "https://example.org/b.json"}}}"#;
    let it = lowered(&[
        (
            "azuredeploy.json",
            &template(&format!(
                r#""parameters": {{"n": {{"type": "string", "defaultValue": "from outside"}}, "base": {{"type": "string"}}, "sas": {{"type": "string"}}}}, "resources": [{nested}, {outer}, {linked}, {far}]"#
            )),
        ),
        (
            "nested/a.json",
            &template(
                r#""parameters": {"x": {"type": "string"}}, "resources": [{"type": "M.S/b", "apiVersion": "1", "name": "[parameters('x')]"}]"#,
            ),
        ),
    ]);
    assert_eq!(it.part.scopes.len(), 1);
    let names: Vec<_> = it.part.facts.iter().map(|fact| text(fact.body.get("name"))).collect();
    assert_eq!(names, ["from outsideown", "from outsidefrom outside", "own", ""]);
    assert_eq!(&*it.part.facts[2].address, "linked.M.S/b/{x}");
    assert_eq!(it.part.scopes[0].unread.len(), 1);
    assert_eq!(it.part.problems.len(), 1);
}

#[test]
fn what_is_generated_from_bicep_is_judged_once() {
    let generated = template(
        r#""metadata": {"_generator": {"name": "bicep"}}, "resources": [{"type": "M.S/a", "apiVersion": "1", "name": "x"}]"#,
    );
    let source = "resource x 'M.S/a@1' = {\n  name: 'x'\n}\n";
    let it = lowered(&[("a/main.bicep", source), ("a/main.json", &generated), ("b/main.json", &generated)]);
    assert_eq!(it.addresses(), ["x", "M.S/a/x"]);
}

#[test]
fn named_resources_and_references_to_them_are_known() {
    let it = lowered(&[(
        "main.json",
        &template(
            r#""languageVersion": "2.0", "contentVersion": "1.0.0.0", "resources": {"sa": {"type": "M.S/a", "apiVersion": "1", "name": "x"},
            "old": {"existing": true, "type": "M.S/b", "apiVersion": "1", "name": "y"},
            "b": {"type": "M.S/c", "apiVersion": "1", "name": "z", "properties": {"e": "[reference('sa').endpoint]"}}}"#,
        ),
    )]);
    assert_eq!(it.addresses(), ["sa", "b"]);
    assert_eq!(it.links("b", "properties.e"), ["sa"]);
}
