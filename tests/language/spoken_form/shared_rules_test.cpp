#include <gtest/gtest.h>

#include <array>
#include <set>

#include "language/spoken_form/french/french_grammar.h"
#include "language/spoken_form/german/german_grammar.h"
#include "language/spoken_form/normalizer.h"
#include "language/spoken_form/shared/tables.h"
#include "language/spoken_form/spanish/spanish_grammar.h"
#include "language/spoken_form/spoken_cases.h"
#include "language/spoken_form/spoken_properties.h"
#include "support/texts_over.h"
#include "util/error.h"

namespace aloud::shared_rules {
namespace {

using test::rules_of;
using test::spoken;
using test::SpokenCase;
using test::texts_over;
using test::written_for;

// Every text over a small alphabet of what numbers are written with.
TEST(SharedRules, KeepsItsPropertiesOverASmallAlphabet) {
  const std::vector<std::string> alphabet = {"1", "20", "-", ".", ",", ":",  "/", "€", " ",
                                             "e", "A",  "h", "½", "'", "IV", "º", "de"};
  const std::vector<std::string> texts = texts_over(alphabet, 4);
  const std::size_t shorter = texts_over(alphabet, 3).size();
  for (const char* language : {"de", "fr", "es"}) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i >= shorter && i % 3 != static_cast<std::size_t>(language[0]) % 3) continue;  // a third, another in each language
      ASSERT_STREQ(broken_property(texts[i], language), nullptr) << language << ": " << texts[i];
    }
  }
}

