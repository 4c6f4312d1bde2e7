#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <regex>
#include <sstream>
#include <string>

#include "support/test_paths.h"
#include "support/webvtt_checker.h"
#include "timeline/fixture.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using namespace aloud::test;
using nlohmann::json;

const char* const kDirectory = ALOUD_SOURCE_DIR "/tests/golden/timeline/";

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_TRUE(file) << path;
  return text.str();
}

// Compares with a golden file; ALOUD_UPDATE_GOLDEN=1 writes it anew, to be judged by its diff.
void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = kDirectory + name;
  if (std::getenv("ALOUD_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << text;
  EXPECT_EQ(text, read_file(path)) << path;
}

std::string sample(TimelineKind kind) { return write_timeline(kind, sample_header(), sample_sentences(), sample_end()); }

TEST(TimelineKinds, AreKnownByName) {
  for (const char* const name : {"json", "srt", "vtt", "lrc", "ass", "ttml", "labels", "textgrid", "html"}) {
    const auto kind = timeline_kind_by_name(name);
    ASSERT_TRUE(kind);
    EXPECT_EQ(extension_of(*kind), "." + std::string(name));
  }
  EXPECT_FALSE(timeline_kind_by_name("SRT"));
  EXPECT_FALSE(timeline_kind_by_name(""));
}

TEST(TimelineWriter, WritesTheGoldenFiles) {
  expect_golden("sample.json", sample(TimelineKind::json));
  expect_golden("sample.srt", sample(TimelineKind::srt));
  expect_golden("sample.vtt", sample(TimelineKind::vtt));
  expect_golden("sample.lrc", sample(TimelineKind::lrc));
}

TEST(TimelineWriter, AnEmptyArticleGivesAWholeFile) {
  TimelineHeader header;
  header.article = "-";
  EXPECT_EQ(write_timeline(TimelineKind::srt, header, {}, {}), "");
  EXPECT_EQ(write_timeline(TimelineKind::vtt, header, {}, {}), "WEBVTT\n\nNOTE -\n\n");
  EXPECT_EQ(write_timeline(TimelineKind::lrc, header, {}, {}), "[ti:-]\n");
  const json parsed = json::parse(write_timeline(TimelineKind::json, header, {}, {}));
  EXPECT_TRUE(parsed["timeline"].empty());
  EXPECT_TRUE(parsed["coverage"]["entries"].empty());
}

TEST(JsonWriter, KeepsWhatItWasGiven) {
  const std::vector<TimelineSentence> sentences = sample_sentences();
  const json parsed = json::parse(sample(TimelineKind::json));
  EXPECT_EQ(parsed["format"], "aloud-timeline");
  EXPECT_EQ(parsed["version"], 1);
  ASSERT_EQ(parsed["timeline"].size(), sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const json& entry = parsed["timeline"][i];
    EXPECT_EQ(entry["text"], sentences[i].written);
    EXPECT_EQ(entry["spoken"], sentences[i].spoken);
    EXPECT_EQ(entry["startSample"], sentences[i].begin.count);
    EXPECT_DOUBLE_EQ(entry["endTime"].get<double>(), seconds_of(sentences[i].end, kMillisecondRate));
    EXPECT_EQ(entry.contains("failure"), sentences[i].failure.has_value());
    ASSERT_EQ(entry["timeline"].size(), sentences[i].words.size());
    for (std::size_t k = 0; k < sentences[i].words.size(); ++k) {
      EXPECT_EQ(entry["timeline"][k]["source"][0], sentences[i].words[k].source.begin);
    }
  }
  EXPECT_EQ(parsed["duration"]["samples"], 3607000);
  EXPECT_EQ(parsed["coverage"]["leftOut"], 26);
}

TEST(WebVttChecker, RefusesWhatTheGrammarForbids) {
  const struct {
    const char* file;
    const char* problem;
  } cases[] = {
      {"WEBVT\n", "line 1: no WEBVTT header"},
      {"WEBVTT\nx\n", "line 2: no blank line after the header"},
      {"WEBVTT\n\n00:00.000 --> 00:00.000\na\n", "line 3: end is not after start"},
      {"WEBVTT\n\n00:02.000 --> 00:03.000\na\n\n00:01.000 --> 00:03.000\nb\n", "line 6: starts before the cue above"},
      {"WEBVTT\n\n0:02.000 --> 00:03.000\na\n", "line 3: not a time stamp"},
      {"WEBVTT\n\n00:02,000 --> 00:03.000\na\n", "line 3: not a time stamp"},
      {"WEBVTT\n\na\n00:02.000 --> 00:03.000\na\n\na\n00:03.000 --> 00:04.000\na\n", "line 7: an id twice"},
      {"WEBVTT\n\n00:02.000 --> 00:03.000\na<00:02.000>b\n",
       "line 4: a time stamp that is not after the one before: 00:02.000"},
      {"WEBVTT\n\n00:02.000 --> 00:03.000\na<00:03.000>b\n", "line 4: a time stamp outside its cue: 00:03.000"},
      {"WEBVTT\n\n00:02.000 --> 00:03.000\na & b\n", "line 4: a bare &"},
      {"WEBVTT\n\n00:02.000 --> 00:03.000\na > b\n", "line 4: a bare >"},
      {"WEBVTT\n\n00:02.000 --> 00:03.000\na <b>b\n", "line 4: a tag that is no time stamp: b"},
      {"WEBVTT\n\n00:02.000 --> 00:03.000\n", "line 4: a cue without text"},
      {"WEBVTT\n\nNOTE a --> b\n", "line 3: an arrow in a note"},
  };
  for (const auto& item : cases) {
    const auto problems = check_webvtt(item.file);
    ASSERT_FALSE(problems.empty()) << item.problem;
    EXPECT_EQ(problems.front(), item.problem);
  }
  EXPECT_TRUE(check_webvtt("WEBVTT\n\nNOTE x\n\nid\n00:02.000 --> 01:00:03.000\na &amp;<00:02.500>b\n").empty());
}

std::string joined(const std::vector<std::string>& problems) {
  std::string text;
  for (const std::string& problem : problems) text += problem + "\n";
  return text;
}

TEST(VttWriter, KeepsTheGrammar) { EXPECT_EQ(joined(check_webvtt(sample(TimelineKind::vtt))), ""); }

// Reads SubRip strictly: index, timing, one or more lines, blank line, all with CRLF.
void check_srt(const std::string& file) {
  static const std::regex kTiming("(\\d\\d):(\\d\\d):(\\d\\d),(\\d{3}) --> (\\d\\d):(\\d\\d):(\\d\\d),(\\d{3})");
  long number = 0;
  long last = 0;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = file.find("\r\n\r\n", at);
    ASSERT_NE(end, std::string::npos);
    const std::string block = file.substr(at, end - at);
    at = end + 4;
    const std::size_t first = block.find("\r\n");
    const std::size_t second = block.find("\r\n", first + 2);
    ASSERT_EQ(block.substr(0, first), std::to_string(++number));
    std::smatch match;
    const std::string timing = block.substr(first + 2, second - first - 2);
    ASSERT_TRUE(std::regex_match(timing, match, kTiming)) << timing;
    const auto time = [&](std::size_t i) {
      return ((std::stol(match[i]) * 60 + std::stol(match[i + 1])) * 60 + std::stol(match[i + 2])) * 1000 +
             std::stol(match[i + 3]);
    };
    ASSERT_GE(time(1), last);
    ASSERT_GT(time(5), time(1));
    last = time(5);
    ASSERT_NE(second, std::string::npos);
    ASSERT_EQ(block.find("-->", second), std::string::npos);
    ASSERT_EQ(block.find("<b>", second), std::string::npos);
  }
}

