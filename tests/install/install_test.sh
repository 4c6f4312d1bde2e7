#!/usr/bin/env bash
# Installs the build into a temporary prefix, and uses it as a stranger would: the program, and the three examples, built against
# what is installed, by CMake and by pkg-config, with the shared library and with the static one, and with sanitizers.
#
#   install_test.sh BUILD SOURCE CMAKE CXX VERSION LIBDIR
set -euo pipefail

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

build=$1 source=$2 cmake=$3 cxx=$4 version=$5 libdir=$6
prefix=$temporary/prefix
engine=$prefix/libexec/aloud/aloud-engine
articles=$temporary/articles

# What the tests around this one set is nothing that a stranger has.
unset ALOUD_ENGINE ALOUD_VOICES
export HOME=$temporary/home PKG_CONFIG_PATH=$prefix/$libdir/pkgconfig
unset XDG_DATA_HOME XDG_CACHE_HOME ALOUD_CACHE_DIR

expect_file() {
  [[ -s $prefix/$1 ]] || fail "not installed: $1"
}

check_files() {
  local file
  for file in bin/aloud libexec/aloud/aloud-engine share/man/man1/aloud.1 share/bash-completion/completions/aloud \
    share/zsh/site-functions/_aloud share/fish/vendor_completions.d/aloud.fish share/doc/aloud/LICENSE share/doc/aloud/README.md \
    share/doc/aloud/docs/formats/timeline.schema.json share/doc/aloud/examples/render_file.cpp "$libdir/libaloud.a" \
    "$libdir/libaloud.so" "$libdir/libaloud.so.${version%.*}" "$libdir/cmake/aloud/aloudConfig.cmake" "$libdir/pkgconfig/aloud.pc" \
    "$libdir/pkgconfig/aloud-static.pc"; do
    expect_file "$file"
  done
  for file in "$source"/voices/*.toml; do
    expect_file "share/aloud/voices/${file##*/}"
  done
  diff <(cd -- "$prefix/include" && find . -type f | sort) <(cd -- "$source/include" && find . -type f | sort) ||
    fail 'other headers are installed than those of include/'
}

# Nothing that is installed may name the place where it was built.
check_no_build_paths() {
  local file
  for file in "$prefix/$libdir"/cmake/aloud/*.cmake "$prefix/$libdir"/pkgconfig/*.pc; do
    ! grep -F -e "$build" -e "$source" -- "$file" || fail "$file names the build tree"
  done
}

# Each header stands alone, and speaks of nothing that is not public.
check_headers() {
  local header
  for header in "$prefix"/include/aloud/*.h; do
    printf '#include "aloud/%s"\n' "${header##*/}" >"$temporary/alone.cpp"
    "$cxx" -std=c++20 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -I "$prefix/include" -fsyntax-only "$temporary/alone.cpp" ||
      fail "${header##*/} does not compile alone"
    ! grep -E '#include "[^"]*"' "$header" | grep -v '"aloud/' || fail "${header##*/} includes what is not installed"
  done
}

# What a host program sees of the library beside the public interface, or of the engine in it: nothing.
check_symbols() {
  local other
  nm -D --defined-only -C "$prefix/$libdir/libaloud.so" | grep -q ' aloud::v0::render(' || fail 'libaloud.so shows no render()'
  other=$(nm -D --defined-only -C "$prefix/$libdir/libaloud.so" | cut -d ' ' -f 3- |
    grep -vE '^((typeinfo|typeinfo name|vtable) for )?aloud::v0::' || true)
  [[ -z $other ]] || fail "libaloud.so shows more than its interface: $other"
  ! nm -g --defined-only "$prefix/$libdir/libaloud.a" 2>/dev/null | grep -E ' (audio_object_|create_audio_device|espeak_)' ||
    fail 'libaloud.a defines what belongs to other libraries'
  other=$(nm -D --defined-only -C "$temporary/static/render_file" | grep -E ' (audio_object_|create_audio_device|espeak_)' || true)
  [[ -z $other ]] || fail "a program that links libaloud.a exports: $other"
}

write_articles() {
  mkdir -p "$articles/deep"
  printf -- '---\ntitle: First\n---\n\n# First\n\nIt has 12 words, or *so*.\n\nAnd an end.\n' >"$articles/a.md"
  printf 'The second one is plain.\n\nIt is short.\n' >"$articles/deep/b.txt"
}

