#!/usr/bin/env python3
"""What docs/ci.md, docs/scale.md and the formats tell people to write is well-formed, and calls options that there are.

documentation_test.py SOURCE ALOUD
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import yaml

source, aloud = Path(sys.argv[1]), sys.argv[2]
failures = []


def blocks_of(page):
    return re.findall(r"^```(\w+)[^\n]*\n(.*?)^```$", (source / "docs" / page).read_text(), re.M | re.S)


def check(page, kind, text):
    if kind == "yaml":
        yaml.safe_load(text)
    elif kind == "toml" and page != "formats/voice-profile.md":
        tomllib.loads(text)
        with tempfile.TemporaryDirectory() as place:
            Path(place, "aloud.toml").write_text(text)
            run = subprocess.run([aloud, "batch", "--print-cache-key"], cwd=place, capture_output=True, text=True)
            # The file is read before its inputs are looked for, and those are not there.
            if "no such file or directory" not in run.stderr:
                raise ValueError(run.stderr)
    elif kind == "js":
        run = subprocess.run(["node", "--input-type=module", "--check"], input=text, capture_output=True, text=True)
        if run.returncode != 0:
            raise ValueError(run.stderr)
    elif kind == "json":
        json.loads(text)


known = set(re.findall(r"--[a-z][a-z-]+", subprocess.run([aloud, "batch", "--help"], capture_output=True, text=True).stdout))
for page in ["ci.md", "scale.md", "formats/project.md", "formats/manifest.md", "formats/batch-report.md"]:
    for kind, text in blocks_of(page):
        try:
            check(page, kind, text)
        except Exception as error:  # any kind of it is a mistake on the page
            failures.append(f"{page}: {kind}: {error}\n{text}")
    for line in (source / "docs" / page).read_text().splitlines():
        for call in re.findall(r"aloud batch[^`|&;]*", line):
            for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", call):
                if option not in known:
                    failures.append(f"{page}: aloud batch has no {option}")

print("\n".join(failures))
sys.exit(1 if failures else 0)
