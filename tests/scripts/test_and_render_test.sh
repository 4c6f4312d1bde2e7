#!/usr/bin/env bash
# test.sh and render.sh do what they say, in order, and fail when a part fails. Stand-ins for the tools record what they are
# asked; nothing is built.
#
#   test_and_render_test.sh SOURCE
set -euo pipefail

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

tree="$temporary/a tree"
record=$temporary/record
mkdir -p -- "$tree/scripts" "$tree/text" "$tree/build/release" "$temporary/bin"
cp -- "$1"/scripts/{common,test,render}.sh "$tree/scripts/"
export PATH=$temporary/bin:$PATH RECORD=$record FAILING=none
unset CDPATH ALOUD_VOICES

# stand_in FILE: records its name and arguments; fails when the call contains $FAILING.
stand_in() {
  cat >"$1" <<'SCRIPT'
#!/bin/bash
call="${0##*/} $*"
echo "$call" >>"$RECORD"
[[ $call != *"$FAILING"* ]]
SCRIPT
  chmod +x -- "$1"
}

stand_in "$tree/scripts/install-packages.sh"
stand_in "$temporary/bin/cmake"
stand_in "$temporary/bin/ctest"

# call STATUS COMMAND…: from a directory that has nothing to do with it.
call() {
  local expected=$1 status=0
  shift
  : >"$record"
  output=$(cd / && "$@" 2>&1) || status=$?
  ((status == expected)) || fail "exit status $status, not $expected, of: $* ($output)"
}

# What was called, without the arguments that depend on the machine.
calls() { sed -E 's/ -DCMAKE_CXX_COMPILER_LAUNCHER=ccache| --log-level=NOTICE| --parallel [0-9]+//g' -- "$record"; }
expect_calls() { [[ $(calls) == "$1" ]] || fail "expected calls:"$'\n'"$1"$'\n'"but there were:"$'\n'"$(calls)"; }
expect_said() { [[ $output == *"$1"* ]] || fail "expected \"$1\" in: $output"; }

call 0 "$tree/scripts/test.sh"
expect_calls 'install-packages.sh build test
cmake --preset dev
cmake --build --preset dev
cmake --preset asan
cmake --build --preset asan --target unit_tests fuzz_targets headers_alone
ctest --preset asan --label-regex ^unit$ --label-exclude ^slow$ --exclude-regex ^scripts\. --no-tests=error
ctest --preset asan --tests-regex ^fuzz\. --no-tests=error
ctest --preset dev --no-tests=error'
for part in 'build dev' asan; do
  expect_said " s  $part"
done
for FAILING in install-packages 'build --preset dev' 'ctest --preset asan' 'ctest --preset dev'; do
  call 1 "$tree/scripts/test.sh" all
  [[ $(tail -n 1 -- "$record") == *"$FAILING"* ]] || fail "went on after \"$FAILING\" had failed: $(calls)"
done
FAILING=none
call 0 "$tree/scripts/test.sh" quick
expect_calls 'install-packages.sh build test
cmake --preset dev
cmake --build --preset dev
ctest --preset dev --no-tests=error'
call 0 "$tree/scripts/test.sh" tsan
expect_calls 'install-packages.sh build test
cmake --preset tsan
cmake --build --preset tsan --target play_test process_test library_test
ctest --preset tsan --label-regex ^unit$ --label-exclude ^slow$ --exclude-regex ^scripts\. --no-tests=error'
call 0 "$tree/scripts/test.sh" fuzz
expect_calls 'install-packages.sh build test
cmake --preset asan
cmake --build --preset asan --target fuzz_targets
ctest --preset asan --tests-regex ^fuzz\. --no-tests=error'
call 0 "$tree/scripts/test.sh" unit
expect_calls 'install-packages.sh build test
cmake --preset dev
cmake --build --preset dev --target unit_tests
ctest --preset dev --label-regex ^unit$ --label-exclude ^slow$ --no-tests=error'
# Where npm is out of reach, all else is tested, and what is not is said.
mkdir -p -- "$tree/tests"
touch -- "$tree/tests/package.json"
stand_in "$temporary/bin/npm"
FAILING=npm call 0 "$tree/scripts/test.sh" unit
expect_said 'npm could not install its judges'
expect_said 'timeline.webvtt'
[[ $(calls) == *'ctest --preset dev'* ]] || fail 'nothing was tested without npm'
call 0 "$tree/scripts/test.sh" unit
[[ $output != *'could not'* ]] || fail "npm is said to fail: $output"
rm -r -- "$tree/tests"

call 1 "$tree/scripts/test.sh" nonsense
expect_said 'unknown part "nonsense" (all, quick, unit, asan, tsan, fuzz)'
expect_calls ''

# A program that renders: writes into out/ one file for each article.
cat >"$tree/build/release/aloud" <<'SCRIPT'
#!/bin/bash
printf '[%s]' "aloud" "$@" >>"$RECORD"
[[ $FAILING != aloud ]] || exit 1
[[ $FAILING == nothing ]] || echo sound >"${OUT:?}"
SCRIPT
chmod +x -- "$tree/build/release/aloud"
export OUT="$tree/out/b.ogg"

call 1 "$tree/scripts/render.sh"
expect_said 'no articles'
touch -- "$tree/text/b.md" "$tree/text/an article.txt" "$tree/text/README.md" "$tree/text/picture.png"

call 0 "$tree/scripts/render.sh" --rate 150
expect_calls "install-packages.sh build
cmake --preset release
cmake --build --preset release --target aloud-cli
[aloud][render][$tree/text/an article.txt][$tree/text/b.md][-o][$tree/out][--format][vorbis][--timeline][vtt,json][--rate][150]"
expect_said "Listen in $tree/out"
expect_said 'out/b.ogg'
expect_said "An article of your own: $(printf '%q' "$tree/build/release/aloud") render ARTICLE.md"

OUT="$tree/out/b.mp3" call 0 "$tree/scripts/render.sh" --format=mp3
expect_said 'out/b.mp3'
call 1 "$tree/scripts/render.sh" --format aiff
expect_said 'unknown format "aiff"'
FAILING=aloud call 1 "$tree/scripts/render.sh"
rm -r -- "$tree/out"
FAILING=nothing call 1 "$tree/scripts/render.sh"
expect_said 'nothing was written'