# expect_examples DIRECTORY: the three programs there do what they say.
expect_examples() {
  local programs=$1 out=$1/out text
  mkdir -p "$out"
  text=$("$programs/render_file" "$articles/a.md" "$out/a.opus") || fail "render_file: $text"
  [[ $text == '3 sentences in en-US, '* ]] || fail "render_file says: $text"
  [[ $(head -c 4 "$out/a.opus") == OggS && $(head -c 6 "$out/a.opus.vtt") == WEBVTT ]] || fail 'render_file made no audio'
  expect_memory "$programs/render_to_memory"
  text=$("$programs/render_tree" "$articles" "$out/tree" 2>/dev/null) || fail "render_tree: $text"
  [[ $text == *'2 rendered'* && -s $out/tree/deep/b.opus ]] || fail "render_tree says: $text"
  text=$("$programs/render_tree" "$articles" "$out/tree" 2>/dev/null)
  [[ $text == *'2 unchanged'* ]] || fail "render_tree says, the second time: $text"
  ! "$programs/render_file" /nowhere/a.md "$out/b.opus" 2>/dev/null || fail 'render_file reads what is not there'
}

# Two articles at the same time, each on a thread: the samples are those of the program, which renders them one by one.
expect_memory() {
  local text article
  text=$("$@" "$articles/a.md" "$articles/deep/b.txt") || fail "$1: $text"
  for article in a.md deep/b.txt; do
    "$prefix/bin/aloud" render "$articles/$article" -o "$temporary/expected.wav" --no-cache --quiet
    [[ $text == *"$articles/$article: $(stat -c %s "$temporary/expected.wav") bytes, "* ]] || fail "$1 says: $text"
  done
}

# build_by_cmake NAME OPTION...: as examples/CMakeLists.txt has it, into $temporary/NAME.
build_by_cmake() {
  local name=$1
  shift
  "$cmake" -S "$prefix/share/doc/aloud/examples" -B "$temporary/$name" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" \
    -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_CXX_FLAGS='-Wall -Wextra -Werror' --log-level=WARNING "$@"
  "$cmake" --build "$temporary/$name" >"$temporary/log" || fail "examples by CMake, $name: $(cat -- "$temporary/log")"
}

# build_by_pkg_config MODULE PROGRAM OPTION...: render_to_memory alone.
build_by_pkg_config() {
  local module=$1 program=$2
  local -a flags
  shift 2
  [[ $(pkg-config --modversion "$module") == "$version" ]] || fail "pkg-config does not know $module"
  # They are quoted for a shell, as the prefix has a space in it.
  eval "flags=($(pkg-config --cflags --libs "$module"))"
  "$cxx" -std=c++20 -Wall -Wextra -Werror "$@" "$source/examples/render_to_memory.cpp" "${flags[@]}" -o "$program"
}

check_static() {
  local text
  build_by_cmake static -Daloud_USE_STATIC=ON
  # Such a program lies anywhere, and is told where the rest is.
  ALOUD_ENGINE=$engine ALOUD_VOICES=$prefix/share/aloud/voices expect_examples "$temporary/static"
  text=$(ALOUD_ENGINE=/nowhere/engine ALOUD_VOICES=$prefix/share/aloud/voices "$temporary/static/render_to_memory" "$articles/a.md") &&
    fail 'it speaks without its helper'
  [[ $text == *"failed: there is no program /nowhere/engine, which \$ALOUD_ENGINE names to speak with"* ]] || fail "it says: $text"
  build_by_pkg_config aloud-static "$temporary/static-by-pkg-config"
  text=$(pkg-config --variable=engine aloud-static)
  [[ ${text//\\ / } -ef $engine ]] || fail "pkg-config's variable engine says: $text"
  ALOUD_ENGINE=$engine ALOUD_VOICES=$prefix/share/aloud/voices expect_memory "$temporary/static-by-pkg-config"
}

check_shared() {
  build_by_cmake shared
  expect_examples "$temporary/shared"
  build_by_pkg_config aloud "$temporary/shared-by-pkg-config"
  LD_LIBRARY_PATH=$prefix/$libdir expect_memory "$temporary/shared-by-pkg-config"
  build_by_pkg_config aloud "$temporary/sanitized" -g1 -fsanitize=address,undefined -fno-sanitize-recover=all
  LD_LIBRARY_PATH=$prefix/$libdir expect_memory "$temporary/sanitized"
}

main() {
  "$cmake" --install "$build" --prefix "$prefix" >"$temporary/log" || fail "$(cat -- "$temporary/log")"
  check_files
  check_no_build_paths
  check_headers
  [[ $("$prefix/bin/aloud" --version) == *"$version"* ]] || fail 'bin/aloud --version does not tell the version'
  names=$(cd -- "$temporary" && "$prefix/bin/aloud" voices --names)
  [[ $names == *en-gb* ]] || fail 'bin/aloud does not find the voices that were installed with it'
  write_articles
  check_shared
  check_static
  check_symbols
}

main
