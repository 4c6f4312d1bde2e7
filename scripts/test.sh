#!/usr/bin/env bash
# Tests everything: installs what the tests need, builds, runs all of them.
#
#   scripts/test.sh [all|quick|unit|asan|tsan|fuzz]
#
#   all     AddressSanitizer and UndefinedBehaviorSanitizer over the unit tests and every fuzz target for a bounded time,
#           then the whole suite on the dev build (the default). Without ThreadSanitizer: it takes a build of its own (tsan)
#   quick   the whole suite on the dev build alone
#   unit    the unit tests of the dev build but the slow ones: the loop while working
#   asan    the unit tests but the slow ones, and the fuzz targets, under AddressSanitizer and UndefinedBehaviorSanitizer alone
#   tsan    the unit tests of what has threads under ThreadSanitizer alone
#   fuzz    the fuzz targets alone
#
# Stops at the first part that fails. The dev suite comes last, so a good run ends with ctest's closing lines; what the parts
# before it took stands before them.
set -euo pipefail

# shellcheck source=scripts/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

# The judges that come from npm, once for each change of the list.
install_node_modules() {
  local list=$root/tests/package.json
  if [[ -f $list && ! $root/tests/node_modules/.package-lock.json -nt $list ]]; then
    say 'Installing the judges from npm'
    (cd -- "$root/tests" && npm install --no-package-lock --no-audit --no-fund --no-update-notifier --ignore-scripts </dev/null) ||
      go_without_judges
  fi
}

# Out of reach of the registry all else is tested still. The tests that ask these judges know by the variable that they are
# skipped, and do not fail; ctest lists them at its end.
go_without_judges() {
  export ALOUD_WITHOUT_NPM=1
  say 'npm could not install its judges: these tests are skipped'
  printf '  %s\n' 'those of the examples in the CommonMark specification' 'timeline.webvtt, by the parser of the W3C'
}

# One build for both: fuzz targets need the same sanitizers, and what they need besides costs the suite little. It is Clang's, so
# that all of the sources, and the headers by themselves, pass it as well as GCC.
run_asan() {
  configure_and_build asan --target unit_tests fuzz_targets headers_alone
  run_ctest asan --label-regex '^unit$' --label-exclude '^slow$' --exclude-regex '^scripts\.' --no-tests=error
  run_ctest asan --tests-regex '^fuzz\.' --no-tests=error
}

# What has threads: playing, the processes that speak, and rendering. Tests that are not built are not run.
run_tsan() {
  configure_and_build tsan --target play_test process_test library_test
  run_ctest tsan --label-regex '^unit$' --label-exclude '^slow$' --exclude-regex '^scripts\.' --no-tests=error
}

run_fuzz() {
  configure_and_build asan --target fuzz_targets
  run_ctest asan --tests-regex '^fuzz\.' --no-tests=error
}

# Builds their programs alone.
run_unit() {
  configure_and_build dev --target unit_tests
  run_ctest dev --label-regex '^unit$' --label-exclude '^slow$' --no-tests=error
}

# timed NAME COMMAND…: a part of the whole, and a line for the summary.
parts=''
timed() {
  local name=$1 begin=$SECONDS
  shift
  "$@"
  parts+=$(printf '%5d s  %s' $((SECONDS - begin)) "$name")$'\n'
}

run_all() {
  timed 'build dev' configure_and_build dev # first, so that what does not compile shows at once
  timed 'asan' run_asan
  say 'What the parts took'
  printf '%s' "$parts"
  run_ctest dev --no-tests=error
}

main() {
  local part=${1-all}
  case $part in
    -h | --help)
      sed -n '2,/^set/{/^set/d; s/^# \{0,1\}//; p}' -- "${BASH_SOURCE[0]}"
      return
      ;;
    all | quick | unit | asan | tsan | fuzz) ;;
    *) fail "unknown part \"$part\" (all, quick, unit, asan, tsan, fuzz)" ;;
  esac
  "$root/scripts/install-packages.sh" build test
  install_node_modules
  case $part in
    all) run_all ;;
    quick)
      configure_and_build dev
      run_ctest dev --no-tests=error
      ;;
    *) "run_$part" ;;
  esac
}

main "$@"
