#!/usr/bin/env bash
# What --help offers is in the manual page and the completions, and nothing else is there or in the README.
#   help_test.sh SOURCE ALOUD
set -euo pipefail

cd -- "$1"
aloud=$2

sorted() { LC_ALL=C sort -u; }
options() { grep -oE -e '(^|[^-[:alnum:]])--[a-z][a-z-]+' | grep -oE -e '--[a-z-]+' | sorted; }
commands() { "$aloud" --help | sed -n '/^Subcommands:/,/^$/p' | awk 'NR > 1 && NF { print $1 }' | sorted; }

# Options stand at the beginning of a line of --help; examples follow at its end.
help_options() {
  {
    "$aloud" --help
    for command in $(commands); do "$aloud" "$command" --help; done
  } | grep -E '^ +-' | sed -E 's/^ +((-[[:alnum:]],)?--[a-z-]+).*/ \1/; s/,--/ --/' | options
}
bash_options() { options < scripts/completions/aloud.bash; }
manual_options() { sed 's/\\-/-/g' docs/aloud.1 | options; }
readme_options() { sed -nE '/aloud (render|batch|play|inspect|voices|cache)/p' README.md | options; }

fail() {
  printf 'FAILED: %s\n%s\n' "$1" "$2" >&2
  exit 1
}
(($(help_options | wc -l) > 30)) || fail 'too few options found in --help' "$(help_options)"
difference=$(diff <(help_options) <(bash_options)) || fail 'options that --help (<) and the completions (>) do not share:' "$difference"
missing=$(comm -23 <(help_options) <(manual_options))
[ -z "$missing" ] || fail 'options that the manual page lacks:' "$missing"
unknown=$(comm -13 <(help_options) <(readme_options))
[ -z "$unknown" ] || fail 'options in the README that --help does not know:' "$unknown"
for command in $(commands); do
  for page in README.md docs/aloud.1 scripts/completions/aloud.bash scripts/completions/_aloud scripts/completions/aloud.fish; do
    grep -q -w -- "$command" "$page" || fail "a command that $page lacks:" "$command"
  done
done
