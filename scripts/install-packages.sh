#!/usr/bin/env bash
# Installs the Debian packages that are listed in scripts/packages-LIST.txt and not there yet. A package with a command
# in parentheses is not needed where that command is there already, wherever it came from.
#
#   scripts/install-packages.sh [--check] LIST…      LIST: build, test
#
# --check installs nothing: it prints what is missing, one a line, and fails if there is anything.
# Touches nothing, and needs neither root nor network, when nothing is missing.
# ALOUD_SKIP_PACKAGES=1 leaves packages alone, for systems where the libraries come from elsewhere.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)

fail() {
  printf 'install-packages: %s\n' "$@" >&2
  exit 1
}

# "package" or "package command", one a line.
wanted_packages() {
  local list
  for list in "$@"; do
    [[ -r $here/packages-$list.txt ]] || fail "no such list: scripts/packages-$list.txt"
    sed -e 's/#.*//' -e 's/[()]/ /g' -e 's/[[:space:]]*$//' -e '/^$/d' -- "$here/packages-$list.txt"
  done
}

# Of the packages on standard input those that are not there.
missing_packages() {
  local package command
  while read -r package command; do
    if [[ -n $command ]] && command -v "$command" >/dev/null; then
      continue
    fi
    if [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
      printf '%s\n' "$package"
    fi
  done
}

# Runs a command as root.
as_root() {
  if ((EUID == 0)); then
    "$@"
  else
    sudo -- "$@"
  fi
}

# How far it is, of what apt-get tells of its status ("dlstatus:3:12.5:Retrieving…", "pmstatus:flac:40.0:Unpacking…"):
# one line on a terminal, elsewhere a line for each quarter.
show_progress() {
  local kind percent text quarter shown=''
  while IFS=: read -r kind _ percent text; do
    percent=${percent%%.*}
    case $kind:$percent in
      *[!0-9]) continue ;;
      dlstatus:*) kind=Downloading ;;
      pmstatus:*) kind=Installing ;;
      *) continue ;;
    esac
    quarter=$kind$((percent / 25))
    if [[ -t 1 ]]; then
      printf '\r\033[K%s  %3d %%  %.50s' "$kind" "$percent" "$text"
    elif [[ $quarter != "$shown" ]]; then
      printf '%s  %3d %%\n' "$kind" "$percent"
    fi
    shown=$quarter
  done
  if [[ -t 1 && -n $shown ]]; then printf '\r\033[K'; fi
}

install_missing() {
  printf 'Installing %d Debian packages: %s\n' "$#" "$*"
  local apt=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  # A third-party source that is out of order must not stand in the way of Debian's own packages.
  as_root "${apt[@]}" update || echo "install-packages: apt-get update failed; trying with the lists that are there" >&2
  # apt-get closes the descriptor of its status to packages' own scripts, and some of those end with an error where they cannot
  # write to standard output: so the status has another. sudo would close it; the shell behind it makes it.
  # shellcheck disable=SC2016
  as_root bash -c 'exec "$@" 3>&1 >/dev/null' bash \
    "${apt[@]}" install --yes --no-install-recommends -o Dpkg::Use-Pty=0 -o APT::Status-Fd=3 "$@" </dev/null |
    show_progress || fail "apt-get could not install: $*"
}

main() {
  local check=no
  if [[ ${1-} == --check ]]; then
    check=yes
    shift
  fi
  (($# > 0)) || fail "usage: install-packages.sh [--check] LIST… (build, test)"
  [[ ${ALOUD_SKIP_PACKAGES-} != 1 ]] || return 0

  local wanted missing
  wanted=$(wanted_packages "$@")
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    fail "this system has no dpkg-query and apt-get: the script knows Debian and its relatives alone." \
      "Install the counterparts of these packages, then try again with ALOUD_SKIP_PACKAGES=1:" "$(cut -d ' ' -f 1 <<<"$wanted" | tr '\n' ' ')"
  fi
  missing=$(missing_packages <<<"$wanted")
  [[ -n $missing ]] || return 0
  if [[ $check == yes ]]; then
    printf '%s\n' "$missing"
    return 1
  fi
  if ((EUID != 0)) && ! command -v sudo >/dev/null; then
    fail "packages are missing, and installing them takes root or sudo. Have an administrator run:" \
      "apt-get install --no-install-recommends ${missing//$'\n'/ }"
  fi
  as_root true || fail "sudo was refused. Have an administrator run:" \
    "apt-get install --no-install-recommends ${missing//$'\n'/ }"
  # Package names hold no white space: splitting is meant.
  # shellcheck disable=SC2086
  install_missing $missing
}

main "$@"
