#!/usr/bin/env bash
# install-packages.sh asks for exactly what is missing, and says clearly what it cannot do. Stand-ins for dpkg-query,
# apt-get and sudo record what they are asked; nothing is installed.
#
#   install_packages_test.sh SOURCE
set -euo pipefail

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

mkdir -- "$temporary/scripts" "$temporary/bin" "$temporary/tools"
cp -- "$1/scripts/install-packages.sh" "$temporary/scripts/"
printf '# heading\nhere   # is there\n\nmissing-a # why\n' >"$temporary/scripts/packages-build.txt"
printf 'missing-b\n' >"$temporary/scripts/packages-test.txt"
printf 'here\nmissing-c (sed)  # any sed will do\n' >"$temporary/scripts/packages-present.txt"
printf 'missing-d (no-such-command)\n' >"$temporary/scripts/packages-command.txt"
for tool in bash env sed grep dirname cat cut tr true; do
  ln -s -- "$(type -P "$tool")" "$temporary/tools/$tool"
done
record=$temporary/record

stand_in() {
  printf '#!/bin/bash\n%s\n' "$2" >"$temporary/bin/$1"
  chmod +x -- "$temporary/bin/$1"
}

# install STATUS ARGUMENT…: runs the script with the stand-ins alone; `output` is what it said, `record` what it called.
install() {
  local expected=$1 status=0
  shift
  : >"$record"
  output=$(PATH=$temporary/bin:$temporary/tools RECORD=$record bash "$temporary/scripts/install-packages.sh" "$@" 2>&1) || status=$?
  ((status == expected)) || fail "exit status $status, not $expected, for: $* ($output)"
}

expect_said() { [[ $output == *"$1"* ]] || fail "expected \"$1\" in: $output"; }
expect_called() { grep -qE -e "$1" -- "$record" || fail "expected a call of $1 in: $(cat -- "$record")"; }
expect_no_call() { [[ ! -s $record ]] || fail "unexpected calls: $(cat -- "$record")"; }

# shellcheck disable=SC2016
stand_in dpkg-query '[[ ${*: -1} == here ]] && printf installed'
# shellcheck disable=SC2016
stand_in apt-get 'echo "apt-get $DEBIAN_FRONTEND $*" >>"$RECORD"'
# shellcheck disable=SC2016
stand_in sudo 'echo sudo >>"$RECORD"; shift; exec "$@"'

install 0 present
expect_no_call

install 1 --check build test
[[ $output == $'missing-a\nmissing-b' ]] || fail "--check said: $output"
expect_no_call

install 1 --check command
[[ $output == missing-d ]] || fail "--check said: $output"

install 0 build test
expect_called '^apt-get noninteractive .*update$'
expect_called '^apt-get noninteractive .*install .*--no-install-recommends.* missing-a missing-b$'
if ((EUID == 0)); then
  ! grep -q sudo -- "$record" || fail 'sudo was called by root'
else
  expect_called '^sudo$'
fi

# How far it is: a line for each quarter where there is no terminal, and nothing of what apt-get says besides. Maintainer
# scripts write to standard output; apt-get closes to them the descriptor that it tells its status on.
# shellcheck disable=SC2016
stand_in apt-get '[[ $* != *update* ]] || exit 0
  [[ $* =~ APT::Status-Fd=([0-9]+) ]] && status=${BASH_REMATCH[1]}
  printf "%s\n" dlstatus:1:0:Retrieving dlstatus:1:20.4:Retrieving dlstatus:1:30:Retrieving \
    pmstatus:a:0:Unpacking "pmstatus:a:99.5:Setting up" pmerror:a:50:odd >&"$status"
  eval "exec $status>&-"
  echo "Updating symlinks" || exit 100'
install 0 build
[[ $output == $'Installing 1 Debian packages: missing-a\nDownloading    0 %\nDownloading   30 %\nInstalling    0 %\nInstalling   99 %' ]] ||
  fail "it said of its progress: $output"

# Lists that cannot be refreshed are no reason to give up; a package that cannot be had is.
# shellcheck disable=SC2016
stand_in apt-get '[[ $* != *update* ]]'
install 0 build
expect_said 'apt-get update failed'
stand_in apt-get 'exit 100'
install 1 build
expect_said 'apt-get could not install: missing-a'
if ((EUID != 0)); then
  stand_in sudo 'exit 1'
  install 1 build
  expect_said 'sudo was refused'
  rm -- "$temporary/bin/sudo"
  install 1 build
  expect_said 'installing them takes root or sudo'
fi

rm -- "$temporary/bin/apt-get"
install 1 build
expect_said 'no dpkg-query and apt-get'
expect_said 'here missing-a'
ALOUD_SKIP_PACKAGES=1 install 0 build

install 1 nonsense
expect_said 'no such list'
install 1
expect_said 'usage'
