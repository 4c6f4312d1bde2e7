#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "script/voice_profile.h"
#include "support/test_paths.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

std::vector<VoiceProfile> shipped_voices() { return list_voice_profiles({ALOUD_SOURCE_DIR "/voices"}); }

std::string espeak_data() {
  espeak_ng_InitializePath(nullptr);
  const char* path = nullptr;
  espeak_Info(&path);
  return path;
}

void expect_in_engine(const VoiceParameters& voice, const std::string& where) {
  if (voice.engine == EngineKind::flite) return;  // the parser knows its voices
  const std::string data = espeak_data();
  EXPECT_TRUE(fs::is_regular_file(data + "/lang/" + voice.engine_voice)) << where << ": " << voice.engine_voice;
  if (!voice.variant.empty()) {
    EXPECT_TRUE(fs::is_regular_file(data + "/voices/!v/" + voice.variant)) << where << ": " << voice.variant;
  }
}

TEST(ShippedVoices, AreAtLeastTenAndIntroduceThemselves) {
  const std::vector<VoiceProfile> voices = shipped_voices();
  EXPECT_GE(voices.size(), 10U);
  for (const VoiceProfile& profile : voices) EXPECT_FALSE(profile.description.empty()) << profile.path;
}

TEST(ShippedVoices, UseOnlyVoicesThatTheEngineHas) {
  for (const VoiceProfile& profile : shipped_voices()) {
    expect_in_engine(profile.voice, profile.name);
    for (const auto& [role, voice] : profile.roles) expect_in_engine(voice, profile.name + ' ' + to_string(role));
    for (const auto& [tag, voice] : profile.languages) expect_in_engine(voice, profile.name + ' ' + tag);
  }
}

// The received-pronunciation voice clips at 100, others come within a hundredth of it.
TEST(ShippedVoices, LeaveHeadroom) {
  for (const VoiceProfile& profile : shipped_voices()) EXPECT_LE(profile.voice.volume, 85) << profile.name;
}

TEST(ShippedVoices, NoTwoAreTheDefaultForTheSameLanguage) {
  std::set<std::string> seen;
  for (const VoiceProfile& profile : shipped_voices()) {
    for (const std::string& tag : profile.default_for) EXPECT_TRUE(seen.insert(tag).second) << profile.name << ": " << tag;
  }
}

TEST(ShippedVoices, ServeTheLanguagesOfTheArticles) {
  const std::vector<std::string> directories = {ALOUD_SOURCE_DIR "/voices"};
  EXPECT_EQ(default_voice_for("en", directories), "en-us");
  EXPECT_EQ(default_voice_for("en-US", directories), "en-us");
  EXPECT_EQ(default_voice_for("en-GB", directories), "en-gb");
  EXPECT_EQ(default_voice_for("de-AT", directories), "de");
  EXPECT_EQ(default_voice_for("fr", directories), "fr");
  EXPECT_EQ(default_voice_for("es-MX", directories), "es-419");
  EXPECT_EQ(default_voice_for("es", directories), "es");
  EXPECT_EQ(default_voice_for("pt-BR", directories), "pt-br");
}

}  // namespace
}  // namespace aloud
