#include "language/words.h"

#include <gtest/gtest.h>

#include "support/texts_over.h"
#include "util/utf8.h"

namespace aloud {
namespace {

std::string words(std::string_view text) {
  std::string joined;
  for (const ByteRange& range : find_words(text))
    joined += (joined.empty() ? "" : "|") + std::string(text.substr(range.begin, range.size()));
  return joined;
}

TEST(FindWords, KeepsWhatIsSpokenAsOneWord) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"I don't know.", "I|don't|know"},
      {"It costs $4.50 (or 3.5 %).", "It|costs|$4.50|or|3.5|%"},
      {"An e-mail to a NASA-led team", "An|e-mail|to|a|NASA-led|team"},
      {"wait—what", "wait|what"},
      {"wait -- what", "wait|what"},
      {"wait--what...then", "wait|what|then"},
      {"well… maybe", "well|maybe"},
      {"“Quoted,” he said; ‘yes’!", "Quoted|he|said|yes"},
      {"1939–1945 at -5 °C", "1939–1945|at|-5|°C"},
      {"C++ and C# & R&D", "C++|and|C#|&|R&D"},
      {"3,000 at 12:30", "3,000|at|12:30"},
      {"see www.example.org/a.", "see|www.example.org/a"},
      {"a lone — dash", "a|lone|dash"},
      {"50% of €20", "50%|of|€20"},
      {"nice 😀!", "nice|😀"},
      {"naïve cafe\u0301.", "naïve|cafe\u0301"},
      {"", ""},
      {" ... ", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(words(text), expected) << text;
}

TEST(FindWords, CutsScriptsWithoutSpacesByDictionary) {
  EXPECT_EQ(words("我们喜欢北京。"), "我们|喜欢|北京");
  EXPECT_EQ(words("สวัสดีครับ"), "สวัสดี|ครับ");
}

TEST(FindWords, AreInOrderDisjointAndOnCodePoints) {
  const std::vector<std::string> alphabet = {"a", "-", ".", " ", "'", "€", "—", "1", "漢", "\u0301", "\""};
  for (const std::string& text : test::texts_over(alphabet, 4)) {
    std::size_t at = 0;
    for (const ByteRange& word : find_words(text)) {
      ASSERT_GE(word.begin, at) << text;
      ASSERT_GT(word.end, word.begin) << text;
      ASSERT_LE(word.end, text.size()) << text;
      ASSERT_EQ(floor_to_code_point(text, word.begin), word.begin) << text;
      ASSERT_EQ(floor_to_code_point(text, word.end), word.end) << text;
      ASSERT_TRUE(is_speakable(std::string_view(text).substr(word.begin, word.size()))) << text;
      at = word.end;
    }
    ASSERT_EQ(find_words(text).empty(), !is_speakable(text)) << text;
  }
}

TEST(IsSpeakable, NeedsALetterADigitOrASpokenSymbol) {
  for (const char* text : {"a", "7", "%", "€", "😀", "漢", "±"}) EXPECT_TRUE(is_speakable(text)) << text;
  for (const char* text : {"", " ", "—", "...", "***", "\"", "•", "\u200B", "\u0001", "\uFFFD"})
    EXPECT_FALSE(is_speakable(text)) << text;
}

}  // namespace
}  // namespace aloud
