// The whole job with tones for an engine, whose takes are as long as their text: exact lengths, failures, findings, progress.
#include "render/render.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "script/script.h"
#include "support/temporary_directory.h"
#include "support/tone_synthesizer.h"
#include "util/error.h"

namespace aloud {
namespace {

using test::read_file;
using test::TemporaryDirectory;

class Rendering : public testing::Test {
 protected:
  Rendering() {
    request_.voice.name = directory_.put("tones.toml", "language = \"en\"\n");
    request_.output = directory_ / "a.wav";
    request_.format = AudioFormat::wav;
    request_.timelines = {{TimelineKind::json, directory_ / "a.json"}};
    request_.jobs = 2;
  }

  RenderReport render_text(const std::string& text, const OnProgress& on_progress = {},
                           const SynthesizerFactory& factory = ToneSynthesizerFactory()) {
    request_.article = directory_.put("a.md", text);
    return render(request_, factory, on_progress);
  }

  nlohmann::json timeline() const { return nlohmann::json::parse(read_file(request_.timelines[0].path)); }

  // Frames of the tones that say the article, and of the pauses between them.
  Frames expected_duration() const {
    const Document document = read_article(request_.article);
    const Reading reading = choose_reading(document, request_.voice);
    const Script script = compose(document, {reading.profile, reading.language});
    Frames sum = frames_of(script.tail_pause, kEngineRate);
    for (const Utterance& utterance : script.utterances) {
      const auto characters = static_cast<std::int64_t>(utterance.text.size());  // the tests write ASCII
      sum += frames_of(utterance.pause_before, kEngineRate) + Frames{characters * kToneFramesPerCharacter};
    }
    return sum;
  }

  TemporaryDirectory directory_;
  RenderRequest request_;
};

constexpr const char* kArticle = "# A title\n\nOne two three. Four five.\n\n- an item\n- another item\n\nThe last words.\n";

TEST_F(Rendering, LastsAsLongAsItsTakesAndPauses) {
  const RenderReport report = render_text(kArticle);
  EXPECT_EQ(report.duration, expected_duration());
  EXPECT_EQ(report.utterances, 6U);
  EXPECT_EQ(report.words, 14U);
  EXPECT_EQ(timeline()["duration"]["samples"], report.duration.count);
  constexpr std::size_t kBytesPerFrame = 2;
  EXPECT_GE(read_file(request_.output).size(), static_cast<std::size_t>(report.duration.count) * kBytesPerFrame);
}

TEST_F(Rendering, PlacesEveryWordWhereItsToneSounds) {
  render_text("One two. Three.\n");
  const nlohmann::json sentences = timeline()["timeline"];
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_EQ(sentences[0]["timeline"][1]["startSample"], 4 * kToneFramesPerCharacter);
  const Frames pause = frames_of(std::chrono::milliseconds(350), kEngineRate);
  EXPECT_EQ(sentences[1]["startSample"], 8 * kToneFramesPerCharacter + pause.count);
  EXPECT_EQ(sentences[1]["source"], nlohmann::json::array({9, 15}));
}

TEST_F(Rendering, ABadSentenceCostsThatSentence) {
  const RenderReport report = render_text("One two.\n\nAnd CRASH here.\n\nThree four.\n");
  EXPECT_EQ(report.failed_utterances, 1U);
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].code, "utterance-failed");
  EXPECT_EQ(report.findings[0].message, "not spoken: crashed (SIGABRT)");
  EXPECT_EQ(to_string(report.places[0]), request_.article + ":3:1");
  EXPECT_EQ(report.coverage.unaccounted, 0U);
  EXPECT_EQ(report.coverage.spoken, std::string("Onetwo.Threefour.").size() + 2);  // and the spaces inside

  const nlohmann::json sentences = timeline()["timeline"];
  ASSERT_EQ(sentences.size(), 3U);
  EXPECT_EQ(sentences[1]["startSample"], sentences[1]["endSample"]);
  EXPECT_NE(sentences[1].dump().find("crashed (SIGABRT)"), std::string::npos) << sentences[1];

  // The others are what they are without it, and no pause is made for what is not heard.
  const Frames pause = frames_of(std::chrono::milliseconds(700), kEngineRate);
  EXPECT_EQ(sentences[0]["endSample"], 8 * kToneFramesPerCharacter);
  EXPECT_EQ(sentences[2]["startSample"], 8 * kToneFramesPerCharacter + pause.count);
}

TEST_F(Rendering, SaysWhichSentenceItHadToSimplify) {
  const RenderReport report = render_text("One two.\n\na b HALT* c d e f g\n");
  EXPECT_EQ(report.failed_utterances, 0U);
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].code, "utterance-simplified");
  EXPECT_EQ(to_string(report.places[0]), request_.article + ":3:1");
  EXPECT_EQ(report.coverage.unaccounted, 0U);
}

TEST_F(Rendering, CountsAWordThatTheEngineLeavesOutAsLeftOut) {
  const RenderReport report = render_text("One SKIP two SLUR three.\n");
  EXPECT_EQ(report.failed_utterances, 0U);
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].code, "word-not-spoken");
  EXPECT_NE(report.findings[0].message.find("\"SKIP\""), std::string::npos) << report.findings[0].message;
  EXPECT_EQ(to_string(report.places[0]), request_.article + ":1:5");
  EXPECT_EQ(report.coverage.left_out, 4U);
  EXPECT_EQ(report.coverage.unaccounted, 0U);

  const nlohmann::json words = timeline()["timeline"][0]["timeline"];
  ASSERT_EQ(words.size(), 4U) << words;  // SLUR is said by its sounds, SKIP has no time
  EXPECT_EQ(words[1]["text"], "two");
}

TEST_F(Rendering, TellsHowFarItHasCome) {
  std::vector<RenderProgress> seen;
  const RenderReport report = render_text(kArticle, [&](const RenderProgress& progress) { seen.push_back(progress); });
  ASSERT_EQ(seen.size(), report.utterances + 1);
  EXPECT_EQ(seen.front().sentences, 0U);
  EXPECT_EQ(seen.back().sentences, report.sentences);
  for (std::size_t i = 1; i < seen.size(); ++i) {
    EXPECT_GE(seen[i].source_done, seen[i - 1].source_done);
    EXPECT_GT(seen[i].audio_seconds, seen[i - 1].audio_seconds);
    EXPECT_LE(seen[i].source_done, seen[i].source_total);
  }
}

TEST_F(Rendering, LeavesNothingBehindWhenTheEngineHasNoSuchVoice) {
  request_.voice.name = directory_.put("tones.toml", "language = \"en\"\nengine_voice = \"missing\"\n");
  const std::string before = directory_.listing();
  EXPECT_THROW(render_text(kArticle), Error);
  EXPECT_EQ(directory_.listing(), "a.md " + before);
}

TEST_F(Rendering, RefusesAnArticleOfWhichNothingIsSpoken) {
  EXPECT_THROW(render_text("... !\n"), Error);
  EXPECT_EQ(directory_.listing(), "a.md tones.toml");
  request_.output.clear();
  EXPECT_EQ(render_text("... !\n").utterances, 0U);  // nothing is kept, so that inspection can show why
}

TEST_F(Rendering, ReportsAnArticleInALanguageThatTheVoiceDoesNotSpeak) {
  const RenderReport report = render_text("---\nlang: ja\n---\nHello.\n");
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].code, "no-voice-for-language");
  EXPECT_TRUE(render_text("---\nlang: en_AU\n---\nHello.\n").findings.empty());
}

}  // namespace
}  // namespace aloud
