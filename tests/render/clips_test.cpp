// Intro, outro and cues before headings: where they lie, in every format, and what the timeline tells of them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "audio/sndfile_reader.h"
#include "audio/wav_writer.h"
#include "render/render.h"
#include "support/memory_sink.h"
#include "support/temporary_directory.h"
#include "support/tone_synthesizer.h"
#include "util/error.h"

namespace aloud {
namespace {

using test::read_file;

constexpr const char* kArticle = "# A title\n\nOne two.\n\n## A part\n\nThree four.\n\n## Another\n\nThe last words.\n";

class ClipsInRender : public testing::Test {
 protected:
  ClipsInRender() {
    request_.voice.name = directory_.put("tones.toml", "language = \"en\"\n");
    request_.article = directory_.put("a.md", kArticle);
    request_.output = directory_ / "a.wav";
    request_.format = AudioFormat::wav;
    request_.timelines = {{TimelineKind::json, directory_ / "a.json"}};
    request_.jobs = 2;
  }

  /// A recording whose every sample is `step`, so that it is found again.
  std::string recording(const std::string& name, std::size_t length, std::int16_t step = 3000) {
    MemorySink sink;
    const auto writer = make_stream_writer(AudioFormat::wav, {}, {}, sink);
    writer->append(make_take_encoder(AudioFormat::wav, {})->encode(std::vector<std::int16_t>(length, step)));
    writer->finish();
    return directory_.put(name, sink.text());
  }

  RenderReport run() { return render(request_, ToneSynthesizerFactory()); }

  nlohmann::json timeline() const { return nlohmann::json::parse(read_file(request_.timelines[0].path)); }

  std::vector<float> samples() const {
    const std::string bytes = read_file(request_.output);
    const MemorySource source(std::as_bytes(std::span(bytes)));
    SndfileReader reader(source);
    std::vector<float> samples(static_cast<std::size_t>(reader.frames().count));
    reader.read(samples);
    return samples;
  }

