#include "engine/heard_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/sounded_text.h"
#include "process/performing.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using Kind = SpeechEvent::Kind;

// "of.the:4 house:3": words that share an event with the sounds that were heard of them; "_" begins the text with a mark that
// got an event. Alone, each letter of a word is a sound.
std::string unheard(const std::string& heard) {
  std::string text;
  std::vector<ByteRange> words;
  std::vector<SpeechEvent> events;
  for (std::size_t at = 0; at < heard.size();) {
    const std::size_t colon = heard.find(':', at);
    const std::size_t end = std::min(heard.find(' ', at), heard.size());
    events.push_back({Kind::word, static_cast<std::uint32_t>(count_code_points(text)), Frames{0}});
    std::string group = heard.substr(at, colon - at);
    for (std::size_t begin = 0; begin <= group.size();) {
      const std::size_t dot = std::min(group.find('.', begin), group.size());
      words.push_back({text.size(), text.size() + dot - begin});
      text += group.substr(begin, dot - begin) + ' ';
      begin = dot + 1;
    }
    for (int sounds = std::stoi(heard.substr(colon + 1)); sounds > 0; --sounds) events.push_back({Kind::sound, 0, Frames{0}});
    at = end + 1;
  }
  const auto count = [](std::string_view part) -> std::optional<std::size_t> {
    return static_cast<std::size_t>(std::count_if(part.begin(), part.end(), [](char c) { return c != ' '; }));
  };
  std::string names;
  for (const std::size_t word : unheard_words(text, words, events, count))
    names += (names.empty() ? "" : " ") + text.substr(words[word].begin, words[word].size());
  return names;
}

TEST(UnheardWords, AreThoseWhoseSoundsAreMissing) {
  const struct {
    const char *heard, *unheard;
  } cases[] = {
      {"of.the:5 house:5", ""},              // one entry of the dictionary, all sounds there
      {"of.the:3 house:5", ""},              // run together: three fifths are enough
      {"of.the:2 house:5", "the"},           // only "of" was said
      {"strum:5 e:1 e:1 e.e.e:1", "e e"},    // a letter that is repeated
      {"e.e.e.e:1", "e e e"},                //
      {"e.e:1 up:2", "e"},                   //
      {"e:1 e:1", ""},                       //
      {"one:3", ""},                         // nobody to share with: fewer sounds than letters are the language's way
      {"though:2", ""},                      //
      {"a:0 b:2", ""},                       // said with the next, which has the sound
      {"a:0 b:1", "a"},                      // the next has its own alone
      {"e.e.e.e:2", "e e e"},                // no dictionary joins a word with itself
      {"bb:2 aa:0", "aa"},                   // an event, and no sound
      {"bb:4 aa:0", ""},                     // an event that came late: the sounds are there
      {"twenty:2 piece.of:4 cake:8", ""},    // positions off by a word: the neighbour has what is missing
      {"twenty:6 piece.of:4 cake:4", "of"},  // nobody has it
  };
  for (const auto& one : cases) EXPECT_EQ(unheard(one.heard), one.unheard) << one.heard;
}

TEST(UnheardWords, AreNotLookedForWhereTheEngineCannotTell) {
  const std::vector<ByteRange> words = {{0, 1}, {2, 3}};
  const std::vector<SpeechEvent> events = {{Kind::word, 0, Frames{0}}, {Kind::sound, 0, Frames{0}}};
  EXPECT_TRUE(unheard_words("e e", words, events, [](std::string_view) { return std::nullopt; }).empty());
  EXPECT_TRUE(unheard_words("", {}, {}, [](std::string_view) { return std::size_t{1}; }).empty());
}

TEST(UnheardWords, CountWordsWithoutASpaceTogether) {
  // Written without spaces, a whole stretch has one event; nothing is known of where in it a word would be missing.
  const std::vector<ByteRange> words = {{0, 2}, {2, 4}};
  std::vector<std::string> asked;
  const auto count = [&](std::string_view part) -> std::optional<std::size_t> {
    asked.emplace_back(part);
    return part.size();
  };
  const std::vector<SpeechEvent> events = {
      {Kind::word, 0, Frames{0}}, {Kind::sound, 0, Frames{0}}, {Kind::sound, 0, Frames{1}}, {Kind::sound, 0, Frames{2}}};
  EXPECT_TRUE(unheard_words("abcd", words, events, count).empty());
  EXPECT_EQ(asked, std::vector<std::string>{"abcd"});
}

TEST(UnheardWords, AreSilentByNatureWhenTheyHaveNoSound) {
  const std::vector<ByteRange> words = {{0, 1}, {2, 3}};
  const std::vector<SpeechEvent> events = {{Kind::word, 0, Frames{0}}, {Kind::sound, 0, Frames{0}}};
  const auto count = [](std::string_view part) -> std::optional<std::size_t> { return part == "a" ? 1U : 0U; };
  EXPECT_TRUE(unheard_words("a -", words, events, count).empty());
}

std::string shown(const SoundedText& sounded) {
  std::string text;
  for (std::size_t at = 0; at < sounded.text.size();) {
    const CodePoint c = code_point_at(sounded.text, at);
    text += c.value == 0xE000 ? "<" : c.value == 0xE001 ? "|" : c.value == 0xE002 ? ">" : sounded.text.substr(at, c.size);
    at += c.size;
  }
  text += ' ';
  for (const std::uint32_t character : sounded.characters) text += std::to_string(character);
  return text;
}

TEST(SoundedText, MarksWordsAndKnowsWhereTheyStood) {
  const auto phonemes = [](std::string_view word) { return word == "x" ? std::string("_^_de") : "'" + std::string(word); };
  EXPECT_EQ(shown(with_phonemes("é e", std::vector<ByteRange>{{3, 4}}, phonemes)), "é <e|'e> 01222222");
  EXPECT_EQ(shown(with_phonemes("ab c", std::vector<ByteRange>{{0, 2}, {3, 4}}, phonemes)), "<ab|'ab> <c|'c> 001111112333333");
  EXPECT_EQ(shown(with_phonemes("a x", std::vector<ByteRange>{{2, 3}}, phonemes)), "a x 012");  // no harmless phonemes
  EXPECT_EQ(shown(with_phonemes("", {}, phonemes)), " ");
}

}  // namespace
}  // namespace aloud
