#!/usr/bin/python3
"""Programs that are not ours read chapters and covers back: check_chapters.py ALOUD ARTICLE DIRECTORY"""
import base64
import json
import os
import struct
import subprocess
import sys
import zlib

aloud, article, directory = sys.argv[1:]
failures = []
os.makedirs(directory, exist_ok=True)


def expect(what, wanted, found):
    if wanted != found:
        failures.append(f"{what}: wanted {wanted}, found {found}")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout


def png(width, height):
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + b"\x20\x60\xa0" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


cover = png(40, 30)
cover_path = os.path.join(directory, "cover.png")
with open(cover_path, "wb") as file:
    file.write(cover)

for extension in ("mp3", "ogg", "opus", "flac", "wav"):
    output = os.path.join(directory, "a." + extension)
    run(aloud, "render", article, "-o", output, "-t", "json", "--cover", cover_path, "--no-cache", "-q")
    with open(os.path.join(directory, "a.json"), encoding="utf-8") as file:
        chapters = json.load(file)["chapters"]
    titles = [chapter["title"] for chapter in chapters]
    expect(extension + ": chapters", ["The Harbour Clock", "What was found", "What was done"], titles)
    begins = [chapter["startTime"] for chapter in chapters]
    probe = json.loads(run("ffprobe", "-v", "error", "-show_chapters", "-of", "json", output))["chapters"]
    if extension != "wav":  # ffprobe shows no cue points
        expect(extension + ": ffprobe's titles", titles, [chapter["tags"]["title"] for chapter in probe])
        late = [abs(float(chapter["start_time"]) - begin) for chapter, begin in zip(probe, begins)]
        expect(extension + ": times within 1 ms", [], [one for one in late if one > 0.001])
    run("ffmpeg", "-v", "error", "-xerror", "-i", output, "-map", "0:a", "-f", "null", "-")

import mutagen  # noqa: E402  (where it is missing, what stands above has been judged)
from mutagen.flac import FLAC, Picture  # noqa: E402

mp3 = mutagen.File(os.path.join(directory, "a.mp3"))
frames = mp3.tags
expect("mutagen: CTOC", ["ch0", "ch1", "ch2"], frames.getall("CTOC")[0].child_element_ids)
expect("mutagen: CHAP", 3, len(frames.getall("CHAP")))
expect("mutagen: APIC", ("image/png", cover), (frames.getall("APIC")[0].mime, frames.getall("APIC")[0].data))
for extension in ("ogg", "opus"):
    tags = mutagen.File(os.path.join(directory, "a." + extension))
    picture = Picture(base64.b64decode(tags["metadata_block_picture"][0]))
    expect(extension + ": picture", ("image/png", 40, 30, cover), (picture.mime, picture.width, picture.height, picture.data))
    expect(extension + ": last chapter", "What was done", tags["chapter003name"][0])
flac = FLAC(os.path.join(directory, "a.flac"))
expect("flac: picture", [cover], [picture.data for picture in flac.pictures])
shown = run("eyeD3", "--no-color", os.path.join(directory, "a.mp3"))
expect("eyeD3 sees title and cover", [], [word for word in ("The Harbour Clock", "FRONT_COVER") if word not in shown])

with open(os.path.join(directory, "a.wav"), "rb") as file:
    wav = file.read()
at, points, data_size = 12, [], 0
while at + 8 <= len(wav):
    kind, size = wav[at : at + 4], struct.unpack("<I", wav[at + 4 : at + 8])[0]
    if kind == b"cue ":
        count = struct.unpack("<I", wav[at + 8 : at + 12])[0]
        points = [struct.unpack("<I", wav[at + 12 + 24 * i + 20 : at + 12 + 24 * i + 24])[0] for i in range(count)]
    at += 8 + size + size % 2
run(aloud, "render", article, "-o", os.path.join(directory, "b.wav"), "-t", "json", "--no-cache", "-q")
with open(os.path.join(directory, "b.json"), encoding="utf-8") as file:
    expect("wav: cue points to the sample", [c["startSample"] for c in json.load(file)["chapters"]], points)

run(aloud, "render", article, "-o", os.path.join(directory, "c.mp3"), "--chapter-level", "0", "--no-cache", "-q")
expect("no chapters", [], json.loads(run("ffprobe", "-v", "error", "-show_chapters", "-of", "json", os.path.join(directory, "c.mp3")))["chapters"])
print("\n".join(failures) or "chapters and covers are read back")
sys.exit(1 if failures else 0)