  test::TemporaryDirectory directory_;
  RenderRequest request_;
};

TEST_F(ClipsInRender, LieWhereTheTimelineSays) {
  const Frames alone = run().duration;
  const nlohmann::json before = timeline();
  EXPECT_FALSE(before.contains("clips"));
  request_.voice.clips = {recording("in.wav", 5000), recording("out.wav", 700), recording("cue.wav", 60)};
  request_.voice.adjust = [](VoiceProfile& profile) { profile.loudness = *loudness_target_by_name("none"); };
  const RenderReport report = run();
  const auto ms = [](int length) { return frames_of(std::chrono::milliseconds(length), kEngineRate); };
  EXPECT_EQ(report.duration, alone + Frames{5000 + 700 + 2 * 60} + ms(600) + ms(800) + ms(250) + ms(250));
  EXPECT_EQ(report.utterances, 6U);
  EXPECT_TRUE(report.findings.empty());

  const nlohmann::json clips = timeline()["clips"];
  ASSERT_EQ(clips.size(), 4U);
  const std::vector<std::tuple<std::string, std::string, int>> expected = {
      {"intro", "in.wav", 5000}, {"heading-cue", "cue.wav", 60}, {"heading-cue", "cue.wav", 60}, {"outro", "out.wav", 700}};
  const std::vector<float> heard = samples();
  for (std::size_t i = 0; i < clips.size(); ++i) {
    const auto& [role, file, length] = expected[i];
    EXPECT_EQ(clips[i]["role"], role);
    EXPECT_EQ(clips[i]["file"], file);
    const std::size_t begin = clips[i]["startSample"], end = clips[i]["endSample"];
    EXPECT_EQ(end - begin, static_cast<std::size_t>(length));
    for (std::size_t at = begin; at < end; ++at) ASSERT_EQ(heard[at], 3000 / 32768.0F) << role << " at " << at;
    if (begin > 0) {
      EXPECT_EQ(heard[begin - 1], 0);
    }
    EXPECT_EQ(heard[end], 0);
  }
  EXPECT_EQ(clips[0]["startSample"], 0);
  EXPECT_EQ(clips[3]["endSample"], report.duration.count - ms(500).count);
}

TEST_F(ClipsInRender, LeaveSentencesAsTheyAre) {
  run();
  nlohmann::json before = timeline();
  request_.voice.clips = {recording("in.wav", 5000), recording("out.wav", 700), recording("cue.wav", 60)};
  run();
  nlohmann::json after = timeline();
  ASSERT_EQ(after["timeline"].size(), before["timeline"].size());
  for (std::size_t i = 0; i < before["timeline"].size(); ++i) {
    for (const char* field : {"index", "text", "spoken", "source", "block", "role"})
      EXPECT_EQ(after["timeline"][i][field], before["timeline"][i][field]);
  }
  EXPECT_EQ(after["coverage"]["unaccounted"], 0);
  EXPECT_EQ(after["coverage"]["spoken"], before["coverage"]["spoken"]);
}

TEST_F(ClipsInRender, AreNotInSubtitles) {
  request_.timelines = {{TimelineKind::vtt, directory_ / "a.vtt"}, {TimelineKind::lrc, directory_ / "a.lrc"}};
  request_.voice.clips.intro = recording("in.wav", 22050);
  run();
  EXPECT_EQ(read_file(directory_ / "a.vtt").find("in.wav"), std::string::npos);
  // The first cue begins when the intro and the pause behind it are over.
  EXPECT_NE(read_file(directory_ / "a.vtt").find("\n00:01.600 --> "), std::string::npos) << read_file(directory_ / "a.vtt");
}

TEST_F(ClipsInRender, OfAnyLengthGoIntoEveryFormat) {
  for (const AudioFormat format : all_formats()) {
    request_.format = format;
    request_.output = directory_ / (std::string("a") + extension_of(format));
    for (const std::size_t length : {std::size_t{1}, std::size_t{100}, std::size_t{1409}, std::size_t{22050}}) {
      request_.voice.clips = {recording("in.wav", length), recording("out.wav", length), recording("cue.wav", length)};
      const RenderReport report = run();  // which opens the file again and compares
      const nlohmann::json clips = timeline()["clips"];
      ASSERT_EQ(clips.size(), 4U) << to_string(format);
      const Frames expected = rescale({static_cast<std::int64_t>(length)}, kEngineRate, report.rate);
      for (const nlohmann::json& clip : clips) {
        const std::int64_t heard = clip["endSample"].get<std::int64_t>() - clip["startSample"].get<std::int64_t>();
        EXPECT_NEAR(static_cast<double>(heard), static_cast<double>(expected.count), 1) << to_string(format) << ' ' << length;
      }
    }
  }
}

TEST_F(ClipsInRender, AreFoundBesideTheProfile) {
  directory_.put("voice/tones.toml", "language = \"en\"\nintro = \"sounds/in.wav\"\n");
  request_.voice.name = directory_ / "voice/tones.toml";
  MemorySink sink;
  directory_.put("voice/sounds/in.wav", read_file(recording("in.wav", 10)));
  run();
  EXPECT_EQ(timeline()["clips"].size(), 1U);
  request_.voice.clips.intro = "none";
  run();
  EXPECT_FALSE(timeline().contains("clips"));
  request_.voice.clips.intro = recording("other.wav", 10);
  run();
  EXPECT_EQ(timeline()["clips"][0]["file"], "other.wav");
}

TEST_F(ClipsInRender, ThatAreNoneAreToldWithTheirPlace) {
  request_.voice.clips.outro = directory_.put("text.wav", "no sound\n");
  try {
    run();
    FAIL() << "rendered";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::profile);
    EXPECT_EQ(std::string(error.what()).find(request_.voice.clips.outro + ": outro: libsndfile cannot read it: "), 0U)
        << error.what();
  }
  EXPECT_FALSE(std::filesystem::exists(request_.output));
}

TEST_F(ClipsInRender, ThatChangeWhileTheProgramRunsAreReadAgain) {
  request_.voice.clips.intro = recording("in.wav", 1000);
  const Frames before = run().duration;
  recording("in.wav", 3000);
  EXPECT_EQ(run().duration - before, Frames{2000});
}

TEST_F(ClipsInRender, AreNotHeardWhereNothingIsSaid) {
  request_.article = directory_.put("b.md", "<!-- nothing -->\n");
  request_.voice.clips.intro = recording("in.wav", 1000);
  EXPECT_THROW(run(), Error);
}

TEST_F(ClipsInRender, AreKeptInTheCacheByTheirContent) {
  TakeCache cache({(directory_ / "cache"), 1 << 30});
  request_.cache = &cache;
  request_.voice.clips.intro = recording("in.wav", 1000);
  std::vector<std::string> reasons;
  request_.on_cache_decision = [&](const CacheDecision& decision) {
    if (decision.text.starts_with("clip ")) reasons.push_back(decision.text + ": " + decision.reason);
  };
  run();
  const std::string first = read_file(request_.output);
  run();
  EXPECT_EQ(read_file(request_.output), first);
  recording("in.wav", 1000, -3000);
  run();
  EXPECT_NE(read_file(request_.output), first);
  EXPECT_EQ(reasons, (std::vector<std::string>{"clip in.wav: clip not seen before", "clip in.wav: in the cache",
                                               "clip in.wav: clip not seen before"}));
}

/// Writes WAV, and loses the last of its bytes.
class LosingWriter : public StreamWriter {
 public:
  LosingWriter(const Tags& tags, ByteSink& sink) : writer_(make_wav_writer(SampleFormat::pcm16, tags, sink)) {}
  void append(const EncodedTake& take) override { writer_->append(take); }
  Frames append_silence(Frames silence) override { return writer_->append_silence(silence); }
  Frames finish() override { return writer_->finish() + Frames{1}; }
  SampleRate file_rate() const override { return kEngineRate; }

 private:
  std::unique_ptr<StreamWriter> writer_;
};

TEST_F(ClipsInRender, NoFileAppearsThatIsNotWhole) {
  directory_.put("a.wav", "what was there before");
  request_.make_writer = [](const Tags& tags, ByteSink& sink) { return std::make_unique<LosingWriter>(tags, sink); };
  try {
    run();
    FAIL() << "kept";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::output);
    EXPECT_NE(std::string(error.what()).find(request_.output + ": the finished file is not what was written: it holds "),
              std::string::npos)
        << error.what();
  }
  EXPECT_EQ(read_file(request_.output), "what was there before");
  EXPECT_FALSE(std::filesystem::exists(request_.timelines[0].path));
  request_.verify = Verify::no;
  run();
  EXPECT_GT(read_file(request_.output).size(), 1000U);
}

}  // namespace
}  // namespace aloud
