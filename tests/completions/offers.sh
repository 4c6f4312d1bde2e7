# Shared by the tests of what a shell's completion offers; sourced, not run. Puts a stand-in for aloud, which names three
# voices, into the directory that they run in, and counts failures.
# shellcheck shell=bash

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

cd -- "$temporary" || exit
printf '#!/bin/bash\nprintf "de\\nen-gb\\nen-us\\n"\n' >aloud
chmod +x aloud
export PATH=$temporary:$PATH
failures=0

# expect_offer LINE WANTED OFFERED: reports it if they differ.
expect_offer() {
  [[ $2 != "$3" ]] || return 0
  printf 'FAILED: %s\n  expected: %s\n  offered:  %s\n' "$1" "$2" "$3" >&2
  failures=$((failures + 1))
}
