#!/usr/bin/env bash
# The zsh completion parses, and zsh's completion system takes it as the one for aloud.   zsh_test.sh SOURCE
set -euo pipefail

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

zsh -n -- "$1/scripts/completions/_aloud"

cp -- "$1/scripts/completions/_aloud" "$temporary/"
# shellcheck disable=SC2016
registered=$(zsh -f -c 'fpath=("$1" $fpath); autoload -Uz compinit && compinit -u -D && print -r -- $_comps[aloud]' zsh "$temporary")
[[ $registered == _aloud ]] || fail "zsh completes aloud by \"$registered\""
