#!/usr/bin/env bash
# The zsh completion parses, and zsh's completion system takes it as the one for aloud.   zsh_test.sh SOURCE
set -euo pipefail

zsh -n -- "$1/scripts/completions/_aloud"

temporary=$(mktemp -d)
trap 'rm -rf -- "$temporary"' EXIT
cp -- "$1/scripts/completions/_aloud" "$temporary/"
# shellcheck disable=SC2016
registered=$(zsh -f -c 'fpath=("$1" $fpath); autoload -Uz compinit && compinit -u -D && print -r -- $_comps[aloud]' zsh "$temporary")
[[ $registered == _aloud ]] || {
  echo "FAILED: zsh completes aloud by \"$registered\"" >&2
  exit 1
}
