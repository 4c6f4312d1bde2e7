#!/usr/bin/env python3
"""How well the text of an article is found in web pages whose text is known.

  scripts/measure-extraction.py DIR ALOUD [--type TYPE] [--grams N] [--worst N] [--jobs N]

DIR holds pages as ID.html or ID.html.gz, and truth.json: a list of objects with "id", "type" and "main_content". Prints, for each
type and all pages, the mean precision, recall and F1 of words (lower case, as multisets), or of N words in a row.
"""
import argparse
import collections
import concurrent.futures
import gzip
import json
import os
import re
import subprocess
import sys


def grams(text, size):
    words = re.findall(r"\w+", text.lower())
    if size > 1:
        words = [tuple(words[i : i + size]) for i in range(max(len(words) - size + 1, min(len(words), 1)))]
    return collections.Counter(words)


def score(found, wanted):
    """Precision, recall and F1 of one page; a page without text is found whole by saying nothing."""
    both = sum((found & wanted).values())
    if not wanted or not found:
        return (1.0, 1.0, 1.0) if not wanted and not found else (0.0, 0.0, 0.0)
    precision, recall = both / sum(found.values()), both / sum(wanted.values())
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def page_of(directory, name):
    path = os.path.join(directory, name + ".html")
    if os.path.exists(path):
        with open(path, "rb") as file:
            return file.read()
    with gzip.open(path + ".gz") as file:
        return file.read()


def text_of(binary, page):
    command = [binary, "inspect", "--stage", "text", "--html", "-"]
    run = subprocess.run(command, input=page, capture_output=True, timeout=120, check=False)
    return run.stdout.decode("utf-8", "replace"), run.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument("binary")
    parser.add_argument("--type")
    parser.add_argument("--grams", type=int, default=1)
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with open(os.path.join(options.directory, "truth.json"), encoding="utf-8") as file:
        truth = [entry for entry in json.load(file) if options.type in (None, entry["type"])]
    if not truth:
        sys.exit("measure-extraction: no pages")

    def measure(entry):
        text, code = text_of(options.binary, page_of(options.directory, entry["id"]))
        scores = score(grams(text, options.grams), grams(entry["main_content"] or "", options.grams))
        return entry["type"], entry["id"], scores, code

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        rows = list(pool.map(measure, truth))
    by_type = collections.defaultdict(list)
    for kind, _, scores, _ in rows:
        by_type[kind].append(scores)
        by_type["all"].append(scores)
    print(f"{'type':<16}{'pages':>6}{'P':>8}{'R':>8}{'F1':>8}")
    for kind, scores in sorted(by_type.items(), key=lambda item: (item[0] == "all", -len(item[1]))):
        means = [sum(column) / len(scores) for column in zip(*scores)]
        print(f"{kind:<16}{len(scores):>6}" + "".join(f"{mean:>8.3f}" for mean in means))
    for kind, name, scores, code in sorted(rows, key=lambda row: row[2][2])[: options.worst]:
        failed = f" exit {code}" if code else ""
        print(f"{name} {kind:<14} P {scores[0]:.3f} R {scores[1]:.3f} F1 {scores[2]:.3f}{failed}")


if __name__ == "__main__":
    main()
