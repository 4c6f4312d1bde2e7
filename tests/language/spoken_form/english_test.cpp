#include <gtest/gtest.h>

#include <set>

#include "engine/engine_traits.h"
#include "language/spoken_form/english/numbers.h"
#include "language/spoken_form/english/tables.h"
#include "language/spoken_form/normalizer.h"
#include "language/spoken_form/roman_value.h"
#include "language/spoken_form/spoken_cases.h"
#include "language/spoken_form/spoken_properties.h"
#include "language/spoken_form/tokens.h"
#include "support/texts_over.h"
#include "util/error.h"

namespace aloud::english {
namespace {

using test::rules_of;
using test::spoken;
using test::SpokenCase;
using test::texts_over;
using test::written_for;

TEST(EnglishNormalizer, NamesTheClassOfEachChange) {
  const std::vector<SpokenCase> cases = {
      {"in 1987", "year"},
      {"5 km", "measure{5 km}"},
      {"$5", "money{$ 5}"},
      {"50%", "percentage{50 %}"},
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
  for (const SpokenCase& one : cases) EXPECT_EQ(rules_of("en", one.written), one.said) << one.written;
}

TEST(EnglishNormalizer, PointsAtWhatWasWritten) {
  const std::string text = "It cost $4.50 on March 5, 2024.";
  const AlignedText result = spoken("en", text);
  ASSERT_EQ(result.text(), "It cost four dollars fifty cents on March fifth, twenty twenty four.");
  EXPECT_EQ(written_for("fifty cents", result, text), "$4.50");
  EXPECT_EQ(written_for("four dollars fifty cents", result, text), "$4.50");
  EXPECT_EQ(written_for("March", result, text), "March");
  EXPECT_EQ(written_for("fifth", result, text), "5");
  EXPECT_EQ(written_for("twenty twenty four", result, text), "2024");
}

// What was left out between the parts of a number stays left out.
TEST(EnglishNormalizer, APieceLeftOutWithinIsNotCovered) {
  AlignedText text = AlignedText::verbatim("5");
  text.append_linear(" km", 10);
  const AlignedText result = make_normalizer("en", espeak_traits().spelling)->normalize(text);
  EXPECT_EQ(result.text(), "five kilometers");
  EXPECT_EQ(result.source_pieces(), (std::vector<ByteRange>{{0, 1}, {10, 13}}));
}

TEST(EnglishNormalizer, ReadsTheDialectOfTheTagWhateverItsCase) {
  for (const char* british : {"en-GB", "en-gb", "en-au", "EN-IN", "en-Latn-NZ"})
    EXPECT_EQ(spoken(british, "205").text(), "two hundred and five") << british;
  for (const char* american : {"en", "en-US", "en-us", "en-CA", "en-x-gb"})
    EXPECT_EQ(spoken(american, "205").text(), "two hundred five") << american;
}

TEST(EnglishNormalizer, LeavesOtherLanguagesAlone) { EXPECT_EQ(spoken("fi", "5 km").text(), "5 km"); }

// Every text over a small alphabet of what numbers are written with.
TEST(EnglishNormalizer, KeepsItsPropertiesOverASmallAlphabet) {
  const std::vector<std::string> alphabet = {"1", "20", "-", ".", ":", "/", "$",  " ", "s",
                                             "A", "m",  "–", "½", ",", "'", "IV", "²"};
  for (const std::string& text : texts_over(alphabet, 4)) ASSERT_STREQ(broken_property(text), nullptr) << text;
}

// The same over what sizes, eras, quarters, pictures of marks and joined emoji are written with.
TEST(EnglishNormalizer, KeepsItsPropertiesOverAnotherAlphabet) {
  const std::vector<std::string> alphabet = {"12", "3", "x", "\"",  "'", " ",  "BC", "Q",   "FY",     "€",          ",",
                                             ".",  ":", ")", "Ave", "N", "St", "A",  "Jan", "\u200D", "\U0001F469", "+"};
  for (const std::string& first : alphabet) {
    for (const std::string& second : alphabet) {
      for (const std::string& third : alphabet) {
        const std::string text = first + second + third;
        ASSERT_STREQ(broken_property(text), nullptr) << text;
        ASSERT_STREQ(broken_property(text + " 12 " + first), nullptr) << text;
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
    EXPECT_LT(spoken("en", text).size(), 12'000'000U) << part;
  }
}

TEST(Numbers, CardinalsOfEachSize) {
  const std::vector<SpokenCase> cases = {
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
  for (const SpokenCase& one : cases) EXPECT_EQ(cardinal(one.written, Dialect::american), one.said);
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
  for (const char* sign : {"km/h", "°C", "oz.", "m", "sq ft"})
    EXPECT_GE(built_in_tables().units.find(sign)->size(), 2U) << sign;
  for (const char* sign : {"$", "€", "EUR"}) EXPECT_EQ(built_in_tables().currencies.find(sign)->size(), 4U) << sign;
}

}  // namespace
}  // namespace aloud::english
