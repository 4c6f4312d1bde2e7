#include "aloud/voices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "library/options.h"
#include "support/temporary_directory.h"

namespace aloud::v0 {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ListVoices, HasTheProfilesOfADirectory) {
  const std::vector<Voice> voices = list_voices({ALOUD_SOURCE_DIR "/voices"});
  const auto found = std::find_if(voices.begin(), voices.end(), [](const Voice& voice) { return voice.name == "en-gb"; });
  ASSERT_NE(found, voices.end());
  EXPECT_EQ(found->language, "en-GB");
  EXPECT_FALSE(found->description.empty());
  EXPECT_EQ(found->path, ALOUD_SOURCE_DIR "/voices/en-gb.toml");
}

TEST(ListVoices, NamesAProfileThatDoesNotParse) {
  const test::TemporaryDirectory directory;
  const std::string path = directory.put("odd.toml", "language = \"en\"\npich = 3\n");
  const Error error = error_of([&] { list_voices({directory.path().string()}); });
  EXPECT_EQ(error.kind(), ErrorKind::profile);
  EXPECT_EQ(error.place().path, path);
  EXPECT_EQ(error.place().line, 2U);
}

TEST(DefaultVoiceDirectories, ArePlacesThatStayWhereTheyAre) {
  setenv("ALOUD_VOICES", "/first:/second", 1);
  const std::vector<std::string> directories = default_voice_directories();
  unsetenv("ALOUD_VOICES");
  ASSERT_GE(directories.size(), 3U);
  EXPECT_EQ(directories[0], "/first");
  EXPECT_EQ(directories[1], "/second");
  EXPECT_THAT(directories.back(), HasSubstr("/aloud/voices"));
  EXPECT_THAT(directories, Not(Contains("voices")));
}

TEST(Formats, AreNamed) {
  EXPECT_THAT(audio_formats(), Contains("opus"));
  EXPECT_THAT(timeline_formats(), Contains("vtt"));
}

}  // namespace
}  // namespace aloud::v0
