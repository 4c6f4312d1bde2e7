#!/usr/bin/env bash
# Runs a command as root in a bare root of a Debian release, in a clean copy of what is committed (HEAD).
#
#   scripts/try-in-root.sh [OPTION…] RELEASE [COMMAND [ARGUMENT…]]
#
#   scripts/try-in-root.sh trixie                                  README's two commands, as a stranger would run them
#   scripts/try-in-root.sh bookworm scripts/render.sh --format mp3
#   scripts/try-in-root.sh --root /var/tmp/trixie trixie bash      look around; the root stays
#
#   --root DIR         the root is made in DIR, stays, and is used again (else in $TMPDIR, and it goes at the end)
#   --packages DIR     where downloaded packages are kept (else ~/.cache/aloud-roots)
#   --ccache DIR       shares this cache of compiled files with the root, and installs ccache there
#   --mirror URL       where packages come from (else where apt takes Debian's from on this machine)
#   --components LIST  main (Ubuntu: main,universe)
#   --like RELEASE     made as debootstrap makes this one, where it does not know the other yet (Ubuntu: gutsy)
#   --keep DIR         what the copy's build/ and out/ hold at the end is moved to DIR
#
# Needs root, debootstrap and git. The root has processes and mounts of its own: whatever ends this script ends them too.
# The network is this machine's, with its proxies and certificate authorities. No services run, and no init.
set -euo pipefail

# shellcheck source=scripts/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

tree='/srv/a tree/aloud' # in the root; people have spaces in their paths

usage() { sed -n '2,/^set/{/^set/d; s/^# \{0,1\}//; p}' -- "${BASH_SOURCE[0]}"; }

# Where apt takes Debian itself from on this machine: neither its security updates nor anybody else's packages.
mirror_of_this_machine() {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    sed -n '/^Debian|Debian|/{s/.*|//; p; q}'
}

# What apt needs to reach its mirror from here (proxies, certificates, clocks), as a file of its configuration.
network_of_apt() { apt-config dump | grep -E '^Acquire::(http|https|Check-)' || true; }

make_root() { # ROOT RELEASE MIRROR COMPONENTS PACKAGES LIKE
  say "A bare $2 in $1"
  local output
  output=$(debootstrap --variant=minbase --components="$4" --cache-dir="$5" "$2" "$1" "$3" ${6:+"$6"} 2>&1) ||
    fail "debootstrap failed: $(tail -n 5 <<<"$output")"
  touch -- "$1/.made-by-try-in-root"
}

# The root reaches the network as this machine does.
lend_network() { # ROOT
  cp -L -- /etc/resolv.conf /etc/hosts "$1/etc/"
  network_of_apt >"$1/etc/apt/apt.conf.d/90network"
  if [[ -r ${NODE_EXTRA_CA_CERTS-} ]]; then
    cp -L -- "$NODE_EXTRA_CA_CERTS" "$1/etc/certificate-authorities.pem"
  fi
}

copy_tree() { # ROOT
  rm -rf -- "${1:?}$tree"
  mkdir -p -- "$1$tree"
  git -C "$root" archive HEAD | tar -x -C "$1$tree"
}

mount_system() { # ROOT PACKAGES CCACHE
  mount -t proc proc "$1/proc"
  mount -t sysfs -o ro sysfs "$1/sys"
  mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts "$1/dev/pts"
  mkdir -p -- "$1/dev/shm" "$1/var/cache/apt/archives"
  mount -t tmpfs tmpfs "$1/dev/shm"
  mount --bind -- "$2" "$1/var/cache/apt/archives"
  if [[ -n $3 ]]; then
    mkdir -p -- "$1/var/cache/ccache"
    mount --bind -- "$3" "$1/var/cache/ccache"
  fi
}

# The variables of a fresh login, and those of this machine's network.
environment() { # ROOT CCACHE
  local name
  printf '%s\n' HOME=/root USER=root LOGNAME=root SHELL=/bin/bash LANG=C.UTF-8 "TERM=${TERM-dumb}" \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    [[ -z ${!name-} ]] || printf '%s=%s\n' "$name" "${!name}"
  done
  [[ ! -e $1/etc/certificate-authorities.pem ]] || echo NODE_EXTRA_CA_CERTS=/etc/certificate-authorities.pem
  [[ -z $2 ]] || printf '%s\n' CCACHE_DIR=/var/cache/ccache CCACHE_NOHASHDIR=1
}

