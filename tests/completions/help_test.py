#!/usr/bin/env python3
"""The manual page and the completions know each command's options, short ones and defaults included, as --help tells them.

help_test.py SOURCE ALOUD

The shells are asked, not read: what each offers behind `aloud COMMAND -`. The manual page is read as `man` shows it.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

source, aloud = Path(sys.argv[1]), sys.argv[2]
failures = []
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*|-[a-zA-Z])(?![\w-])")


def output_of(arguments, **environment):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "COMPLETIONS": str(source / "scripts/completions"), **environment}
    return subprocess.run(arguments, capture_output=True, text=True, env=environment).stdout


def expect_same(what, wanted, found):
    if lacking := sorted(set(wanted) - set(found)):
        failures.append(f"{what} lacks {' '.join(lacking)}")
    if unknown := sorted(set(found) - set(wanted)):
        failures.append(f"{what} has what --help does not tell: {' '.join(unknown)}")


# --- help: an option stands at the beginning of a line, what is said of it below and beside it, examples at the end


class Option:
    def __init__(self, head):
        self.names = OPTION.findall(head.split("  ")[0].split("Excludes:")[0].replace(",-", ", -"))
        self.text = head

    def defaults(self):
        return re.findall(r"\[((?!=)[^][]+)\]", self.text)

    def values(self):
        """The words of "json, srt, vtt, lrc" and of "wav, flac, opus or mp3": of a list of four or more."""
        word = "(?!or )[a-z][a-z0-9-]*"
        found = re.search(rf"(?:{word}, ){{2,}}{word}(?:, | or ){word}", re.sub(r" ?\[[^]]*\]| ?\(\w+\)", "", self.text))
        return re.split(", | or ", found.group()) if found else []

    def long_name(self):
        return next((name for name in self.names if name.startswith("--")), self.names[0])


def help_of(*command):
    return output_of([aloud, *command, "--help"]).split("\nExamples:")[0]


def options_of(*command):
    options = []
    for line in help_of(*command).splitlines():
        if re.match(r"  -", line):
            options.append(Option(line.strip()))
        elif options and re.match(r" {20}", line):
            options[-1].text += " " + line.strip()
    return options


def commands():
    return re.findall(r"^  (\w+)", help_of().split("Subcommands:")[1], re.M)


def names_in(options):
    return {name for option in options for name in option.names}


# --- what the shells offer

BASH = 'source "$COMPLETIONS"/aloud.bash; COMP_WORDS=(aloud $COMMAND "$WORD"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); ' \
    '_aloud 2>/dev/null; printf "%s\\n" "${COMPREPLY[@]}"'
FISH = "source $COMPLETIONS/aloud.fish; complete -C \"aloud $COMMAND $WORD\""
# zsh's completion needs a line editor; its specifications do not: "(-o --output)-o+[…]:…", "*--pause=[…]:…".
ZSH = '_arguments() { if [[ $1 == -C && -n $COMMAND ]]; then state=argument; else print -rl -- "$@"; fi }; words=($COMMAND); ' \
    'source "$COMPLETIONS"/_aloud'


def bash_words(command, word):
    return output_of(["bash", "-c", BASH], COMMAND=command, WORD=word).split()


def fish_words(command, word):
    lines = output_of(["fish", "--no-config", "-c", FISH], COMMAND=command, WORD=word).splitlines()
    return [line.split("\t")[0] for line in lines]


def zsh_options(command):
    lines = output_of(["zsh", "-f", "-c", ZSH], COMMAND=command).splitlines()
    return [found.group(1) for line in lines if (found := re.match(r"(?:\([^)]*\)|\*)?(-{1,2}[\w-]+)[+=]?\[", line))]


def fish_options(command):
    return {word for typed in ("-", "--") for word in fish_words(command, typed)}


# The values that are offered are those that --help lists, and one of them is what holds if nothing is said.
def check_values(command, option):
    name = option.long_name()
    for shell, words in (("bash", bash_words), ("fish", fish_words)):
        offered = words(f"{command} {name}", "")
        what = f"{shell}, for aloud {command} {name},"
        for short in set(option.names) - {name}:
            if words(f"{command} {short}", "") != offered:
                failures.append(f"{what} offers other values than for {short}")
        if option.values():
            expect_same(what, option.values(), offered)
        for value in option.defaults():
            if offered and re.fullmatch(r"[\w.]+", value) and value not in offered:
                failures.append(f"{what} does not offer the default {value}, but {' '.join(offered)}")


# --- the manual page: sections of commands, and those of several commands, which their headings name


def manual_sections():
    page = output_of(["sh", "-c", 'man -P cat -l "$1" | col -bx', "sh", source / "docs/aloud.1"], MANWIDTH="1000")
    page = page[page.index("\nCOMMANDS") : page.index("\nEXIT STATUS")]
    return re.findall(r"^   (\S.*)\n((?:(?!   \S).*\n)*)", page, re.M)


def manual_options(section):
    """Each option's names, and the paragraph below them."""
    return [(OPTION.findall(head.replace("=", " ")), text) for head, text in re.findall(r"^       (-.*)\n((?: {14}.*\n)*)", section, re.M)]


def check_manual(command, options, sections):
    entries = []
    for heading, section in sections:
        if re.search(rf"\b{command}\b", heading):
            entries += manual_options(section)
    expect_same(f"docs/aloud.1, for aloud {command},", names_in(options) - {"-h", "--help"}, {name for names, _ in entries for name in names})
    for option in options:
        text = " ".join(text for names, text in entries if option.long_name() in names)
        said = text[text.find("Default:") :] if "Default:" in text else ""
        for value in option.defaults():
            if value not in said:
                failures.append(f"docs/aloud.1 does not tell the default of aloud {command} {option.long_name()}: {value}")


place = tempfile.TemporaryDirectory()
os.chdir(place.name)  # where no files are, values alone are offered
sections = manual_sections()
for command in commands():
    options = options_of(command)
    names = names_in(options)
    if len(names) < 3:
        failures.append(f"too few options found in aloud {command} --help: {names}")
    expect_same(f"aloud.bash, for aloud {command},", names, bash_words(command, "-"))
    expect_same(f"aloud.fish, for aloud {command},", names, fish_options(command))
    expect_same(f"_aloud, for aloud {command},", names, zsh_options(command))
    check_manual(command, options, sections)
    for option in options:
        check_values(command, option)
expect_same("aloud.bash, without a command,", names_in(options_of()), bash_words("", "-"))
expect_same("_aloud, without a command,", names_in(options_of()), zsh_options(""))
expect_same("aloud.bash", commands(), bash_words("", ""))
expect_same("aloud.fish", commands(), fish_words("", ""))
expect_same("docs/aloud.1", commands(), {heading.removeprefix("aloud ") for heading, _ in sections if heading.startswith("aloud ")})

readme = (source / "README.md").read_text()
for command in commands():
    known = names_in(options_of(command))
    for call in re.findall(rf"aloud {command}\b([^`|&;\n#]*)", readme):
        for name in OPTION.findall(call):
            if name not in known:
                failures.append(f"README.md: aloud {command} has no {name}")
    if f"aloud {command}" not in readme:
        failures.append(f"README.md does not tell of aloud {command}")

print("\n".join(failures))
sys.exit(1 if failures else 0)
