#!/usr/bin/env bash
# docs/findings.md describes every code of a finding in the sources, and no other.   findings_test.sh SOURCE
set -euo pipefail

cd -- "$1"

# Findings are made in place: findings.push_back({"code", …, report({"code", … or return {"code", …; or by a constant kSomeFinding.
in_sources() {
  grep -rhPzo '((findings_?\.push_back\(|report\(|return )\s*\{\s*|k[A-Za-z]+Finding = )"\K[a-z]+(-[a-z]+)+(?="[,;])' src --include='*.cpp' --include='*.h' |
    tr '\0' '\n' | LC_ALL=C sort -u
}
# shellcheck disable=SC2016
in_page() { sed -nE 's/^## `([a-z-]+)`$/\1/p' docs/findings.md | LC_ALL=C sort; }

if ! difference=$(diff <(in_sources) <(in_page)); then
  printf 'FAILED: codes that the sources (<) and docs/findings.md (>) do not share:\n%s\n' "$difference" >&2
  exit 1
fi
(($(in_sources | wc -l) >= 8))
