#!/usr/bin/env bash
# Builds the Debian package, unpacks it into an empty root beside the libraries that it depends on, and runs it there: by
# chroot where that is allowed.
#
#   debian_package_test.sh BUILD CPACK VERSION
set -euo pipefail

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

build=$1 cpack=$2 version=$3
root=$temporary/root

build_package() {
  # Compressing well takes long, and this package is thrown away.
  "$cpack" -G DEB --config "$build/CPackConfig.cmake" -B "$temporary/package" -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip \
    >"$temporary/log" 2>&1 || fail "$(cat -- "$temporary/log")"
  package=$(find "$temporary/package" -maxdepth 1 -name '*.deb')
  [[ -s $package ]] || fail 'no package was made'
}

check_control() {
  local field
  [[ $(dpkg-deb -f "$package" Package) == aloud ]] || fail 'its name'
  [[ $(dpkg-deb -f "$package" Version) == "$version" ]] || fail 'its version'
  field=$(dpkg-deb -f "$package" Depends)
  for wanted in libc6 espeak-ng-data libicu libvorbisenc2 libflac libopus0; do
    [[ $field == *"$wanted"* ]] || fail "it does not depend on $wanted: $field"
  done
}

check_weak_dependencies() {
  [[ $(dpkg-deb -f "$package" Recommends) == libsdl2-2.0-0 ]] || fail 'it does not recommend SDL'
  [[ $(dpkg-deb -f "$package" Suggests) == pandoc ]] || fail 'it does not suggest pandoc'
}

check_files() {
  local file
  for file in usr/bin/aloud usr/libexec/aloud/aloud-engine usr/share/aloud/voices/en-us.toml usr/share/man/man1/aloud.1 usr/share/doc/aloud/LICENSE \
    usr/share/bash-completion/completions/aloud; do
    [[ -s $root/$file ]] || fail "it lacks $file"
  done
  [[ ! -e $root/usr/include && ! -e $root/usr/local ]] || fail 'it holds more than the runtime'
}

# The libraries that the program asks for, and eSpeak NG's data, where the packages would put them.
add_dependencies() {
  local library data
  ldd "$root/usr/bin/aloud" | grep -oE '/[^ ]+' | while IFS= read -r library; do
    mkdir -p "$root$(dirname -- "$library")"
    cp -L -- "$library" "$root$library"
  done
  for data in /usr/lib/*/espeak-ng-data /usr/share/espeak-ng-data; do
    [[ -d $data ]] || continue
    mkdir -p "$root$(dirname -- "$data")"
    cp -r -- "$data" "$root$(dirname -- "$data")/"
  done
}

run_in_root() {
  mkdir -p "$root/site" "$root/tmp"
  printf '# Hello\n\nThis was said in a clean root.\n' >"$root/site/a.md"
  # A build for another prefix looks for its voices there.
  chroot "$root" /usr/bin/env true 2>/dev/null && fail 'the root is not clean'
  ALOUD_VOICES=/usr/share/aloud/voices ALOUD_CACHE_DIR=/tmp/cache \
    chroot "$root" /usr/bin/aloud batch /site -o /out -f wav --rate 449 --quiet || fail 'it does not run'
  [[ $(stat -c %s "$root/out/a.wav") -gt 10000 && -s $root/out/manifest.json ]] || fail 'it renders nothing'
  ALOUD_VOICES=/usr/share/aloud/voices chroot "$root" /usr/bin/aloud batch /site -o /out -f wav --rate 449 --check --quiet || fail '--check'
}

run_unpacked() {
  [[ $(ALOUD_VOICES=$root/usr/share/aloud/voices "$root/usr/bin/aloud" --version) == *"$version"* ]] || fail 'it does not run'
}

build_package
check_control
check_weak_dependencies
dpkg-deb -x "$package" "$root"
check_files
if [[ $(id -u) == 0 ]] && chroot / true 2>/dev/null; then
  add_dependencies
  run_in_root
else
  run_unpacked
fi
