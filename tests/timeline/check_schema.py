#!/usr/bin/python3
"""Validates native timelines: check_schema.py SCHEMA DIRECTORY"""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    sys.exit("python3-jsonschema is missing: apt-get install python3-jsonschema, or run scripts/test.sh")


def main() -> None:
    schema_path, directory = sys.argv[1:]
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted(pathlib.Path(directory).glob("*.json"))
    if not files:
        sys.exit(f"{directory}: no timelines to check")
    problems = 0
    for path in files:
        for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            print(f"{path}: {error.json_path}: {error.message}")
            problems += 1
    # A schema that lets everything pass would prove nothing.
    broken = json.loads(files[0].read_text(encoding="utf-8"))
    broken["timeline"][0]["startSample"] = -1
    if validator.is_valid(broken):
        sys.exit("the schema accepts a negative sample number")
    print(f"{len(files)} timelines, {problems} problems")
    sys.exit(problems > 0)


main()
