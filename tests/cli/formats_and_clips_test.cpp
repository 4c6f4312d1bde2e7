// Formats, sample formats and clips as a person asks for them, with the engine itself; judged by ffmpeg, ffprobe and sox.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/aloud_program.h"

#include <cstdint>
#include "cli/batch_site.h"

namespace aloud::test {
namespace {

constexpr const char* kArticle =
    "---\ntitle: Tides\nauthor: Ann Ek\n---\n\nThe tide came in.\n\n## Noon\n\nIt went out again.\n";

class FormatsAndClips : public testing::Test {
 protected:
  Outcome render(std::vector<std::string> options, RunOptions how = {}) const {
    std::vector<std::string> arguments = {"render", article_, "--rate", "449", "-q"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return aloud(arguments, how);
  }

  std::string pcm(const std::string& name) const {
    return run({"ffmpeg", "-nostdin", "-v", "error", "-i", place_ / name, "-f", "s16le", "-c:a", "pcm_s16le", "-"}).out;
  }

  std::string probe(const std::string& name, const char* entries) const {
    return run({"ffprobe", "-v", "error", "-of", "default=nw=1:nk=1", "-show_entries", entries, place_ / name}).out;
  }

  /// A second of a tone.
  std::string tone(const std::string& name, const std::string& seconds = "1") const {
    const Outcome made = run({"sox", "-n", "-r", "44100", "-c", "2", place_ / name, "synth", seconds, "sine", "600"});
    EXPECT_EQ(made.status, 0) << made.err;
    return place_ / name;
  }

  TemporaryDirectory place_;
  std::string article_ = place_.put("tides.md", kArticle);
};

TEST_F(FormatsAndClips, EveryPlainFormatHoldsTheSameSamples) {
  for (const char* name : {"a.wav", "a.aiff", "a.aif", "a.caf", "a.au", "a.w64", "a.rf64"}) {
    const Outcome outcome = render({"-o", place_ / name});
    EXPECT_EQ(outcome.status, 0) << name << outcome.err;
    EXPECT_EQ(pcm(name), pcm("a.wav")) << name;
    EXPECT_EQ(probe(name, "stream=sample_rate"), "22050\n") << name;
  }
  EXPECT_EQ(probe("a.aiff", "format_tags=title,artist"), "Tides\nAnn Ek\n");
  EXPECT_EQ(probe("a.caf", "format_tags=title,artist"), "Tides\nAnn Ek\n");
  EXPECT_EQ(read_file(place_ / "a.aif"), read_file(place_ / "a.aiff"));
}

TEST_F(FormatsAndClips, SampleFormatsDifferByRoundingAlone) {
  for (const char* extension : {"wav", "aiff", "caf", "au", "w64", "rf64"}) {
    std::string sixteen;
    for (const auto& [format, codec] : {std::pair("16", "pcm_s16"), {"24", "pcm_s24"}, {"float", "pcm_f32"}}) {
      const std::string name = std::string(format) + "." + extension;
      EXPECT_EQ(render({"-o", place_ / name, "--sample-format", format}).status, 0) << name;
      EXPECT_EQ(probe(name, "stream=codec_name").rfind(codec, 0), 0U) << name;
      const std::string samples = pcm(name);
      if (sixteen.empty()) sixteen = samples;
      ASSERT_EQ(samples.size(), sixteen.size()) << name;
      for (std::size_t i = 0; i < samples.size() / 2; ++i) {
        const auto at = [i](const std::string& pcm) { return reinterpret_cast<const std::int16_t*>(pcm.data())[i]; };
        ASSERT_LE(std::abs(at(samples) - at(sixteen)), 1) << name << " at " << i;
      }
    }
  }
}

TEST_F(FormatsAndClips, IsTheSameTwiceAndFromTheCache) {
  for (const char* name : {"a.wav", "a.aiff", "a.caf", "a.au", "a.w64", "a.rf64"}) {
    for (const char* format : {"16", "24", "float"}) {
      render({"-o", place_ / name, "--sample-format", format, "--no-cache"});
      const std::string first = read_file(place_ / name);
      render({"-o", place_ / name, "--sample-format", format});
      EXPECT_EQ(read_file(place_ / name), first) << name << ' ' << format;
      render({"-o", place_ / name, "--sample-format", format});
      EXPECT_EQ(read_file(place_ / name), first) << name << ' ' << format;
    }
  }
}

TEST_F(FormatsAndClips, TakesOfOneSampleFormatServeAllPlainFormats) {
  RunOptions own;
  own.environment = {"ALOUD_CACHE_DIR=" + (place_ / "cache")};
  const auto reused = [&](const char* name, const char* format) {
    const Outcome outcome = render({"-o", place_ / name, "--sample-format", format, "--stats"}, own);
    return counters(outcome.out)["reused_takes"];
  };
  EXPECT_EQ(reused("a.wav", "16").front(), '0');
  EXPECT_NE(reused("a.aiff", "16").front(), '0');
  EXPECT_EQ(reused("a.aiff", "24").front(), '0');
  EXPECT_NE(reused("a.w64", "24").front(), '0');
  EXPECT_EQ(reused("a.w64", "float").front(), '0');
}

TEST_F(FormatsAndClips, PipesTakeWavInEverySampleFormatAndNothingElseThatIsPlain) {
  for (const char* format : {"16", "24", "float"}) {
    const Outcome piped = render({"-o", "-", "-f", "wav", "--sample-format", format});
    EXPECT_EQ(piped.status, 0) << piped.err;
    place_.put("piped.wav", piped.out);
    EXPECT_EQ(render({"-o", place_ / "a.wav", "--sample-format", format}).status, 0);
    EXPECT_EQ(pcm("piped.wav"), pcm("a.wav"));
  }
  for (const char* format : {"aiff", "caf", "au", "w64", "rf64"}) {
    const Outcome piped = render({"-o", "-", "-f", format});
    EXPECT_EQ(piped.status, 2);
    EXPECT_EQ(piped.out, "");
    EXPECT_EQ(piped.err.rfind("aloud: " + std::string(format) + " cannot go into a pipe: ", 0), 0U) << piped.err;
  }
}

TEST_F(FormatsAndClips, RefusesWhatFitsNot) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> calls = {
      {{"-o", place_ / "a.ogg", "--sample-format", "24"},
       "aloud: --sample-format is for wav, aiff, caf, au, w64 and rf64, not for vorbis\n"},
      {{"-o", place_ / "a.wav", "--sample-format", "32"}, "aloud: --sample-format 32: must be 16, 24 or float\n"},
  };
  for (const auto& [options, message] : calls) {
    const Outcome outcome = render(options);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.err, message);
  }
}

TEST_F(FormatsAndClips, AreHeardFromTheCommandLine) {
  const Outcome plain = render({"-o", place_ / "plain.wav", "--no-verify"});
  EXPECT_EQ(plain.status, 0) << plain.err;
  const Outcome outcome = render({"-o", place_ / "a.wav", "-t", "json", "--intro", tone("in.flac"), "--outro", tone("out.ogg"),
                                  "--heading-cue", tone("cue.aiff", "0.1")});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const nlohmann::json clips = nlohmann::json::parse(read_file(place_ / "a.json"))["clips"];
  ASSERT_EQ(clips.size(), 3U);
  EXPECT_EQ(clips[1]["role"], "heading-cue");
  EXPECT_EQ(clips[1]["endSample"].get<int>() - clips[1]["startSample"].get<int>(), 2205);
  // 600 ms behind the intro, 250 behind the cue, 800 before the outro.
  const std::size_t more = 2 * (22050 + 22050 + 2205 + 13230 + 5513 + 17640);
  EXPECT_NEAR(static_cast<double>(pcm("a.wav").size()), static_cast<double>(pcm("plain.wav").size() + more), 4);
  const std::string script = aloud({"inspect", article_, "--intro", place_ / "in.flac"}).out;
  EXPECT_EQ(script.rfind("clip:intro[in.flac] pause[600ms] say:heading[Tides]\n", 0), 0U) << script;
}

TEST_F(FormatsAndClips, ThatAreNoneAreToldAndNothingAppears) {
  place_.put("text.mp3", "no sound at all");
  const std::vector<std::pair<std::string, std::string>> clips = {
      {place_ / "missing.wav", "intro: cannot open: No such file or directory"},
      {place_ / "text.mp3", "intro: libsndfile cannot read it: "},
      {place_.path().string(), "intro: is a directory, not a clip"},
      {place_.put("empty.wav", ""), "intro: is an empty file, not a clip"},
  };
  for (const auto& [path, message] : clips) {
    const Outcome outcome = render({"-o", place_ / "a.wav", "--intro", path});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.err.rfind("aloud: " + path + ": " + message, 0), 0U) << outcome.err;
    EXPECT_FALSE(std::filesystem::exists(place_ / "a.wav"));
  }
}

