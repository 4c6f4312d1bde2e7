#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "engine/espeak_input.h"
#include "engine/espeak_text.h"
#include "engine/simplified_text.h"
#include "util/utf8.h"

namespace aloud {
namespace {

TEST(EspeakSafeText, BecomesHarmlessAndKeepsItsLength) {
  const struct {
    std::string text, safe;
  } cases[] = {{"plain text", "plain text"},
               {std::string("a\0b", 3), "a b"},
               {"\x01"
                "99999999M x",
                " 99999999M x"},
               {"a\nb\tc\x7F", "a b c "},
               {"\xC2\x85next", " next"},
               {"\xEE\x80\x80private", " private"},
               {"broken \xFF\xC3", "broken   "},
               {"über 漢字", "über 漢字"}};
  for (const auto& c : cases) EXPECT_EQ(espeak_safe_text(c.text), c.safe);
}

TEST(EspeakSafeText, KeepsTheCountOfCodePointsForAllShortTexts) {
  const std::string alphabet[] = {"a", " ", "\x01", "\n", "é", "\xC3", "\xFF", "\xEF\xBF\xBE", "😀"};
  std::function<void(std::string, int)> all = [&](const std::string& text, int left) {
    const std::string safe = espeak_safe_text(text);
    EXPECT_EQ(count_code_points(safe), count_code_points(text));
    EXPECT_TRUE(is_valid_utf8(safe));
    EXPECT_EQ(espeak_safe_text(safe), safe);
    if (left > 0)
      for (const std::string& letter : alphabet) all(text + letter, left - 1);
  };
  all("", 4);
}

TEST(EnglishLetters, ACapitalAThatIsNoArticleIsWrittenAsItSounds) {
  const struct {
    std::string text, said;
  } cases[] = {{"W A V", "W eh V"},
               {"N A S A", "N eh S eh"},
               {"A T and T", "eh T and T"},
               {"ten A M.", "ten eh M."},
               {"vitamin A is good", "vitamin eh is good"},
               {"plan A, then plan B", "plan eh, then plan B"},
               {"the A team", "the eh team"},
               {"A is for apple", "eh is for apple"},
               {"an A three eighty", "an eh three eighty"},
               {"A three eighty", "eh three eighty"},
               {"A", "A"},
               {"A dog barked. A cat ran.", "A dog barked. A cat ran."},
               {"Once Upon A Time", "Once Upon A Time"},
               {"\"A dog,\" he said: A big one", "\"A dog,\" he said: A big one"},
               {"A two-year study", "A two-year study"},
               {"THIS IS A MAN", "THIS IS A MAN"},
               {"AB Aa éA A1", "AB Aa éA A1"}};
  for (const auto& c : cases) EXPECT_EQ(espeak_input(c.text, Letters::english).text, c.said);
}

TEST(EnglishLetters, PositionsLeadBackToTheText) {
  const EspeakInput engine = espeak_input("é W A V A Z", Letters::english);
  EXPECT_FALSE(engine.phonemes);
  EXPECT_EQ(engine.text, "é W eh V eh Z");
  const std::vector<std::uint32_t> original = {0, 1, 2, 3, 4, 4, 5, 6, 7, 8, 8, 9, 10};
  for (std::uint32_t at = 0; at < original.size(); ++at) EXPECT_EQ(engine.marked_character(at), original[at]) << at;
}

TEST(SimplifiedText, KeepsPlainLettersDigitsAndMarks) {
  const struct {
    std::string text, simple;
  } cases[] = {{"Hello, world. Why? Yes!", "Hello, world. Why? Yes!"},
               {"s's's'", "s s s"},
               {"a.a.a.", "a a a."},
               {"3.5 and e.g. this", "3 5 and e g. this"},
               {"(well) \"quoted\"", "well quoted"},
               {"привет", ""},
               {"...", ""},
               {std::string(65, 'x'), std::string(30, 'x') + ' ' + std::string(30, 'x') + ' ' + "xxxxx"}};
  for (const auto& c : cases) EXPECT_EQ(simplified_text(c.text), c.simple);
}

}  // namespace
}  // namespace aloud
