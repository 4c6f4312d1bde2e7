#include "language/packs/pack.h"

#include <gtest/gtest.h>

#include <set>

#include "language/spoken_form/spoken_cases.h"
#include "language/spoken_form/spoken_properties.h"
#include "support/texts_over.h"
#include "util/error.h"

namespace aloud::packs {
namespace {

using test::rules_of;
using test::spoken;
using test::SpokenCase;

constexpr const char* kPacks[] = {"it", "nl", "pt", "pt-PT", "pl", "cs", "sv", "ru", "uk"};

// Every text over a small alphabet of what values are written with.
TEST(Packs, KeepTheirPropertiesOverASmallAlphabet) {
  const std::vector<std::string> alphabet = {"1", "20", "-", ".", ",",  ":", "/", "€",
                                             " ", "h",  "A", "½", "IV", "º", "%", "12:30"};
  const std::vector<std::string> texts = test::texts_over(alphabet, 3);
  for (const char* language : kPacks) {
    for (const std::string& text : texts) ASSERT_STREQ(broken_property(text, language), nullptr) << language << ": " << text;
  }
}

TEST(Packs, TakesLinearTime) {
  for (const char* language : {"it", "pl", "ru"}) {
    for (const std::string part :
         {"1.", "1-", "a.b", "$", "1/2 ", "(a", "12:30 ", "@", "I", "X ", "5 km ", "1 000 ", "3. ", "1,", "5 маy ", "t. "}) {
      std::string text;
      while (text.size() < 100'000) text += part;
      EXPECT_LT(spoken(language, text).size(), 8'000'000U) << language << ": " << part;
    }
  }
}

TEST(Packs, NameTheValueOfEachChange) {
  const std::vector<SpokenCase> cases = {
      {"€12,50", "money{EUR 12.50}"},
      {"5-10 km", "measure{5..10 km}"},
      {"5,5 %", "percentage{5.5%}"},
      {"il 5 marzo 2021", "date{2021-03-05}"},
      {"il 5 marzo", "date{--03-05}"},
      {"alle 15:30", "time{15:30}"},
      {"8:30–12:30", "time{08:30..12:30}"},
      {"23 gatti", "cardinal{23}"},
      {"3,14", "decimal{3.14}"},
      {"la 2ª volta", "ordinal{2 feminine}"},
      {"Luigi XIV", "roman-numeral{14 masculine}"},
      {"3/4", "fraction{3/4}"},
      {"2½", "fraction{2 1/2}"},
      {"nel 1989", "year{1989}"},
      {"1939-1945", "range{1939..1945}"},
      {"la UE", "initialism{UE}"},
      {"2 mln €", "money{EUR 2 mln}"},
      {"007", "digits{007}"},
      {"solo parole", ""},
  };
  for (const SpokenCase& one : cases) EXPECT_EQ(rules_of("it", one.written), one.said) << one.written;
}

TEST(Packs, PointAtWhatWasWritten) {
  const std::string text = "Costa 3,50 € dal 3 ott. 1990.";
  const AlignedText result = spoken("it", text);
  ASSERT_EQ(result.text(), "Costa tre euro e cinquanta centesimi dal tre ottobre millenovecentonovanta.");
  EXPECT_EQ(test::written_for("tre euro e cinquanta centesimi", result, text), "3,50 €");
  EXPECT_EQ(test::written_for("tre ottobre millenovecentonovanta", result, text), "3 ott. 1990");
}

// No two numbers are said alike, neither cardinals nor ordinals.
TEST(NumberWords, NoTwoAreSaidAlike) {
  for (const char* language : kPacks) {
    const Pack pack(language, pack_text);
    std::set<std::string> cardinals, ordinals;
    for (std::uint32_t value = 1; value < 3000; ++value) {
      const std::string digits = std::to_string(value);
      EXPECT_TRUE(cardinals.insert(pack.numbers().cardinal(digits)).second) << language << ' ' << value;
      const std::string ordinal = pack.numbers().ordinal(digits);
      EXPECT_TRUE(ordinals.insert(ordinal).second) << language << ' ' << value << ' ' << ordinal;
      EXPECT_EQ(ordinal.find('~'), std::string::npos) << ordinal;
    }
  }
}

TEST(NumberWords, LongNumbersAreSaidDigitByDigit) {
  const Pack pack("nl", pack_text);
  EXPECT_EQ(pack.numbers().cardinal("0012"), "twaalf");
  EXPECT_EQ(pack.numbers().cardinal("1234567890123456"),
            "één twee drie vier vijf zes zeven acht negen nul één twee drie vier vijf zes");
}

TEST(NumberWords, AgreeInGenderAndCase) {
  const Pack pack("ru", pack_text);
  EXPECT_EQ(pack.numbers().cardinal("2", agreement_of("feminine")), "две");
  EXPECT_EQ(pack.numbers().cardinal("2", agreement_of("feminine-genitive")), "двух");
  EXPECT_EQ(pack.numbers().cardinal("21", agreement_of("feminine-genitive")), "двадцати одной");
  EXPECT_EQ(pack.numbers().ordinal("2021", agreement_of("masculine-locative")), "две тысячи двадцать первом");
  EXPECT_EQ(pack.numbers().ordinal("3", agreement_of("plural-genitive")), "третьих");
}

TEST(Agreement, IsNamedByItsParts) {
  for (const char* name : {"", "masculine", "feminine-genitive", "neuter-plural-locative", "plural", "accusative"}) {
    EXPECT_EQ(name_of(agreement_of(name)), name);
  }
  EXPECT_THROW(static_cast<void>(agreement_of("feminine-ablative")), Error);
}

// A pack has what all need; a unit or currency, its forms.
TEST(Packs, HaveAllTheirParts) {
  for (const char* language : kPacks) {
    const Pack pack(language, pack_text);
    for (const char* word : {"minus",          "plus",    "about",          "comma",
                             "point",          "range",   "range of years", "range of days",
                             "range of times", "money",   "date",           "date without year",
                             "full hour",      "time",    "time below ten", "seconds",
                             "mixed",          "over",    "out of",         "times",
                             "divided by",     "squared", "cubed",          "to the power of",
                             "hashtag",        "at"}) {
      EXPECT_FALSE(pack.word(word).empty()) << language << ' ' << word;
    }
    for (const char* unit : {"%", "h", "s", "°C", "°"}) EXPECT_NE(pack.unit(unit), nullptr) << language << ' ' << unit;
    for (const char* code : {"EUR", "USD", "KES", "PHP", "ZAR"}) EXPECT_NE(pack.currency(code), nullptr) << language << code;
    for (const char* code : {"XQQ", "Eur", "EURO"}) EXPECT_EQ(pack.currency(code), nullptr) << language << code;
    for (std::uint32_t month = 1; month <= 12; ++month) EXPECT_EQ(pack.month(pack.month_name(month)), month) << language;
    for (const char* mark : {".", "@", "/", "-", "_"}) EXPECT_NE(pack.find("marks", mark), nullptr) << language << mark;
    EXPECT_THROW(static_cast<void>(pack.word("no such word")), Error);
  }
}

std::string_view broken_pack(std::string_view name) {
  if (name == "no-section") return "word = word\n";
  if (name == "no-equals") return "[units]\nkm kilometre\n[numbers]\n%cardinal:\nnought;\n%ordinal:\nnoughth;\n";
  if (name == "no-ordinals") return "[numbers]\n%cardinal:\nnought; one;\n";

  return "[ordinal forms]\nfeminine = no-arrow\n[numbers]\n%cardinal:\nnought;\n%ordinal:\nnoughth;\n";
}

TEST(Packs, TellWhatTheyCannotRead) {
  for (const char* name : {"no-section", "no-equals", "no-ordinals", "bad-form"}) {
    EXPECT_THROW(Pack(name, broken_pack), Error) << name;
  }
}

}  // namespace
}  // namespace aloud::packs
