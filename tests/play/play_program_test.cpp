// End to end, without a terminal: what reaches the device, what is said when there is none, what is saved and remembered.
#include <gtest/gtest.h>

#include <cstring>

#include "cli/aloud_program.h"
#include "play/terminal_session.h"
#include "support/test_paths.h"
#include "support/wav_data.h"

namespace aloud::test {
namespace {

constexpr const char* kArticle =
    "# The bells\n\nOne bell rings. Two bells ring slowly.\n\nThen all of them ring, \"as one\".\n\n## Later\n\nSilence "
    "again.\n";

// SDL's own driver that writes to a file as fast as it is given samples.
class PlayProgram : public testing::Test {
 protected:
  Outcome play(std::vector<std::string> arguments, const std::string& input = {}) {
    std::filesystem::remove(directory / "played.raw");
    arguments.insert(arguments.begin(), "play");
    RunOptions options;
    options.input = input;
    options.environment = {"SDL_AUDIODRIVER=disk",
                           "SDL_DISKAUDIODELAY=0",
                           "SDL_DISKAUDIOFILE=" + (directory / "played.raw"),
                           "XDG_STATE_HOME=" + (directory / "state"),
                           "DBUS_SESSION_BUS_ADDRESS=",
                           "XDG_RUNTIME_DIR="};
    return aloud(arguments, options);
  }

  std::string played() const { return read_file(directory / "played.raw"); }

  // The samples that render writes.
  std::string rendered(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"render", "-o", directory / "rendered.wav", "--stats", "-q"});
    const Outcome outcome = aloud(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return data_of_wav(read_file(directory / "rendered.wav"));
  }

  TemporaryDirectory directory;
};

// Silence before is what SDL may play between opening a device and the first sample; silence after fills its buffer.
void expect_played(const std::string& played, const std::string& expected) {
  const auto is_silent = [](const std::string& samples) { return samples.find_first_not_of('\0') == std::string::npos; };
  const std::size_t begin = played.find(expected.substr(0, 2000));
  ASSERT_NE(begin, std::string::npos);
  ASSERT_GE(played.size(), begin + expected.size());
  EXPECT_TRUE(is_silent(played.substr(0, begin)));
  EXPECT_TRUE(played.compare(begin, expected.size(), expected) == 0);
  EXPECT_TRUE(is_silent(played.substr(begin + expected.size())));
}

TEST_F(PlayProgram, GivesTheDeviceTheSamplesThatRenderWrites) {
  const std::string article = directory.put("a.md", kArticle);
  const Outcome outcome = play({article});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out + outcome.err, "");
  expect_played(played(), rendered({article}));
}

TEST_F(PlayProgram, GivesThemForALongArticleToo) {
  const std::string article = ALOUD_SOURCE_DIR "/text/border-crossing.txt";
  const Outcome outcome = play({article});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  expect_played(played(), rendered({article}));
}

TEST_F(PlayProgram, ReadsStandardInputAndSpeaksAsTold) {
  const Outcome outcome = play({"-", "--markdown", "--voice", "en-gb", "--pause", "sentence=900"}, kArticle);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const std::string article = directory.put("a.md", kArticle);
  expect_played(played(), rendered({article, "--voice", "en-gb", "--pause", "sentence=900"}));
}

TEST_F(PlayProgram, SavesWhatRenderWouldWrite) {
  const std::string article = directory.put("a.md", kArticle);
  for (const char* name : {"saved.ogg", "saved.flac"}) {
    EXPECT_EQ(play({article, "--save", directory / name}).status, 0);
    const std::string other = directory / (std::string("rendered-") + name);
    EXPECT_EQ(aloud({"render", article, "-o", other, "-q"}).status, 0);
    EXPECT_EQ(read_file(directory / name), read_file(other));
    EXPECT_FALSE(read_file(other).empty());
  }
  EXPECT_EQ(play({"-", "--save", directory / "input.wav"}, "One bell. Two bells.\n").status, 0);
  EXPECT_GT(read_file(directory / "input.wav").size(), 44U);
}

TEST_F(PlayProgram, BeginsAtATextASentenceOrATime) {
  const std::string article = directory.put("a.md", kArticle);
  const std::string all = rendered({article});
  const auto ends_like_all = [&](const std::string& from, std::size_t least, std::size_t most) {
    const Outcome outcome = play({article, "--from", from});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    std::string end = played();
    end.resize(end.find_last_not_of('\0') + 1);
    end.erase(0, end.find_first_not_of('\0'));  // on a busy machine the device begins before there is anything to hear
    std::string wanted = all;
    wanted.resize(wanted.find_last_not_of('\0') + 1);
    EXPECT_LT(least, end.size()) << from;
    EXPECT_LT(end.size(), most) << from;
    const std::size_t same = std::min<std::size_t>(end.size(), 30000);
    EXPECT_EQ(end.substr(end.size() - same), wanted.substr(wanted.size() - same)) << from;
  };
  ends_like_all("silence AGAIN", 20000, 90000);
  ends_like_all("6", 20000, 90000);  // title, two, one, heading, one
  ends_like_all("0:03", all.size() - 3 * 44100 - 60000, all.size() - 3 * 44100 + 9000);
}

TEST_F(PlayProgram, RefusesAStartThatIsNotThere) {
  const std::string article = directory.put("a.md", kArticle);
  struct Case {
    std::string from, error;
  };
  const std::vector<Case> cases = {{"no such words", "--from \"no such words\": the article does not say that"},
                                   {"99", "has 6 sentences"},
                                   {"0", "sentences are counted from 1"},
                                   {"59:00", "--from 59:00"}};
  for (const Case& test : cases) {
    const Outcome outcome = play({article, "--from", test.from});
    EXPECT_EQ(outcome.status, 2) << test.from;
    EXPECT_NE(outcome.err.find(test.error), std::string::npos) << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
}

TEST_F(PlayProgram, SaysInOneLineThatThereIsNoDevice) {
  const std::string article = directory.put("a.md", kArticle);
  RunOptions options;
  options.environment = {"SDL_AUDIODRIVER=alsa", "ALSA_CONFIG_PATH=/dev/null", "XDG_RUNTIME_DIR=" + directory.path().string(),
                         "XDG_STATE_HOME=" + (directory / "state"), "DBUS_SESSION_BUS_ADDRESS="};
  const Outcome outcome = aloud({"play", article}, options);
  EXPECT_EQ(outcome.status, 4);
  EXPECT_EQ(outcome.err.find("aloud: no sound device ("), 0U) << outcome.err;
  EXPECT_NE(outcome.err.find("aloud render"), std::string::npos);
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
}

TEST_F(PlayProgram, FailsOnAnArticleThatIsNotThereAndPlaysTheOthers) {
  const std::string article = directory.put("a.md", kArticle);
  const Outcome outcome = play({directory / "missing.md", article});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("missing.md"), std::string::npos);
  expect_played(played(), rendered({article}));
}

TEST_F(PlayProgram, KnowsWhichCallsAreWrong) {
  const std::string article = directory.put("a.md", kArticle);
  EXPECT_EQ(play({}).status, 1);  // what is piped in is the article, and is empty
  EXPECT_EQ(play({article, "--speed", "9"}).status, 2);
  EXPECT_EQ(play({article, "--voice", "nobody"}).status, 2);
  EXPECT_EQ(play({article, "--save", "-"}).status, 2);
  EXPECT_EQ(play({article, "--save", directory / "a.xyz"}).status, 2);
}

}  // namespace
}  // namespace aloud::test
