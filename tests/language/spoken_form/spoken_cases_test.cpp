#include "language/spoken_form/spoken_cases.h"

#include <gtest/gtest.h>

#include "language/spoken_form/spoken_properties.h"
#include "support/texts_over.h"

namespace aloud {
namespace {

using test::spoken;
using test::spoken_cases;
using test::SpokenCase;

// A table is for the language that its name begins with: "en-GB", "borders/de-dates".
std::string language_of(std::string table) {
  if (const std::size_t slash = table.find('/'); slash != std::string::npos) table.erase(0, slash + 1);
  const std::size_t end = table.find('-');
  const bool region = end != std::string::npos && table.size() == end + 3;
  return region ? table : table.substr(0, end);
}

class SpokenCases : public testing::TestWithParam<const char*> {};

TEST_P(SpokenCases, AreSaidAsTheTableHasThem) {
  const std::vector<SpokenCase> cases = spoken_cases(GetParam());
  EXPECT_GT(cases.size(), 3U);
  for (const SpokenCase& one : cases) EXPECT_EQ(spoken(language_of(GetParam()), one.written).text(), one.said) << one.written;
}

TEST_P(SpokenCases, KeepTheProperties) {
  for (const SpokenCase& one : spoken_cases(GetParam())) {
    EXPECT_STREQ(broken_property(one.written, language_of(GetParam())), nullptr) << one.written;
  }
}

TEST_P(SpokenCases, LoseNothingOfTheSource) {
  for (const SpokenCase& one : spoken_cases(GetParam())) {
    const AlignedText result = spoken(language_of(GetParam()), one.written);
    std::size_t covered = 0;
    for (const ByteRange& piece : result.source_pieces()) covered += piece.size();
    EXPECT_EQ(covered, one.written.size()) << one.written;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, SpokenCases, testing::Values("en", "en-GB", "de", "de-CH", "fr", "fr-CH", "es", "es-MX"));

// Languages that are data alone.
INSTANTIATE_TEST_SUITE_P(Packs, SpokenCases, testing::Values("it", "nl", "pt", "pt-PT", "pl", "cs", "sv", "ru", "uk"));

// Both sides of each rule: what it fires on, and the nearest that it leaves alone.
INSTANTIATE_TEST_SUITE_P(Borders, SpokenCases,
                         testing::Values("borders/en-dates", "borders/en-times", "borders/en-quantities", "borders/en-numbers",
                                         "borders/en-roman", "borders/en-identifiers", "borders/en-signs",
                                         "borders/en-abbreviations", "borders/en-kinds", "borders/de-dates", "borders/de-times",
                                         "borders/de-numbers", "borders/fr-numbers", "borders/es-numbers", "borders/es-dates",
                                         "borders/fr-dates"));

// Every text over a small alphabet of the signs of formulas and tags.
TEST(SpokenFormulas, KeepTheProperties) {
  const std::vector<std::string> alphabet = {"<", ">", "=",  "≥", "≈",  "~", "-", "+", "^",
                                             "²", "5", ".5", "x", "Ab", "#", "@", " "};
  for (const std::string& text : test::texts_over(alphabet, 3)) {
    for (const char* language : {"en", "de", "fr", "es"}) {
      ASSERT_STREQ(broken_property(text, language), nullptr) << language << ": " << text;
    }
  }
}

}  // namespace
}  // namespace aloud
