#!/usr/bin/env bash
# What the bash completion offers, as readline would ask for it.   bash_test.sh SOURCE
set -euo pipefail

# shellcheck source=tests/completions/offers.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/offers.sh"

touch article.md notes.txt picture.png names.pls report.json mine.toml
mkdir folder
# shellcheck source=/dev/null
source "$1/scripts/completions/aloud.bash"

in_order() { printf '%s\n' "$@" | LC_ALL=C sort | paste -s -d ' '; }

# expect WORD… : WANTED…: the words typed so far, the last one being completed; then what must be offered.
expect() {
  COMP_WORDS=()
  while [[ $1 != : ]]; do
    COMP_WORDS+=("$1")
    shift
  done
  shift
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _aloud 2>/dev/null || true # outside of readline there is no compopt
  expect_offer "${COMP_WORDS[*]}" "$(in_order "$@")" "$(in_order "${COMPREPLY[@]}")" # readline sorts them
}

expect aloud '' : render batch play say inspect voices lexicon cache config init doctor
expect aloud batch --sh : --shard --shared-cache
expect aloud batch --report j : json junit
expect aloud p : play
expect aloud play --s : --speed --save --shared-cache --speak --ssml --stop-after
expect aloud play art : article.md
expect aloud r : render
expect aloud --v : --version
expect aloud render --vo : --voice --voices-dir --volume
expect aloud inspect --s : --stage --speak --ssml
expect aloud voices --s : --show --say --speak
expect aloud render --format '' : wav flac vorbis opus mp3 aiff caf au w64 rf64
expect aloud render --format = v : vorbis
expect aloud render --format = : wav flac vorbis opus mp3 aiff caf au w64 rf64
expect aloud render --voice en : en-gb en-us
expect aloud voices --show = d : de
expect aloud render --speak tab : tables=
expect aloud render --speak tables = s : speak summarise skip
expect aloud render --speak tables = : speak summarise skip
expect aloud render --speak = tables = sk : skip
expect aloud render --timeline v : vtt
expect aloud render --timeline json,s : json,srt
expect aloud inspect --stage co : coverage
expect aloud render art : article.md
expect aloud render --voices-dir '' : folder
expect aloud render --rate '' :
expect aloud render '' : article.md folder notes.txt
expect aloud render pic : picture.png
expect aloud render -f v : vorbis
expect aloud render -t srt,v : srt,vtt
expect aloud inspect -s b : blocks
expect aloud play -v m : mine.toml
expect aloud batch -f opus,m : opus,mp3
expect aloud batch '' : article.md folder notes.txt merge
expect aloud batch me : merge
expect aloud batch merge '' : folder report.json
expect aloud batch --force me :
expect aloud batch --project '' : folder mine.toml
expect aloud batch --report json = rep : report.json
expect aloud lexicon '' : check add test
expect aloud lexicon -l de '' : check add test
expect aloud lexicon check '' : article.md folder notes.txt
expect aloud lexicon add '' : folder names.pls notes.txt
expect aloud lexicon test '' :
expect aloud voices x :

((failures == 0))
