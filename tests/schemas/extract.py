#!/usr/bin/env python3
"""Write tests/schemas/attributes.tsv: the schema rows of the resources that rules name.

Usage: extract.py SCHEMAS, a folder of provider schemas as tab-separated rows `resource path type flags` in
gzip files named terraform-*.tsv.gz, cloudformation.tsv.gz and kubernetes.tsv.gz.
"""
import fnmatch
import gzip
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DERIVED = {"PodSpec": "Pod", "Container": "Pod"}


def words():
    """Every quoted word of rules and links: the kinds are among them, and other words name no resource."""
    found = set()
    for path in (ROOT / "rules").rglob("*.toml"):
        if path.parent.name not in ("rules", "profiles", "defaults", "apis"):
            quoted = re.findall(r'"([A-Za-z][\w.:*-]*)"', path.read_text(encoding="utf-8"))
            found.update(DERIVED.get(word, word) for word in quoted)
    return found


def main():
    exact = words()
    globs = [word for word in exact if re.match(r"(aws_|azurerm_|google_|kubernetes_|AWS::)\w.*\*", word)]
    rows = set()
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.tsv.gz")):
        dialect = path.name.split("-")[0].split(".")[0]
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                resource, attribute, kind, flags = line.rstrip("\n").split("\t")[:4]
                short = resource.rsplit("/", 1)[-1] if dialect == "kubernetes" else resource
                hit = short in exact or any(fnmatch.fnmatchcase(short, word) for word in globs)
                if hit and attribute != ".":
                    recursive = " recursive" if "recursive" in flags else ""
                    rows.add(f"{dialect}\t{resource}\t{attribute}\t{kind}{recursive}")
    target = ROOT / "tests" / "schemas" / "attributes.tsv"
    target.write_text("\n".join(sorted(rows)) + "\n", encoding="utf-8")
    print(len(rows), "rows")


main()
