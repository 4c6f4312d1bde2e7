#!/usr/bin/env bash
# Renders this project's own articles as a batch; the second run does nothing, and --check agrees.
#   own_articles_test.sh SOURCE ALOUD
set -euo pipefail

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

source=$1 aloud=$2
export ALOUD_VOICES=$source/voices ALOUD_CACHE_DIR=$temporary/cache
cd -- "$source"

# As fast as the engine speaks, and not encoded: all words of all articles in little time.
batch() { "$aloud" batch text -o "$temporary/out" --exclude 'README*' --rate 449 -f wav -t json,vtt --quiet --stats "$@"; }

articles=$(find text -type f \( -name '*.md' -o -name '*.txt' \) ! -name 'README*' | wc -l)
batch | grep -qx "rendered: $articles" || fail "not all $articles articles were rendered"
before=$(find "$temporary/out" -type f -printf '%p %T@ %i\n' | LC_ALL=C sort)
second=$(batch)
grep -qx "unchanged: $articles" <<<"$second" || fail "the second run did something: $second"
grep -qx 'utterances: 0' <<<"$second" || fail "the second run spoke: $second"
[[ $before == "$(find "$temporary/out" -type f -printf '%p %T@ %i\n' | LC_ALL=C sort)" ]] || fail 'the second run touched a file'
batch --check >/dev/null || fail '--check does not agree'