TEST(SharedRules, TakesLinearTime) {
  for (const char* language : {"de", "fr", "es"}) {
    for (const std::string part :
         {"1.", "1-", "a.b", "$", "1/2 ", "(a", "12:30 ", "@", "I", "X ", "5 km ", "1 000 ", "3. und ", "1,"}) {
      std::string text;
      while (text.size() < 100'000) text += part;
      EXPECT_LT(spoken(language, text).size(), 6'000'000U) << language << ": " << part;
    }
  }
}

TEST(SharedRules, NamesTheClassOfEachChange) {
  const std::vector<SpokenCase> cases = {
      {"im Jahr 1987", "year"},   {"5 km", "measure{5 km}"},
      {"5 €", "money{5 €}"},      {"50 %", "percentage{50 %}"},
      {"14:30 Uhr", "time"},      {"3/4", "fraction"},
      {"der 3. Mann", "ordinal"}, {"Heinrich VIII. kam", "roman-numeral"},
      {"die EU", "initialism"},   {"a@b.de", "e-mail"},
      {"3.10.1990", "date"},      {"z. B. so", "abbreviation"},
      {"10–12 Tage", "range"},    {"1 & 2", "cardinal symbol cardinal"},
      {"nur Wörter", ""},         {"90er", "decade"},
  };
  for (const SpokenCase& one : cases) EXPECT_EQ(rules_of("de", one.written), one.said) << one.written;
}

TEST(SharedRules, PointsAtWhatWasWritten) {
  const std::string text = "Am 3. Okt. 1990 kostete es 3,50 €.";
  const AlignedText result = spoken("de", text);
  ASSERT_EQ(result.text(), "Am dritten Oktober neunzehnhundertneunzig kostete es drei Euro fünfzig.");
  EXPECT_EQ(written_for("dritten", result, text), "3.");
  EXPECT_EQ(written_for("Oktober", result, text), "Okt.");
  EXPECT_EQ(written_for("neunzehnhundertneunzig", result, text), "1990");
  EXPECT_EQ(written_for("drei Euro fünfzig", result, text), "3,50 €");
  EXPECT_EQ(written_for("kostete", result, text), "kostete");
}

// No two numbers are said alike, in any form.
template <typename Say>
void expect_different(const char* what, Say say) {
  std::set<std::string> seen;
  for (std::uint32_t value = 1; value < 3000; ++value)
    EXPECT_TRUE(seen.insert(say(std::to_string(value))).second) << what << value;
}

TEST(NumberGrammars, NoTwoAreSaidAlike) {
  const Tables german_tables(german_table_text), french_tables(french_table_text), spanish_tables(spanish_table_text);
  const GermanGrammar german(german_tables, GermanThousands::apart);
  const FrenchGrammar french(french_tables, FrenchTens::by_twenties), swiss(french_tables, FrenchTens::by_tens);
  const SpanishGrammar spanish(spanish_tables);
  expect_different("German ", [&](const std::string& digits) { return german.cardinal(digits); });
  expect_different("German ordinal ", [&](const std::string& digits) { return german.ordinal_stem(digits); });
  expect_different("French ", [&](const std::string& digits) { return french.cardinal(digits); });
  expect_different("French ordinal ",
                   [&](const std::string& digits) { return french.ordinal_words(digits, Gender::masculine); });
  expect_different("Swiss ", [&](const std::string& digits) { return swiss.cardinal(digits); });
  expect_different("Spanish ", [&](const std::string& digits) { return spanish.cardinal(digits); });
}

TEST(NumberGrammars, CardinalsOfEachSize) {
  const Tables german_tables(german_table_text), french_tables(french_table_text), spanish_tables(spanish_table_text);
  const GermanGrammar german(german_tables, GermanThousands::apart);
  const FrenchGrammar french(french_tables, FrenchTens::by_twenties);
  const SpanishGrammar spanish(spanish_tables);
  const std::vector<std::array<std::string, 4>> cases = {
      {"0", "null", "zéro", "cero"},
      {"1", "eins", "un", "uno"},
      {"16", "sechzehn", "seize", "dieciséis"},
      {"17", "siebzehn", "dix-sept", "diecisiete"},
      {"21", "einundzwanzig", "vingt et un", "veintiuno"},
      {"71", "einundsiebzig", "soixante et onze", "setenta y uno"},
      {"80", "achtzig", "quatre-vingts", "ochenta"},
      {"91", "einundneunzig", "quatre-vingt-onze", "noventa y uno"},
      {"100", "einhundert", "cent", "cien"},
      {"101", "einhunderteins", "cent un", "ciento uno"},
      {"200", "zweihundert", "deux cents", "doscientos"},
      {"555", "fünfhundertfünfundfünfzig", "cinq cent cinquante-cinq", "quinientos cincuenta y cinco"},
      {"1000", "eintausend", "mille", "mil"},
      {"21000", "einundzwanzigtausend", "vingt et un mille", "veintiún mil"},
      {"80000", "achtzigtausend", "quatre-vingt mille", "ochenta mil"},
      {"1000000", "eine Million", "un million", "un millón"},
      {"2000001", "zwei Millionen eins", "deux millions un", "dos millones uno"},
      {"1000000000", "eine Milliarde", "un milliard", "mil millones"},
      {"3000000000000", "drei Billionen", "trois billions", "tres billones"},
      {"0042", "zweiundvierzig", "quarante-deux", "cuarenta y dos"},
  };
  for (const auto& [digits, de, fr, es] : cases) {
    EXPECT_EQ(german.cardinal(digits), de);
    EXPECT_EQ(french.cardinal(digits), fr);
    EXPECT_EQ(spanish.cardinal(digits), es);
  }
}

TEST(NumberGrammars, GermanOrdinalsAndYears) {
  const Tables tables(german_table_text);
  const GermanGrammar german(tables, GermanThousands::apart);
  const std::vector<SpokenCase> ordinals = {{"1", "erst"},
                                            {"3", "dritt"},
                                            {"7", "siebt"},
                                            {"8", "acht"},
                                            {"19", "neunzehnt"},
                                            {"20", "zwanzigst"},
                                            {"101", "einhunderterst"},
                                            {"1000", "eintausendst"}};
  for (const SpokenCase& one : ordinals) EXPECT_EQ(german.ordinal_stem(one.written), one.said);
  EXPECT_EQ(german.year(1100), "elfhundert");
  EXPECT_EQ(german.year(1066), "tausendsechsundsechzig");
  EXPECT_EQ(german.year(1999), "neunzehnhundertneunundneunzig");
  EXPECT_EQ(german.year(2000), "zweitausend");
}

TEST(NumberGrammars, SpanishOrdinalsAgree) {
  EXPECT_EQ(spanish_ordinal(1, Gender::masculine, OrdinalForm::cut), "primer");
  EXPECT_EQ(spanish_ordinal(3, Gender::feminine, OrdinalForm::cut), "tercera");
  EXPECT_EQ(spanish_ordinal(13, Gender::feminine, OrdinalForm::whole), "decimotercera");
  EXPECT_EQ(spanish_ordinal(21, Gender::masculine, OrdinalForm::whole), "vigesimoprimero");
  EXPECT_EQ(spanish_ordinal(27, Gender::masculine, OrdinalForm::whole), "vigesimoséptimo");
  EXPECT_EQ(spanish_ordinal(28, Gender::masculine, OrdinalForm::whole), "vigesimoctavo");
  EXPECT_EQ(spanish_ordinal(99, Gender::feminine, OrdinalForm::whole), "nonagésima novena");
  EXPECT_EQ(spanish_ordinal(134, Gender::masculine, OrdinalForm::whole), "centésimo trigésimo cuarto");
}

// A unit's line says its gender; a currency's has parts of money with theirs, or none.
TEST(SharedTables, HaveAllTheirParts) {
  for (const auto text : {german_table_text, french_table_text, spanish_table_text}) {
    const Tables tables(text);
    for (const char* sign : {"km/h", "°C", "m", "g", "h", "%"}) ASSERT_NE(tables.units.find(sign), nullptr) << sign;
    for (const char* sign : {"m", "g", "h", "%"}) EXPECT_GE(tables.units.find(sign)->size(), 3U) << sign;
    for (const char* sign : {"€", "$", "£", "CHF"}) EXPECT_EQ(tables.currencies.find(sign)->size(), 6U) << sign;
    for (const char* term : {"comma",      "point",        "minus",   "plus",
                             "about",      "and",          "to",      "score",
                             "ratio",      "over",         "per",     "times",
                             "divided by", "squared",      "cubed",   "to the power of",
                             "name cents", "version",      "hashtag", "telephone pairs",
                             "clock",      "clock before", "of",      "date before",
                             "mark.",      "mark@",        "mark_"}) {
      EXPECT_NE(tables.terms.find(term), nullptr) << term;
    }
    EXPECT_THROW(static_cast<void>(tables.term("no such term")), Error);
    for (const char* noun : {"hour", "minute", "second", "angle minute", "angle second"}) {
      EXPECT_EQ(tables.terms.find(noun)->size(), 3U) << noun;
    }
  }
}

}  // namespace
}  // namespace aloud::shared_rules
