#!/usr/bin/env python3
"""Compares aloud with what people use today, pair by pair in one run.

For each case the peer and aloud run in turn, --rounds times, so that both see the same machine; printed are medians of
wall time and of CPU time (all processes), the peak memory of the largest process, and the median of the ratios of wall
times, pair by pair. A ratio below 1 means that aloud is faster. Nothing is judged: the figures are for reading
(docs/performance.md).

  bench/compare.py --aloud build/release/aloud                three sentences, an article, half an hour
  bench/compare.py --aloud build/release/aloud --sizes book   10,000 sentences: takes some minutes
"""

import argparse
import ctypes
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SIZES = {"three": 3, "article": 20, "half-hour": 300, "book": 10000}
VOICE = "en-us"

SUBJECTS = ["the harbour master", "a young printer", "the committee", "my grandmother", "the night train",
            "an old engineer", "the parish clerk", "our neighbour", "the second violin", "a tired courier",
            "the glass blower", "the whole village"]
VERBS = ["measured", "forgot", "described", "repaired", "followed", "sold", "remembered", "painted", "questioned",
         "carried", "counted", "defended"]
OBJECTS = ["the broken clock", "every bell in the valley", "a letter from the coast", "the last of the apples",
           "seven grey stones", "the long way home", "a map of the marshes", "the price of bread",
           "the sound of the river", "an empty suitcase"]
TAILS = ["before the rain began", "although nobody had asked", "while the kettle boiled",
         "with more care than the work deserved", "in the winter of the great frost",
         "and said nothing about it for years", "as if it were the simplest thing in the world",
         "because the bridge was closed", "under a sky the colour of slate", "until the lamps were lit again"]


def clause(source):
    return " ".join(source.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, TAILS))


def sentences(count, seed):
    """Sentences of varied length, the same for the same seed, hardly any of them twice."""
    source = random.Random(seed)
    made = []
    for number in range(count):
        text = clause(source)
        for _ in range(source.randrange(3)):
            text += source.choice([", and ", "; ", ", but "]) + clause(source)
        made.append(text[0].upper() + text[1:] + (" in house %d." % number if number % 7 == 0 else "."))
    return made


def write_text(path, count, seed=7):
    made = sentences(count, seed)
    with open(path, "w", encoding="utf-8") as file:
        for start in range(0, len(made), 5):
            file.write(" ".join(made[start:start + 5]) + "\n\n")


def inherit_orphans():
    """Makes processes that outlive their parent children of this one, so that their CPU time can be counted (prctl(2))."""
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def reap_orphans():
    try:
        while True:
            os.wait()
    except ChildProcessError:
        pass


