#include "engine/engine_traits.h"

#include <gtest/gtest.h>

#include "language/spoken_form/normalizer.h"

namespace aloud {
namespace {

TEST(EspeakTraits, WeighWhatIsSaidAsWords) {
  const EngineTraits& engine = espeak_traits();
  EXPECT_EQ(engine.cost_of(U'a', 1), 1U);
  EXPECT_EQ(engine.cost_of(U'é', 2), 2U);
  EXPECT_EQ(engine.cost_of(U'W', 1), 2U);
  EXPECT_EQ(engine.cost_of(U'7', 1), 5U);
  EXPECT_EQ(engine.cost_of(U'漢', 3), 10U);
  EXPECT_EQ(engine.cost_of(U'😀', 4), 25U);
}

TEST(EspeakTraits, KnowTheLanguageOfAVoiceByItsFile) {
  const auto language_of = [](const char* engine_voice) {
    VoiceParameters voice;
    voice.engine_voice = engine_voice;
    return espeak_traits().language_of(voice);
  };
  EXPECT_EQ(language_of("gmw/en-GB-x-rp"), "en-GB-x-rp");
  EXPECT_EQ(language_of("gmw/en"), "en-GB");
  EXPECT_EQ(language_of("de"), "de");
}

std::string normalized(const std::string& language, const std::string& text, const EngineSpelling& spelling) {
  return make_normalizer(language, spelling)->normalize(AlignedText::verbatim(text)).text();
}

// What one engine needs, another is spared.
TEST(EngineTraits, SpellingIsTheEnginesOwn) {
  const EngineSpelling& espeak = espeak_traits().spelling;
  EngineSpelling other = espeak;
  other.longest_word = 5;
  other.longest_number = 3;
  other.longest_dotted_run = 3;
  other.most_apostrophes = 1;
  other.most_marks = 1;
  other.most_equal_marks = 1;
  other.german_thousands = GermanThousands::joined;
  const struct {
    const char *language, *text, *to_espeak, *to_other;
  } cases[] = {
      {"xx", "wonderful", "wonderful", "wonde rful"},
      {"xx", "12345", "12345", "123 45"},
      {"xx", "a.b.c.d.", "a.b.c.d.", "a.b.c,d."},
      {"xx", "o'er't", "o'er't", "o'ert"},
      {"xx", "x\u0323\u0324", "x\u0323\u0324", "x\u0323"},
      {"xx", "why??", "why??", "why?"},
      {"de", "2040 Fische", "zweitausend vierzig Fische", "zweitausendvierzig Fische"},
      {"de", "1000042 Fische", "eine Million zweiundvierzig Fische", "eine Million zweiundvierzig Fische"},
  };
  EngineSpelling no_phonemes = espeak;
  no_phonemes.phoneme_opening = "";
  EXPECT_EQ(normalized("xx", "a [[b", espeak), "a [ [b");
  EXPECT_EQ(normalized("xx", "a [[b", no_phonemes), "a [[b");
  EngineSpelling joined = espeak;
  joined.german_thousands = GermanThousands::joined;
  for (const auto& [language, text, to_espeak, to_other] : cases) {
    EXPECT_EQ(normalized(language, text, espeak), to_espeak);
    EXPECT_EQ(normalized(language, text, std::string(language) == "de" ? joined : other), to_other);
  }
}

}  // namespace
}  // namespace aloud
