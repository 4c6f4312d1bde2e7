#!/usr/bin/env bash
# The manual page and the three completions know the same options.   options_test.sh SOURCE
set -euo pipefail

cd -- "$1"

sorted() { LC_ALL=C sort -u; }

bash_options() { grep -oE -e '--[a-z][a-z-]+' scripts/completions/aloud.bash | sorted; }
zsh_options() { grep -oE -e '--[a-z][a-z-]+' scripts/completions/_aloud | sorted; }
fish_options() { sed -nE 's/^complete .* -l ([a-z-]+).*/--\1/p' scripts/completions/aloud.fish | sorted; }
manual_options() { sed 's/\\-/-/g' docs/aloud.1 | sed -n '/^\.SH COMMANDS/,/^\.SH EXIT/p; /^\.SH SYN/,/^\.SH DESC/p' | grep -oE -e '--[a-z][a-z-]+' | sorted; }

for source in zsh fish manual; do
  if ! difference=$(diff <(bash_options) <("${source}_options")); then
    printf 'FAILED: options that bash (<) and %s (>) do not share:\n%s\n' "$source" "$difference" >&2
    exit 1
  fi
done
(($(bash_options | wc -l) > 20))
