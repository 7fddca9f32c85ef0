#!/usr/bin/env python3
"""Records what the real Terraform makes of the expressions in expressions.txt.

Writes recorded.jsonl: a first line with the version, then one line for each expression: its result as JSON with the
outermost type, or that it is unknown, or the first line of the error. Needs `terraform` and no network: run it as
`tests/terraform/record.py` after changing expressions.txt or module/. The test suite reads what is recorded and needs
no Terraform.
"""
import base64
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
NEWLINE = "⏎"
# What is another at each run, or on each machine: only its type is recorded.
VARYING = ("bcrypt(", "uuid()", "timestamp()", "abspath(", "path.cwd", "pathexpand(\"~")


def run(folder, args, stdin=""):
    environment = {**os.environ, "CHECKPOINT_DISABLE": "1", "TF_CLI_CONFIG_FILE": str(folder / "empty.rc")}
    done = subprocess.run(["terraform", *args], cwd=folder, input=stdin, capture_output=True, text=True, env=environment)
    plain = [re.sub("\x1b\\[[0-9;]*m", "", text) for text in (done.stdout, done.stderr)]
    return done.returncode, plain[0].strip(), plain[1]


def message(stderr):
    """The first error, without its frame."""
    lines = [line.lstrip("│ ").strip() for line in stderr.splitlines()]
    return next((line.removeprefix("Error: ") for line in lines if line.startswith("Error: ")), "failed")


def record(base, expression):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "module"
        shutil.copytree(base, folder, symlinks=True)
        text = expression.replace(NEWLINE, "\n")
        (folder / "probe.tf").write_text(f"locals {{\n  probe = {text}\n}}\n", encoding="utf-8")
        line = {"expression": expression}
        code, out, err = run(folder, ["console"], "base64encode(jsonencode(nonsensitive(local.probe)))\n")
        # What is wrong in a local may be told beside an answer.
        if code != 0 or "Error: " in out + err:
            return {**line, "error": message(out + "\n" + err)}
        _, kind, _ = run(folder, ["console"], "type(local.probe)\n")
        line["type"] = kind.split("(")[0].strip()
        if any(name in expression for name in VARYING):
            return {**line, "varies": True}
        if "known after apply" in out:
            return {**line, "unknown": True}
        try:
            result = json.loads(base64.b64decode(json.loads(out)), parse_float=Number, parse_int=Number)
        except ValueError as error:
            raise SystemExit(f"{expression}: {out}") from error
        return {**line, "result": result}


class Number(str):
    """A number in all its digits."""


class Encoder(json.JSONEncoder):
    def encode(self, value):
        if isinstance(value, Number):
            return str.__str__(value)
        if isinstance(value, list):
            return "[" + ",".join(map(self.encode, value)) + "]"
        if isinstance(value, dict):
            return "{" + ",".join(f"{super(Encoder, self).encode(key)}:{self.encode(value[key])}" for key in value) + "}"
        return super().encode(value)


def main():
    version = json.loads(subprocess.run(["terraform", "version", "-json"], capture_output=True, text=True).stdout)
    lines = (HERE / "expressions.txt").read_text(encoding="utf-8").splitlines()
    expressions = [line for line in lines if line and not line.startswith("## ")]
    with tempfile.TemporaryDirectory() as name:
        base = pathlib.Path(name) / "module"
        shutil.copytree(HERE / "module", base)
        (base / "empty.rc").write_text("")
        targets = [f"-target=terraform_data.{name}" for name in ("many", "counted", "none")]
        code, _, err = run(base, ["apply", "-auto-approve", *targets])
        if code != 0:
            raise SystemExit(err)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            records = list(pool.map(lambda expression: record(base, expression), expressions))
    encoder = Encoder(ensure_ascii=False)
    header = {"program": "terraform", "version": version["terraform_version"], "expressions": len(records)}
    text = "".join(encoder.encode(line) + "\n" for line in [header, *records])
    (HERE / "recorded.jsonl").write_text(text, encoding="utf-8")
    print(f"{len(records)} expressions, {sum('error' in line for line in records)} of them errors")


if __name__ == "__main__":
    main()
