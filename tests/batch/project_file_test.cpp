#include "batch/project_file.h"

#include <gtest/gtest.h>

#include "util/error.h"

namespace aloud {
namespace {

std::string complaint(const std::string& toml) {
  try {
    parse_project(toml, "aloud.toml");
    return "fine";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::profile);
    return error.what();
  }
}

TEST(ProjectFile, ReadsEveryKey) {
  const Project project = parse_project(R"(
inputs = ["content", "notes/*.md"]
exclude = "README*"
output = "public/audio"
drafts = true
future = false
voice = "en-gb"
language = "en-GB"
dialect = ["hugo", "github"]
lexicons = ["names.txt", "a/b.pls"]
formats = ["opus", "mp3"]
intro = "sounds/in.wav"
outro = "none"
sample_format = "float"
timelines = "vtt"
loudness = -18.5
rate = 150
word_gap = 1
quality = { vorbis = 5, opus = 24, flac = 8, mp3 = 96 }
[pauses]
sentence = 500
[speak]
tables = "skip"
[[articles]]
match = "content/de/**"
voice = "de"
dialect = "commonmark"
formats = ["flac"]
lexicons = "de.txt"
intro = "none"
heading_cue = "cue.flac"
[[articles]]
match = "**/slow/*"
rate = 120
)",
                                        "site/aloud.toml");
  EXPECT_EQ(project.inputs, (std::vector<std::string>{"content", "notes/*.md"}));
  EXPECT_EQ(project.excludes, std::vector<std::string>{"README*"});
  EXPECT_TRUE(project.drafts);
  EXPECT_FALSE(project.future);
  const SettingsTable table{project.settings, project.rules, {}};
  const ArticleSettings english = table.for_article("content/a.md");
  EXPECT_TRUE(english.dialects.holds(Dialect::hugo));
  EXPECT_FALSE(english.dialects.holds(Dialect::mkdocs));
  EXPECT_EQ(table.for_article("content/de/a.md").dialects, DialectSet::none());
  EXPECT_EQ(english.voice, "en-gb");
  EXPECT_EQ(english.formats, (std::vector{AudioFormat::opus, AudioFormat::mp3}));
  EXPECT_EQ(english.quality.opus_bitrate, 24000);
  EXPECT_EQ(english.quality.mp3_bitrate, 96);
  EXPECT_FLOAT_EQ(english.quality.vorbis_quality, 0.5F);
  const std::vector<std::pair<std::string, std::string>> overrides = {
      {"loudness", "-18.5"}, {"rate", "150"}, {"word-gap", "1"}, {"pause", "sentence=500"}, {"speak", "tables=skip"}};
  EXPECT_EQ(english.overrides, overrides);
  const ArticleSettings german = table.for_article("content/de/slow/a.md");
  EXPECT_EQ(english.lexicons, (std::vector<std::string>{"site/names.txt", "site/a/b.pls"}));
  EXPECT_EQ(german.lexicons, (std::vector<std::string>{"site/names.txt", "site/a/b.pls", "site/de.txt"}));
  EXPECT_EQ(english.clips, (ClipPaths{"site/sounds/in.wav", "none", ""}));
  EXPECT_EQ(german.clips, (ClipPaths{"none", "none", "site/cue.flac"}));
  EXPECT_EQ(english.quality.sample_format, SampleFormat::float32);
  EXPECT_EQ(german.voice, "de");
  EXPECT_EQ(german.formats, std::vector{AudioFormat::flac});
  EXPECT_EQ(german.overrides.back(), (std::pair<std::string, std::string>{"rate", "120"}));
}

TEST(ProjectFile, PointsAtEveryMistake) {
  const std::pair<const char*, const char*> cases[] = {
      {"outputs = \"x\"", "aloud.toml:1:1: unknown key \"outputs\" (did you mean \"output\"?)"},
      {"output = 'x'\n[a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a]",
       "aloud.toml:2: nested too deep"},
      {"voice = 3", "aloud.toml:1:9: \"voice\" must be a string, not a whole number"},
      {"formats = [\"vorbs\"]", "aloud.toml:1:12: unknown format \"vorbs\" (did you mean \"vorbis\"?)"},
      {"formats = []", "aloud.toml:1:11: \"formats\" must name at least one format"},
      {"formats = [\"ogg\", \"vorbis\"]", "aloud.toml:1:19: format \"vorbis\" is named twice"},
      {"timelines = [\"vt\"]", "aloud.toml:1:14: unknown timeline \"vt\" (did you mean \"vtt\"?)"},
      {"rate = 1000", "aloud.toml:1:8: \"rate\" must be a whole number between 80 and 449 (words a minute)"},
      {"[pauses]\nsentense = 3", "aloud.toml:2:1: unknown kind \"sentense\" (did you mean \"sentence\"?)"},
      {"[speak]\ntables = \"skp\"",
       "aloud.toml:2:10: \"tables\" must be \"speak\", \"summarise\" or \"skip\" (did you mean \"skip\"?)"},
      {"language = \"english!\"", "aloud.toml:1:12: \"english!\" is not a language tag such as \"en\" or \"de-AT\""},
      {"drafts = 1", "aloud.toml:1:10: \"drafts\" must be true or false, not a whole number"},
      {"inputs = 1.5", "aloud.toml:1:10: \"inputs\" must be a string or an array of strings, not a fraction"},
      {"quality = true", "aloud.toml:1:11: \"quality\" must be a table, not a boolean"},
      {"sample_format = 32", "aloud.toml:1:17: \"sample_format\" must be 16, 24 or \"float\", not \"32\""},
      {"intro = \"/etc/in.wav\"",
       "aloud.toml:1:9: \"intro\" must lie within the directory of this file: only the command line may name another place"},
      {"outro = \"a/../../in.wav\"",
       "aloud.toml:1:9: \"outro\" must lie within the directory of this file: only the command line may name another place"},
      {"intro = \"\"", "aloud.toml:1:9: \"intro\" must be a path or \"none\""},
      {"rate = []", "aloud.toml:1:8: \"rate\" must be a string or a number, not an array"},
      {"[[articles]]\nvoice = \"de\"", "aloud.toml:1:1: [[articles]] needs \"match\", a pattern such as \"de/**\""},
      {"[articles]\nmatch = \"x\"", "aloud.toml:1:1: write \"articles\" as [[articles]]"},
      {"[[articles]]\nmatch = \"x\"\noutput = \"y\"", "aloud.toml:3:1: unknown key \"output\" in [[articles]]"},
      {"inputs = [\"a\", \"\"]", "aloud.toml:1:16: \"inputs\" must not be empty"},
      {"[quality]\nopus = 1000", "aloud.toml:2:8: "},
      {"voice =", "aloud.toml:1:"},
  };
  for (const auto& [toml, wanted] : cases)
    EXPECT_EQ(complaint(toml).substr(0, std::string_view(wanted).size()), wanted) << complaint(toml);
}

}  // namespace
}  // namespace aloud
