#!/usr/bin/env bash
# Fails if something that a lock guards is used without it, as Clang sees it (src/util/thread_annotations.h). Every build with
# Clang checks the same by -Wthread-safety; this one takes seconds, and needs a build only for version.h.
#
#   scripts/check-thread-safety.sh [FILE…]     FILE: what to check instead of the sources of src/play and src/util that have locks
#
# BUILD names the build whose generated headers are used (build/dev).
set -euo pipefail

# shellcheck source=scripts/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

build=${BUILD-$root/build/dev}
if (($# > 0)); then
  files=("$@")
else
  mapfile -t files < <(grep -lE '"util/mutex.h"|"play/(player_state|device_feed|shared_playhead|producer|recordings|composer_thread)\.h"' \
    "$root"/src/{play,util}/*.cpp)
fi
command -v clang++ >/dev/null || fail 'clang++ is needed: scripts/install-packages.sh test'
printf '%s\0' "${files[@]}" | xargs -0 -P "$(nproc)" -n 1 clang++ -std=c++20 -fsyntax-only -I "$root/include" -I "$root/src" -I "$build/src" \
  -Wthread-safety -Wthread-safety-beta -Werror=thread-safety -Werror=thread-safety-beta
printf '%s: %s files hold their locks\n' "${0##*/}" "${#files[@]}"
