#!/bin/sh
# Validates WebVTT files with the W3C's parser: check_webvtt.sh DIRECTORY
set -eu
tests=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
fail() {
  echo "$1; scripts/test.sh installs what the tests need" >&2
  exit 1
}
# Where the registry of npm is out of reach, scripts/test.sh says so, and CTest lists this test as skipped.
[ -d "$tests/node_modules/webvtt-parser" ] || [ "${ALOUD_WITHOUT_NPM-}" != 1 ] || exit 77
command -v node >/dev/null || fail "node is missing (Debian: apt-get install nodejs)"
[ -d "$tests/node_modules/webvtt-parser" ] || fail "webvtt-parser is missing (npm install --prefix $tests)"
exec node "$tests/timeline/check_webvtt.js" "$@"
