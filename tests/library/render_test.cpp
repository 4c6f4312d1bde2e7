#include "aloud/render.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>

#include "library/options.h"
#include "support/temporary_directory.h"

namespace aloud::v0 {
namespace {

using test::TemporaryDirectory;
using ::testing::HasSubstr;

using Bytes = std::vector<std::byte>;

const Document& article() {
  static const Document read = Document::from_text("# A title\n\nThe first sentence. And 12 more words.\n\nThe end.\n", "a.md");
  return read;
}

std::string text_of(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

Bytes in_memory(const std::string& format, const RenderOptions& options = test_options()) {
  Bytes bytes;
  render(article(), Output::memory(bytes), options, test_session(format));
  return bytes;
}

TEST(Render, GivesMemoryWhatItGivesAFile) {
  const TemporaryDirectory directory;
  for (const char* format : {"wav", "vorbis", "opus", "flac", "mp3"}) {
    const std::string path = directory / format;
    const RenderReport report = render(article(), Output::file(path), test_options(), test_session(format));
    EXPECT_EQ(test::read_file(path), text_of(in_memory(format))) << format;
    EXPECT_EQ(report.bytes, std::filesystem::file_size(path));
  }
}

TEST(Render, AppendsToMemory) {
  Bytes bytes(3, std::byte{7});
  render(article(), Output::memory(bytes), test_options(), test_session("wav"));
  const Bytes alone = in_memory("wav");
  ASSERT_EQ(bytes.size(), alone.size() + 3);
  EXPECT_TRUE(std::equal(alone.begin(), alone.end(), bytes.begin() + 3));
}

TEST(Render, HandsACallbackTheSameSamplesBehindAHeaderForStreams) {
  Bytes streamed;
  const Output output =
      Output::callback([&](std::span<const std::byte> bytes) { streamed.insert(streamed.end(), bytes.begin(), bytes.end()); });
  render(article(), output, test_options(), test_session("wav"));
  const std::string with_sizes = text_of(in_memory("wav"));
  EXPECT_THAT(with_sizes, HasSubstr(text_of(streamed).substr(text_of(streamed).size() - 20000)));
  EXPECT_NE(text_of(streamed).substr(0, 44), with_sizes.substr(0, 44));
}

class CountingSink final : public Sink {
 public:
  void write(std::span<const std::byte> bytes) override {
    written += bytes.size();
    if (written > limit) throw std::length_error("full");
  }
  std::size_t written = 0, limit = SIZE_MAX;
};

TEST(Render, LetsWhatASinkThrowsThrough) {
  CountingSink sink;
  EXPECT_EQ(render(article(), Output::sink(sink), test_options(), test_session("opus")).bytes, sink.written);
  sink.limit = sink.written + 100;
  EXPECT_THROW(render(article(), Output::sink(sink), test_options(), test_session("opus")), std::length_error);
}

TEST(Render, LetsWhatACallbackThrowsThroughAndWritesNothing) {
  const TemporaryDirectory directory;
  RenderOptions options = test_options();
  options.on_sentence = [](const SpokenSentence&) { throw std::runtime_error("enough"); };
  EXPECT_THROW(render(article(), Output::file(directory / "a.wav"), options, test_session("wav")), std::runtime_error);
  EXPECT_EQ(directory.listing(), "");
}

TEST(Render, TellsItsProgress) {
  std::vector<RenderProgress> all;
  RenderOptions options = test_options();
  options.on_progress = [&](const RenderProgress& made) { all.push_back(made); };
  in_memory("wav", options);
  ASSERT_GE(all.size(), 4U);
  EXPECT_EQ(all.front().sentences, 0U);
  EXPECT_EQ(all.back().sentences, 4U);
  for (std::size_t i = 1; i < all.size(); ++i) {
    EXPECT_GE(all[i].sentences, all[i - 1].sentences);
    EXPECT_GE(all[i].audio_seconds, all[i - 1].audio_seconds);
    EXPECT_EQ(all[i].source_total, all[0].source_total);
  }
}

TEST(Render, TellsEachSentenceWithItsTimes) {
  std::vector<SpokenSentence> sentences;
  RenderOptions options = test_options();
  options.on_sentence = [&](const SpokenSentence& sentence) { sentences.push_back(sentence); };
  const RenderReport report = render(article(), Output(), options, test_session("opus"));
  ASSERT_EQ(sentences.size(), report.sentences);
  EXPECT_EQ(sentences[0].block, "title");
  EXPECT_EQ(sentences[2].written, "And 12 more words.");
  EXPECT_EQ(sentences[2].words.at(1).written, "12");
  EXPECT_EQ(sentences[2].words.at(1).spoken, "twelve");
  std::int64_t last = 0;
  for (const SpokenSentence& sentence : sentences) {
    EXPECT_GE(sentence.begin, last);
    EXPECT_GT(sentence.end, sentence.begin);
    last = sentence.end;
  }
  EXPECT_LE(last, report.frames);
  EXPECT_EQ(report.rate, 48000);
  EXPECT_EQ(report.unaccounted_bytes, 0U);
}

TEST(Render, WritesTimelinesBesideTheAudio) {
  const TemporaryDirectory directory;
  Bytes vtt;
  RenderOptions options = test_options();
  options.timelines.push_back({"json", Output::file(directory / "a.json")});
  options.timelines.push_back({"vtt", Output::memory(vtt)});
  render(article(), Output::file(directory / "a.ogg"), options, test_session(""));
  EXPECT_EQ(directory.listing(), "a.json a.ogg");
  EXPECT_TRUE(text_of(vtt).starts_with("WEBVTT"));
  EXPECT_TRUE(test::read_file(directory / "a.ogg").starts_with("OggS"));
}

TEST(Render, TakesTheFormatFromTheNameOfTheFile) {
  const TemporaryDirectory directory;
  render(article(), Output::file(directory / "a.flac"), test_options(), test_session(""));
  EXPECT_TRUE(test::read_file(directory / "a.flac").starts_with("fLaC"));
}

TEST(Render, RefusesWhatItDoesNotKnow) {
  const auto refused = [](const SessionOptions& session, const RenderOptions& options) {
    const Error error = error_of([&] { render(article(), Output(), options, session); });
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.message();
  };
  EXPECT_THAT(refused(test_session("opsu"), test_options()), HasSubstr("did you mean \"opus\"?"));
  SessionOptions loud = test_session("vorbis");
  loud.quality.vorbis = 1.1;
  EXPECT_THAT(refused(loud, test_options()), HasSubstr("allowed are -0.1 to 1"));
  RenderOptions options = test_options();
  options.timelines.push_back({"lrc2", Output()});
  EXPECT_THAT(refused(test_session("wav"), options), HasSubstr("unknown timeline format \"lrc2\""));
  options = test_options();
  options.voice.name = "en-uk";
  EXPECT_THAT(refused(test_session("wav"), options), HasSubstr("no voice \"en-uk\""));
  options = test_options();
  options.voice.changes = {{"rate", "9000"}};
  EXPECT_THAT(refused(test_session("wav"), options), HasSubstr("rate"));
  options = test_options();
  options.voice.language = "not a tag";
  EXPECT_THAT(refused(test_session("wav"), options), HasSubstr("is no language tag"));
}

TEST(Render, RefusesAnArticleWithNothingToSay) {
  Bytes bytes;
  const Document code = Document::from_text("```\ncode\n```\n", "code.md");
  RenderOptions options = test_options();
  options.voice.changes = {{"speak", "code_blocks=skip"}};
  EXPECT_EQ(error_of([&] { render(code, Output::memory(bytes), options, test_session("wav")); }).kind(), ErrorKind::input);
}

TEST(Render, HearsTheChangesToTheVoice) {
  RenderOptions slow = test_options();
  slow.voice.changes = {{"rate", "90"}};
  EXPECT_GT(in_memory("wav", slow).size(), in_memory("wav").size() * 4 / 3);
}

TEST(RenderSession, RendersOneAfterAnotherAsIfAlone) {
  const Bytes alone = in_memory("vorbis");
  RenderSession session(test_session("vorbis"));
  for (int i = 0; i < 3; ++i) {
    Bytes bytes;
    session.render(article(), Output::memory(bytes), test_options());
    EXPECT_EQ(bytes, alone);
  }
}

TEST(RenderSession, GoesOnAfterAnArticleThatFails) {
  const Bytes alone = in_memory("wav");
  RenderSession session(test_session("wav"));
  RenderOptions missing = test_options();
  missing.voice.name = "nobody";
  EXPECT_EQ(error_of([&] { session.render(article(), Output(), missing); }).kind(), ErrorKind::usage);
  Bytes bytes;
  RenderSession moved = std::move(session);
  moved.render(article(), Output::memory(bytes), test_options());
  EXPECT_EQ(bytes, alone);
}

TEST(RenderSession, FindsWhatItHasSpokenBefore) {
  const TemporaryDirectory directory;
  SessionOptions options = test_session("opus");
  options.cache.emplace();
  options.cache->directory = directory / "cache";
  EXPECT_EQ(render(article(), Output(), test_options(), options).reused_utterances, 0U);
  const RenderReport again = render(article(), Output(), test_options(), options);
  EXPECT_EQ(again.reused_utterances, 4U);
}

}  // namespace
}  // namespace aloud::v0
