#!/usr/bin/env bash
# Changes the sources in small ways, one at a time, and lists the changes that no test notices.
#
#   scripts/mutate.sh DIRECTORY|FILE… [--most N] [--seed S]
#
#   --most N   mutants of each file (10)
#   --seed S   which, and in which order (1): the same seed, the same mutants
#
# What is changed, scripts/mutants.py tells. A directory stands for its .cpp files. For each mutant, the unit tests that cover its
# directory (tests_for, below; their slow cases left out) are built and run. One that does not compile does not count; one that
# hangs is noticed. Survivors go to standard output as FILE:LINE: CHANGE. The status is 1 if more than 1 in 20 survived.
#
# All of this happens in build/mutate: a copy of the tree with a dev build of its own, which ccache has most of. The sources
# themselves are never touched.
set -euo pipefail

# shellcheck source=scripts/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

tree=$root/build/mutate
build=$tree/build/dev # where a clone has it: ccache knows the paths
most=10 seed=1 files=() changed=''
killed=0 survived=0 uncompiled=0

# The unit tests that cover a file: target, and directory of the test program.
tests_for() {
  local directory=${1#"$root/src/"}
  directory=${directory%%/*}
  case $directory in
    cache) printf '%s\n' 'take_cache_test cache' 'take_store_test cache' ;;
    cli) fail 'the command line is tested by the built program: no unit tests cover it' ;;
    *) echo "${directory}_test $directory" ;;
  esac
}

# All cases of a test program but those that its CMakeLists.txt calls slow.
quick_cases() {
  sed -nE "s/^aloud_test\($1 .*SLOW \"([^\"]*)\".*/\1/p" -- "$root/tests/$2/CMakeLists.txt" | sed 's/^/-/' | grep . || echo '*'
}

read_arguments() {
  while (($# > 0)); do
    case $1 in
      -h | --help)
        sed -n '2,/^set/{/^set/d; s/^# \{0,1\}//; p}' -- "${BASH_SOURCE[0]}"
        exit 0
        ;;
      --most | --seed)
        (($# > 1)) || fail "$1 has no value"
        printf -v "${1#--}" %s "$2"
        shift
        ;;
      -*) fail "unknown option $1" ;;
      *)
        [[ -e $1 ]] || fail "there is no $1"
        while IFS= read -r -d '' file; do files+=("$(realpath -- "$file")"); done < <(
          if [[ -d $1 ]]; then find "$1" -name '*.cpp' -print0 | LC_ALL=C sort -z; else printf '%s\0' "$1"; fi
        )
        ;;
    esac
    shift
  done
  ((${#files[@]} > 0)) || fail 'name a directory or a file of src/'
}

# Makes the copy what the tree is now. Files that are the same stay untouched, so that little is built again.
copy_tree() {
  mkdir -p -- "$tree/build"
  (cd -- "$root" && git ls-files --cached --others --exclude-standard | LC_ALL=C sort) >"$tree/build/files"
  (cd -- "$tree" && find . -path ./build -prune -o -type f -printf '%P\n' | LC_ALL=C sort | comm -23 - "$tree/build/files" | while IFS= read -r file; do rm -- "$file"; done)
  while IFS= read -r file; do
    [[ ! -f $root/$file ]] || cmp -s -- "$root/$file" "$tree/$file" || install -D -- "$root/$file" "$tree/$file"
  done <"$tree/build/files"
}

# What compiles: the tree as it is by ccache; a mutant without warnings, which are errors otherwise, and kept nowhere.
compiler_launcher() {
  # shellcheck disable=SC2016
  printf '%s\n' '#!/bin/sh' '[ -z "$MUTANT" ] || exec "$@" -w'
  ! command -v ccache >/dev/null || printf 'exec ccache "$@"\n'
  printf 'exec "$@"\n'
}

configure() {
  # The library's archive names its objects instead of holding them: it is made again for each mutant.
  local options=(-DCMAKE_CXX_COMPILER_LAUNCHER="$tree/build/compile"
    -DCMAKE_CXX_ARCHIVE_CREATE='<CMAKE_AR> qcT <TARGET> <LINK_FLAGS> <OBJECTS>')
  compiler_launcher >"$tree/build/compile"
  chmod +x -- "$tree/build/compile"
  ! command -v mold >/dev/null || options+=(-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold)
  (cd -- "$tree" && cmake --preset dev "${options[@]}" --log-level=WARNING >/dev/null)
}

restore() {
  [[ -z $changed ]] || cp -- "$root/$changed" "$tree/$changed"
  changed=''
}

# build_tests FILE LOG
build_tests() {
  local targets=() target
  while read -r target _; do targets+=("$target"); done < <(tests_for "$1")
  nice ninja -C "$build" "${targets[@]}" >"$2" 2>&1
}

# run_tests FILE SECONDS: fails if a test fails, crashes, takes longer, or wants more memory than there may be.
run_tests() {
  local target directory
  while read -r target directory; do
    (
      ulimit -v 8000000 -c 0
      cd -- "$build/tests/$directory"
      exec timeout --kill-after=2 "$2" nice "./$target" --gtest_filter="$(quick_cases "$target" "$directory")" --gtest_fail_fast --gtest_brief=1
    ) >"$tree/build/tests.log" 2>&1 </dev/null || return 1
  done < <(tests_for "$1")
}

# try FILE SECONDS LINE FIRST LAST INSTEAD CHANGE
try() {
  local file=${1#"$root/"} seconds=$2 line=$3 first=$4 last=$5 instead=${6#\"} change=$7 outcome
  changed=$file
  {
    head -c "$first" -- "$root/$file"
    printf %s "${instead%\"}"
    tail -c "+$((last + 1))" -- "$root/$file"
  } >"$tree/$file"
  if ! MUTANT=1 build_tests "$1" "$tree/build/build.log"; then
    uncompiled=$((uncompiled + 1)) outcome='does not compile'
  elif ! run_tests "$1" "$seconds"; then
    killed=$((killed + 1)) outcome=noticed
  else
    survived=$((survived + 1)) outcome=SURVIVED
    printf '%s:%s: %s\n' "$file" "$line" "$change"
  fi
  printf '  %s:%s: %s: %s\n' "$file" "$line" "$change" "$outcome" >&2
  restore
}

main() {
  local file began mutant allowed
  read_arguments "$@"
  trap restore EXIT
  trap 'exit 130' INT TERM
  copy_tree
  configure
  for file in "${files[@]}"; do
    build_tests "$file" "$tree/build/build.log" || fail "the tests of ${file#"$root/"} do not build: $(tail -n 20 "$tree/build/build.log")"
    began=$SECONDS
    run_tests "$file" 600 || fail "the tests of ${file#"$root/"} fail as it is: $(tail -n 20 "$tree/build/tests.log")"
    allowed=$(((SECONDS - began) * 4 + 10))
    while IFS=$'\t' read -r -a mutant; do
      try "$file" "$allowed" "${mutant[@]}"
    done < <("$root/scripts/mutants.py" "$file" --most "$most" --seed "$seed")
  done
  printf '%d mutants: %d noticed, %d survived; %d more do not compile\n' $((killed + survived)) "$killed" "$survived" "$uncompiled" >&2
  ((survived * 20 <= killed + survived))
}

main "$@"
