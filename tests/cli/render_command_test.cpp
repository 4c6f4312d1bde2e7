// End to end: the built program renders real articles, and other programs judge the files.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/aloud_program.h"
#include "process/system_call_filter.h"
#include "support/no_system_call_filter.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"

namespace aloud::test {
namespace {

constexpr const char* kStory =
    "The Lighthouse\n"
    "\n"
    "The lamp went out at nine. Nobody in the village noticed, apart from Dr. Ek,\n"
    "who was awake.\n"
    "\n"
    "\"Who turned it off?\" she asked. It was a good question.\n";

std::vector<std::string> articles() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(ALOUD_SOURCE_DIR "/text"))
    paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Frames that a decoder which is not ours gets out of a file.
long decoded_frames(const std::string& path) {
  const Outcome raw = run({"ffmpeg", "-v", "error", "-i", path, "-f", "s16le", "-ac", "1", "-"});
  EXPECT_EQ(raw.status, 0) << raw.err;
  EXPECT_EQ(raw.err, "") << path;
  return static_cast<long>(raw.out.size() / 2);
}

RunOptions piped(const std::string& input) {
  RunOptions options;
  options.input = input;
  return options;
}

TEST(Habits, OfAnOptionThatIsGivenAgainTheLastOneCounts) {
  const TemporaryDirectory directory;
  const std::string article = directory.put("a.txt", kStory);
  const Outcome outcome = aloud({"render", article, "-o", directory / "a.wav", "-o", directory / "b.wav"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(directory.listing(), "a.txt b.wav");
}

TEST(Habits, SeveralFormatsStandSideBySide) {
  const TemporaryDirectory directory;
  const std::string article = directory.put("a.txt", kStory);
  const Outcome outcome =
      aloud({"render", article, "-o", directory.path().string() + "/", "-f", "WAV,mp3", "-t", "vtt", "--bitrate", "64"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(directory.listing(), "a.mp3 a.mp3.vtt a.txt a.vtt a.wav");
  EXPECT_EQ(aloud({"render", article, "-o", directory.path().string() + "/", "-f", "wav,flac", "--bitrate", "64"}).status, 2);
}

TEST(Habits, WhatIsPipedInNeedsNoName) {
  const TemporaryDirectory directory;
  EXPECT_EQ(aloud({"render", "-o", directory / "a.wav"}, piped(kStory)).status, 0);
  EXPECT_EQ(aloud({"render", "-", "-o", directory / "b.wav"}, piped(kStory)).status, 0);
  EXPECT_EQ(read_file(directory / "a.wav"), read_file(directory / "b.wav"));
}

TEST(Habits, SayWritesWhatItIsTold) {
  const TemporaryDirectory directory;
  EXPECT_EQ(aloud({"say", "Good", "evening.", "-o", directory / "a.wav"}).status, 0);
  EXPECT_EQ(aloud({"say", "-o", directory / "b.wav"}, piped("Good evening.")).status, 0);
  EXPECT_EQ(aloud({"voices", "--say", "Good evening.", "-o", directory / "c.wav"}).status, 0);
  EXPECT_EQ(read_file(directory / "a.wav"), read_file(directory / "b.wav"));
  EXPECT_EQ(read_file(directory / "a.wav"), read_file(directory / "c.wav"));
  EXPECT_EQ(aloud({"say", "  ", "-o", directory / "d.wav"}).status, 2);
}

TEST(Habits, HelpAndVersionAreWords) {
  EXPECT_EQ(aloud({"help", "render"}).out, aloud({"render", "--help"}).out);
  EXPECT_EQ(aloud({"version"}).out, aloud({"--version"}).out);
  EXPECT_EQ(aloud({"-V"}).out, aloud({"--version"}).out);
  EXPECT_EQ(aloud({"render", "-v", "?"}).out, aloud({"voices"}).out);
}

class EveryFormat : public testing::TestWithParam<const char*> {};

TEST_P(EveryFormat, HoldsExactlyTheFramesThatTheTimelineCounts) {
  const TemporaryDirectory directory;
  for (const std::string& article : articles()) {
    // As fast as the engine speaks: all words of all articles, in a third of the audio to encode and to decode.
    const Outcome outcome =
        aloud({"render", article, "-o", directory / (std::string("a") + GetParam()), "-t", "json", "--stats", "--rate", "449"});
    ASSERT_EQ(outcome.status, 0) << article << outcome.err;
    auto stats = counters(outcome.out);
    const auto timeline = nlohmann::json::parse(read_file(directory / "a.json"));
    const long frames = std::stol(stats["frames"]);
    EXPECT_GT(frames, 0);
    EXPECT_EQ(timeline["duration"]["samples"], frames) << article;
    EXPECT_EQ(decoded_frames(directory / (std::string("a") + GetParam())), frames) << article;
    EXPECT_EQ(stats["source_unaccounted"], "0") << article;
    EXPECT_EQ(stats["failed_utterances"], "0") << article;
  }
}

TEST_P(EveryFormat, IsTheSameBytesTwice) {
  const TemporaryDirectory directory;
  const std::string article = directory.put("story.txt", kStory);
  for (const char* name : {"one", "two"}) {
    const Outcome outcome =
        aloud({"render", article, "-o", directory / (name + std::string(GetParam())), "-t", "json,srt,vtt,lrc", "--no-cache"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }
  for (const std::string extension : {GetParam(), ".json", ".srt", ".vtt", ".lrc"}) {
    const std::string one = read_file(directory / ("one" + extension));
    EXPECT_FALSE(one.empty()) << extension;
    EXPECT_TRUE(one == read_file(directory / ("two" + extension))) << extension;
  }
}

TEST_P(EveryFormat, CarriesItsTags) {
  const TemporaryDirectory directory;
  const std::string article =
      directory.put("a.md", "---\ntitle: Größe & more\nauthor: Ada Ek\nlang: en\n---\n\nOne sentence.\n");
  const std::string path = directory / (std::string("a") + GetParam());
  ASSERT_EQ(aloud({"render", article, "-o", path}).status, 0);
  const Outcome probe = run({"ffprobe", "-v", "error", "-show_entries", "format_tags:stream_tags", "-of", "json", path});
  EXPECT_NE(probe.out.find("Größe & more"), std::string::npos) << probe.out;
  EXPECT_NE(probe.out.find("Ada Ek"), std::string::npos) << probe.out;
}

TEST_P(EveryFormat, GoesToAPipe) {
  const TemporaryDirectory directory;
  const std::string name = std::string(GetParam()).substr(1);
  const Outcome piped = aloud({"render", "-", "-o", "-", "--format", name}, {kStory, {}, {}});
  ASSERT_EQ(piped.status, 0) << piped.err;
  const std::string path = directory.put("piped" + std::string(GetParam()), piped.out);
  ASSERT_EQ(aloud({"render", "-", "-o", directory / (std::string("file") + GetParam())}, {kStory, {}, {}}).status, 0);
  // Into a pipe an MP3 cannot tell its padding: up to 78 ms of silence follow the end.
  const long kept = name == "mp3" ? 22050 * 78 / 1000 : 0;
  const long in_file = decoded_frames(directory / (std::string("file") + GetParam()));
  const long in_pipe = decoded_frames(path);
  EXPECT_GE(in_pipe, in_file);
  EXPECT_LE(in_pipe, in_file + kept);
}

INSTANTIATE_TEST_SUITE_P(Formats, EveryFormat, testing::Values(".wav", ".flac", ".ogg", ".opus", ".mp3"),
                         [](const auto& format) { return std::string(format.param + 1); });

TEST(Render, WritesTheLanguageAsBcp47DoesHoweverItWasNamed) {
  const TemporaryDirectory directory;
  const std::string german = directory.put("de.md", "---\nlang: de_DE\n---\n\nEs war Nacht.\n");
  const std::string english = directory.put("en.md", "It was dark.\n");
  const auto language_of = [&](const std::vector<std::string>& words) {
    std::vector<std::string> arguments = {"render", "-o", directory / "a.flac", "-t", "json"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    EXPECT_EQ(aloud(arguments).status, 0);
    const Outcome tags =
        run({"ffprobe", "-v", "error", "-show_entries", "format_tags=LANGUAGE", "-of", "csv=p=0", directory / "a.flac"});
    const auto timeline = nlohmann::json::parse(read_file(directory / "a.json"));
    EXPECT_EQ(tags.out, timeline["article"]["language"].get<std::string>() + '\n');
    return timeline["article"]["language"].get<std::string>();
  };
  EXPECT_EQ(language_of({german}), "de-DE");
  EXPECT_EQ(language_of({german, "--lang", "de_at"}), "de-AT");
  EXPECT_EQ(language_of({english, "--lang", "en_US"}), "en-US");
}

TEST(Render, OutputDoesNotDependOnTheNumberOfJobs) {
  const TemporaryDirectory directory;
  const std::string article = ALOUD_SOURCE_DIR "/text/border-crossing.txt";
  for (const char* jobs : {"1", "2", "3", "8"}) {
    ASSERT_EQ(aloud({"render", article, "-o", directory / (std::string(jobs) + ".ogg"), "--jobs", jobs, "--no-cache"}).status,
              0);
    EXPECT_TRUE(read_file(directory / "1.ogg") == read_file(directory / (std::string(jobs) + ".ogg"))) << jobs;
  }
}

TEST(Render, SpeaksTheTitleOnceWhenItStandsAgainAsFirstHeading) {
  const TemporaryDirectory directory;
  const std::string article = directory.put("a.md", "---\ntitle: The Lighthouse\n---\n\n# The lighthouse\n\nIt was dark.\n");
  const Outcome outcome = aloud({"render", article, "-o", directory / "a.wav", "--stats", "--strict"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(counters(outcome.out)["sentences"], "2");
}

TEST(Render, MakesTheDirectoryAndOneFileForEachArticle) {
  const TemporaryDirectory directory;
  const std::string one = directory.put("in/one.txt", kStory);
  const std::string two = directory.put("in/two.md", "# Two\n\nWords.\n");
  const Outcome outcome = aloud({"render", one, two, "-o", (directory / "out") + "/", "--format", "flac", "-t", "srt"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(run({"ls", directory / "out"}).out, "one.flac\none.srt\ntwo.flac\ntwo.srt\n");
}

TEST(Render, GoesOnWithTheOtherArticlesWhenOneFails) {
  const TemporaryDirectory directory;
  const std::string good = directory.put("good.txt", kStory);
  const Outcome outcome = aloud({"render", directory / "missing.txt", good, "-o", (directory / "out") + "/"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(run({"ls", directory / "out"}).out, "good.ogg\n");
}

TEST(Render, ReportsAnArticleThatTheVoiceDoesNotSpeak) {
  const TemporaryDirectory directory;
  const std::string article = directory.put("a.md", "---\nlang: ja\n---\nHello.\n");
  const Outcome outcome = aloud({"render", article, "-o", directory / "a.wav", "--strict"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_NE(outcome.err.find(article + ":1:1: no-voice-for-language: the article is in \"ja\""), std::string::npos)
      << outcome.err;
  EXPECT_EQ(aloud({"render", article, "-o", directory / "a.wav", "--strict", "--lang", "en-AU"}).status, 0);
}

TEST(Render, TellsThatTheMachineHasNoSystemCallFilter) {
  if (!can_filter_system_calls()) GTEST_SKIP() << "this build does not filter system calls";
  const TemporaryDirectory directory;
  const std::string article = directory.put("a.txt", kStory);
  RunOptions unfiltered;
  unfiltered.prepare = be_on_a_machine_without_filters;
  const Outcome told = aloud({"render", article, "-o", directory / "a.wav", "--strict"}, unfiltered);
  EXPECT_EQ(told.status, 3);
  EXPECT_NE(told.err.find("uncontained-speech: spoken without a system-call filter"), std::string::npos) << told.err;
  const Outcome contained = aloud({"render", article, "-o", directory / "b.wav", "--strict", "--no-cache"});
  EXPECT_EQ(contained.status, 0) << contained.err;
  EXPECT_EQ(run({"cmp", directory / "a.wav", directory / "b.wav"}).status, 0);
}

TEST(Render, PausesAsAsked) {
  const TemporaryDirectory directory;
  const std::string article = directory.put("a.txt", "One here. Two here.\n");
  const auto seconds = [&](const char* pause) {
    const Outcome outcome =
        aloud({"render", article, "-o", directory / "a.wav", "--stats", "--pause", std::string("sentence=") + pause});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return std::stod(counters(outcome.out)["seconds"]);
  };
  EXPECT_NEAR(seconds("2000") - seconds("500"), 1.5, 0.001);
}

TEST(Render, NeverClips) {
  const TemporaryDirectory directory;
  for (const std::string& article : articles()) {
    ASSERT_EQ(aloud({"render", article, "-o", directory / "a.wav"}).status, 0);
    const Outcome stat = run({"sox", directory / "a.wav", "-n", "stat"});
    const auto number_after = [&](const std::string& name) {
      return std::stod(stat.err.substr(stat.err.find(name) + name.size()));
    };
    EXPECT_LT(number_after("Maximum amplitude:"), 0.999) << article;
    EXPECT_GT(number_after("Minimum amplitude:"), -0.999) << article;
  }
}

}  // namespace
}  // namespace aloud::test
