#!/usr/bin/env python3
"""The examples of docs/formats are what the program prints.

examples_test.py [--fix] SOURCE ALOUD     --fix writes what is printed into the pages

A page's blocks are of these kinds, by the word behind the fence:

    console     run: "$ " begins a command, and what it prints stands below; JSON may be laid out in any way
    KIND NAME   a file, NAME, that lies where the commands of the page run
    sh          commands alone, to be read
    text        a drawing, a grammar, bytes

"…" in what is printed stands for any text without white space; digests are always shown so.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
WIDTH = 150


def laid_out(value, indent=""):
    """JSON with as much on a line as goes there."""
    text = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(text) <= WIDTH or not isinstance(value, (dict, list)) or not value:
        return text
    inner = indent + "  "
    if isinstance(value, list):
        parts, (begin, end) = [laid_out(item, inner) for item in value], "[]"
    else:
        parts, (begin, end) = [f"{json.dumps(key)}: {laid_out(item, inner)}" for key, item in value.items()], "{}"
    return begin + "\n" + ",\n".join(inner + part for part in parts) + "\n" + indent + end


def as_json(text):
    try:
        value = json.loads(text)
        return value if isinstance(value, dict) else None
    except ValueError:
        return None


class Page:
    def __init__(self, path, aloud, voices):
        self.path, self.failures = path, []
        self.environment = {**os.environ, "ALOUD_VOICES": str(voices), "LC_ALL": "C.UTF-8"}
        self.environment["PATH"] = f"{aloud.parent}:{self.environment['PATH']}"
        version = subprocess.run([aloud, "--version"], capture_output=True, text=True).stdout
        self.other_engine = "espeak-ng 1.51" not in version  # it speaks at its own pace: numbers are not compared

    def run(self):
        """The page with what its commands print."""
        with tempfile.TemporaryDirectory() as place:
            self.place = place
            self.environment.update(HOME=place, ALOUD_CACHE_DIR=place + "/.cache")
            return FENCE.sub(self.replaced, self.path.read_text())

    def replaced(self, fence):
        kind, *name = fence.group(1).split()[:2] or [""]
        if kind == "console":
            return "```console\n" + "".join(self.printed(*one) for one in self.commands(fence.group(2))) + "```"
        if name:
            Path(self.place, name[0]).parent.mkdir(parents=True, exist_ok=True)
            Path(self.place, name[0]).write_text(fence.group(2))
        elif kind not in ("sh", "text"):
            self.failures.append(f"a block that is neither console, sh, text nor a file with a name:\n{fence.group()}")
        return fence.group()

    def commands(self, text):
        parts = re.split(r"^\$ (.*)\n", text, flags=re.M)
        return list(zip(parts[1::2], parts[2::2]))

    def printed(self, command, expected):
        run = subprocess.run(["bash", "-c", command], cwd=self.place, env=self.environment, capture_output=True, text=True)
        actual = (run.stdout + run.stderr).replace("\r", "")
        actual = re.sub(r'"[0-9a-f]{16,}"', '"…"', actual)
        actual += "\n" if actual and not actual.endswith("\n") else ""
        if as_json(expected) is not None and as_json(actual) is not None and expected != actual:
            expected, actual = laid_out(as_json(expected)) + "\n", laid_out(as_json(actual)) + "\n"
        if self.agree(expected, actual):
            actual = expected
        else:
            self.failures.append(f"$ {command}\nis said to print:\n{expected}and prints:\n{actual}")
        return f"$ {command}\n{actual}"

    def agree(self, expected, actual):
        if self.other_engine:
            expected, actual = (re.sub(r"\d+", "0", text) for text in (expected, actual))
        pattern = re.escape(expected).replace("…", r'[^\s"]*')
        return re.fullmatch(pattern, actual) is not None


fix = "--fix" in sys.argv
source, aloud = (Path(name).absolute() for name in sys.argv[-2:])
failures, examples = [], 0
for path in sorted((source / "docs/formats").glob("*.md")):
    page = Page(path, aloud, source / "voices")
    text = page.run()
    examples += text.count("\n$ ")
    failures += [f"{path.relative_to(source)}: {failure}" for failure in page.failures]
    if fix:
        path.write_text(text)
if examples < 12:
    failures.append(f"only {examples} examples were found")
print("\n".join(failures))
sys.exit(1 if failures and not fix else 0)
