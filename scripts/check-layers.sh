#!/usr/bin/env bash
# Fails if a file of src/ includes what its layer must not know, or prints where it must not.
#
#   scripts/check-layers.sh [FOLDER]     FOLDER: the tree to check instead of this one (it holds src/)
#
# Arrows go one way:
#
#   util ← audio, document, language ← engine ← script ← process ← cache ← timeline ← publish ← render ← play, batch ← library ← cli ← main
#
# A directory may include itself and those to its left; audio, document and language do not include each other. fetch stands
# beside document, which it knows, and is known to cli alone.
set -euo pipefail

# shellcheck source=scripts/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

layers='util audio document fetch language engine script process cache timeline publish render play batch library cli'
findings=0

# report FILE:LINE:TEXT… MESSAGE: one finding per line on standard input.
report() {
  local message=$1 hit
  while IFS= read -r hit; do
    printf '%s: %s\n' "$hit" "$message" >&2
    findings=$((findings + 1))
  done
}

# What a directory may include of ours, apart from version.h and aloud/errors.h, which every layer may.
allowed_for() {
  case $1 in
    util) echo 'util' ;;
    audio | document | language) echo "util $1" ;;
    fetch) echo 'util document fetch' ;;
    engine) echo 'util audio document language engine' ;;
    script) echo 'util audio document language engine script' ;;
    process) echo 'util audio document language engine script process' ;;
    cache) echo 'util audio document language engine script process cache' ;;
    timeline) echo 'util audio document language engine script process cache timeline' ;;
    publish) echo 'util audio document language engine script process cache timeline publish' ;;
    render) echo 'util audio document language engine script process cache timeline publish render' ;;
    batch) echo 'util audio document language engine script process cache timeline publish render batch' ;;
    play) echo 'util audio document language engine script process cache timeline publish render play' ;;
    library) echo 'util audio document language engine script process cache timeline publish render play batch library aloud' ;;
    *) echo "$layers aloud" ;;
  esac
}

# search PATTERN PATH…: FILE:LINE:TEXT of each match in C++ files, comments left out.
search() {
  local pattern=$1
  shift
  grep -rnE --include='*.cpp' --include='*.h' --include='*.in' -e "$pattern" -- "$@" | grep -vE '^[^:]+:[0-9]+:[[:space:]]*//' || true
}

check_directions() {
  local layer allowed
  for layer in $layers; do
    [[ -d src/$layer ]] || continue
    allowed=$(allowed_for "$layer")
    report "$layer must not include it (may: $allowed)" < <(search "^[[:space:]]*#[[:space:]]*include[[:space:]]*\"" "src/$layer" |
      grep -vE "\"((${allowed// /|})/[^\"]+|version\.h|aloud/errors\.h)\"")
  done
}

# The public headers are of the standard library and each other alone.
check_public_headers() {
  [[ -d include/aloud ]] || return 0
  report 'a public header includes its like and the standard library alone' < <(
    search "^[[:space:]]*#[[:space:]]*include" include | grep -vE 'include (<[a-z_]+>|"aloud/[a-z]+\.h")$')
}

check_directories_known() {
  local folder
  for folder in src/*/; do
    folder=${folder#src/}
    folder=${folder%/}
    if [[ " $layers " != *" $folder "* ]]; then
      report 'a directory that has no place in the order of layers' <<<"src/$folder"
    fi
  done
}

# check_fenced PATTERN WHERE MESSAGE: only files that match WHERE may include a header that matches PATTERN.
check_fenced() {
  local pattern=$1 where=$2 message=$3
  report "$message" < <(search "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($pattern)" src | grep -vE "^$where")
}

check_silence() {
  local printing='std::(cout|cerr|clog)\b|\b(std::)?(printf|puts|putchar|perror|vprintf)[[:space:]]*\(|\bfmt::print[[:space:]]*\('
  printing+='|\b(std::)?f(printf|puts|putc|write)[[:space:]]*\(.*\bstd(out|err)\b|\b(std::)?(exit|_exit|quick_exit)[[:space:]]*\('
  report 'the library never prints and never exits; only cli does' < <(search "$printing" src | grep -vE '^src/(cli/|main\.cpp)' |
    grep -vE '^src/(process/[^:]+|engine/command_run\.cpp):.*\b_exit[[:space:]]*\(')
}

main() {
  cd -- "${1-$root}"
  [[ -d src ]] || fail "no src/ in $PWD"
  check_directories_known
  check_directions
  check_public_headers
  check_fenced 'espeak-ng/|espeak/|speak_lib' 'src/engine/espeak_' 'eSpeak NG is known to src/engine/espeak_* alone'
  check_fenced 'cmark-gfm|cmark|yaml-cpp/' 'src/document/' 'cmark-gfm and yaml-cpp are known to src/document alone'
  check_fenced 'gumbo\.h' 'src/document/html/' 'gumbo is known to src/document/html alone'
  check_fenced 'expat\.h' 'src/(language|document/ssml)/' 'expat is known to src/language and src/document/ssml alone'
  check_fenced 'toml\+\+/' 'src/(script/toml_reader\.|document/toml_)' 'toml++ is known to script/toml_reader and document/toml_* alone'
  check_fenced 'CLI/' 'src/cli/arguments\.cpp' 'CLI11 is known to src/cli/arguments.cpp alone'
  check_fenced 'SDL2/' 'src/play/sdl_' 'SDL is known to src/play/sdl_* alone'
  check_fenced 'curl/' 'src/fetch/transfer_curl\.cpp' 'libcurl is known to src/fetch/transfer_curl.cpp alone'
  check_fenced 'systemd/' 'src/play/mpris' 'sd-bus is known to src/play/mpris* alone'
  check_silence
  ((findings == 0)) || fail "$findings includes or calls go against the layers (docs/architecture.md)"
  echo 'check-layers: every include goes the right way'
}

main "$@"
