#!/usr/bin/env bash
# scripts/mutate.sh finds what a test does not hold, and nothing else, in a project of one function and one test.
#
#   mutate_test.sh SOURCE
set -euo pipefail

# shellcheck source=tests/support/shell.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../support/shell.sh"

source=$1
tree=$temporary/tree
mkdir -p -- "$tree/src/util" "$tree/tests/util"
cp -r -- "$source/scripts" "$tree/"

# expect_mutants CODE CHANGE…: all that can be changed in a line of C++, sorted.
expect_mutants() {
  local code=$1 found wanted
  shift
  printf '%s\n' "$code" >"$tree/src/util/line.cpp"
  found=$("$tree/scripts/mutants.py" "$tree/src/util/line.cpp" --most 100 | cut -f 5 | LC_ALL=C sort)
  wanted=$([[ $# == 0 ]] || printf '%s\n' "$@" | LC_ALL=C sort)
  [[ $found == "$wanted" ]] || fail "mutants of: $code: $found"
}

expect_mutants 'bool b = a < c;' '< becomes <='
expect_mutants 'bool b = a >= c || !d;' '>= becomes >' '|| becomes &&' '! goes'
expect_mutants 'std::vector<int> a = f(true); // 1 < 2' 'true becomes false'
expect_mutants "  const char* a = \"1 < 2\"; char c = ' ';"
expect_mutants '  a.clear();' 'deleted: a.clear();'
expect_mutants '  assert(a < 2);'
expect_mutants 'if (a == 0) return;' '== becomes !=' '0 becomes 1'
rm -- "$tree/src/util/line.cpp"

cat >"$tree/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES CXX)
add_executable(util_test src/util/age.cpp tests/util/age_test.cpp)
set_target_properties(util_test PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests/util)
END
cat >"$tree/CMakePresets.json" <<'END'
{"version": 6, "configurePresets": [{"name": "dev", "generator": "Ninja", "binaryDir": "${sourceDir}/build/dev"}]}
END
echo 'build/' >"$tree/.gitignore"
echo 'aloud_test(util_test age_test.cpp)' >"$tree/tests/util/CMakeLists.txt"
cat >"$tree/src/util/age.cpp" <<'END'
bool is_grown_up(int age) { return age >= 18; }
bool is_child(int age) { return age < 14; }
int countdown(int from) {
  int steps = 0;
  while (from > 0) {
    from -= 1;
    steps++;
  }
  return steps;
}
END
cat >"$tree/tests/util/age_test.cpp" <<'END'
bool is_grown_up(int age);
bool is_child(int age);
int countdown(int from);

// Both sides of one border, one side of the other.
int main() { return is_grown_up(18) && !is_grown_up(17) && is_child(13) && countdown(3) == 3 ? 0 : 1; }
END
git -C "$tree" init -q

before=$(cat -- "$tree/src/util/age.cpp")
status=0
survivors=$("$tree/scripts/mutate.sh" "$tree/src/util" --most 100 --seed 3 2>"$temporary/log") || status=$?
[[ $survivors == 'src/util/age.cpp:2: < becomes <=' ]] || fail "survivors: $survivors$(cat -- "$temporary/log")"
((status == 1)) || fail "status $status although one of twelve survives"
grep -q 'from -= 1;: noticed' -- "$temporary/log" || fail "what never ends was not noticed: $(cat -- "$temporary/log")"
[[ $(cat -- "$tree/src/util/age.cpp") == "$before" ]] || fail 'the sources were changed'
cmp -- "$tree/src/util/age.cpp" "$tree/build/mutate/src/util/age.cpp" || fail 'the copy was not restored'

# With the border held, nothing survives.
sed -i 's/is_child(13)/is_child(13) \&\& !is_child(14)/' -- "$tree/tests/util/age_test.cpp"
survivors=$("$tree/scripts/mutate.sh" "$tree/src/util/age.cpp" --most 100 2>"$temporary/log") || fail "$(cat -- "$temporary/log")"
[[ -z $survivors ]] || fail "survivors: $survivors"
