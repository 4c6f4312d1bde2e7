#include <gtest/gtest.h>

#include "script/voice_profile.h"
#include "util/error.h"

namespace aloud {
namespace {

std::string failure_of(const std::string& option, const std::string& value) {
  VoiceProfile profile;
  try {
    apply_override(profile, option, value);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
  return "no error";
}

TEST(ProfileOverride, SetsPoliciesAndPauses) {
  VoiceProfile profile;
  apply_override(profile, "speak", "tables=skip");
  apply_override(profile, "speak", "code-blocks=speak");
  apply_override(profile, "pause", "heading_after=1500");
  EXPECT_EQ(profile.policy.tables, Treatment::skip);
  EXPECT_EQ(profile.policy.code_blocks, Treatment::speak);
  EXPECT_EQ(profile.pauses.heading_after, std::chrono::milliseconds(1500));
}

TEST(ProfileOverride, SetsTheMainVoice) {
  VoiceProfile profile;
  apply_override(profile, "rate", "200");
  apply_override(profile, "pitch", "10");
  apply_override(profile, "range", "20");
  apply_override(profile, "volume", "30");
  apply_override(profile, "word-gap", "4");
  EXPECT_EQ(profile.voice, (VoiceParameters{"gmw/en-US", "", 200, 10, 20, 30, 4}));
}

TEST(ProfileOverride, SetsTheLoudness) {
  VoiceProfile profile;
  apply_override(profile, "loudness", "ebu");
  EXPECT_EQ(profile.loudness.integrated_lufs, -23);
  EXPECT_EQ(failure_of("loudness", "ebv"),
            "--loudness ebv: must be podcast-mono, podcast-stereo, ebu, acx, none or a number from -40 to -10 (LUFS) (did you "
            "mean \"ebu\"?)");
}

TEST(ProfileOverride, OtherVoicesKeepTheirDistance) {
  VoiceProfile profile;
  profile.voice.rate = 160;
  profile.roles[Role::heading] = profile.voice;
  profile.roles[Role::heading].rate = 120;
  profile.roles[Role::heading].pitch = 95;
  apply_override(profile, "rate", "320");
  apply_override(profile, "pitch", "60");
  EXPECT_EQ(profile.roles[Role::heading].rate, 240);
  EXPECT_EQ(profile.roles[Role::heading].pitch, 99);
}

TEST(ProfileOverride, NamesTheMistakeAndTheWayOut) {
  EXPECT_EQ(failure_of("speak", "tabels=skip"), "--speak tabels=skip: unknown kind \"tabels\" (did you mean \"tables\"?)");
  EXPECT_EQ(failure_of("speak", "x=skip"),
            "--speak x=skip: unknown kind \"x\"; known are code_blocks, inline_code, tables, footnotes, images, badges, urls, "
            "list_numbers, emphasis, html, math, identifiers, citations, headings, quotes, admonition_titles, matter");
  EXPECT_EQ(failure_of("speak", "tables"), "--speak tables: expected KIND=TREATMENT, for example tables=skip");
  EXPECT_EQ(failure_of("speak", "tables=skp"),
            "--speak tables=skp: \"tables\" must be \"speak\", \"summarise\" or \"skip\" (did you mean \"skip\"?)");
  EXPECT_EQ(failure_of("speak", "emphasis=skip"), "--speak emphasis=skip: \"emphasis\" must be \"speak\"");
  EXPECT_EQ(failure_of("pause", "sentence"), "--pause sentence: expected KIND=MILLISECONDS, for example sentence=500");
  EXPECT_EQ(failure_of("pause", "sentence=-1"), "--pause sentence=-1: must be a whole number between 0 and 60000 (ms)");
  EXPECT_EQ(failure_of("rate", "fast"), "--rate fast: must be a whole number between 80 and 449 (words a minute)");
  EXPECT_EQ(failure_of("rate", "1000"), "--rate 1000: must be a whole number between 80 and 449 (words a minute)");
  EXPECT_EQ(failure_of("colour", "red"), "--colour red: is no setting of a voice profile");
}

}  // namespace
}  // namespace aloud
