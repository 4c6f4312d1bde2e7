# Shared by the tests that are shell scripts; sourced, not run.
# shellcheck shell=bash

# A directory of the test's own, which goes when the test ends. Its name has a space, as anybody's may.
temporary=$(mktemp -d "${TMPDIR:-/tmp}/aloud test.XXXXXX")
trap 'rm -rf -- "$temporary"' EXIT

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}
