#include "language/formulas/formula_words.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "engine/engine_traits.h"
#include "language/formulas/tex_parser.h"
#include "language/spoken_form/normalizer.h"
#include "support/test_paths.h"

namespace aloud {
namespace {

SayPlain plain_speech(const std::string& language) {
  return [normalizer = std::shared_ptr<Normalizer>(make_normalizer(language, espeak_traits().spelling))](
             std::string_view plain) { return normalizer->normalize(AlignedText::verbatim(plain)).text(); };
}

std::string said(std::string_view tex, const std::string& language = "en") {
  return formula_words(parse_tex(tex), language, plain_speech(language));
}

// The lines "formula => words" of cases/<language>.txt.
void expect_cases(const std::string& language, std::size_t least) {
  std::ifstream file(std::string(ALOUD_SOURCE_DIR "/tests/language/formulas/cases/") + language + ".txt");
  const SayPlain say_plain = plain_speech(language);
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    const std::size_t arrow = line.find(" => ");
    if (line.starts_with('#') || arrow == std::string::npos) continue;
    const std::string formula = line.substr(0, arrow);
    EXPECT_EQ(formula_words(parse_tex(formula), language, say_plain), line.substr(arrow + 4)) << formula;
    ++count;
  }
  EXPECT_GE(count, least) << language;
}

TEST(FormulaWords, AreALecturersInEnglish) { expect_cases("en", 200); }

TEST(FormulaWords, AreALecturersInGerman) { expect_cases("de", 200); }
TEST(FormulaWords, AreALecturersInFrench) { expect_cases("fr", 200); }
TEST(FormulaWords, AreALecturersInSpanish) { expect_cases("es", 200); }

// What is said of a formula is not read out once more: "g" is no unit behind a number, "I" no numeral.
TEST(FormulaWords, AreLeftAloneByTheNormalizer) {
  for (const char* language : {"en", "de", "fr", "es"}) {
    const SayPlain say_plain = plain_speech(language);
    for (const char* tex : {"2 m + 3 g", "x_I + V", "5 l", "a - b", "\\frac{3}{4} h", "10 A", "x = 2.", "f(x, y)", "c > 4 s"}) {
      const std::string words = formula_words(parse_tex(tex), language, say_plain);
      EXPECT_EQ(say_plain(words), words) << tex;
    }
  }
}

TEST(FormulaWords, HaveATableForFourLanguages) {
  for (const char* language : {"en", "de-AT", "fr", "es-MX"}) EXPECT_TRUE(has_formula_words(language)) << language;
  for (const char* language : {"it", "", "zh"}) EXPECT_FALSE(has_formula_words(language)) << language;
}

TEST(FormulaWords, NameWhatIsUnknown) {
  EXPECT_EQ(said("\\foo{x}"), "foo x");
  EXPECT_EQ(said("\\begin{strange} x \\end{strange}"), "x");
  EXPECT_EQ(said("\\"), "");
  EXPECT_EQ(said(""), "");
}

TEST(FormulaWords, EndWithTheMarkThatTheFormulaEndsWith) {
  EXPECT_EQ(said("x = 1."), "x equals one.");
  EXPECT_EQ(said("x = 1,"), "x equals one,");
  EXPECT_EQ(said("x = 1 .  \\quad"), "x equals one.");
  EXPECT_EQ(said(", x"), "comma x");
}

TEST(FormulaWords, AreFoundForWhatIsBroken) {
  EXPECT_EQ(said("\\frac{a"), "the fraction with numerator A, and denominator");
  EXPECT_EQ(said("x^{2"), "x squared");
  EXPECT_EQ(said("x}+y"), "x plus y");
  EXPECT_EQ(said("\\left( x"), "open paren x");
  EXPECT_EQ(said("\\end{align} x"), "x");
  EXPECT_EQ(said("(x"), "open paren x");
  EXPECT_EQ(said("x)"), "x close paren");
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(FormulaWords, AreHarmlessForBombs) {
  constexpr std::size_t kMany = 5'000, kBraces = 100'000;
  for (const char* bomb : {"{",
                           "}",
                           "\\frac{",
                           "\\left(",
                           "(",
                           "[",
                           "|",
                           "(|",
                           "\\begin{matrix}",
                           "\\hat",
                           "\\sqrt[",
                           "x^",
                           "x_1",
                           "_",
                           "'",
                           "&",
                           "\\\\",
                           "\\text{$",
                           "\\ce{",
                           "\\over ",
                           "\\begin{cases}a&",
                           "$",
                           "\\not",
                           "\\middle",
                           "1{,}",
                           "f(",
                           "x^{2^",
                           "\\sin ",
                           "\\sum_",
                           "\\{x|",
                           "\\newcommand[",
                           "\\SI{"}) {
    said(repeated(bomb, kMany));
  }
  said(repeated("(", kMany) + repeated(")", kMany));
  said(repeated("{", kBraces) + "x" + repeated("}", kBraces));
  said(repeated("{", kBraces));
}

TEST(FormulaWords, TakeLinearTime) {
  const auto time = [](const std::string& tex) {
    const auto begin = std::chrono::steady_clock::now();
    said(tex);
    return std::chrono::steady_clock::now() - begin;
  };
  for (const char* piece : {"x_1+", "f(x)", "|x|", "\\{x|", "\\sin x ", "\\frac12", "x'", "(x,y]"}) {
    const auto once = time(repeated(piece, 500)), eight_times = time(repeated(piece, 4'000));
    EXPECT_LT(eight_times, 24 * once + std::chrono::milliseconds(250)) << piece;
  }
}

}  // namespace
}  // namespace aloud
