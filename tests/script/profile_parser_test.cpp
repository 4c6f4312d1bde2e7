#include <gtest/gtest.h>

#include "script/voice_profile.h"
#include "util/error.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

std::string failure_of(std::string_view toml) {
  try {
    parse_voice_profile(toml, "voices/anna.toml");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::profile);
    return error.what();
  }
  return "no error";
}

TEST(VoiceProfile, AnEmptyFileIsTheDefaultVoice) {
  const VoiceProfile profile = parse_voice_profile("", "voices/anna.toml");
  EXPECT_EQ(profile.name, "anna");
  EXPECT_EQ(profile.path, "voices/anna.toml");
  EXPECT_EQ(profile.language, "en-US");
  EXPECT_EQ(profile.voice, VoiceParameters{});
  EXPECT_EQ(profile.policy, SpeakingPolicy{});
}

TEST(VoiceProfile, ReadsEveryKindOfKey) {
  const VoiceProfile profile = parse_voice_profile(R"(
description = "Anna"
language = "de-AT"
default_for = ["de-AT", "de-CH"]
engine_voice = "gmw/de"
variant = "f2"
rate = 160
word_gap = 3
[pauses]
sentence = 400
[speak]
tables = "summarise"
images = "summarize"
list_numbers = "skip"
[roles.heading]
pitch = 60
[languages.en]
engine_voice = "gmw/en-US"
variant = ""
)",
                                                   "anna.toml");
  EXPECT_EQ(profile.description, "Anna");
  EXPECT_EQ(profile.default_for, (std::vector<std::string>{"de-AT", "de-CH"}));
  EXPECT_EQ(profile.voice, (VoiceParameters{"gmw/de", "f2", 160, 50, 50, 85, 3}));
  EXPECT_EQ(profile.pauses.sentence, milliseconds(400));
  EXPECT_EQ(profile.policy.tables, Treatment::summarise);
  EXPECT_EQ(profile.policy.images, Treatment::summarise);
  EXPECT_EQ(profile.policy.list_numbers, Treatment::skip);
  EXPECT_EQ(profile.voice_for(Role::heading), (VoiceParameters{"gmw/de", "f2", 160, 60, 50, 85, 3}));
  EXPECT_EQ(profile.voice_for(Role::quote), profile.voice);
  EXPECT_EQ(profile.languages.at("en"), (VoiceParameters{"gmw/en-US", "", 160, 50, 50, 85, 3}));
}

TEST(VoiceProfile, TakesLanguagesAsLocalesWriteThem) {
  const VoiceProfile profile = parse_voice_profile(
      "language = \"en_gb\"\ndefault_for = [\"en_AU\"]\n[languages.de_at]\nengine_voice = \"gmw/de\"\n", "a.toml");
  EXPECT_EQ(profile.language, "en-GB");
  EXPECT_EQ(profile.default_for, std::vector<std::string>{"en-AU"});
  EXPECT_TRUE(profile.languages.contains("de-AT"));
}

TEST(VoiceProfile, RolesTakeTheMainVoiceFromBelowThem) {
  const VoiceProfile profile = parse_voice_profile("roles.quote.pitch = 60\nrate = 120\n", "a.toml");
  EXPECT_EQ(profile.voice_for(Role::quote).rate, 120);
}

struct Mistake {
  const char* toml;
  const char* message;

  friend void PrintTo(const Mistake& one, std::ostream* out) { *out << one.message; }
};

class VoiceProfileMistake : public testing::TestWithParam<Mistake> {};

TEST_P(VoiceProfileMistake, IsNamedWithItsPlace) {
  EXPECT_EQ(failure_of(GetParam().toml), std::string("voices/anna.toml:") + GetParam().message);
}

constexpr Mistake kUnknownKeys[] = {
    {"rate = 1\n", R"(1:8: "rate" must be between 80 and 449 (words a minute), not 1)"},
    {"\n\npich = 50\n", R"(3:1: unknown key "pich" (did you mean "pitch"?))"},
    {"colour = 1\n", R"(1:1: unknown key "colour")"},
    {"[pauses]\nsentense = 3\n", R"(2:1: unknown key "sentense" in [pauses] (did you mean "sentence"?))"},
    {"[speak]\n  tabels = \"skip\"\n", R"(2:3: unknown key "tabels" in [speak] (did you mean "tables"?))"},
    {"[roles.headings]\n", R"(1:8: unknown key "headings" in [roles] (did you mean "heading"?))"},
    {"[roles.body]\n", R"(1:8: unknown key "body" in [roles])"},
    {"[roles.quote]\nspeed = 9\n", R"(2:1: unknown key "speed" in [roles.quote])"},
    {"[speach]\n", R"(1:2: unknown key "speach" (did you mean "speak"?))"},
};

