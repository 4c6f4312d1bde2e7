#include "batch/standing_settings.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "support/temporary_directory.h"
#include "util/error.h"

namespace aloud {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// A home with settings, and a project in it.
class StandingSettingsTest : public ::testing::Test {
 protected:
  StandingSettings found(const std::string& article, UseProject use = UseProject::yes) {
    const auto environment = [this](const char* name) -> const char* {
      const auto entry = variables.find(name);
      return entry == variables.end() ? nullptr : entry->second.c_str();
    };
    return StandingSettingsFinder(use, home / "config", environment).for_article(article);
  }
  // What a profile becomes, whose own rate is 175 and pitch 50.
  static VoiceProfile adjusted(const StandingSettings& standing, VoiceChoice choice = {}) {
    standing.lay_beneath(choice);
    VoiceProfile profile;
    profile.voice.rate = 175;
    profile.voice.pitch = 50;
    if (choice.adjust) choice.adjust(profile);
    return profile;
  }

  test::TemporaryDirectory home;
  std::map<std::string, std::string> variables;
};

TEST_F(StandingSettingsTest, AreTakenFromTheNearestFirst) {
  home.put("site/aloud.toml", "voice = \"en-gb\"\nrate = 150\n");
  home.put("config/config.toml", "voice = \"de\"\nrate = 160\npitch = 30\n");
  variables = {{"ALOUD_VOICE", "fr"}, {"ALOUD_RATE", "170"}, {"ALOUD_PITCH", "20"}, {"ALOUD_VOLUME", "70"}};
  const std::string article = home.put("site/posts/a.md", "Tea.\n");
  const StandingSettings standing = found(article);
  VoiceChoice choice;
  standing.lay_beneath(choice);
  EXPECT_EQ(choice.usual_voice, "en-gb");
  EXPECT_EQ(choice.preferred_voice, "de");
  EXPECT_EQ(choice.name, "");
  const VoiceProfile profile = adjusted(standing);
  EXPECT_EQ(profile.voice.rate, 150);
  EXPECT_EQ(profile.voice.pitch, 30);
  EXPECT_EQ(profile.voice.volume, 70);
}

TEST_F(StandingSettingsTest, YieldToTheCall) {
  home.put("site/aloud.toml", "rate = 150\nintro = \"in.wav\"\n");
  VoiceChoice choice;
  choice.clips.intro = "none";
  choice.adjust = [](VoiceProfile& profile) { profile.voice.rate = 222; };
  const StandingSettings standing = found(home.put("site/a.md", "Tea.\n"));
  EXPECT_EQ(adjusted(standing, choice).voice.rate, 222);
  standing.lay_beneath(choice);
  EXPECT_EQ(choice.clips.intro, "none");
}

TEST_F(StandingSettingsTest, AreThoseOfTheNearestProjectAlone) {
  home.put("aloud.toml", "rate = 100\npitch = 10\n");
  home.put("site/aloud.toml", "rate = 150\n");
  EXPECT_EQ(adjusted(found(home.put("site/a/b/c.md", "Tea.\n"))).voice.rate, 150);
  EXPECT_EQ(adjusted(found(home.put("site/a.md", "Tea.\n"))).voice.pitch, 50);
  EXPECT_EQ(adjusted(found(home.put("other/a.md", "Tea.\n"))).voice.rate, 100);
}

TEST_F(StandingSettingsTest, StopAtTheRootOfARepository) {
  home.put("aloud.toml", "rate = 100\n");
  home.put("clone/.git/HEAD", "ref\n");
  const std::string article = home.put("clone/posts/a.md", "Tea.\n");
  EXPECT_EQ(found(article).project_path, "");
  home.put("clone/aloud.toml", "rate = 120\n");
  EXPECT_EQ(adjusted(found(article)).voice.rate, 120);
}

TEST_F(StandingSettingsTest, OfAProjectFollowItsRules) {
  home.put("site/aloud.toml",
           "rate = 150\nformats = [\"mp3\"]\n[findings]\ndeep-nesting = \"error\"\n"
           "[[articles]]\nmatch = \"de/**\"\nrate = 130\nvoice = \"de\"\n[articles.findings]\ndeep-nesting = \"ignore\"\n");
  const StandingSettings german = found(home.put("site/de/a.md", "Tee.\n"));
  EXPECT_EQ(adjusted(german).voice.rate, 130);
  EXPECT_EQ(german.project.voice, "de");
  EXPECT_EQ(level_of(german.finding_levels(), "deep-nesting"), FindingLevel::ignore);
  const StandingSettings english = found(home.put("site/en/a.md", "Tea.\n"));
  EXPECT_EQ(adjusted(english).voice.rate, 150);
  EXPECT_EQ(level_of(english.finding_levels(), "deep-nesting"), FindingLevel::error);
  EXPECT_EQ(level_of(english.finding_levels(), "front-matter"), FindingLevel::warning);
}

TEST_F(StandingSettingsTest, OfAProjectCanBeLeftAside) {
  home.put("site/aloud.toml", "rate = 150\n");
  const std::string article = home.put("site/a.md", "Tea.\n");
  EXPECT_EQ(found(article, UseProject::no).project_path, "");
}

TEST_F(StandingSettingsTest, OfAProjectNameNothingOutsideIt) {
  const std::string article = home.put("site/a.md", "Tea.\n");
  home.put("site/aloud.toml", "lexicons = \"../names.txt\"\n");
  EXPECT_THROW(found(article), Error);
  home.put("site/aloud.toml", "rate = 150\n");
  std::filesystem::rename(home / "site/aloud.toml", home / "elsewhere.toml");
  std::filesystem::create_symlink(home / "elsewhere.toml", home / "site/aloud.toml");
  EXPECT_THROW(found(article), Error);
}

TEST_F(StandingSettingsTest, OfTheUserNameFilesAnywhereButNoArticles) {
  const std::string article = home.put("a.md", "Tea.\n");
  home.put("config/config.toml", "lexicons = \"/somewhere/names.txt\"\n");
  EXPECT_EQ(found(article).own.lexicons, std::vector<std::string>{"/somewhere/names.txt"});
  for (const char* wrong : {"inputs = [\"a\"]\n", "formats = [\"mp3\"]\n", "[[articles]]\nmatch = \"*\"\n", "rat = 3\n"}) {
    home.put("config/config.toml", wrong);
    EXPECT_THROW(found(article), Error) << wrong;
  }
}

TEST_F(StandingSettingsTest, InTheEnvironmentAreRefusedByTheNameOfTheVariable) {
  variables = {{"ALOUD_RATE", "fast"}};
  try {
    found(home.put("a.md", "Tea.\n"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_TRUE(std::string(error.what()).find("$ALOUD_RATE") != std::string::npos) << error.what();
  }
  variables = {{"ALOUD_RATE", ""}};
  EXPECT_EQ(found(home / "a.md").environment.overrides.size(), 0U);
}

TEST(StandingSettings, AreDescribedAsTheyWouldStandInAFile) {
  SettingsPatch patch;
  patch.voice = "en-gb";
  patch.dialects = dialects_of("hugo");
  patch.overrides = {{"word-gap", "2"}, {"speak", "tables=skip"}, {"pause", "sentence=400"}};
  patch.finding_levels = {{"deep-nesting", FindingLevel::ignore}};
  EXPECT_EQ(describe(patch), (Pairs{{"voice", "en-gb"},
                                    {"dialect", "hugo"},
                                    {"word_gap", "2"},
                                    {"speak.tables", "skip"},
                                    {"pauses.sentence", "400"},
                                    {"findings.deep-nesting", "ignore"}}));
  EXPECT_EQ(describe(SettingsPatch{}), Pairs{});
}

}  // namespace
}  // namespace aloud
