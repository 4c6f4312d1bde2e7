#!/usr/bin/env bash
# try-in-root.sh makes a root, lends it the network, copies what is committed into it and runs the command there; what it made
# goes again, however it ends. Stand-ins record what they are asked; no root is made.
#
#   try_in_root_test.sh SOURCE
# shellcheck disable=SC2016  # what stands in single quotes are scripts
set -euo pipefail

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

script="$temporary/a tree/scripts/try-in-root.sh"
record=$temporary/record
mkdir -p -- "$temporary/a tree/scripts" "$temporary/bin" "$temporary/tmp"
cp -- "$1"/scripts/{common,try-in-root}.sh "$temporary/a tree/scripts/"
export PATH=$temporary/bin:$PATH RECORD=$record TMPDIR=$temporary/tmp XDG_CACHE_HOME=$temporary/cache
export http_proxy=http://proxy.example:3128 NODE_EXTRA_CA_CERTS=$record
unset CDPATH

stand_in() { # NAME SCRIPT: records its call, then does what SCRIPT says
  printf '#!/bin/bash\nprintf "%%s\\n" "%s $*" >>"$RECORD"\n%s\n' "$1" "$2" >"$temporary/bin/$1"
  chmod +x -- "$temporary/bin/$1"
}

# call STATUS ARGUMENT…: `output` is what the script said, `record` what it called.
call() {
  local expected=$1 status=0
  shift
  : >"$record"
  output=$("$script" "$@" 2>&1) || status=$?
  ((status == expected)) || fail "exit status $status, not $expected, for: $* ($output)"
}
expect_said() { [[ $output == *"$1"* ]] || fail "expected \"$1\" in: $output"; }
expect_called() { grep -qE -e "$1" -- "$record" || fail "expected a call of $1 in: $(cat -- "$record")"; }
expect_no_call() { ! grep -qE -e "$1" -- "$record" || fail "unexpected call of $1 in: $(cat -- "$record")"; }
expect_nothing_left() { [[ -z $(ls -A -- "$TMPDIR") ]] || fail "left behind: $(ls -A -- "$TMPDIR")"; }

call 0 --help
expect_said 'scripts/try-in-root.sh [OPTION…] RELEASE'
call 1 --nonsense trixie
expect_said 'unknown option "--nonsense"'
call 1
expect_said 'which release?'
call 1 --mirror
expect_said '--mirror needs a value'
if ((EUID != 0)); then
  call 1 trixie
  expect_said 'making a root takes root'
  exit 0
fi

stand_in debootstrap 'for root; do [[ $root != */root && $root != *kept* ]] || mkdir -p -- "$root"/etc/apt/apt.conf.d "$root"/dev/pts; done; [[ ${FAILING-} != debootstrap ]] || { echo "E: no such suite"; exit 1; }'
stand_in mount ''
stand_in git 'tar -c -C "$2" scripts'
stand_in apt-get 'printf "%s\n" "Else|Else|http://else.example/" "Debian|Debian-Security|http://security.example/" "Debian|Debian|http://mirror.example/debian/"'
stand_in apt-config 'printf "%s\n" "Acquire::http::Proxy \"http://proxy.example:3128\";" "APT::Other \"1\";"'
stand_in unshare 'while [[ $1 != -- ]]; do shift; done; shift; exec "$@"'
stand_in chroot 'cat -- "$1/etc/apt/apt.conf.d/90network" >>"$RECORD"; ls -- "$1/srv/a tree/aloud" >>"$RECORD"; exit "${STATUS-0}"'

call 0 trixie scripts/test.sh quick
expect_called "^debootstrap --variant=minbase --components=main --cache-dir=$XDG_CACHE_HOME/aloud-roots/trixie trixie $TMPDIR/.* http://mirror.example/debian/\$"
expect_called '^chroot .* env -i .*http_proxy=http://proxy.example:3128 NODE_EXTRA_CA_CERTS=/etc/.* /srv/a tree/aloud scripts/test.sh quick$'
expect_called '^Acquire::http::Proxy "http://proxy.example:3128";$'
expect_no_call '^APT::Other'
expect_called '^scripts$' # the copy
expect_nothing_left

# Without a command: README's two.
call 0 --mirror http://other.example/ --components main,universe --like gutsy noble
expect_called '^debootstrap .*--components=main,universe .* http://other.example/ gutsy$'
expect_called 'scripts/render.sh; scripts/test.sh$'

STATUS=7 call 7 trixie false
expect_nothing_left
FAILING=debootstrap call 1 trixie true
expect_said 'no such suite'
expect_nothing_left

# A root that was named stays and is used again; a cache of compiled files is lent.
call 0 --root "$temporary/kept root" --ccache "$temporary/ccache" trixie true
call 0 --root "$temporary/kept root" --ccache "$temporary/ccache" trixie true
expect_no_call '^debootstrap'
expect_called "^mount --bind -- $temporary/ccache $temporary/kept root/var/cache/ccache\$"
expect_called '^chroot .*CCACHE_DIR=/var/cache/ccache'
[[ -d "$temporary/kept root/srv/a tree/aloud/scripts" ]] || fail 'a root that was named did not stay'

stand_in apt-get ''
call 1 trixie true
expect_said 'takes nothing from Debian'

# Ended from outside, it takes its root along.
stand_in chroot 'echo $$ >"$RECORD.in"; exec sleep 60'
mkfifo -- "$record.in"
"$script" --mirror http://other.example/ trixie true >/dev/null 2>&1 &
running=$!
read -r in_root <"$record.in"
kill -TERM "$running"
trap 'kill -KILL "$in_root"; rm -rf -- "$temporary"' EXIT # the stand-in for unshare ends nothing
status=0
wait "$running" || status=$?
((status == 143)) || fail "exit status $status, not 143, after SIGTERM"
expect_nothing_left
