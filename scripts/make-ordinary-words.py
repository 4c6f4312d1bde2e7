#!/usr/bin/env python3
"""Makes src/language/pronunciation/en-ordinary.txt from a list of English words: make-ordinary-words.py [LIST]

LIST has one word a line; by default that of Debian's package wamerican-small, which is made of SCOWL (its notice stands in
docs/licences/scowl.txt). Names, abbreviations and regular forms of other words of the list are left out: ordinary_words.cpp
knows those by the same endings.
"""
import pathlib
import sys

OUTPUT = pathlib.Path(__file__).resolve().parent.parent / "src/language/pronunciation/en-ordinary.txt"
WIDTH = 126

# Written with a capital, and so not among the small words of the list.
CALENDAR = ("january february march april may june july august september october november december monday tuesday wednesday "
            "thursday friday saturday sunday")

# Endings of regular forms, and what stands in their place in the word itself.
ENDINGS = [("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"),
           ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ly", "")]


def stems(word):
    for ending, instead in ENDINGS:
        if not word.endswith(ending) or len(word) < len(ending) + 3:
            continue
        stem = word[:-len(ending)] + instead
        yield stem
        if not instead and len(stem) > 2 and stem[-1] == stem[-2]:
            yield stem[:-1]


def main():
    source = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict/american-english-small")
    words = {word for word in source.read_text(encoding="utf-8").split() if word.isascii() and word.isalpha() and word.islower()}
    words = {word for word in words if len(word) > 2} | set(CALENDAR.split())
    kept = sorted(word for word in words if not any(stem in words and stem != word for stem in stems(word)))
    lines, line = [], ""
    for word in kept:
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    head = ("# Ordinary English words, whose sound the engine's rules were made for. Made by scripts/make-ordinary-words.py from SCOWL, (c)\n"
            "# Kevin Atkinson (docs/licences/scowl.txt). Regular forms are not here.\n")
    OUTPUT.write_text(head + "\n".join(lines + [line]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
