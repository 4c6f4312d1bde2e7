#!/usr/bin/env bash
# Renders every article of text/ into out/: installs what is missing from Debian, configures, builds, renders.
#
#   scripts/render.sh [--format wav|flac|vorbis|opus|mp3] [OPTION OF aloud render…]
#
#   scripts/render.sh                             Ogg Vorbis, in the voice of each article's language
#   scripts/render.sh --format mp3 --rate 150     MP3, spoken more slowly
#
# Beside each audio file stands its timeline: subtitles (.vtt) and the full record (.json).
set -euo pipefail

# shellcheck source=scripts/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

# The articles, in an order that no locale changes.
find_articles() {
  find "$root/text" -maxdepth 1 -type f \( -name '*.md' -o -name '*.txt' \) ! -name 'README*' -print0 | LC_ALL=C sort -z
}

program=$root/build/release/aloud

# called PROGRAM: how it is called from the current directory.
called() {
  case $1 in
    "$PWD"/*) printf '%q' "${1#"$PWD/"}" ;;
    *) printf '%q' "$1" ;;
  esac
}

# report_rendered EXTENSION: what can be listened to now.
report_rendered() {
  local extension=$1 file count=0
  say "Listen in $root/out"
  for file in "$root/out"/*"$extension"; do
    [[ -s $file ]] || continue
    printf '  %7d KiB  %s\n' "$((($(stat -c %s -- "$file") + 1023) / 1024))" "out/${file##*/}"
    count=$((count + 1))
  done
  ((count > 0)) || fail "nothing was written to out/"
  printf 'Any player opens them: mpv, VLC, a browser, a telephone. Subtitles: out/*.vtt, timings: out/*.json.\n'
  printf 'An article of your own: %s render ARTICLE.md; to hear it at once: %s ARTICLE.md\n' "$(called "$program")" "$(called "$program")"
}

main() {
  local format=vorbis arguments=()
  while (($# > 0)); do
    case $1 in
      -h | --help)
        sed -n '2,/^set/{/^set/d; s/^# \{0,1\}//; p}' -- "${BASH_SOURCE[0]}"
        return
        ;;
      --format)
        (($# > 1)) || fail "--format needs a value: wav, flac, vorbis, opus, mp3"
        format=$2
        shift
        ;;
      --format=*) format=${1#--format=} ;;
      *) arguments+=("$1") ;;
    esac
    shift
  done
  local extension
  case $format in
    vorbis | ogg) extension=.ogg ;;
    wav | flac | opus | mp3) extension=.$format ;;
    *) fail "unknown format \"$format\": wav, flac, vorbis, opus, mp3" ;;
  esac

  "$root/scripts/install-packages.sh" build
  configure_and_build release --target aloud-cli

  local articles=()
  mapfile -d '' -t articles < <(find_articles)
  ((${#articles[@]} > 0)) || fail "no articles (.md, .txt) in $root/text"
  say "Rendering ${#articles[@]} articles"
  mkdir -p -- "$root/out"
  ALOUD_VOICES=${ALOUD_VOICES:-$root/voices} "$program" render "${articles[@]}" \
    -o "$root/out" --format "$format" --timeline vtt,json "${arguments[@]}"
  report_rendered "$extension"
}

main "$@"
