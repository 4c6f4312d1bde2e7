#!/usr/bin/env bash
# Fails if a C++ file is not laid out as .clang-format says.
#
#   scripts/check-format.sh          reports
#   scripts/check-format.sh --fix    rewrites the files instead
set -euo pipefail

# shellcheck source=scripts/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

mode=(--dry-run --Werror)
case ${1-} in
  '') ;;
  --fix) mode=(-i) ;;
  *) fail "unknown option \"$1\" (--fix)" ;;
esac

cd -- "$root"
folders=()
for folder in include src tests bench examples; do
  [[ ! -d $folder ]] || folders+=("$folder")
done
find "${folders[@]}" \( -name '*.cpp' -o -name '*.h' \) -print0 | LC_ALL=C sort -z | xargs -0 clang-format "${mode[@]}" ||
  fail "some files are not laid out as .clang-format says: scripts/check-format.sh --fix"
