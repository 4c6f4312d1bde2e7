#!/usr/bin/env python3
"""Documents that pandoc itself wrote are read through pandoc, whole and without their markup.

documents_test.py ALOUD
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

aloud = sys.argv[1]

ARTICLE = """---
title: The tide tables
author: Ann Ek
---

The harbour lies *open* to the west, and its **wall** is old.

## Spring tides

They come twice a month.[^1] A list of what they bring:

- weed and shells
- driftwood

[^1]: Nearly so.

| day | height |
|-----|--------|
| one | high   |
"""
SAID = ["The harbour lies open to the west, and its wall is old.", "Spring tides", "They come twice a month.", "weed and shells", "driftwood"]


@unittest.skipUnless(shutil.which("pandoc"), "pandoc is not installed")
class Documents(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.addCleanup(self.folder.cleanup)

    def make(self, name, to):
        path = self.root / name
        subprocess.run(["pandoc", "-s", "-f", "markdown", "-t", to, "-o", path], input=ARTICLE, text=True, check=True)
        return path

    def inspect(self, path, stage, *options):
        result = subprocess.run([aloud, "inspect", "--stage", stage, *options, str(path)], capture_output=True, text=True,
                                stdin=subprocess.DEVNULL, timeout=60, env={**os.environ, "LC_ALL": "C.UTF-8"})
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    def test_are_read_whole(self):
        for extension, to in [("docx", "docx"), ("odt", "odt"), ("rtf", "rtf"), ("rst", "rst"), ("org", "org"), ("tex", "latex"),
                              ("ipynb", "ipynb"), ("fb2", "fb2"), ("docbook", "docbook"), ("mediawiki", "mediawiki")]:
            with self.subTest(extension):
                text = self.inspect(self.make(f"a.{extension}", to), "text")
                for line in SAID:
                    self.assertIn(line, text)
                for mark in ["**", "``", "\\", "{", "|-", "<"]:
                    self.assertNotIn(mark, text)

    def test_account_for_every_byte_of_their_text(self):
        self.assertIn(" 0 unaccounted", self.inspect(self.make("a.docx", "docx"), "coverage"))

    def test_say_that_positions_are_those_of_the_text(self):
        timeline = json.loads(self.inspect(self.make("a.docx", "docx"), "timeline", "--json"))
        self.assertEqual(timeline["article"]["convertedBy"], "pandoc")
        self.assertEqual(timeline["article"]["title"], "The tide tables")
        self.assertEqual(timeline["article"]["author"], "Ann Ek")

    def test_may_not_include_other_files(self):
        (self.root / "secret.rst").write_text("The secret.\n")
        path = self.root / "a.rst"
        path.write_text(f"Text here.\n\n.. include:: {self.root}/secret.rst\n")
        self.assertNotIn("secret", self.inspect(path, "text").lower())

    def test_are_refused_with_what_to_do_where_the_program_is_missing(self):
        path = self.root / "a.rst"
        path.write_text("Title\n=====\n\nText.\n")
        result = subprocess.run([aloud, "inspect", str(path)], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                                env={**os.environ, "PATH": "/nowhere"})
        self.assertEqual(result.returncode, 1)
        self.assertIn("is reStructuredText, which takes pandoc to read: install it (apt install pandoc)", result.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
