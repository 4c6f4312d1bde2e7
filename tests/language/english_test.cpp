#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "language/english/numbers.h"
#include "language/english/tables.h"
#include "language/normalizer.h"
#include "language/spoken_properties.h"
#include "language/tokens.h"
#include "util/error.h"

namespace aloud {
namespace {

Spoken spoken(const std::string& language, std::string_view text) {
  return make_normalizer(language)->normalize(AlignedText::verbatim(text));
}

struct Case {
  std::string written, said;
};

// The lines "written | said" of a table.
std::vector<Case> cases_of(const std::string& language) {
  std::ifstream file(std::string(ALOUD_SOURCE_DIR "/tests/language/spoken_cases/") + language + ".txt");
  EXPECT_TRUE(file) << language;
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    const std::size_t bar = line.find(" | ");
    if (line.empty() || line.front() == '#' || bar == std::string::npos) continue;
    cases.push_back({line.substr(0, bar), line.substr(bar + 3)});
  }
  return cases;
}

// The tables hold what is said for whole lines; a line here is one sentence, so the period that ends it stays where
// the segmenter would have cut.
class SpokenCases : public testing::TestWithParam<const char*> {};

TEST_P(SpokenCases, AreSaidAsTheTableHasThem) {
  const std::vector<Case> cases = cases_of(GetParam());
  EXPECT_GT(cases.size(), 5U);
  for (const Case& one : cases) EXPECT_EQ(spoken(GetParam(), one.written).text.text(), one.said) << one.written;
}

TEST_P(SpokenCases, KeepTheProperties) {
  for (const Case& one : cases_of(GetParam())) EXPECT_EQ(broken_property(one.written), nullptr) << one.written;
}

TEST_P(SpokenCases, LoseNothingOfTheSource) {
  for (const Case& one : cases_of(GetParam())) {
    const Spoken result = spoken(GetParam(), one.written);
    std::size_t covered = 0;
    for (const ByteRange& piece : result.text.source_pieces()) covered += piece.size();
    EXPECT_EQ(covered, one.written.size()) << one.written;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, SpokenCases, testing::Values("en", "en-GB"));

std::string rules_of(std::string_view text) {
  std::string rules;
  for (const Rewrite& rewrite : spoken("en", text).rewrites) rules += (rules.empty() ? "" : " ") + rewrite.rule;
  return rules;
}

TEST(EnglishNormalizer, NamesTheClassOfEachChange) {
  const std::vector<Case> cases = {
      {"in 1987", "year"},
      {"5 km", "measure"},
      {"$5", "money"},
      {"50%", "percentage"},
      {"3pm", "time"},
      {"1/2", "fraction"},
      {"won 3-2", "score"},
      {"the 1st", "ordinal"},
      {"Henry VIII", "roman-numeral"},
      {"the FBI", "initialism"},
      {"a@b.com", "e-mail"},
      {"🔥", "emoji"},
      {"5 May 1999", "date date"},
      {"plain words", ""},
      {"10–12", "range"},
      {"1 & 2", "cardinal symbol cardinal"},
  };
  for (const Case& one : cases) EXPECT_EQ(rules_of(one.written), one.said) << one.written;
}

TEST(EnglishNormalizer, PointsAtWhatWasWritten) {
  const std::string text = "It cost $4.50 on March 5, 2024.";
  const Spoken result = spoken("en", text);
  const std::string& said = result.text.text();
  ASSERT_EQ(said, "It cost four dollars fifty cents on March fifth, twenty twenty four.");
  const auto source = [&](std::string_view words) {
    const std::size_t at = said.find(words);
    const ByteRange range = result.text.source_of({at, at + words.size()});
    return text.substr(range.begin, range.size());
  };
  EXPECT_EQ(source("fifty cents"), "$4.50");
  EXPECT_EQ(source("four dollars fifty cents"), "$4.50");
  EXPECT_EQ(source("March"), "March");
  EXPECT_EQ(source("fifth"), "5");
  EXPECT_EQ(source("twenty twenty four"), "2024");
}

// What was left out between the parts of a number stays left out.
TEST(EnglishNormalizer, APieceLeftOutWithinIsNotCovered) {
  AlignedText text = AlignedText::verbatim("5");
  text.append_linear(" km", 10);
  const Spoken result = make_normalizer("en")->normalize(text);
  EXPECT_EQ(result.text.text(), "five kilometers");
  EXPECT_EQ(result.text.source_pieces(), (std::vector<ByteRange>{{0, 1}, {10, 13}}));
}

TEST(EnglishNormalizer, LeavesOtherLanguagesAlone) { EXPECT_EQ(spoken("it", "5 km").text.text(), "5 km"); }

// Every text over a small alphabet of what numbers are written with.
TEST(EnglishNormalizer, KeepsItsPropertiesOverASmallAlphabet) {
  const std::vector<std::string> alphabet = {"1", "20", "-", ".", ":", "/", "$",  " ", "s",
                                             "A", "m",  "–", "½", ",", "'", "IV", "²"};
  std::vector<std::string> texts = {""};
  for (int length = 0; length < 4; ++length) {
    std::vector<std::string> longer;
    for (const std::string& text : texts) {
      for (const std::string& letter : alphabet) longer.push_back(text + letter);
    }
    texts = longer;
    for (const std::string& text : texts) ASSERT_EQ(broken_property(text), nullptr) << text;
  }
}

// The same over what sizes, eras, quarters, pictures of marks and joined emoji are written with.
TEST(EnglishNormalizer, KeepsItsPropertiesOverAnotherAlphabet) {
  const std::vector<std::string> alphabet = {"12", "3", "x", "\"",  "'", " ",  "BC", "Q",   "FY",     "€",          ",",
                                             ".",  ":", ")", "Ave", "N", "St", "A",  "Jan", "\u200D", "\U0001F469", "+"};
  for (const std::string& first : alphabet) {
    for (const std::string& second : alphabet) {
      for (const std::string& third : alphabet) {
        const std::string text = first + second + third;
        ASSERT_EQ(broken_property(text), nullptr) << text;
        ASSERT_EQ(broken_property(text + " 12 " + first), nullptr) << text;
      }
    }
  }
}

TEST(EnglishNormalizer, TakesLinearTime) {
  for (const std::string part :
       {"12\" ", "\" 5\"", "2x",    "Q1'",     "1 Cor. 1:", "00:",    ":-",   "$A ", "aBC ",   "1 N St ", "\U0001F469\u200D",
        "3 BC–", "1-",     "1.",    "1-",      "a.b",       "$",      "1/2 ", "(a",  "12:30 ", "@",       "#",
        "I",     "X ",     "5 km ", "http://", "f*",        "1 000 ", "🔥",    "1,"}) {
    std::string text;
    while (text.size() < 300'000) text += part;
    EXPECT_LT(spoken("en", text).text.size(), 12'000'000U) << part;
  }
}

TEST(Numbers, CardinalsOfEachSize) {
  const std::vector<Case> cases = {
      {"0", "zero"},
      {"13", "thirteen"},
      {"20", "twenty"},
      {"99", "ninety nine"},
      {"100", "one hundred"},
      {"110", "one hundred ten"},
      {"1000", "one thousand"},
      {"1010", "one thousand ten"},
      {"1000000", "one million"},
      {"1000000000000000000", "one quintillion"},
      {"000", "zero"},
      {"0042", "forty two"},
  };
  for (const Case& one : cases) EXPECT_EQ(cardinal(one.written, Dialect::american), one.said);
  EXPECT_EQ(cardinal("1110", Dialect::british), "one thousand one hundred and ten");
  EXPECT_EQ(cardinal("1000010", Dialect::british), "one million and ten");
}

TEST(Numbers, NoTwoCardinalsOrOrdinalsAreTheSame) {
  std::set<std::string> seen;
  for (std::uint32_t value = 0; value < 11'000; ++value) {
    EXPECT_TRUE(seen.insert(cardinal(value, Dialect::american)).second) << value;
    EXPECT_TRUE(seen.insert(ordinal(value, Dialect::american)).second) << value;
  }
}

TEST(Numbers, Years) {
  const std::vector<std::pair<std::uint32_t, std::string>> cases = {
      {1987, "nineteen eighty seven"}, {1905, "nineteen oh five"}, {1900, "nineteen hundred"},  {2000, "two thousand"},
      {2009, "two thousand nine"},     {2010, "twenty ten"},       {1066, "ten sixty six"},     {800, "eight hundred"},
      {1000, "one thousand"},          {1001, "one thousand one"}, {2100, "twenty one hundred"}};
  for (const auto& [value, said] : cases) EXPECT_EQ(year(value, Dialect::american), said);
}

TEST(Numbers, RomanNumeralsInTheirCanonicalFormAlone) {
  EXPECT_EQ(roman_value("XIV"), 14U);
  EXPECT_EQ(roman_value("mcmxc"), 1990U);
  EXPECT_EQ(roman_value("MMXXIV"), 2024U);
  for (const char* none : {"", "IIII", "VX", "IXV", "Iv", "IC", "ABC", "MMMM"}) EXPECT_EQ(roman_value(none), 0U) << none;
}

TEST(Tokens, AreWordsNumbersAndMarks) {
  const Tokens tokens("café 25°C,don't");
  std::string seen;
  for (std::size_t i = 0; i < tokens.size(); ++i) seen += (tokens.at(i).spaced ? " " : "_") + std::string(tokens.str(i));
  EXPECT_EQ(seen, " café 25_°_C_,_don_'_t");
  EXPECT_EQ(tokens.at(99).kind, TokenKind::none);
  EXPECT_EQ(tokens.str(static_cast<std::size_t>(-1)), "");
}

TEST(EnglishTables, ALineThatCannotBeReadIsRefused) {
  try {
    PhraseTable("units", "km = kilometer | kilometers\n\nmile\n");
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "units:3:1: cannot read \"mile\"");
  }
  EXPECT_THROW(WordSets("sets", "words before a section"), Error);
}

// A unit's or currency's line has a word for one and one for many.
TEST(EnglishTables, HaveAllTheirParts) {
  for (const char* sign : {"km/h", "°C", "oz.", "m", "sq ft"}) EXPECT_GE(english_tables().units.find(sign)->size(), 2U) << sign;
  for (const char* sign : {"$", "€", "EUR"}) EXPECT_EQ(english_tables().currencies.find(sign)->size(), 4U) << sign;
}

}  // namespace
}  // namespace aloud
