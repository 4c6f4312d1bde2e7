#!/usr/bin/env python3
"""scan_changes_test.py ALOUD: scripts/scan-changes counts changes by rule and shows them in their places."""
import pathlib
import subprocess
import sys
import tempfile

SCRIPT = pathlib.Path(__file__).resolve().parent.parent.parent / "scripts/scan-changes"


def run(*arguments):
    return subprocess.run([sys.executable, SCRIPT, "--aloud", sys.argv[1], *arguments], capture_output=True, text=True, check=True).stdout


with tempfile.TemporaryDirectory() as folder:
    (pathlib.Path(folder) / "one.txt").write_text("She paid $5 for it.\n\nHe paid $7 on Monday.\n")
    (pathlib.Path(folder) / "two.md").write_text("They won 3-2.\n")
    (pathlib.Path(folder) / "three.bin").write_text("It cost $9.\n")
    every = run("--lang", "en", folder)
    assert "money: 2\n    She paid [$5 → five dollars] for it.\n    He paid [$7 → seven dollars] on Monday." in every, every
    assert "score: 1\n    They won [3-2 → three two]." in every, every
    assert every.endswith("3 changes by 2 rules in 2 articles\n"), every
    one = run("--lang", "en", "--rule", "score", "--most", "1", folder)
    assert "money" not in one and "1 changes by 1 rules" in one, one
    assert run("--lang", "en", "--against", sys.argv[1], folder) == "0 sentences are said otherwise\n"
