#!/usr/bin/env bash
# Every link of the documentation to a file or heading of this tree leads there, and every path that it names is there.
#
#   links_test.sh FOLDER     the sources, or what was installed of them: there the paths of sources are names alone
set -euo pipefail

cd -- "$1"
failures=0

complain() {
  printf 'FAILED: %s\n' "$*" >&2
  failures=$((failures + 1))
}

# The text of a page without blocks and spans of code.
# shellcheck disable=SC2016
prose() { sed -E '/^ *```/,/^ *```/d; /^    /d; s/`` [^`]*`[^`]*`? ?``//g; s/`[^`]*`//g' -- "$1"; }

# The anchors of a page's headings, as GitHub makes them.
# shellcheck disable=SC2016
anchors() {
  sed -nE '/^ *```/,/^ *```/d; s/^#+ +//p' -- "$1" | tr '[:upper:]' '[:lower:]' | sed -E 's/[^a-z0-9_ -]//g; s/ /-/g'
}

check_link() { # PAGE TARGET
  local page=$1 path=${2%%#*} anchor='' file
  [[ $2 != *'#'* ]] || anchor=${2#*#}
  file=${path:+$(dirname -- "$page")/$path}
  [[ -e ${file:-$page} ]] || { complain "$page: no file for the link to $2" && return; }
  [[ -z $anchor ]] || anchors "${file:-$page}" | grep -qxF -- "$anchor" || complain "$page: no heading for the link to $2"
}

pages=0 links=0
while read -r page; do
  pages=$((pages + 1))
  while read -r target; do
    [[ $target =~ ^(https?|mailto): ]] && continue
    links=$((links + 1))
    check_link "$page" "$target"
  done < <(prose "$page" | grep -oE '\]\([^) ]+\)' | sed -E 's/^\]\(//; s/\)$//')
  # shellcheck disable=SC2016
  while read -r path; do
    [[ ! -d src || $path == *NAME* || $path == */anna.toml || -e $path ]] || complain "$page: names $path, which is not there"
  done < <(grep -oE '`(docs|src|tests|scripts|cmake|bench|voices)/[A-Za-z0-9_./-]+`' -- "$page" | tr -d '`')
done < <(find README.md CONTRIBUTING.md CHANGELOG.md docs -name '*.md' | LC_ALL=C sort)

((pages > 10 && links > 10)) || complain "only $links links in $pages pages were seen"
((failures == 0))
