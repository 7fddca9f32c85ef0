use super::{lowered, text};

#[test]
fn parameters_variables_and_functions_are_evaluated() {
    let it = lowered(&[(
        "main.bicep",
        "param env string = 'prod'\nparam location string\n@secure()\nparam secret string\nparam opt string?\n\
         var names = {\n  prod: 'clinicprod'\n}\nvar tls = env == 'prod' ? 'TLS1_2' : 'TLS1_0'\n\
         func tag(x string) string => 'tag-${x}'\n\
         resource sa 'microsoft.storage/StorageAccounts@2023-01-01' = {\n  name: take(toLower('ST${names[env]}${uniqueString(resourceGroup().id)}'), 24)\n  location: location\n  \
         sku: { name: 'Standard_${env == 'prod' ? 'GRS' : 'LRS'}' }\n  tags: union({ a: tag('b') }, { c: length([1, 2]) })\n  \
         properties: {\n    minimumTLSVersion: tls\n    allowBlobPublicAccess: !(env == 'prod')\n    opt: opt\n    empty: empty(opt)\n    \
         secret: secret\n    list: [for (x, i) in ['a', 'b']: { n: '${x}${i}' }]\n    any: contains(['x'], 'x') && location == 'x'\n  }\n}\n",
    )]);
    assert_eq!(&*it.fact("sa").kind, "Microsoft.Storage/storageAccounts");
    assert_eq!(it.show("sa", "apiVersion"), "2023-01-01");
    assert_eq!(it.show("sa", "sku.name"), "Standard_GRS");
    assert_eq!(it.show("sa", "tags.a"), "tag-b");
    assert_eq!(it.show("sa", "tags.c"), "2");
    assert_eq!(it.show("sa", "properties.minimumTlsVersion"), "TLS1_2");
    assert_eq!(it.slice("sa", "properties.minimumTlsVersion"), "tls");
    assert_eq!(it.show("sa", "properties.allowBlobPublicAccess"), "false");
    assert_eq!(it.show("sa", "properties.opt"), "null");
    assert_eq!(it.show("sa", "properties.empty"), "true");
    assert_eq!(it.show("sa", "properties.list.1.n"), "b1");
    assert_eq!(it.show("sa", "properties.secret"), "input 'secret' has no value here");
    assert_eq!(it.show("sa", "location"), "input 'location' has no value here");
    assert_eq!(it.show("sa", "properties.any"), "input 'location' has no value here");
    assert_eq!(it.sources.slice(it.fact("sa").header), "resource sa 'microsoft.storage/StorageAccounts@2023-01-01'");
    assert!(it.at("sa", "location").is_some_and(|value| value.links().is_empty()), "how it came about is not kept");
}

#[test]
fn children_and_extensions_link_to_what_they_belong_to() {
    let it = lowered(&[(
        "main.bicep",
        "param name string\nresource sql 'Microsoft.Sql/servers@2022-05-01' = {\n  name: name\n  \
         resource fw 'firewallRules' = {\n    name: 'all'\n    properties: { startIpAddress: '0.0.0.0' }\n  }\n}\n\
         resource audit 'Microsoft.Sql/servers/auditingSettings@2022-05-01' = {\n  parent: sql\n  name: 'default'\n}\n\
         resource tls 'Microsoft.Sql/servers/databases@2022-05-01' = {\n  name: '${name}/db'\n}\n\
         resource there 'Microsoft.Sql/servers@2022-05-01' existing = {\n  name: name\n}\n\
         resource other 'Microsoft.Sql/servers/keys@2022-05-01' = {\n  parent: there\n  name: 'k'\n}\n\
         resource diag 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {\n  scope: tls\n  name: 'd'\n  \
         properties: { workspaceId: sql::fw.id }\n}\n",
    )]);
    assert_eq!(it.addresses(), ["sql", "sql::fw", "audit", "tls", "other", "diag"]);
    assert_eq!(&*it.fact("sql::fw").kind, "Microsoft.Sql/servers/firewallRules");
    assert_eq!(it.show("sql::fw", "apiVersion"), "2022-05-01");
    for child in ["sql::fw", "audit", "tls", "other"] {
        assert_eq!(it.links(child, "parent"), ["sql"], "{child}");
    }
    assert_eq!(it.show("tls", "name"), "db");
    assert_eq!(it.links("diag", "scope"), ["tls", "sql"]);
    assert_eq!(it.links("diag", "properties.workspaceId"), ["sql::fw"]);
    assert_eq!(text(it.at("audit", "parent")), "*/providers/Microsoft.Sql/servers/*");
}

