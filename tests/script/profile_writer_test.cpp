#include <gtest/gtest.h>

#include "script/profile_schema.h"
#include "script/voice_profile.h"

namespace aloud {
namespace {

TEST(VoiceProfileDump, IsAProfileThatReadsTheSame) {
  VoiceProfile profile = parse_voice_profile("", "anna.toml");
  profile.description = "Says \"hello\" \\ bye\n\x01 ä";
  profile.default_for = {"en", "en-GB"};
  profile.clips = {"in.wav", "", "a \"b\".flac"};
  profile.lexicons = {"names.txt", "a b/\"c\".pls"};
  profile.voice = {"gmw/en-GB-x-rp", "Mr serious", 449, 1, 2, 3, 4};
  profile.roles[Role::quote] = {"gmw/en", "f2", 90, 5, 6, 7, 8};
  profile.languages["de-AT"] = {"gmw/de", "", 91, 9, 10, 11, 12};
  profile.loudness = *loudness_target_by_name("-18.5");
  int pause = 1;
  for (const PauseKey& key : pause_keys()) profile.pauses.*key.member = std::chrono::milliseconds(pause++);
  for (const PolicyKey& key : policy_keys()) profile.policy.*key.member = key.skip ? Treatment::skip : Treatment::speak;

  const VoiceProfile again = parse_voice_profile(dump_voice_profile(profile), "anna.toml");
  EXPECT_EQ(again.description, profile.description);
  EXPECT_EQ(again.language, profile.language);
  EXPECT_EQ(again.default_for, profile.default_for);
  EXPECT_EQ(again.lexicons, profile.lexicons);
  EXPECT_EQ(again.clips, profile.clips);
  EXPECT_EQ(again.loudness, profile.loudness);
  EXPECT_EQ(again.voice, profile.voice);
  EXPECT_EQ(again.roles, profile.roles);
  EXPECT_EQ(again.languages, profile.languages);
  EXPECT_EQ(again.policy, profile.policy);
  EXPECT_EQ(again.foreign_passages, profile.foreign_passages);
  for (const PauseKey& key : pause_keys()) EXPECT_EQ(again.pauses.*key.member, profile.pauses.*key.member) << key.name;
}

TEST(VoiceProfileDump, WritesEveryKeyOut) {
  const std::string toml = dump_voice_profile(parse_voice_profile("", "anna.toml"));
  EXPECT_TRUE(
      toml.starts_with("description = \"\"\nlanguage = \"en-US\"\ndefault_for = []\nlexicons = []\nloudness = "
                       "\"podcast-mono\"\nengine_voice = \"gmw/en-US\"\n"
                       "variant = \"\"\nrate = 175\n"))
      << toml;
  EXPECT_NE(
      toml.find("\nforeign_passages = \"detected\"\nintro = \"none\"\noutro = \"none\"\nheading_cue = \"none\"\n\n[pauses]\n"),
      std::string::npos)
      << toml;
  EXPECT_NE(toml.find("\n[speak]\ncode_blocks = \"summarise\"\n"), std::string::npos) << toml;
}

}  // namespace
}  // namespace aloud
