#!/usr/bin/env bash
# The manual page is well-formed and tells this version.   manual_test.sh SOURCE VERSION
set -euo pipefail

page=$1/docs/aloud.1
warnings=$(LC_ALL=C.UTF-8 man --warnings=w --encoding=UTF-8 --troff-device=utf8 --ditroff --local-file "$page" 2>&1 >/dev/null)
[[ -z $warnings ]] || {
  printf 'FAILED: %s\n' "$warnings" >&2
  exit 1
}
grep -qF "\"aloud $2\"" -- "$page" || {
  echo "FAILED: $page does not tell version $2" >&2
  exit 1
}
