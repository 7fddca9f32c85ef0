#!/usr/bin/env python3
"""Records what cfn-flip, the converter of AWS Labs, makes of the short tags in templates.txt.

Writes recorded_cloudformation.jsonl: a first line with the version, then one line for each entry. Needs `cfn-flip` from
PyPI. The test suite reads what is recorded and needs none of this.
"""
import importlib.metadata
import json
import pathlib

import cfn_flip

HERE = pathlib.Path(__file__).resolve().parent


def record(text):
    try:
        return {"document": text, "result": json.loads(cfn_flip.to_json(text))}
    except Exception as error:  # Whatever it says: it refuses the text.
        return {"document": text, "error": type(error).__name__}


texts = [text + "\n" for text in (HERE / "templates.txt").read_text(encoding="utf-8").rstrip("\n").split("\n=\n")]
header = {"program": "cfn-flip", "version": importlib.metadata.version("cfn-flip"), "documents": len(texts)}
lines = [json.dumps(line) + "\n" for line in [header, *map(record, texts)]]
(HERE / "recorded_cloudformation.jsonl").write_text("".join(lines), encoding="utf-8")
print(len(texts))
