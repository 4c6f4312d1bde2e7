#!/usr/bin/env python3
"""Makes the picture of `aloud play` that README shows: docs/pictures/play.svg, from the program itself.

picture-of-play.py ALOUD [PICTURE]

Plays an article in a terminal of tmux (Debian's tmux) without a sound device, pauses in the middle of a sentence, and draws
what stands on the screen. The picture is text, so that it can be read, searched and compared.
"""

import html
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLE = """# The tide mill

Twice a day the sea comes up the creek, and a gate lets it in. When it
turns, the gate falls shut by itself, and the pond behind it is full.

## How it grinds

For about five hours the water runs out under the wheel. The miller
works when the tide says so: at noon, at four in the morning, and an
hour later tomorrow.
"""
BEGIN = "How it grinds"  # from there on, the word "tide" comes once
COLUMNS, ROWS = 72, 15
# Of the most usual monospaced fonts a character is about 0.6 em wide.
SIZE, WIDTH, HEIGHT, MARGIN = 15, 9.03, 20, 14
PAPER, INK, BRIGHT, GREY = "#1d2126", "#b9c0c8", "#ffffff", "#7f8a96"
# The time after which something that should have happened has not, in seconds.
PATIENCE = 90


class Terminal:
    def __init__(self, folder, command):
        self.socket = ["tmux", "-f", "/dev/null", "-S", f"{folder}/socket"]
        environment = {**os.environ, "SDL_AUDIODRIVER": "dummy", "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder, "LC_ALL": "C.UTF-8"}
        size = ["-x", str(COLUMNS), "-y", str(ROWS)]
        subprocess.run([*self.socket, "-u", "new-session", "-d", *size, *command], check=True, env=environment)

    def run(self, *words):
        return subprocess.run([*self.socket, *words], check=True, capture_output=True, text=True).stdout

    def wait_for(self, text):
        deadline = time.monotonic() + PATIENCE
        while not re.search(text, screen := self.run("capture-pane", "-e", "-p")):
            if time.monotonic() > deadline:
                sys.exit(f"picture-of-play: the screen does not show {text}:\n{screen}")
            time.sleep(0.02)
        return screen


def styled_runs(line, style):
    """The pieces of a line with what marks them: {bold, reverse}."""
    runs = []
    for sequence, text in re.findall(r"(?:\x1b\[([\d;]*)m)|([^\x1b]+)", line):
        if text:
            runs.append((text, frozenset(style)))
            continue
        for code in sequence.split(";"):
            if code in ("", "0"):
                style.clear()
            elif code in ("1", "7"):
                style.add({"1": "bold", "7": "reverse"}[code])
            elif code == "22":
                style.discard("bold")
            elif code == "27":
                style.discard("reverse")
    return runs


def drawn_line(line, row, style, ink):
    y = MARGIN + row * HEIGHT
    x, shapes, texts = MARGIN, "", ""
    for text, marks in styled_runs(line, style):
        wide = len(text) * WIDTH
        colour = BRIGHT if marks else ink
        if "reverse" in marks:
            shapes += f'<rect x="{x:.1f}" y="{y}" width="{wide:.1f}" height="{HEIGHT}" fill="{BRIGHT}"/>'
            colour = PAPER
        weight = ' font-weight="bold"' if "bold" in marks else ""
        if text.strip():
            length = f' textLength="{wide:.1f}" lengthAdjust="spacingAndGlyphs"'
            texts += f'<text x="{x:.1f}" y="{y + 15}" fill="{colour}"{weight}{length} xml:space="preserve">{html.escape(text)}</text>'
        x += wide
    return shapes + texts


def picture_of(screen):
    lines = screen.rstrip("\n").split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    style = set()
    drawn = [drawn_line(line, row, style, GREY if row == len(lines) - 1 else INK) for row, line in enumerate(lines)]
    wide, high = 2 * MARGIN + COLUMNS * WIDTH, 2 * MARGIN + len(lines) * HEIGHT
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high}" width="{wide:.0f}" height="{high}"',
        f'     font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="{SIZE}">',
        "<title>aloud play: the sentence that is heard is bold, its word in reverse</title>",
        f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
        *[line for line in drawn if line],
        "</svg>\n",
    ])


def main():
    aloud = os.path.abspath(sys.argv[1])
    root = Path(__file__).resolve().parent.parent
    picture = Path(sys.argv[2]) if len(sys.argv) > 2 else root / "docs/pictures/play.svg"
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "tide-mill.md"
        article.write_text(ARTICLE)
        terminal = Terminal(folder, [aloud, "play", str(article), "--no-project", "--no-cache"])
        try:
            terminal.wait_for(BEGIN)
            terminal.wait_for(r"\x1b\[[0-9;]*7mtide")  # the word that is heard
            terminal.run("send-keys", "Space")
            screen = terminal.wait_for("Paused")
        finally:
            subprocess.run([*terminal.socket, "kill-server"], check=False, capture_output=True)
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text(picture_of(screen))
    print(f"picture-of-play: {picture}")


main()