TEST_F(FormatsAndClips, AVoiceIsTriedWithoutItsClips) {
  const std::string voice = place_.put("mine.toml", "intro = \"none.wav\"\n");
  EXPECT_EQ(aloud({"voices", "--say", "Hello.", "--voice", voice, "-o", place_ / "a.wav"}).status, 0);
}

TEST(ClipsInBatch, MakeArticlesAnewWhenTheirContentChanges) {
  const Site site;
  const auto tone = [&](const char* frequency) {
    return run({"sox", "-n", "-r", "22050", site.place() / "in.wav", "synth", "0.2", "sine", frequency}).status;
  };
  ASSERT_EQ(tone("400"), 0);
  site.place().put("aloud.toml", "intro = \"in.wav\"\nsample_format = 24\n");
  EXPECT_EQ(site.batch({"--depfile", "deps"}).status, 0);
  EXPECT_NE(read_file(site.place() / "deps").find("in.wav"), std::string::npos);
  EXPECT_EQ(run({"soxi", "-b", site.out("a.wav")}).out, "24\n");
  const std::string before = read_file(site.out("a.wav"));
  EXPECT_EQ(site.batch({"--check"}).status, 0);
  ASSERT_EQ(tone("400"), 0);  // the same bytes at another time
  EXPECT_EQ(site.batch({"--check"}).status, 0);
  ASSERT_EQ(tone("500"), 0);
  const Outcome check = site.batch({"--check"});
  EXPECT_EQ(check.status, 1);
  EXPECT_NE(check.out.find("the clips changed"), std::string::npos) << check.out;
  EXPECT_EQ(site.batch().status, 0);
  EXPECT_NE(read_file(site.out("a.wav")), before);
  EXPECT_EQ(site.batch({"--intro", "none"}).status, 0);
  EXPECT_EQ(site.batch({"--check", "--intro", "none"}).status, 0);
}

TEST(ClipsInBatch, ThatAreNoneStopTheBatchAtOnce) {
  const Site site;
  site.place().put("aloud.toml", "outro = \"text.wav\"\n");
  site.place().put("text.wav", "no sound");
  const Outcome outcome = site.batch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("text.wav: outro: libsndfile cannot read it: "), std::string::npos) << outcome.err;
  EXPECT_EQ(site.output_names(), "");
}

}  // namespace
}  // namespace aloud::test