constexpr Mistake kWrongValues[] = {
    {"rate = \"fast\"\n", R"(1:8: "rate" must be a whole number, not a string)"},
    {"rate = 175.5\n", R"(1:8: "rate" must be a whole number, not a fraction)"},
    {"rate = 450\n", R"(1:8: "rate" must be between 80 and 449 (words a minute), not 450)"},
    {"pitch = -1\n", R"(1:9: "pitch" must be between 0 and 99 (steps), not -1)"},
    {"volume = 101\n", R"(1:10: "volume" must be between 0 and 100 (percent), not 101)"},
    {"word_gap = 9223372036854775807\n", R"(1:12: "word_gap" must be between 0 and 50 (10 ms), not 9223372036854775807)"},
    {"description = 1\n", R"(1:15: "description" must be a string, not a whole number)"},
    {"language = \"English!\"\n", R"(1:12: "English!" is not a language tag such as "en" or "de-AT")"},
    {"default_for = \"en\"\n", R"(1:15: "default_for" must be an array of language tags, not a string)"},
    {"default_for = [1]\n", R"(1:16: "default_for" must be a string, not a whole number)"},
    {"intro = \"\"\n", R"(1:9: "intro" must be a path or "none")"},
    {"outro = 3\n", R"(1:9: "outro" must be a string, not a whole number)"},
    {"loudness = 3\n",
     R"(1:12: "loudness" must be podcast-mono, podcast-stereo, ebu, acx, none or a number from -40 to -10 (LUFS), not "3")"},
    {"loudness = true\n", R"(1:12: "loudness" must be a string or a number, not a boolean)"},
    {"pauses = 3\n", R"(1:10: "pauses" must be a table, not a whole number)"},
    {"[pauses]\ntitle = 60001\n", R"(2:9: "title" must be between 0 and 60000 (ms), not 60001)"},
    {"[speak]\nurls = true\n", R"(2:8: "urls" must be a string, not a boolean)"},
    {"[speak]\nurls = \"skp\"\n", R"(2:8: "urls" must be "speak", "summarise" or "skip", not "skp" (did you mean "skip"?))"},
    {"[speak]\nlist_numbers = \"summarise\"\n", R"(2:16: "list_numbers" must be "speak" or "skip", not "summarise")"},
    {"[speak]\nemphasis = \"skip\"\n", R"(2:12: "emphasis" must be "speak", not "skip")"},
    {"language = \"en\"\nengine_voice = \"../../etc/passwd\"\n",
     R"(2:16: "engine_voice" must be an engine voice such as "gmw/en-US" (the column File of "espeak-ng --voices"), not "../../etc/passwd")"},
    {"engine_voice = \"mb/mb-us1\"\n", R"(1:16: "engine_voice" must not be an MBROLA voice, not "mb/mb-us1")"},
    {"variant = \"f2+f3\"\n", R"(1:11: "variant" must be the name of a variant such as "f2", not "f2+f3")"},
    {"engine_voice = \"gmw/de\"\n", R"(1:16: "engine_voice" needs a "language" beside it, such as language = "en")"},
    {"[languages.de]\nrate = 160\n", R"(1:12: [languages.de] needs an "engine_voice")"},
    {"[languages.de_AT]\nengine_voice = \"gmw/de\"\n[languages.de-at]\nengine_voice = \"gmw/de\"\n",
     R"(3:12: [languages.de-AT] stands there already)"},
    {"[languages.\"a b\"]\n", R"(1:12: "a b" is not a language tag such as "en" or "de-AT")"},
};

INSTANTIATE_TEST_SUITE_P(UnknownKeys, VoiceProfileMistake, testing::ValuesIn(kUnknownKeys));
INSTANTIATE_TEST_SUITE_P(WrongValues, VoiceProfileMistake, testing::ValuesIn(kWrongValues));

TEST(VoiceProfile, TheFirstMistakeInTheFileIsTheOneReported) {
  EXPECT_EQ(failure_of("zzz = 1\naaa = 1\n"), "voices/anna.toml:1:1: unknown key \"zzz\"");
}

TEST(VoiceProfile, SyntaxErrorsHaveTheirPlace) {
  const std::string failure = failure_of("rate = 160\npitch 50\n");
  EXPECT_TRUE(failure.starts_with("voices/anna.toml:2:")) << failure;
}

}  // namespace
}  // namespace aloud
