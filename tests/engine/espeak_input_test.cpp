#include "engine/espeak_input.h"

#include <gtest/gtest.h>

#include <functional>

#include "engine/pronunciation_marks.h"
#include "engine/simplified_text.h"
#include "engine/synthesizer.h"
#include "language/pronunciation/phoneme_table.h"
#include "language/pronunciation/pronunciation.h"
#include "process/marked_text.h"
#include "process/performer.h"
#include "process/phonemes.h"
#include "process/word_sounds.h"
#include "util/utf8.h"

namespace aloud {
namespace {

Utterance utterance(const std::string& text, const std::vector<std::pair<std::string, std::string>>& pronounced = {}) {
  Utterance one;
  one.text.append_linear(text, 0);
  std::size_t at = 0;
  for (const auto& [word, phonemes] : pronounced) {
    at = text.find(word, at);
    one.pronunciations.push_back({{at, at + word.size()}, phonemes, "test", ""});
    at += word.size();
  }
  return one;
}

std::string input_for(const std::string& text, const std::vector<std::pair<std::string, std::string>>& pronounced) {
  return espeak_input(marked_text(utterance(text, pronounced)).text).text;
}

TEST(MarkedText, IsTheTextItselfWithoutPronunciations) {
  EXPECT_EQ(marked_text(utterance("A word.")).text, "A word.");
  EXPECT_FALSE(espeak_input("A word.").phonemes);
}

TEST(MarkedText, KeepsWordsWhereTheyAre) {
  Utterance one = utterance("a read b read", {{"read", "r'Ed"}, {"read", "r'i:d"}});
  for (const ByteRange word : {ByteRange{0, 1}, {2, 6}, {7, 8}, {9, 13}}) one.words.push_back({word, word});
  const MarkedText marked = marked_text(one);
  std::vector<std::string> words;
  for (const ByteRange& word : marked.words) words.push_back(marked.text.substr(word.begin, word.size()));
  EXPECT_EQ(words, (std::vector<std::string>{"a", "read", "b", "read"}));
  EXPECT_EQ(without_marks(marked.text), "a read b read");
  EXPECT_EQ(simplified_text(without_marks(marked.text)), "a read b read");
}

TEST(MarkedText, GivesEachWordItsOwnPhonemes) {
  const struct {
    std::string text, pronounced, phonemes;
    std::vector<std::string> said;
  } cases[] = {{"He read it", "read", "r'Ed", {"He", "[[r'Ed]]", "it"}},
               {"in New York now", "New York", "n'u: j'O@k", {"in", "[[n'u:]]", "[[j'O@k]]", "now"}},
               {"New York", "New York", "n'u: j'O@k s'Iti", {"[[n'u:]]", "[[j'O@k]] [[s'Iti]]"}},
               {"New York City", "New York City", "b'Ig 'ap@L", {"[[b'Ig]]", "[['ap@L]]", ""}},
               {"well-read it", "read", "r'Ed", {"well-[[r'Ed]]", "it"}}};
  for (const auto& c : cases) {
    const Utterance one = utterance(c.text, {{c.pronounced, c.phonemes}});
    std::vector<std::string> said;
    for (std::size_t begin = 0; begin < c.text.size();) {
      const std::size_t end = std::min(c.text.find(' ', begin), c.text.size());
      said.push_back(espeak_input(marked_word(one, {{begin, end}, {}})).text);
      begin = end + 1;
    }
    EXPECT_EQ(said, c.said) << c.text;
  }
}

TEST(EspeakInput, SpeaksLettersBesideWhatIsMarkedAndNotInIt) {
  const auto said = [](const std::string& text, const std::string& word, const std::string& phonemes) {
    return espeak_input(marked_text(utterance(text, {{word, phonemes}})).text, Letters::english).text;
  };
  EXPECT_EQ(said("vitamin A record", "record", "r'Ek3d"), "vitamin eh [[r'Ek3d]]");
  EXPECT_EQ(said("A record and A W", "record", "r'Ek3d"), "A [[r'Ek3d]] and eh W");  // an article before what is marked
  EXPECT_EQ(said("the Vitamin A", "Vitamin A", "v'aIt@mIn A: A"), "the [[v'aIt@mIn]] [[A:]] [[A]]");
  const EspeakInput input = espeak_input(marked_text(utterance("A W read", {{"read", "r'Ed"}})).text, Letters::english);
  EXPECT_EQ(input.text, "eh W [[r'Ed]]");
  EXPECT_EQ(std::vector<std::uint32_t>(input.characters.begin(), input.characters.begin() + 6),
            (std::vector<std::uint32_t>{0, 0, 1, 2, 3, 5}));  // the mark is character 4
}

TEST(EspeakInput, WritesPronunciationsInBracketsThatTheEngineReads) {
  EXPECT_EQ(input_for("He read it.", {{"read", "r'Ed"}}), "He [[r'Ed]] it.");
  EXPECT_EQ(input_for("New York's", {{"New York's", "n'u: j'O@ks"}}), "[[n'u:]] [[j'O@ks]]");
  EXPECT_EQ(input_for("(\"read\")", {{"read", "r'Ed"}}), "(\" [[r'Ed]]\")");
  EXPECT_EQ(input_for("well-read", {{"read", "r'Ed"}}), "well-[[r'Ed]]");
  EXPECT_EQ(input_for("read. it", {{"read", "r'Ed"}}), "[[r'Ed]]  it");
}

TEST(EspeakInput, NeverLetsAnArticleOpenBrackets) {
  EXPECT_FALSE(espeak_input("say [[h'aI]] [[").phonemes);
  EXPECT_EQ(input_for("[[h'aI]] read [[", {{"read", "r'Ed"}}), "[ h'aI]] [[r'Ed]] [ ");
  EXPECT_EQ(input_for("[read]", {{"read", "r'Ed"}}), "[ [[r'Ed]]]");
  // Marks that an article holds are not ours, whole or not.
  EXPECT_FALSE(espeak_input("\uE000a\uE001_^_de\uE002 b").phonemes);
  EXPECT_FALSE(espeak_input("\uE000a\uE001b").phonemes);
}

// Every code point of the input stands for one of the marked text, in order; those outside of marks for themselves.
TEST(EspeakInput, MapsPositionsForAllShortTexts) {
  const std::string alphabet[] = {"a", " ", "[", "é", "\uE000b\uE001r'Ed\uE002", "\uE000", "\uE001", "\uE002", "."};
  std::function<void(const std::string&, int)> all = [&](const std::string& text, int left) {
    const EspeakInput input = espeak_input(text);
    const std::size_t count = count_code_points(text);
    EXPECT_TRUE(is_valid_utf8(input.text));
    if (!input.characters.empty()) {
      ASSERT_EQ(input.characters.size(), count_code_points(input.text));
      for (std::size_t i = 0; i < input.characters.size(); ++i) {
        EXPECT_LT(input.characters[i], count) << text;
        EXPECT_LE(input.characters[i == 0 ? 0 : i - 1], input.characters[i]) << text;
      }
    }
    if (!input.phonemes) {
      EXPECT_TRUE(input.characters.empty());
    }
    for (std::size_t at = input.phonemes ? input.text.find("[[") : std::string::npos; at != std::string::npos;
         at = input.text.find("[[", at + 1)) {
      const std::size_t close = input.text.find("]]", at);
      ASSERT_NE(close, std::string::npos) << input.text;
      EXPECT_TRUE(is_harmless_phoneme_string(input.text.substr(at + 2, close - at - 2))) << input.text;
    }
    if (left == 0) return;
    for (const std::string& letter : alphabet) all(text + letter, left - 1);
  };
  all("", 4);
}

TEST(PhonemeStrings, AreHarmlessOrRefused) {
  for (const char* good : {"r'Ed", "n'u: j'O@k", "I#z"}) EXPECT_TRUE(is_harmless_phoneme_string(good)) << good;
  for (const char* bad : {"", "'", "a]]b", "[[a", "a_^_de", "é", "a\nb"}) EXPECT_FALSE(is_harmless_phoneme_string(bad)) << bad;
  EXPECT_FALSE(is_harmless_phoneme_string(std::string(kMostPhonemeBytes + 1, 'a')));
}

class EspeakPhonemes : public testing::Test {
 protected:
  static std::string ipa(const std::string& text, const std::vector<std::pair<std::string, std::string>>& pronounced,
                         const std::string& voice = "gmw/en-US") {
    Utterance one = utterance(text, pronounced);
    one.voice.engine_voice = voice;
    return phonemes_of({one}, *make_espeak_factory())[0].value_or("crashed");
  }
};

TEST_F(EspeakPhonemes, AreSaidInPlaceOfTheWord) {
  EXPECT_EQ(ipa("They read it.", {{"read", "r'Ed"}}), "ðeɪ ɹˈɛd ɪt");
  EXPECT_EQ(ipa("(\"read\") [read] {read}", {{"read", "r'Ed"}, {"read", "r'Ed"}, {"read", "r'Ed"}}), "ɹˈɛd ɹˈɛd ɹˈɛd");
  EXPECT_EQ(ipa("The defects.", {{"defects", "d'i:fEkts"}}, "gmw/en"), "ðə dˈiːfɛkts");
}

// What a table of phonemes promises, the engine's voice for the language keeps: it says the word after them as well.
TEST_F(EspeakPhonemes, OfEveryTableAreKnownToTheVoice) {
  const std::pair<const char*, const char*> voices[] = {
      {"en", "gmw/en-US"}, {"en", "gmw/en"}, {"de", "gmw/de"}, {"es", "roa/es"}, {"fr", "roa/fr"},
      {"it", "roa/it"},    {"nl", "gmw/nl"}, {"pl", "zlw/pl"}, {"pt", "roa/pt"}, {"sv", "gmq/sv"}};
  for (const auto& [language, voice] : voices) {
    const std::string table(pronunciation_table_text(std::string(language) + "-phonemes"));
    const std::size_t begin = table.find("[mnemonics]\n") + 12;
    std::string all = table.substr(begin);
    for (char& c : all) c = c == '\n' ? ' ' : c;
    std::vector<Utterance> utterances;
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = std::min(all.find(' ', at), all.size());
      if (end > at) {
        utterances.push_back(utterance("x", {{"x", "'a|" + all.substr(at, end - at) + "|t'i"}}));
        utterances.back().voice.engine_voice = voice;
      }
      at = end + 1;
    }
    const auto said = phonemes_of(utterances, *make_espeak_factory());
    for (std::size_t i = 0; i < said.size(); ++i) {
      ASSERT_TRUE(said[i]);
      EXPECT_NE(said[i]->find("i"), std::string::npos)
          << voice << ' ' << utterances[i].pronunciations[0].phonemes << ' ' << *said[i];
    }
  }
}

// The samples are those of the plain word where the phonemes are, and the words begin when they did.
TEST_F(EspeakPhonemes, AreTimedAsTheWordItselfIs) {
  Utterance plain = utterance("She found a record of it.");
  Utterance marked = utterance("She found a record of it.", {{"record", "r'Ek3d"}});
  for (const ByteRange place : {ByteRange{0, 3}, {4, 9}, {10, 11}, {12, 18}, {19, 21}, {22, 24}}) {
    plain.words.push_back({place, place});
    marked.words.push_back({place, place});
  }
  std::vector<Take> takes;
  PerformerOptions options;
  options.format = AudioFormat::wav;
  options.jobs = 1;
  const std::unique_ptr<SynthesizerFactory> engine = make_espeak_factory();
  Performer performer(*engine, options, [&](const Utterance&, const Take& take) { takes.push_back(take); });
  performer.submit(plain);
  performer.submit(marked);
  performer.finish();
  ASSERT_EQ(takes.size(), 2U);
  EXPECT_FALSE(takes[1].failure || takes[1].simplified);
  EXPECT_TRUE(takes[0].audio.bytes == takes[1].audio.bytes);
  ASSERT_EQ(takes[0].words.size(), takes[1].words.size());
  for (std::size_t i = 0; i < takes[0].words.size(); ++i) EXPECT_EQ(takes[0].words[i].begin, takes[1].words[i].begin) << i;
}

TEST_F(EspeakPhonemes, TellWhetherADictionaryHasAWord) {
  const auto sounds = sounds_of({"hello", "zorblax"}, VoiceParameters{}, *make_espeak_factory());
  ASSERT_EQ(sounds.size(), 2U);
  EXPECT_TRUE(sounds[0].in_dictionary);
  EXPECT_FALSE(sounds[1].in_dictionary);
  EXPECT_EQ(sounds[0].ipa, "həlˈoʊ");
}

}  // namespace
}  // namespace aloud