#[test]
fn modules_are_followed_with_their_arguments() {
    let it = lowered(&[
        (
            "main.bicep",
            "param open bool = true\nmodule store 'modules/store.bicep' = [for n in ['a', 'b']: {\n  name: 'm${n}'\n  params: { name: n, tls: 'TLS1_0' }\n}]\n\
             module store2 'modules/store.bicep' = if (!open) {\n  name: 'x'\n  params: { name: 'c' }\n}\n\
             module reg 'br/public:avm/res/key-vault/vault:0.1.0' = {\n  name: 'r'\n  params: { name: store[0].outputs.id, enablePurgeProtection: false }\n}\n\
             resource diag 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {\n  name: 'd'\n  properties: { storageAccountId: store[1].outputs.id, n: store[0].outputs.name }\n}\n",
        ),
        (
            "modules/store.bicep",
            "param name string\nparam tls string = 'TLS1_2'\nresource sa 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: name\n  properties: { minimumTlsVersion: tls }\n}\n\
             output id string = sa.id\noutput name string = sa.name\n",
        ),
    ]);
    assert_eq!(it.addresses(), ["store[0].sa", "store[1].sa", "reg", "diag"]);
    assert_eq!(it.part.scopes.len(), 1);
    assert_eq!(it.show("store[1].sa", "name"), "b");
    assert_eq!(it.show("store[0].sa", "properties.minimumTlsVersion"), "TLS1_0");
    assert_eq!(it.sources.slice(it.fact("store[0].sa").via[0]), "module store 'modules/store.bicep'");
    assert_eq!(it.links("diag", "properties.storageAccountId"), ["store[1].sa"]);
    assert_eq!(it.show("diag", "properties.n"), "a");
    assert_eq!(&*it.fact("reg").kind, "br/public:avm/res/key-vault/vault");
    assert_eq!(it.show("reg", "enablePurgeProtection"), "false");
    assert_eq!(it.show("reg", "version"), "0.1.0");
    assert_eq!(it.part.scopes[0].unread.len(), 1);
    assert_eq!(it.part.problems.len(), 1);
    assert!(it.part.problems[0].message.contains("br/public:avm/res/key-vault/vault:0.1.0"));
}

#[test]
fn loops_and_conditions_decide_what_is_there() {
    let it = lowered(&[(
        "main.bicep",
        "param n int\nparam on bool\nresource a 'M.S/a@1' = [for i in range(0, 2): if (i > 0) {\n  name: 'a${i}'\n}]\n\
         resource b 'M.S/a@1' = if (false) {\n  name: 'b'\n}\nresource c 'M.S/a@1' = [for i in range(0, n): {\n  name: 'c${i}'\n}]\n\
         resource d 'M.S/a@1' = if (on) {\n  name: 'd'\n  properties: {\n    x: on ? 1 : 1\n    y: on ? 1 : 2\n    ...(on ? { z: 1 } : {})\n  }\n}\n\
         resource e 'M.S/b@1' = {\n  name: 'e'\n  properties: { ids: [for i in range(0, 2): a[i].id] }\n}\n",
    )]);
    assert_eq!(it.addresses(), ["a[1]", "c", "d", "e"]);
    assert_eq!(text(it.at("c", "name")), "c*");
    assert_eq!(it.show("d", "properties"), "x y z");
    assert_eq!(it.show("d", "properties.x"), "1");
    assert_eq!(it.show("d", "properties.z"), "input 'on' has no value here");
    assert_eq!(it.links("e", "properties.ids.1"), ["a[1]"]);
}

#[test]
fn files_of_parameters_are_variants() {
    let it = lowered(&[
        (
            "app/main.bicep",
            "param tls string\nparam n int = 1\nresource sa 'M.S/a@1' = {\n  name: 'x'\n  properties: { tls: tls, n: n }\n}\n",
        ),
        ("app/dev.bicepparam", "using './main.bicep'\nextends 'base.bicepparam'\nvar v = 'TLS1_0'\nparam tls = v\n"),
        ("app/base.bicepparam", "using none\nparam n = 7\n"),
        (
            "app/main.parameters.prod.json",
            "{\"$schema\": \"https://x/2019-04-01/deploymentParameters.json#\", \"parameters\": {\"tls\": {\"value\": \"[TLS1_2]\"}}}",
        ),
    ]);
    let shown = it.part.facts.iter().map(|fact| {
        let properties = fact.body.get("properties").unwrap();
        (
            fact.scope.0,
            properties.get("tls").unwrap().as_str().unwrap(),
            properties.get("n").unwrap().as_number().unwrap(),
        )
    });
    assert_eq!(shown.collect::<Vec<_>>(), [(0, "TLS1_0", 7.0), (1, "[TLS1_2]", 1.0)]);
}

#[test]
fn imports_and_lambdas_are_followed() {
    let it = lowered(&[
        (
            "main.bicep",
            "import { rules as r, f } from 'shared.bicep'\nimport * as all from 'shared.bicep'\nparam p t?\n\
            resource a 'M.S/a@1' = {\n  name: all.base\n  properties: {\n    names: map(filter(r, x => x.on), x => x.name)\n    f: f('x')\n    g: all.f('y')\n    \
            o: toObject(r, x => x.name, x => x.on)\n    s: reduce(['a', 'b'], '', (c, n) => '${c}${n}')\n    p: p.?name ?? 'none'\n    j: loadJsonContent('d.json').k\n    \
            i: [for x in items({ b: 1, a: 2 }): x.key]\n  }\n}\n",
        ),
        (
            "shared.bicep",
            "@export()\nvar base = 'b'\n@export()\nvar rules = [\n  { name: 'one', on: true }\n  { name: 'two', on: false }\n]\n\
            @export()\nfunc f(x string) string => '${base}-${x}'\n",
        ),
        ("d.json", "{\"k\": \"v\"}"),
    ]);
    for (path, shown) in [
        ("name", "b"),
        ("properties.names", "1 items"),
        ("properties.names.0", "one"),
        ("properties.f", "b-x"),
        ("properties.g", "b-y"),
        ("properties.o", "one two"),
        ("properties.s", "ab"),
        ("properties.p", "none"),
        ("properties.j", "v"),
        ("properties.i.0", "a"),
    ] {
        assert_eq!(it.show("a", path), shown, "{path}");
    }
}
