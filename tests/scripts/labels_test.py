#!/usr/bin/env python3
"""Every test of a build has just one of the labels unit, program and judges, and none but "slow" besides.

labels_test.py CTEST BUILD
"""
import json
import subprocess
import sys

KINDS = {"unit", "program", "judges"}


def labels(test):
    return {value for p in test.get("properties", []) if p["name"] == "LABELS" for value in p["value"]}


ctest, build = sys.argv[1:]
shown = subprocess.run([ctest, "--test-dir", build, "--show-only=json-v1"], check=True, capture_output=True, text=True).stdout
# Test programs that are not built (scripts/test.sh unit builds some of them) stand there as one test without labels.
tests = [test for test in json.loads(shown)["tests"] if not test["name"].endswith("_NOT_BUILT")]
wrong = [test["name"] for test in tests if len(labels(test) & KINDS) != 1 or labels(test) - KINDS - {"slow"}]
for name in wrong:
    print(f"FAILED: {name} has not one of the labels {', '.join(sorted(KINDS))} (and perhaps slow)")
sys.exit(1 if wrong or len(tests) < 20 else 0)
