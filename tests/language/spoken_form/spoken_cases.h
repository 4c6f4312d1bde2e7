#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine_traits.h"
#include "language/spoken_form/normalizer.h"
#include "support/test_paths.h"

namespace aloud::test {

/// What the normalizer of a language makes of a text.
inline AlignedText spoken(const std::string& language, std::string_view text) {
  return make_normalizer(language, espeak_traits().spelling)->normalize(AlignedText::verbatim(text));
}

/// The rules by which it was made, in order, with spaces between.
inline std::string rules_of(const std::string& language, std::string_view text) {
  std::string rules;
  const AlignedText result = spoken(language, text);
  for (const AlignedText::Run& run : result.runs()) {
    if (!run.rule.empty()) rules += (rules.empty() ? "" : " ") + run.rule;
  }
  return rules;
}

/// The part of `written` that `words`, where they stand first in `result`, are said for.
inline std::string written_for(std::string_view words, const AlignedText& result, std::string_view written) {
  const std::size_t at = result.text().find(words);
  const ByteRange range = result.source_of({at, at + words.size()});
  return std::string(written.substr(range.begin, range.size()));
}

struct SpokenCase {
  std::string written, said;
};

/// The lines "written | said" of spoken_cases/<language>.txt. A line is a sentence, so the period that ends it stays where the
/// segmenter would have cut.
inline std::vector<SpokenCase> spoken_cases(const std::string& language) {
  std::ifstream file(std::string(ALOUD_SOURCE_DIR "/tests/language/spoken_form/spoken_cases/") + language + ".txt");
  EXPECT_TRUE(file) << language;
  std::vector<SpokenCase> cases;
  for (std::string line; std::getline(file, line);) {
    const std::size_t bar = line.find(" | ");
    if (line.empty() || line.front() == '#' || bar == std::string::npos) continue;
    cases.push_back({line.substr(0, bar), line.substr(bar + 3)});
  }
  return cases;
}

}  // namespace aloud::test
