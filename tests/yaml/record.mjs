// Records what the reference implementation makes of the documents in documents.txt.
//
// Writes recorded.jsonl: a first line with the program and its version, then one line for each entry: the documents as
// JSON, or that they are refused. Needs the package `yaml` from npm: `npm install yaml` in a folder of its own, then
// `node record.mjs FOLDER`. The test suite reads what is recorded and needs none of this.
//
// Entries are behind lines of `=`; `␍` stands for a carriage return. The schema is YAML 1.2's core, with the two
// things that every configuration relies on: merge keys, and a later key that takes the place of an earlier one.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(resolve(process.argv[2] ?? "."), "node_modules", "_"));
const yaml = require("yaml");
// Packages hide their package.json; its folder is two above the entry.
const { version } = JSON.parse(readFileSync(join(dirname(require.resolve("yaml")), "..", "package.json"), "utf8"));

const special = (_, value) =>
  typeof value === "number" && !Number.isFinite(value) ? { $number: String(value) } : value;
const texts = readFileSync(join(here, "documents.txt"), "utf8").split("\n=\n").map((text) => text + "\n");
const lines = texts.map((text) => {
  const documents = yaml.parseAllDocuments(text.replaceAll("␍", "\r"), {
    version: "1.2",
    schema: "core",
    merge: true,
    uniqueKeys: false,
    logLevel: "silent",
  });
  if (documents.some((document) => document.errors.length > 0)) {
    const error = documents.find((document) => document.errors.length > 0).errors[0];
    return { document: text, error: error.code };
  }
  try {
    return { document: text, result: documents.map((document) => document.toJS()) };
  } catch (error) {
    return { document: text, error: error.message };
  }
});
const all = [{ program: "yaml (npm)", version, documents: lines.length }, ...lines];
writeFileSync(join(here, "recorded.jsonl"), all.map((line) => JSON.stringify(line, special) + "\n").join(""));
console.log(`${lines.length} documents, ${lines.filter((line) => "error" in line).length} of them refused`);
