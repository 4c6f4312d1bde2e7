#!/usr/bin/env bash
# Fuzzes for long: builds the fuzz targets, and runs each for its share of the time, one after the other.
#
#   scripts/fuzz.sh HOURS [TARGET…]
#
#   HOURS    in all, 0.5 is half an hour; shared among the targets
#   TARGET   fuzz_markdown, …; without any, all of them
#
# What leads to new ways is kept in $ALOUD_FUZZ_CORPUS/TARGET (build/fuzz-corpus/TARGET), and the next run goes on from there. What
# breaks a promise is kept beside it, as TARGET.crash-…, and the script ends with 1 once all have run.
set -euo pipefail

# shellcheck source=scripts/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

corpus=${ALOUD_FUZZ_CORPUS:-$root/build/fuzz-corpus}
recipes=$root/build/asan/fuzz # one file a target: the program, then an argument a line (tests/CMakeLists.txt)

# run_target NAME SECONDS: 1 if it found something.
run_target() {
  local name=$1 seconds=$2 seeds=$root/tests/fuzz/seeds/$1
  local -a call directories
  mapfile -t call <"$recipes/$name"
  mkdir -p -- "$corpus/$name"
  directories=("$corpus/$name")
  [[ ! -d $seeds ]] || directories+=("$seeds")
  say "$name for $seconds s"
  local status=0
  "${call[@]}" -max_total_time="$seconds" -print_final_stats=1 -artifact_prefix="$corpus/$name." "${directories[@]}" \
    >"$corpus/$name.log" 2>&1 || status=$?
  grep -E 'number_of_executed_units|average_exec_per_sec|ERROR|SUMMARY|does not hold' "$corpus/$name.log" || true
  return "$status"
}

main() {
  if [[ $# -eq 0 || $1 == -h || $1 == --help ]]; then
    sed -n '2,/^set/{/^set/d; s/^# \{0,1\}//; p}' -- "${BASH_SOURCE[0]}"
    return
  fi
  local hours=$1 seconds name failed=0
  shift
  [[ $hours =~ ^[0-9]+([.][0-9]+)?$ ]] || fail "not a number of hours: \"$hours\""
  configure_and_build asan --target fuzz_targets
  local -a targets=("$@")
  [[ ${#targets[@]} -gt 0 ]] || mapfile -t targets < <(cd -- "$recipes" && printf '%s\n' fuzz_*)
  for name in "${targets[@]}"; do
    [[ -f $recipes/$name ]] || fail "no such target: \"$name\""
  done
  seconds=$(awk -v hours="$hours" -v count="${#targets[@]}" 'BEGIN { printf "%d", hours * 3600 / count + 0.5 }')
  for name in "${targets[@]}"; do
    run_target "$name" "$seconds" || failed=1
  done
  ((failed == 0)) || fail "something was found: see $corpus"
}

main "$@"
