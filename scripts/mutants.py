#!/usr/bin/env python3
"""Lists small changes of C++ sources that a test should notice. scripts/mutate.sh builds and tries them.

    scripts/mutants.py FILE --most N [--seed S]

prints one mutant a line, in an order that the seed decides: line, first byte, byte behind the last, what stands instead (as
JSON), and the change in words, separated by tabs.

Changed are comparisons (< and <=, > and >=, == and !=), && and ||, true and false, + and - between spaces, ++ and --, whole
numbers (by one), and a "!" before a condition goes; a statement on a line of its own is deleted. Comments, texts, includes,
assertions, template arguments and declarations stay.
"""

import argparse
import json
import random
import re
from pathlib import Path

SWAPS = {" < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ", " == ": " != ", " != ": " == ", " && ": " || ",
         " || ": " && ", " + ": " - ", " - ": " + ", " += ": " -= ", " -= ": " += ", "true": "false", "false": "true",
         "++": "--", "--": "++"}
OPERATOR = re.compile("|".join(sorted((re.escape(swap) if not swap.isalpha() else rf"\b{swap}\b" for swap in SWAPS), key=len, reverse=True)))
NUMBER = re.compile(r"(?<![\w.'])(0x[0-9A-Fa-f]+|\d[\d']*)(?:U|L|UL|u|z)?(?![\w.'])")
NEGATION = re.compile(r"(?<=[( ])!(?=[\w(:])")
STATEMENT = re.compile(r"^ +(?:if \([^;]*\) |\} else )?(?:return|continue|break|throw\b[^;]*|[A-Za-z_*(][\w:.>*\[\]()-]*(?: [-+*/|&]?= |\(|\+\+|--|\.|->)[^;]*|\+\+[^;]*|--[^;]*);$", re.M)

# What is not code, or must not be changed: kept in place as spaces, so that offsets stay.
UNTOUCHED = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'(?!\w)|^ *#[^\n]*|\b(?:static_)?assert\([^\n]*'
    r"|\btemplate <[^\n]*|<[\w:, *&]*>|\boperator\S+|\bstatic_cast<[^>]*>|= default;|= delete;",
    re.M | re.S)


def blanked(source):
    return UNTOUCHED.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), source)


def neighbour(number, chance):
    """A number beside it, which for 0 can be 1 alone: most of them count."""
    digits = number.replace("'", "")
    value = int(digits, 0 if digits.startswith("0x") else 10)
    return str(value + 1 if value == 0 or chance.random() < 0.5 else value - 1)


def mutants_of(source, chance):
    code = blanked(source)
    for found in OPERATOR.finditer(code):
        yield found.start(), found.end(), SWAPS[found.group()], f"{found.group().strip()} becomes {SWAPS[found.group()].strip()}"
    for found in NUMBER.finditer(code):
        other = neighbour(found.group(1), chance)
        yield found.start(1), found.end(1), other, f"{found.group(1)} becomes {other}"
    for found in NEGATION.finditer(code):
        yield found.start(), found.end(), "", "! goes"
    for found in STATEMENT.finditer(code):
        text = source[found.start() : found.end()].strip()
        if code[: found.start()].rstrip()[-1:] not in ("", ";", "{", "}", ")", ":"):
            continue  # the rest of a longer one
        yield found.start(), found.end(), "", f"deleted: {text}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--most", type=int, default=10)
    parser.add_argument("--seed", default="1")
    arguments = parser.parse_args()
    source = arguments.file.read_text()
    chance = random.Random(f"{arguments.seed} {arguments.file.name}")
    mutants = list(mutants_of(source, chance))
    chance.shuffle(mutants)
    for begin, end, instead, change in mutants[: arguments.most]:
        line = source.count("\n", 0, begin + (source[begin] == "\n")) + 1
        first, last = len(source[:begin].encode()), len(source[:end].encode())
        print(line, first, last, json.dumps(instead), change, sep="\t")


main()
