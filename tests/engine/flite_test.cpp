#include <gtest/gtest.h>

#include "engine/flite_input.h"
#include "engine/flite_phones.h"
#include "engine/flite_synthesizer.h"
#include "engine/latin_letters.h"
#include "engine/pronunciation_marks.h"
#include "engine/word_timing.h"
#include "process/performing.h"

namespace aloud {
namespace {

TEST(LatinLetters, StandForThemselvesWithoutTheirMarks) {
  const std::vector<std::pair<char32_t, const char*>> cases = {
      {U'a', "a"},  {U'é', "e"},  {U'Ü', "U"},      {U'ł', "l"},     {U'ß', "ss"}, {U'æ', "ae"}, {U'’', "'"},
      {U'—', ", "}, {U'ﬁ', "fi"}, {U'\u00A0', " "}, {U'\u0301', ""}, {U'я', ""},   {U'漢', ""},  {U'€', ""},
  };
  for (const auto& [character, ascii] : cases) EXPECT_EQ(ascii_for(character), ascii) << static_cast<unsigned>(character);
  for (const char32_t heard : {U'a', U'ő', U'’', U'\u0301', U' ', U'»'}) EXPECT_TRUE(has_ascii_form(heard));
  for (const char32_t silent : {U'я', U'漢', U'€', U'😀', U'α'}) EXPECT_FALSE(has_ascii_form(silent));
}

TEST(FlitePhones, AreMadeOfMnemonics) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"r'Ek3d", "r eh1 k er0 d"},
      {"pr'Ez@nt", "p r eh1 z ax0 n t"},
      {"l'i:d", "l iy1 d"},
      {"s'VD3k", "s ah1 dh er0 k"},
      {"tS'3:tS", "ch er1 ch"},
      {"f'aI3", "f ay1 er0"},
      {"l@m'oUZ", "l ax0 m ow1 zh"},
      {"b'0t#@L", "b aa1 t ax0 l"},
      {"'@", "ah1"},
      {"h@l'oU", "hh ax0 l ow1"},
      {"k'A@", "k aa1 r"},
  };
  for (const auto& [mnemonics, phones] : cases) EXPECT_EQ(flite_phones(mnemonics), phones) << mnemonics;
  for (const char* foreign : {"y:", "h'Y", "mmm", ""}) EXPECT_EQ(flite_phones(foreign), std::nullopt) << foreign;
}

TEST(FliteInput, IsAsciiThatKnowsItsCharacters) {
  const FliteInput input = flite_input("Æther, café");
  EXPECT_EQ(input.text, "Aether, cafe");
  EXPECT_EQ(input.characters, (std::vector<std::uint32_t>{0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
}

TEST(FliteInput, HasAWordOfItsOwnForEachPronunciation) {
  const FliteInput input = flite_input("A " + as_mark("New York", "n'u: j'O:k") + " b " + as_mark("xy", "h'Y"));
  ASSERT_EQ(input.additions.size(), 2U);
  EXPECT_EQ(input.additions[1].phones, "y ao1 k");
  EXPECT_EQ(input.text, "A " + input.additions[0].word + " " + input.additions[1].word + " b xy");
  const std::size_t second = input.text.find(input.additions[1].word);
  EXPECT_EQ(input.characters[second], 7U);                  // "Y", behind "A ", a mark and "New "
  EXPECT_EQ(input.characters[input.text.size() - 2], 27U);  // "x", behind the phonemes and three more marks
}

VoiceParameters flite(const char* name) {
  VoiceParameters voice;
  voice.engine = EngineKind::flite;
  voice.engine_voice = name;
  return voice;
}

class Flite : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (!has_flite_voice(GetParam())) GTEST_SKIP() << "no Flite here";
  }
};

INSTANTIATE_TEST_SUITE_P(Voices, Flite, testing::Values("slt", "rms", "awb", "kal16"),
                         [](const auto& name) { return name.param; });

// Flite's own voices depend on what they said before; in a process of its own none does.
TEST_P(Flite, SaysTheSameWhateverWasSaidBefore) {
  const std::vector<std::string> texts = {"Ships go out.", "The sea was calm that evening.", "Ships go out."};
  const Performed performed = perform(*make_engines(), texts, plain_options(2), flite(GetParam()));
  for (const auto& [index, take] : performed) EXPECT_EQ(take.failure, std::nullopt);
  EXPECT_EQ(samples_of(performed[0].second), samples_of(performed[2].second));
  EXPECT_GT(samples_of(performed[1].second).size(), std::size_t{22050});
}

TEST_P(Flite, TellsWhenEachWordSounds) {
  const std::string text = "Müller, the well-known baker, isn't here; café naïve.";
  const Take take = perform(*make_engines(), {text}, plain_options(1), flite(GetParam())).at(0).second;
  ASSERT_EQ(take.failure, std::nullopt);
  Frames last{0};
  for (const WordTime& word : take.words) {
    EXPECT_GE(word.begin, last);
    EXPECT_GT((word.end - word.begin).count, 22050 * 4 / 100);  // each has a time of its own
    last = word.end;
  }
}

TEST_P(Flite, SpeaksFasterAndSlower) {
  VoiceParameters voice = flite(GetParam());
  const auto length = [&](int rate) {
    voice.rate = rate;
    return static_cast<double>(
        samples_of(perform(*make_engines(), {"The sea was calm that evening."}, plain_options(1), voice)[0].second).size());
  };
  EXPECT_NEAR(length(120) / length(240), 2, 0.3);
}

TEST_P(Flite, SaysAWordAsItIsTold) {
  const auto samples = [&](const std::string& text) {
    return samples_of(perform(*make_engines(), {text}, plain_options(1), flite(GetParam()))[0].second);
  };
  EXPECT_EQ(samples("I " + as_mark("bow", "t'eIb@L") + " now"), samples("I " + as_mark("row", "t'eIb@L") + " now"));
  EXPECT_NE(samples("I " + as_mark("bow", "b'aU") + " now"), samples("I " + as_mark("bow", "b'oU") + " now"));
}

TEST(FliteVersion, TellsVoicesApart) {
  if (!has_flite_voice("slt")) GTEST_SKIP() << "no Flite here";
  EXPECT_EQ(flite_version("slt"), flite_version("slt"));
  EXPECT_NE(flite_version("slt"), flite_version("rms"));
  EXPECT_EQ(flite_version("nobody"), "no Flite");
}

}  // namespace
}  // namespace aloud
