#!/usr/bin/env bash
# What the fish completion offers.   fish_test.sh SOURCE
set -euo pipefail

# shellcheck source=tests/completions/offers.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/offers.sh"

touch article.md notes.txt picture.png names.pls report.json mine.toml
mkdir folder
export HOME=$temporary COMPLETION=$1/scripts/completions/aloud.fish

fish -n "$COMPLETION"

# What continues the last word of LINE, of the lines on standard input: fish 4 lists with it what merely has its letters in their
# order ("--cache-dir" for "--dr"), and shows that where nothing else is there alone.
continuing() { WORD=${1##* } awk 'index($0, ENVIRON["WORD"]) == 1'; }

# expect LINE WANTED…: the command line so far; then what must be offered, sorted.
expect() {
  local line=$1 offered
  shift
  # shellcheck disable=SC2016
  offered=$(LINE=$line fish --no-config -c 'source $COMPLETION; complete -C $LINE' | cut -f 1 | continuing "$line" | LC_ALL=C sort | tr '\n' ' ')
  expect_offer "$line" "$*" "${offered% }"
}

expect 'aloud ' batch cache config doctor init inspect lexicon play render say voices
expect 'aloud batch --dr' --drafts --dry-run
expect 'aloud play --s' --save --shared-cache --speak --speed --ssml --stop-after
expect 'aloud render --vo' --voice --voices-dir --volume
expect 'aloud render --format ' aiff au caf flac mp3 opus rf64 vorbis w64 wav
expect 'aloud render --format=f' --format=flac
expect 'aloud render --voice en' en-gb en-us
expect 'aloud render --speak tables=' tables=skip tables=speak tables=summarise
expect 'aloud inspect --stage co' coverage
expect 'aloud inspect --s' --speak --ssml --stage
expect 'aloud voices --s' --say --show --speak
expect 'aloud voices --show d' de
expect 'aloud render ' article.md folder/ notes.txt
expect 'aloud render pic' picture.png
expect 'aloud render -f v' vorbis
expect 'aloud render -f ' aiff au caf flac mp3 opus rf64 vorbis w64 wav
expect 'aloud inspect -s b' blocks
expect 'aloud play -v m' mine.toml
expect 'aloud batch ' article.md folder/ merge notes.txt
expect 'aloud batch merge ' folder/ report.json
expect 'aloud batch --project ' folder/ mine.toml
expect 'aloud batch --report json=rep' json=report.json
expect 'aloud lexicon ' add check test
expect 'aloud lexicon -l de ' add check test
expect 'aloud lexicon check ' article.md folder/ notes.txt
expect 'aloud lexicon add ' folder/ names.pls notes.txt

((failures == 0))
