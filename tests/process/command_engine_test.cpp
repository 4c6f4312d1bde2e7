// Programs of the user's own as engines: what they answer is checked, and they are ended with what they started.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>

#include "engine/command_engine.h"
#include "engine/synthesizer.h"
#include "process/performing.h"
#include "support/lying_engine_path.h"
#include "support/temporary_directory.h"

namespace aloud {
namespace {

using ::testing::HasSubstr;

const std::string kText = "Ships go out and ships come in.";

VoiceParameters voice_of(const CommandEngine& engine) {
  VoiceParameters voice;
  voice.engine = EngineKind::command;
  voice.engine_voice = "en";
  voice.command = to_text(engine);
  return voice;
}

CommandEngine lying(const std::vector<std::string>& arguments) {
  CommandEngine engine;
  engine.run = {ALOUD_LYING_ENGINE};
  engine.run.insert(engine.run.end(), arguments.begin(), arguments.end());
  engine.time_limit = std::chrono::seconds(30);
  return engine;
}

Take take_of(const CommandEngine& engine, const std::string& text = kText) {
  return perform(*make_engines(), {text}, plain_options(1), voice_of(engine)).at(0).second;
}

TEST(CommandEngine, SpeaksAtItsOwnRateAndIsResampled) {
  const Take take = take_of(lying({"honest"}));
  ASSERT_EQ(take.failure, std::nullopt);
  const double seconds = 0.06 * static_cast<double>(kText.size() + 1);  // with the newline that ends it
  EXPECT_NEAR(static_cast<double>(samples_of(take).size()), seconds * kEngineRate.hertz, 30);
  ASSERT_EQ(take.words.size(), 7U);
  EXPECT_LT(take.words[0].end, take.words[6].begin);
  EXPECT_EQ(take.simplified, std::nullopt);
}

TEST(CommandEngine, MayWriteAFileOrRawSamples) {
  CommandEngine raw = lying({"half"});
  raw.output = CommandEngine::Output::raw;
  raw.sample_rate = 16000;
  EXPECT_THAT(take_of(raw).failure.value_or(""), HasSubstr("half a sample"));
  EXPECT_EQ(take_of(lying({"file", "{file}"})).failure, std::nullopt);
}

TEST(CommandEngine, IsFoundOutWhenItLies) {
  const std::vector<std::pair<const char*, const char*>> lies = {
      {"silence", "silence"},
      {"short", "0.01 s of sound for 24 letters"},
      {"long", "s of sound for 24 letters"},
      {"clipped", "cut off at full scale"},
      {"nan", "samples that are no numbers"},
      {"odd-rate", "audio at 3 Hz"},
      {"kind", "a kind of WAV file that is not known here"},
      {"nothing", "wrote nothing"},
      {"noise", "something that is no WAV file"},
      {"exit", "lying_engine ended with exit code 3: the model is missing"},
      {"crash", "lying_engine was ended by SIGABRT"},
      {"flood", "wrote more than 256 MiB"},
  };
  for (const auto& [mode, reason] : lies)
    EXPECT_THAT(take_of(lying({mode})).failure.value_or("spoke"), HasSubstr(reason)) << mode;
  CommandEngine hanging = lying({"hang"});
  hanging.time_limit = std::chrono::seconds(1);
  EXPECT_EQ(take_of(hanging).failure, "lying_engine took longer than 1 s");
  CommandEngine declared = lying({"rate"});
  declared.sample_rate = 16000;
  EXPECT_THAT(take_of(declared).failure.value_or(""), HasSubstr("44100 Hz, and its profile says 16000"));
}

TEST(CommandEngine, IsAskedASecondTimeAndNoMore) {
  const test::TemporaryDirectory directory;
  const Take take = take_of(lying({"once", directory / "called"}));
  EXPECT_EQ(take.failure, std::nullopt);
  EXPECT_EQ(take.simplified, std::nullopt);
}

TEST(CommandEngine, ThatIsNotThereIsSaid) {
  CommandEngine missing;
  missing.run = {"/nowhere/speaks"};
  EXPECT_EQ(take_of(missing).failure, "speaks cannot be run: No such file or directory");
}

TEST(CommandEngine, LeavesNothingRunning) {
  const test::TemporaryDirectory directory;
  const std::string file = directory / "child";
  CommandEngine engine = lying({"child", file});
  engine.time_limit = std::chrono::seconds(1);
  EXPECT_TRUE(take_of(engine).failure);
  std::ifstream list(file);
  pid_t child = 0;
  ASSERT_TRUE(list >> child);
  EXPECT_NE(kill(child, 0), 0) << "the program's child still runs";
}

// An article is a stranger's: its text shall be no option of the program.
TEST(CommandEngine, IsGivenTextAndNoOptions) {
  CommandEngine engine;
  engine.run = {"/bin/echo", "{text}"};
  EXPECT_THAT(take_of(engine, "--version").failure.value_or(""), HasSubstr("no WAV file"));
  engine.run = {"/bin/sh", "-c", "printf %s \"$1\" >&2; exit 1", "sh", "{text}"};
  EXPECT_THAT(take_of(engine, "-n {file} {rate}").failure.value_or(""), HasSubstr(":  -n {file} {rate}"));
}

TEST(CommandEngine, KnowsItsVersionByItsFiles) {
  const test::TemporaryDirectory directory;
  const std::string model = directory / "model";
  CommandEngine engine = lying({"honest"});
  engine.identity = {model};
  const auto version = [&] { return make_engines()->version_of(voice_of(engine)); };
  const std::string without = version();
  engine.at_once = 2;  // what was asked once is remembered
  std::ofstream(model) << "weights";
  EXPECT_NE(version(), without);
  EXPECT_EQ(version(), version());
}

TEST(CommandEngine, IsTextAndBack) {
  CommandEngine engine = lying({"a \"quoted\" one", "ü"});
  engine.output = CommandEngine::Output::raw;
  engine.sample_rate = 24000;
  engine.identity = {"/a", "/b"};
  engine.version_command = {"x", "--version"};
  engine.deterministic = true;
  engine.memory_mib = 77;
  engine.at_once = 3;
  EXPECT_EQ(command_engine_of(to_text(engine)), engine);
  EXPECT_ANY_THROW(command_engine_of("{}"));
}

}  // namespace
}  // namespace aloud