# In namespaces of its own, as their first process: everything ends with it.
inside() { # ROOT RELEASE MIRROR COMPONENTS PACKAGES LIKE CCACHE COMMAND…
  local new_root=$1 ccache=$7 variables
  [[ -e $new_root/.made-by-try-in-root ]] || make_root "${@:1:6}"
  lend_network "$new_root"
  copy_tree "$new_root"
  mount_system "$new_root" "$5" "$ccache"
  mapfile -t variables < <(environment "$new_root" "$ccache")
  local enter=(chroot "$new_root" env -i --default-signal "${variables[@]}")
  if [[ -n $ccache ]]; then
    "${enter[@]}" sh -c 'command -v ccache || { apt-get -q update && apt-get -qy install --no-install-recommends ccache; }' >/dev/null
  fi
  shift 7
  say "In it: $*"
  # shellcheck disable=SC2016
  "${enter[@]}" sh -c 'cd -- "$1" && shift && exec "$@"' sh "$tree" "$@"
}

# run_apart ARGUMENT…: inside, with mounts and processes of its own; on a signal to this script all of it is killed.
run_apart() {
  unshare --mount --pid --fork --kill-child -- "${BASH_SOURCE[0]}" --inside "$@" <&0 &
  child=$!
  wait "$child"
}

# Ends what runs in the root, keeps what was asked for, and takes a temporary root away.
clean_up() {
  [[ -z ${child-} ]] || kill -KILL "$child" 2>/dev/null || true
  [[ -z $keep ]] || { mkdir -p -- "$keep" && mv -- "$new_root$tree"/{build,out} "$keep/" 2>/dev/null; } || true
  [[ -n $temporary ]] || return 0
  # What was killed may still be ending.
  local try
  for try in 1 2 3 4 5; do
    rm -rf --one-file-system -- "$temporary" 2>/dev/null && return
    sleep "$try"
  done
  echo "try-in-root: could not remove $temporary" >&2
}

main() {
  new_root='' temporary='' keep=''
  local mirror='' components=main packages=${XDG_CACHE_HOME:-$HOME/.cache}/aloud-roots like='' ccache=''
  while [[ ${1-} == -* ]]; do
    case $1 in
      -h | --help) usage && return ;;
      --root | --packages | --ccache | --mirror | --components | --like | --keep) (($# > 1)) || fail "$1 needs a value" ;;
      *) fail "unknown option \"$1\" (--help)" ;;
    esac
    case $1 in
      --root) new_root=$(realpath -m -- "$2") ;;
      --packages) packages=$2 ;;
      --ccache) ccache=$(realpath -m -- "$2") ;;
      --mirror) mirror=$2 ;;
      --components) components=$2 ;;
      --like) like=$2 ;;
      --keep) keep=$2 ;;
    esac
    shift 2
  done
  (($# > 0)) || fail 'which release? (--help)'
  local release=$1
  shift
  (($# > 0)) || set -- sh -ec 'scripts/render.sh; scripts/test.sh'
  ((EUID == 0)) || fail 'making a root takes root: sudo scripts/try-in-root.sh …'
  command -v debootstrap >/dev/null || fail 'debootstrap is missing: apt-get install debootstrap'
  mirror=${mirror:-$(mirror_of_this_machine)}
  [[ -n $mirror ]] || fail "apt on this machine takes nothing from Debian: --mirror URL"

  packages=$(realpath -m -- "$packages")/$release
  mkdir -p -- "$packages" ${ccache:+"$ccache"}
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  trap 'exit 129' HUP
  if [[ -z $new_root ]]; then
    temporary=$(mktemp -d -- "${TMPDIR:-/var/tmp}/aloud-root.XXXXXX")
    new_root=$temporary/root
  fi
  run_apart "$new_root" "$release" "$mirror" "$components" "$packages" "$like" "$ccache" "$@"
}

if [[ ${1-} == --inside ]]; then
  shift
  inside "$@"
else
  main "$@"
fi
