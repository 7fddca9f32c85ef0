#!/bin/sh
# Holds the SARIF logs that the tests wrote to Microsoft's SARIF Multitool, with its rules for SARIF and for GitHub.
# Run after `cargo test`. Fails on any error or warning, and when there is nothing to check.
set -eu
cd "$(dirname "$0")/.."

version=5.7.0
tools=target/multitool-$version
program=$tools/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
logs=target/sarif-logs
verdict=target/multitool.sarif

if [ ! -f "$program" ]; then
    npm install --prefix "$tools" --no-save --no-audit --no-fund --ignore-scripts --silent \
        "@microsoft/sarif-multitool-linux@$version"
fi
chmod u+x "$program"

# It asks for a library of locales that it does not need here.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
rm -f "$verdict"
"$program" validate "$logs/*.sarif" --rule-kind "Sarif;Ghas" --config tests/multitool.xml \
    --output "$verdict" --log ForceOverwrite > target/multitool.txt || { cat target/multitool.txt; exit 1; }

# It succeeds whatever it finds, so that its verdict has to be read.
node - "$verdict" "$logs" target/multitool.txt <<'JS'
const fs = require("fs");
const [verdict, logs, printed] = process.argv.slice(2);
const run = JSON.parse(fs.readFileSync(verdict, "utf8").replace(/^\uFEFF/, "")).runs[0];
const written = fs.readdirSync(logs).filter((name) => name.endsWith(".sarif")).length;
const scanned = Number((/(\d+) files? scanned/.exec(fs.readFileSync(printed, "utf8")) || [])[1] || 0);
// A result without a level is a warning.
const bad = (run.results || []).filter((result) => !["note", "none"].includes(result.level || "warning"));
for (const result of bad) {
  const place = result.locations[0].physicalLocation;
  console.error(`${place.artifactLocation.uri}: ${result.ruleId} ${JSON.stringify(result.message.arguments || result.message)}`);
}
const failed = (run.invocations || []).some((invocation) => invocation.executionSuccessful === false);
if (failed || bad.length > 0 || scanned === 0 || scanned !== written) {
  console.error(`multitool: ${bad.length} errors and warnings, ${scanned} of ${written} logs checked`);
  process.exit(1);
}
console.log(`multitool: ${scanned} logs without an error or a warning`);
JS
