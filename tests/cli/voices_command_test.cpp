#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/aloud_program.h"
#include "support/temporary_directory.h"

namespace aloud::test {
namespace {

TEST(Voices, ListsNameLanguageAndDescription) {
  const std::string list = aloud({"voices"}).out;
  for (const char* name : {"en-us", "en-gb", "en-us-slow", "en-us-fast", "de", "fr", "es"}) {
    EXPECT_NE(("\n" + list).find("\n" + std::string(name) + " "), std::string::npos) << name << list;
  }
}

TEST(Voices, NamesAndJsonAgree) {
  const auto json = nlohmann::json::parse(aloud({"voices", "--json"}).out);
  std::string names;
  for (const auto& voice : json["voices"]) names += voice["name"].get<std::string>() + "\n";
  EXPECT_GE(json["voices"].size(), 10U);
  EXPECT_EQ(aloud({"voices", "--names"}).out, names);
}

TEST(Voices, ShowsAProfileThatCanBeUsedAgain) {
  const TemporaryDirectory directory;
  const std::string profile = directory.put("mine.toml", aloud({"voices", "--show", "storyteller"}).out);
  const std::string article = directory.put("a.txt", "Once upon a time.\n");
  ASSERT_EQ(aloud({"render", article, "-o", directory / "mine.wav", "--voice", profile}).status, 0);
  ASSERT_EQ(aloud({"render", article, "-o", directory / "shipped.wav", "--voice", "storyteller"}).status, 0);
  EXPECT_TRUE(read_file(directory / "mine.wav") == read_file(directory / "shipped.wav"));
}

TEST(Voices, SaysATextIntoAFile) {
  const TemporaryDirectory directory;
  const Outcome outcome = aloud({"voices", "--say", "Good evening.", "--voice", "en-gb", "-o", directory / "evening.wav"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const double seconds = std::stod(run({"soxi", "-D", directory / "evening.wav"}).out);
  EXPECT_GT(seconds, 0.5);
  EXPECT_LT(seconds, 3.0);
}

TEST(Voices, SayWithoutAFileIsHeardAtOnce) {
  RunOptions silent;
  silent.environment = {"SDL_AUDIODRIVER=dummy"};
  const Outcome outcome = aloud({"voices", "--say", "Hello."}, silent);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
}

TEST(Voices, ListsTheEnginesOwnVoices) {
  const std::string list = aloud({"voices", "--engine"}).out;
  EXPECT_NE(list.find("gmw/en-US "), std::string::npos) << list;
  EXPECT_EQ(list.find("mb/"), std::string::npos) << "MBROLA voices are not installed and must not be offered";
}

TEST(Help, EveryCommandShowsExamples) {
  for (const std::vector<std::string>& call : {std::vector<std::string>{"--help"},
                                               {"render", "--help"},
                                               {"play", "--help"},
                                               {"inspect", "--help"},
                                               {"voices", "--help"}}) {
    const Outcome outcome = aloud(call);
    EXPECT_EQ(outcome.status, 0);
    EXPECT_NE(outcome.out.find("Examples:"), std::string::npos) << outcome.out;
    EXPECT_EQ(outcome.err, "");
  }
}

TEST(Version, NamesTheEngine) {
  const Outcome outcome = aloud({"--version"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out.rfind("aloud ", 0), 0U) << outcome.out;
  EXPECT_NE(outcome.out.find("eSpeak NG"), std::string::npos) << outcome.out;
}

}  // namespace
}  // namespace aloud::test
