#!/usr/bin/env bash
# What the fish completion offers.   fish_test.sh SOURCE
set -euo pipefail

# shellcheck source=tests/completions/offers.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/offers.sh"

export HOME=$temporary COMPLETION=$1/scripts/completions/aloud.fish

fish -n "$COMPLETION"

# expect LINE WANTED…: the command line so far; then what must be offered, sorted.
expect() {
  local line=$1 offered
  shift
  # shellcheck disable=SC2016
  offered=$(LINE=$line fish --no-config -c 'source $COMPLETION; complete -C $LINE' | cut -f 1 | LC_ALL=C sort | tr '\n' ' ')
  expect_offer "$line" "$*" "${offered% }"
}

expect 'aloud ' batch cache inspect lexicon play render voices
expect 'aloud batch --dr' --drafts --dry-run
expect 'aloud play --s' --save --speak --speed
expect 'aloud render --vo' --voice --voices-dir --volume
expect 'aloud render --format ' flac mp3 opus vorbis wav
expect 'aloud render --format=f' --format=flac
expect 'aloud render --voice en' en-gb en-us
expect 'aloud render --speak tables=' tables=skip tables=speak tables=summarise
expect 'aloud inspect --stage co' coverage
expect 'aloud inspect --s' --stage
expect 'aloud voices --s' --say --show
expect 'aloud voices --show d' de

((failures == 0))