void check_lrc(const std::string& file) {
  static const std::regex kStamp("^\\[\\d\\d+:[0-5]\\d\\.\\d\\d\\] (?=<\\d\\d:\\d\\d\\.\\d\\d> )");
  static const std::regex kInner("<(\\d\\d+):(\\d\\d)\\.(\\d\\d)>");
  long last = 0;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = file.find('\n', at);
    ASSERT_NE(end, std::string::npos);
    const std::string line = file.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("[ti:") || line.starts_with("[ar:") || line.starts_with("[re:")) continue;
    ASSERT_TRUE(std::regex_search(line, kStamp)) << line;
    for (std::sregex_iterator match(line.begin(), line.end(), kInner), none; match != none; ++match) {
      const long time = (std::stol((*match)[1]) * 60 + std::stol((*match)[2])) * 100 + std::stol((*match)[3]);
      ASSERT_GE(time, last) << line;
      last = time;
    }
  }
}

TEST(TimelineWriter, KeepsItsFormatsForHostileSentences) {
  std::mt19937 random(11);
  for (int round = 0; round < 1000; ++round) {
    const std::vector<TimelineSentence> sentences = random_sentences(random);
    const auto write = [&](TimelineKind kind) { return write_timeline(kind, sample_header(), sentences, sample_end()); };
    const std::string vtt = write(TimelineKind::vtt);
    ASSERT_EQ(joined(check_webvtt(vtt)), "") << vtt;
    ASSERT_NO_FATAL_FAILURE(check_srt(write(TimelineKind::srt)));
    const std::string lrc = write(TimelineKind::lrc);
    ASSERT_NO_FATAL_FAILURE(check_lrc(lrc)) << lrc;
    const std::string text = write(TimelineKind::json);
    ASSERT_TRUE(is_valid_utf8(text));
    const json parsed = json::parse(text);
    ASSERT_EQ(parsed["timeline"].size(), sentences.size());
  }
}

TEST(TimelineWriter, MakesTheSameBytesTwice) {
  for (const TimelineKind kind : {TimelineKind::json, TimelineKind::srt, TimelineKind::vtt, TimelineKind::lrc}) {
    EXPECT_EQ(sample(kind), sample(kind));
  }
}

TEST(TimelineWriter, FailsAsItsSinkFails) {
  class FullSink : public StringSink {
   public:
    void write(std::span<const std::byte> /*bytes*/) override { throw Error(ErrorKind::output, "no space", {"t.json"}); }
  } sink;
  EXPECT_THROW(make_timeline_writer(TimelineKind::json, sample_header(), sink), Error);
}

}  // namespace
}  // namespace aloud