class Run:
    """One shell command: wall and CPU seconds of all its processes."""

    def __init__(self, command, environment):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        process = subprocess.Popen(["bash", "-c", "set -o pipefail; " + command], env=environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        error = process.communicate()[1]
        self.wall = time.monotonic() - start
        if process.returncode != 0:
            sys.exit("failed (%d): %s\n%s" % (process.returncode, command, error.decode(errors="replace")))
        reap_orphans()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peak_memory(command, environment):
    """Peak resident set of the largest process of a command, in MB; a fresh parent keeps its high-water mark apart."""
    script = ("import resource,subprocess,sys; subprocess.run(['bash','-c',sys.argv[1]],stdout=subprocess.DEVNULL,"
              "stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    done = subprocess.run([sys.executable, "-c", script, command], env=environment, check=True, stdout=subprocess.PIPE)
    return int(done.stdout) / 1024


def samples_begin(stream):
    """Where the samples of a WAV stream begin, or None while its header is not there whole (chunks: RIFF, ...)."""
    at = 12
    while len(stream) >= at + 8:
        if stream[at:at + 4] == b"data":
            return at + 8
        at += 8 + int.from_bytes(stream[at + 4:at + 8], "little")
    return None


def first_sample(command, environment):
    """Seconds from the start of a command to the first sample of the WAV stream on its standard output."""
    start = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    stream = b""
    while samples_begin(stream) is None or len(stream) < samples_begin(stream) + 2:
        block = os.read(process.stdout.fileno(), 65536)
        if not block:
            sys.exit("no sound from: " + " ".join(command))
        stream += block
    elapsed = time.monotonic() - start
    process.kill()
    process.communicate()
    return elapsed


def ours_command(aloud, text):
    help_text = subprocess.run([aloud, "render", "--help"], stdout=subprocess.PIPE, check=True).stdout.decode()
    cold = " --no-cache" if "--no-cache" in help_text else ""
    return "'%s' render '%s' --quiet%s --voice %s -o" % (aloud, text, cold, VOICE)


def cases(aloud, text, folder):
    """(name, peer, ours): shell commands that do the same work."""
    peer = "espeak-ng -v gmw/en-US -f '%s'" % text
    ours = ours_command(aloud, text)
    at = folder + "/"
    yield "WAV against espeak-ng -w", peer + " -w %speer.wav" % at, ours + " %sours.wav" % at
    yield "Ogg Vorbis against | oggenc -q3", peer + " --stdout | oggenc -Q -q3 -o %speer.ogg -" % at, ours + " %sours.ogg" % at
    yield ("Ogg Vorbis against espeak-ng -w, then oggenc",
           peer + " -w %speer.wav && oggenc -Q -q3 -o %speer.ogg %speer.wav" % (at, at, at), ours + " %sours.ogg" % at)
    yield ("Opus against | opusenc --bitrate 32", peer + " --stdout | opusenc --quiet --bitrate 32 - %speer.opus" % at,
           ours + " %sours.opus" % at)
    yield "FLAC against | flac -5", peer + " --stdout | flac -s -f -5 -o %speer.flac -" % at, ours + " %sours.flac" % at


def compare(name, peer, ours, rounds, environment):
    pairs = [(Run(peer, environment), Run(ours, environment)) for _ in range(rounds)]
    ratios = [mine.wall / theirs.wall for theirs, mine in pairs]
    median = statistics.median
    print("%-46s %8.3f %8.3f %8.3f %8.3f %7.1f %7.1f   %5.2f (%.2f–%.2f)" % (
        name, median(theirs.wall for theirs, _ in pairs), median(mine.wall for _, mine in pairs),
        median(theirs.cpu for theirs, _ in pairs), median(mine.cpu for _, mine in pairs),
        peak_memory(peer, environment), peak_memory(ours, environment),
        median(ratios), min(ratios), max(ratios)), flush=True)


def print_pairs(name, pairs):
    print("%-46s %8.4f %8.4f %s %5.2f" % (name, statistics.median(theirs for theirs, _ in pairs),
                                          statistics.median(mine for _, mine in pairs), " " * 35,
                                          statistics.median(mine / theirs for theirs, mine in pairs)), flush=True)


def start_up(aloud, text, rounds, environment):
    """Process start to the first sample of a WAV stream, with nothing and with the first sentence in the cache."""
    peer = ["espeak-ng", "-v", "gmw/en-US", "-f", text, "--stdout"]
    ours = [aloud, "render", text, "--quiet", "--voice", VOICE, "--format", "wav", "-o", "-"]
    cold = ours + ["--no-cache"]
    print_pairs("start to first sample against --stdout, cold",
                [(first_sample(peer, environment), first_sample(cold, environment)) for _ in range(rounds)])
    subprocess.run(ours, env=environment, stdout=subprocess.DEVNULL, check=True)
    print_pairs("start to first sample against --stdout, warm",
                [(first_sample(peer, environment), first_sample(ours, environment)) for _ in range(rounds)])


def warm(aloud, count, folder, rounds, environment):
    """One sentence changed in a text that was rendered before, into Ogg Vorbis, against copying the result."""
    text, output, copy = folder + "/warm.txt", folder + "/warm.ogg", folder + "/copy.ogg"
    ours = "'%s' render '%s' --quiet --voice %s -o '%s'" % (aloud, text, VOICE, output)
    write_text(text, count)
    Run(ours, environment)
    with open(text, encoding="utf-8") as file:
        before = file.read()
    pairs = []
    for number in range(rounds):
        with open(text, "w", encoding="utf-8") as file:  # in the middle, and another change each time
            half = before.index(" the ", len(before) // 2)
            file.write(before[:half] + " the %d red or " % (number + 2) + before[half + 5:])
        mine = Run(ours, environment).wall
        pairs.append((Run("cp '%s' '%s'" % (output, copy), environment).wall, mine))
    print_pairs("warm, one sentence changed, against cp", pairs)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--aloud", required=True, help="the program to measure")
    parser.add_argument("--sizes", default="three,article,half-hour", help="of: " + ", ".join(SIZES))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="", help="only cases whose name holds this")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    inherit_orphans()
    for tool in ["espeak-ng", "oggenc", "opusenc", "flac"]:
        if shutil.which(tool) is None:
            sys.exit("%s is missing: apt-get install espeak-ng vorbis-tools opus-tools flac" % tool)
    aloud = os.path.abspath(arguments.aloud)
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, ALOUD_VOICES=os.path.join(root, "voices"), ALOUD_CACHE_DIR=folder + "/cache")
        for size in arguments.sizes.split(","):
            text = "%s/%s.txt" % (folder, size)
            write_text(text, SIZES[size])
            print("\n%s: %d sentences, %d bytes, %d rounds" % (size, SIZES[size], os.path.getsize(text), arguments.rounds))
            print("%-46s %17s %17s %15s" % ("", "wall s", "CPU s", "peak MB"))
            print("%-46s %8s %8s %8s %8s %7s %7s   ratio of walls" % (("",) + ("peer", "aloud") * 3))
            for name, peer, ours in cases(aloud, text, folder):
                if arguments.only in name:
                    compare(name, peer, ours, arguments.rounds, environment)
            start_up(aloud, text, arguments.rounds, environment)
            if not arguments.only:
                warm(aloud, SIZES[size], folder, arguments.rounds, environment)


if __name__ == "__main__":
    main()
