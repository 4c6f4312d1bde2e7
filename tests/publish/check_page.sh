#!/bin/sh
# Renders an article as a page and has Chromium read along: check_page.sh ALOUD ARTICLE DIRECTORY
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
fail() {
  echo "$1; scripts/test.sh installs what the tests need" >&2
  exit 1
}
command -v node >/dev/null || fail "node is missing (Debian: apt-get install nodejs)"
command -v chromium >/dev/null || fail "chromium is missing (Debian: apt-get install chromium)"
modules=${ALOUD_NODE_MODULES:-$here/../node_modules}
[ -d "$modules/playwright-core" ] || fail "playwright-core is missing (npm install --prefix $here/..)"
mkdir -p "$3"
rm -f "$3"/page.*
"$1" render "$2" -o "$3/page.html" -t json --no-cache --quiet </dev/null
"$1" render "$2" -o "$3/again.html" --no-cache --quiet </dev/null
cmp "$3/page.html" "$3/again.html" || fail 'two runs give two pages'
NODE_PATH=$modules exec node "$here/check_page.js" "$3/page.html" "$3/page.json"
