#include "cli/output_plan.h"

#include <gtest/gtest.h>

#include "support/temporary_directory.h"
#include "util/error.h"

namespace aloud::cli {
namespace {

// "article → path [timeline…] (format)", or the refusal.
std::string plan(RenderArguments arguments) {
  try {
    std::string text;
    for (const PlannedOutput& output : plan_outputs(arguments)) {
      text += output.article + " → " + output.path;
      for (const auto& timeline : output.timelines) text += " " + timeline.second;
      text += std::string(" (") + to_string(output.format) + ")\n";
    }
    return text;
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
}

RenderArguments call(std::vector<std::string> articles, std::string output = {}, std::string format = {}) {
  RenderArguments arguments;
  arguments.articles = std::move(articles);
  arguments.output = std::move(output);
  if (!format.empty()) arguments.formats = {std::move(format)};
  return arguments;
}

TEST(OutputPlan, NamesFilesAfterArticles) {
  EXPECT_EQ(plan(call({"text/a.md"})), "text/a.md → a.ogg (vorbis)\n");
  EXPECT_EQ(plan(call({"text/a.md", "b.txt"}, "out/")), "text/a.md → out/a.ogg (vorbis)\nb.txt → out/b.ogg (vorbis)\n");
  EXPECT_EQ(plan(call({"a.md"}, "out/", "mp3")), "a.md → out/a.mp3 (mp3)\n");
}

TEST(OutputPlan, TellsTheFormatByTheExtensionUnlessAsked) {
  EXPECT_EQ(plan(call({"a.md"}, "x.FLAC")), "a.md → x.FLAC (flac)\n");
  EXPECT_EQ(plan(call({"a.md"}, "x.w64")), "a.md → x.w64 (w64)\n");
  EXPECT_EQ(plan(call({"a.md"}, "x.aif")), "a.md → x.aif (aiff)\n");
  EXPECT_EQ(plan(call({"a.md"}, "x.dat", "opus")), "a.md → x.dat (opus)\n");
  EXPECT_EQ(plan(call({"-"}, "-", "wav")), "- → - (wav)\n");
}

TEST(OutputPlan, PutsTimelinesBesideTheAudio) {
  RenderArguments arguments = call({"a.md"}, "out/a.mp3");
  arguments.timelines = {"json", "vtt"};
  EXPECT_EQ(plan(arguments), "a.md → out/a.mp3 out/a.json out/a.vtt (mp3)\n");
}

TEST(OutputPlan, TakesATimelineThatIsAskedForTwiceOnce) {
  RenderArguments arguments = call({"a.md"}, "out.mp3");
  arguments.timelines = {"vtt", "json", "vtt"};
  EXPECT_EQ(plan(arguments), "a.md → out.mp3 out.vtt out.json (mp3)\n");
}

TEST(OutputPlan, WritesSeveralFormatsSideBySide) {
  RenderArguments arguments = call({"a.md"}, "out/");
  arguments.formats = {"OGG", "mp3", "vorbis"};
  arguments.timelines = {"vtt"};
  EXPECT_EQ(plan(arguments), "a.md → out/a.ogg out/a.vtt (vorbis)\na.md → out/a.mp3 out/a.mp3.vtt (mp3)\n");
  arguments.output = "out/a.ogg";
  EXPECT_EQ(plan(arguments), "2 formats cannot go into one file: give a directory, as -o out/");
}

TEST(OutputPlan, GivesEachOfSeveralFormatsTheOptionsThatAreForIt) {
  const QualityArguments asked = {.quality = 4, .bitrate = 64};
  const std::vector<AudioFormat> both = {AudioFormat::vorbis, AudioFormat::mp3};
  const QualityArguments vorbis = quality_among(asked, AudioFormat::vorbis, both);
  EXPECT_TRUE(vorbis.quality && !vorbis.bitrate);
  const QualityArguments mp3 = quality_among(asked, AudioFormat::mp3, both);
  EXPECT_TRUE(!mp3.quality && mp3.bitrate);
  EXPECT_TRUE(quality_among({.compression = 5}, AudioFormat::mp3, both).compression) << "for neither: refused later";
}

TEST(OutputPlan, RefusesBeforeAnyWork) {
  EXPECT_EQ(plan(call({"a.md"}, "x")), "x: no extension to tell the format by: add --format " + format_list());
  EXPECT_EQ(plan(call({"a.md"}, "x.doc")),
            "x.doc: .doc is no format that aloud writes: use .wav, .flac, .ogg, .opus, .mp3, .aiff, .caf, .au, .w64, .rf64, or "
            "add --format");
  EXPECT_EQ(plan(call({"a.md"}, "x.ogg", "voribs")),
            "unknown format \"voribs\" (did you mean \"vorbis\"?): use " + format_list());
  EXPECT_EQ(plan(call({"-"})), "standard input has no name: say where to write with -o FILE");
  EXPECT_EQ(plan(call({"a.md", "b.md"}, "x.ogg")), "2 articles cannot go into one file: give a directory, as -o x.ogg/");
  EXPECT_EQ(plan(call({"x/a.md", "y/a.txt"})),
            "x/a.md and y/a.txt would both be written to a.ogg: give them different names or directories");
  RenderArguments piped = call({"a.md"}, "-");
  piped.timelines = {"vtt"};
  EXPECT_EQ(plan(piped), "a timeline is written beside the audio file: use -o FILE instead of -o -");
  RenderArguments unknown = call({"a.md"});
  unknown.timelines = {"vt"};
  EXPECT_EQ(plan(unknown),
            "unknown timeline \"vt\" (did you mean \"vtt\"?): use one of json, srt, vtt, lrc, ass, ttml, labels, textgrid, "
            "chapters, html");
}

TEST(OutputPlan, NeverOverwritesAnArticle) {
  const test::TemporaryDirectory directory;
  const std::string article = directory.put("a.wav", "text");
  EXPECT_EQ(plan(call({article}, article)), article + ": would be overwritten: it is an article; choose another -o");
}

TEST(Quality, BelongsToItsFormat) {
  const QualityArguments arguments = {.bitrate = 24};
  EXPECT_EQ(choose_quality(arguments, AudioFormat::opus).opus_bitrate, 24000);
  EXPECT_EQ(choose_quality(arguments, AudioFormat::mp3).mp3_bitrate, 24);
  try {
    choose_quality(arguments, AudioFormat::wav);
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "--bitrate is for opus and mp3, not for wav");
  }
}

std::string refused_sample_format(const std::string& name, AudioFormat format) {
  QualityArguments arguments;
  arguments.sample_format = name;
  try {
    choose_quality(arguments, format);
    return {};
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(Quality, SampleFormatIsForPlainSamples) {
  EXPECT_EQ(refused_sample_format("24", AudioFormat::aiff), "");
  EXPECT_EQ(refused_sample_format("24", AudioFormat::flac),
            "--sample-format is for wav, aiff, caf, au, w64 and rf64, not for flac");
  EXPECT_EQ(refused_sample_format("32", AudioFormat::wav), "--sample-format 32: must be 16, 24 or float");
}

}  // namespace
}  // namespace aloud::cli
