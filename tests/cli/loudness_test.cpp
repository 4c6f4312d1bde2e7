// End to end: every shipped voice is as loud as it should be, judged by ffmpeg's meter.
#include <gtest/gtest.h>

#include <cmath>

#include "cli/aloud_program.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"

namespace aloud::test {
namespace {

struct Measured {
  double integrated_lufs = 0, true_peak_dbtp = 0;
};

// The number after `name` in the summary, the last thing that the filter prints.
double last_number_after(const std::string& text, const std::string& name) {
  const std::size_t at = text.rfind(name);
  EXPECT_NE(at, std::string::npos) << text;
  return at == std::string::npos ? NAN : std::stod(text.substr(at + name.size()));
}

Measured measure(const std::string& path) {
  const Outcome outcome =
      run({"ffmpeg", "-nostdin", "-hide_banner", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  return {last_number_after(outcome.err, "I:"), last_number_after(outcome.err, "Peak:")};
}

TEST(Loudness, EveryShippedVoiceLandsWithinOneLuOfTheTarget) {
  const TemporaryDirectory directory;
  const std::string whole = read_file(ALOUD_SOURCE_DIR "/text/border-crossing.txt");
  const std::string article = directory.put("a.txt", whole.substr(0, whole.find("\n\n", 900) + 1));  // there are many voices
  std::istringstream names(aloud({"voices", "--names"}).out);
  for (std::string voice; std::getline(names, voice);) {
    const Outcome outcome = aloud({"render", article, "-o", directory / "a.wav", "--voice", voice, "--stats"});
    ASSERT_EQ(outcome.status, 0) << voice << outcome.err;
    const Measured measured = measure(directory / "a.wav");
    EXPECT_NEAR(measured.integrated_lufs, -19, 1) << voice;
    EXPECT_LE(measured.true_peak_dbtp, -0.9) << voice << ": ffmpeg rounds to 0.1 dB";
    auto stats = counters(outcome.out);
    EXPECT_NEAR(std::stod(stats["integrated_lufs"]), measured.integrated_lufs, 0.15) << voice;
  }
}

// Two voices whose peaks coding raises most.
TEST(Loudness, OfLossyFormatsIsThatOfTheSpeechAndNothingClips) {
  struct Coding {
    const char *format, *option, *value;
    double least_lufs, error;
  };
  const std::vector<Coding> codings = {
      {"mp3", "--bitrate", "8", -20.6, 1},    {"mp3", "--bitrate", "64", -20, 0.2},  {"opus", "--bitrate", "6", -23.5, 3},
      {"opus", "--bitrate", "12", -20, 0.4},  {"opus", "--bitrate", "32", -20, 0.2}, {"vorbis", "--quality", "-1", -20, 0.4},
      {"vorbis", "--quality", "3", -20, 0.2},
  };
  const TemporaryDirectory directory;
  const std::string whole = read_file(ALOUD_SOURCE_DIR "/text/border-crossing.txt");
  const std::string article = directory.put("a.txt", whole.substr(0, whole.find("\n\n", 900) + 1));
  for (const Coding& coding : codings) {
    for (const char* voice : {"de", "storyteller"}) {
      const std::string what = std::string(coding.format) + ' ' + coding.value + ' ' + voice;
      const Outcome outcome = aloud({"render", article, "-o", directory / "a", "--format", coding.format, coding.option,
                                     coding.value, "--voice", voice, "--stats"});
      ASSERT_EQ(outcome.status, 0) << what << outcome.err;
      const Measured measured = measure(directory / "a");
      EXPECT_LE(measured.true_peak_dbtp, 0) << what;
      EXPECT_GE(measured.integrated_lufs, coding.least_lufs) << what;
      EXPECT_LE(measured.integrated_lufs, -18) << what;
      const double told = std::stod(counters(outcome.out)["integrated_lufs"]);
      EXPECT_NEAR(told, measured.integrated_lufs, coding.error) << what;
    }
  }
}

TEST(Loudness, FollowsTheTargetAndLeavesTheVoiceAloneForNone) {
  const TemporaryDirectory directory;
  const std::string article = ALOUD_SOURCE_DIR "/text/border-crossing.txt";
  const auto loudness = [&](const std::string& target) {
    EXPECT_EQ(aloud({"render", article, "-o", directory / "a.wav", "--loudness", target}).status, 0);
    return measure(directory / "a.wav").integrated_lufs;
  };
  EXPECT_NEAR(loudness("ebu"), -23, 1);
  EXPECT_NEAR(loudness("podcast-stereo"), -16, 1);
  EXPECT_NEAR(loudness("-21.5"), -21.5, 1);
  const double untouched = loudness("none");
  EXPECT_GT(untouched, -26);
  EXPECT_LT(untouched, -20);
}

TEST(Loudness, HoldsForAVoiceThatNobodyMeasured) {
  const TemporaryDirectory directory;
  const std::string article = ALOUD_SOURCE_DIR "/text/border-crossing.txt";
  const std::string profile =
      directory.put("odd.toml", "language = \"en\"\nengine_voice = \"gmw/en-US\"\nvariant = \"f3\"\nrate = 230\nvolume = 40\n");
  ASSERT_EQ(aloud({"render", article, "-o", directory / "a.wav", "--voice", profile}).status, 0);
  EXPECT_NEAR(measure(directory / "a.wav").integrated_lufs, -19, 1);
}

}  // namespace
}  // namespace aloud::test
