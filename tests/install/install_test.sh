#!/usr/bin/env bash
# Installs the build into a temporary prefix, and uses it as a stranger would: by CMake package, by pkg-config, by hand.
#
#   install_test.sh BUILD SOURCE CMAKE CXX VERSION LIBDIR
set -euo pipefail

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

build=$1 source=$2 cmake=$3 cxx=$4 version=$5 libdir=$6
here=$source/tests/install
prefix=$temporary/prefix

expect_file() {
  [[ -s $prefix/$1 ]] || fail "not installed: $1"
}

expect_output() {
  local expected=$1 actual
  shift
  actual=$("$@") || fail "exit status $? from: $*"
  [[ $actual == "$expected" ]] || fail "expected \"$expected\", got \"$actual\" from: $*"
}

check_files() {
  local file
  for file in bin/aloud share/man/man1/aloud.1 share/bash-completion/completions/aloud share/zsh/site-functions/_aloud \
    share/fish/vendor_completions.d/aloud.fish share/doc/aloud/LICENSE share/doc/aloud/README.md \
    share/doc/aloud/docs/formats/timeline.schema.json include/aloud/aloud.h \
    include/aloud/version.h include/aloud/util/aligned_text.h "$libdir/cmake/aloud/aloudConfig.cmake" "$libdir/pkgconfig/aloud.pc"; do
    expect_file "$file"
  done
  for file in "$source"/voices/*.toml; do
    [[ ! -e $file ]] || expect_file "share/aloud/voices/${file##*/}"
  done
}

# Nothing that is installed may name the place where it was built.
check_no_build_paths() {
  local file
  for file in "$prefix/$libdir"/cmake/aloud/*.cmake "$prefix/$libdir/pkgconfig/aloud.pc"; do
    ! grep -F -e "$build" -e "$source" -- "$file" || fail "$file names the build tree"
  done
  ! grep -rE '#include "(util|audio|document|language|script|synthesis|timeline|render|play)/' "$prefix/include" ||
    fail 'an installed header names another as the source tree does'
}

consumer_output="$version: \"fish and chips\" from bytes 4 to 15, 22050 frames a second"

build_by_cmake() {
  "$cmake" -S "$here/consumer" -B "$temporary/consumer" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_COMPILER="$cxx" \
    --log-level=WARNING
  "$cmake" --build "$temporary/consumer" >"$temporary/log" || fail "consumer by CMake: $(cat -- "$temporary/log")"
  expect_output "$consumer_output" "$temporary/consumer/consumer"
}

build_by_pkg_config() {
  local flags
  export PKG_CONFIG_PATH=$prefix/$libdir/pkgconfig
  expect_output "$version" pkg-config --modversion aloud
  # The flags are quoted for a shell, as the prefix has a space in it.
  flags=$(pkg-config --static --cflags --libs aloud)
  eval "\"\$cxx\" -std=c++20 -Wall -Wextra -Werror \"\$here/consumer/consumer.cpp\" $flags -o \"\$temporary/by-pkg-config\""
  expect_output "$consumer_output" "$temporary/by-pkg-config"
}

main() {
  "$cmake" --install "$build" --prefix "$prefix" >"$temporary/log" || fail "$(cat -- "$temporary/log")"
  check_files
  check_no_build_paths
  [[ $("$prefix/bin/aloud" --version) == *"$version"* ]] || fail 'bin/aloud --version does not tell the version'
  names=$(cd -- "$temporary" && env -u ALOUD_VOICES HOME="$temporary" "$prefix/bin/aloud" voices --names)
  [[ $names == *en-gb* ]] || fail 'bin/aloud does not find the voices that were installed with it'
  "$source/tests/scripts/links_test.sh" "$prefix/share/doc/aloud" || fail 'links of the installed documentation'
  build_by_cmake
  build_by_pkg_config
}

main
