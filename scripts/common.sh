# Shared by the scripts beside it; sourced, not run.
# shellcheck shell=bash

root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

say() { printf '\n== %s\n' "$*"; }

# configure_and_build PRESET [CMAKE-BUILD-ARGUMENT…]: in build/PRESET, with ccache where there is one.
configure_and_build() {
  local preset=$1 launcher=()
  shift
  if command -v ccache >/dev/null; then
    launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  fi
  say "Building: $preset"
  (cd -- "$root" && cmake --preset "$preset" "${launcher[@]}" --log-level=NOTICE &&
    cmake --build --preset "$preset" --parallel "$(nproc)" "$@")
}

# run_ctest PRESET [CTEST-ARGUMENT…]
run_ctest() {
  local preset=$1
  shift
  say "Testing: $preset"
  (cd -- "$root" && ctest --preset "$preset" --parallel "$(nproc)" "$@")
}
