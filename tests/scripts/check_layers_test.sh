#!/usr/bin/env bash
# check-layers.sh finds what it has to find, and nothing else: a table of lines in files, and the finding each must give.
#
#   check_layers_test.sh SOURCE
set -euo pipefail

script=$1/scripts/check-layers.sh
tree=$(mktemp -d)
trap 'rm -rf -- "$tree"' EXIT
failures=0

# expect accepted|refused FILE LINE: what the check says of a tree with that one line in that one file.
expect() {
  local expected=$1 file=$2 line=$3 actual=accepted output place=src/${2%/*}
  rm -rf -- "$tree/src" "$tree/include"
  mkdir -p -- "$tree/src/util" "$tree/src/$(dirname -- "$file")"
  printf '// A file.\n%s\n' "$line" >"$tree/src/$file"
  output=$("$script" "$tree" 2>&1) || actual=refused
  if [[ $actual == refused && $output != *"${place#src/../}"* ]]; then
    actual="refused without naming the place: $output"
  fi
  if [[ $actual != "$expected" ]]; then
    printf 'FAILED: %s with "%s": expected %s, got %s\n' "$file" "$line" "$expected" "$actual" >&2
    failures=$((failures + 1))
  fi
}

expect accepted util/a.cpp '#include "util/b.h"'
expect accepted util/a.cpp '#include "version.h"'
expect accepted util/a.cpp '#include <vector>'
expect refused util/a.cpp '#include "audio/units.h"'
expect refused util/a.h '  #  include "document/document.h"'
expect refused util/a.h '#include "../audio/units.h"'
expect accepted audio/a.cpp '#include "util/b.h"'
expect refused audio/a.cpp '#include "document/document.h"'
expect refused audio/a.cpp '#include "language/words.h"'
expect refused document/a.cpp '#include "audio/units.h"'
expect refused document/a.cpp '#include "language/words.h"'
expect refused language/a.cpp '#include "document/document.h"'
expect accepted script/a.cpp '#include "language/words.h"'
expect refused script/a.cpp '#include "process/performer.h"'
expect accepted process/a.cpp '#include "script/script.h"'
expect refused process/a.cpp '#include "timeline/timeline.h"'
expect accepted timeline/a.cpp '#include "process/performer.h"'
expect refused timeline/a.cpp '#include "render/render.h"'
expect accepted render/a.cpp '#include "timeline/timeline.h"'
expect refused render/a.cpp '#include "cli/cli.h"'
expect accepted cli/a.cpp '#include "render/render.h"'
expect accepted util/a.cpp '// #include "render/render.h"'
expect accepted util/a.h '#include "aloud/errors.h"'
expect refused util/a.h '#include "aloud/render.h"'
expect accepted library/a.cpp '#include "aloud/render.h"'
expect accepted library/a.cpp '#include "batch/plan.h"'
expect refused library/a.cpp '#include "cli/cli.h"'
expect refused render/a.cpp '#include "library/conversions.h"'
expect accepted ../include/aloud/a.h '#include <vector>'
expect accepted ../include/aloud/a.h '#include "aloud/errors.h"'
expect refused ../include/aloud/a.h '#include "util/error.h"'
expect refused ../include/aloud/a.h '#include <fmt/format.h>'
expect refused misc/a.cpp '#include <vector>'

expect accepted engine/espeak_engine.cpp '#include <espeak-ng/speak_lib.h>'
expect refused process/performer.cpp '#include <espeak-ng/speak_lib.h>'
expect refused cli/voices.cpp '#include <espeak-ng/espeak_ng.h>'
expect accepted document/markdown/reader.cpp '#include <cmark-gfm.h>'
expect refused script/a.cpp '#include <cmark-gfm-extension_api.h>'
expect refused script/a.cpp '#include <yaml-cpp/yaml.h>'
expect accepted language/a.cpp '#include <expat.h>'
expect refused script/a.cpp '#include <expat.h>'
expect accepted document/ssml/a.cpp '#include <expat.h>'
expect refused document/a.cpp '#include <expat.h>'
expect accepted fetch/transfer_curl.cpp '#include <curl/curl.h>'
expect refused fetch/a.cpp '#include <curl/curl.h>'
expect accepted fetch/a.cpp '#include "document/document.h"'
expect refused render/a.cpp '#include "fetch/fetch.h"'
expect accepted script/toml_reader.h '#include <toml++/toml.h>'
expect refused batch/a.cpp '#include <toml++/toml.h>'
expect accepted cli/arguments.cpp '#include <CLI/CLI.hpp>'
expect refused cli/a.cpp '#include <CLI/CLI.hpp>'

expect refused render/a.cpp 'void f() { std::cout << 1; }'
expect refused render/a.cpp 'void f() { fprintf(stderr, "x"); }'
expect refused render/a.cpp 'void f() { std::printf("x"); }'
expect refused render/a.cpp 'void f() { std::exit(1); }'
expect accepted render/a.cpp 'void f() { std::snprintf(b, 2, "x"); }'
expect accepted render/a.cpp 'void f() { std::fprintf(file, "x"); }'
expect accepted cli/a.cpp 'void f() { std::cout << 1; }'
expect accepted process/child.cpp 'void f() { _exit(1); }'

((failures == 0))
