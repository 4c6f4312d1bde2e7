#!/usr/bin/env python3
"""Renders every article with every shipped voice and prints how far each lands from the target.

    bench/loudness_matrix.py build/release/aloud [--format wav] [--loudness podcast-mono] [--judge]

Per voice: the worst deviation in LU, the highest true peak in dBTP, and the articles they belong to. With --judge the figures
come from ffmpeg (ebur128) on the decoded file instead of from aloud's own measurement. Ends with 1 if an article lands more
than 1 LU away or exceeds the ceiling by more than 0.1 dB.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

TARGETS = {"podcast-mono": (-19, -1), "podcast-stereo": (-16, -1), "ebu": (-23, -1), "acx": (-20, -3.2)}
ROOT = pathlib.Path(__file__).resolve().parent.parent


def measured(aloud, article, voice, options, scratch):
    output = f"{scratch}/article.{options.format}"
    command = [aloud, "render", str(article), "-o", output, "--voice", voice, "--voices-dir", str(ROOT / "voices"),
               "--loudness", options.loudness, "--stats", "--quiet"]
    stats = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if not options.judge:
        return (float(re.search(r"integrated_lufs: (\S+)", stats)[1]), float(re.search(r"true_peak_dbtp: (\S+)", stats)[1]))
    judge = ["ffmpeg", "-hide_banner", "-nostats", "-i", output, "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-"]
    log = subprocess.run(judge, check=True, capture_output=True, text=True).stderr
    return float(re.findall(r"I:\s+(\S+) LUFS", log)[-1]), float(re.findall(r"Peak:\s+(\S+) dBFS", log)[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("aloud")
    parser.add_argument("--format", default="wav")
    parser.add_argument("--loudness", default="podcast-mono")
    parser.add_argument("--judge", action="store_true")
    options = parser.parse_args()
    target, ceiling = TARGETS.get(options.loudness) or (float(options.loudness), -1)
    articles = sorted(path for path in (ROOT / "text").iterdir() if path.suffix in (".md", ".txt"))
    bad = False
    with tempfile.TemporaryDirectory() as scratch:
        for voice in sorted(path.stem for path in (ROOT / "voices").glob("*.toml")):
            figures = [(*measured(options.aloud, article, voice, options, scratch), article.name) for article in articles]
            lufs, _, farthest = max(figures, key=lambda figure: abs(figure[0] - target))
            _, peak, loudest = max(figures, key=lambda figure: figure[1])
            bad = bad or abs(lufs - target) > 1 or peak > ceiling + 0.1
            print(f"{voice:24} {lufs - target:+6.2f} LU  {farthest:36} {peak:+6.2f} dBTP  {loudest}", flush=True)
    sys.exit(bad)


if __name__ == "__main__":
    main()
