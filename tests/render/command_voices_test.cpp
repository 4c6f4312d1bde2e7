// A profile that runs a program is code: who may make it run.
#include <gtest/gtest.h>

#include <filesystem>

#include "batch/plan.h"
#include "document/document.h"
#include "render/render.h"
#include "support/temporary_directory.h"
#include "util/error.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

constexpr const char* kProgram = "language = \"en\"\n[engine]\nkind = \"command\"\nrun = [\"true\"]\n";
constexpr const char* kPlain = "language = \"en\"\nengine_voice = \"gmw/en\"\n";

/// A project in the working directory, with profiles in its ./voices, and a directory of the user's own.
class CommandVoices : public testing::Test {
 protected:
  void SetUp() override {
    before_ = fs::current_path();
    fs::create_directories(project_ / "voices");
    fs::create_directories(user_ / "own");
    fs::current_path(project_.path());
    project_.put("voices/theirs.toml", kProgram);
    user_.put("own/mine.toml", kProgram);
    user_.put("own/en-us.toml", kPlain);
  }
  void TearDown() override { fs::current_path(before_); }

  // Who reads an article with this front matter; or "refused".
  std::string voice_for(VoiceChoice choice, const std::string& front_matter = "") {
    choice.directories = {"voices", user_ / "own"};
    choice.project = ".";
    const Document document =
        read_document(SourceText::decode("a.md", front_matter + "The sea was calm.\n"), DocumentFormat::markdown);
    try {
      return choose_reading(document, choice).profile.name;
    } catch (const Error& error) {
      const bool refused = std::string(error.what()).find("--allow-commands") != std::string::npos;
      return refused ? "refused" : error.what();
    }
  }

  test::TemporaryDirectory project_, user_;
  fs::path before_;
};

VoiceChoice named(const std::string& name) {
  VoiceChoice choice;
  choice.name = name;
  return choice;
}

TEST_F(CommandVoices, RunWhenTheCallerNamesThem) {
  EXPECT_EQ(voice_for(named("mine")), "mine");
  EXPECT_EQ(voice_for(named("./voices/theirs.toml")), "theirs");
}

TEST_F(CommandVoices, OfAProjectDoNotRunByTheirName) {
  EXPECT_EQ(voice_for(named("theirs")), "refused");
  project_.put("voices/en-us.toml", kProgram);
  EXPECT_EQ(voice_for({}), "refused");  // nor by the name of what everybody has
}

TEST_F(CommandVoices, DoNotRunForAnArticle) {
  EXPECT_EQ(voice_for({}, "---\nvoice: mine\n---\n"), "refused");
  EXPECT_EQ(voice_for({}, "---\nvoice: voices/theirs.toml\n---\n"), "refused");
  EXPECT_EQ(voice_for({}, "---\nvoice: en-us\n---\n"), "en-us");
}

TEST_F(CommandVoices, DoNotRunForAProjectFile) {
  VoiceChoice choice = named("mine");
  choice.named_by_project = true;
  EXPECT_EQ(voice_for(choice), "refused");
  choice.name = "en-us";
  EXPECT_EQ(voice_for(choice), "en-us");
}

// aloud.toml above an article, and the user's own settings.
TEST_F(CommandVoices, DoNotRunForStandingSettingsUnlessTheyAreTheUsers) {
  VoiceChoice project;
  project.usual_voice = "mine";
  EXPECT_EQ(voice_for(project), "refused");
  VoiceChoice own;
  own.preferred_voice = "mine";
  EXPECT_EQ(voice_for(own), "mine");
  own.preferred_voice = "theirs";
  EXPECT_EQ(voice_for(own), "refused");
}

TEST_F(CommandVoices, DoNotRunAsTheDefaultOfALanguageUnlessTheyAreTheUsers) {
  project_.put("voices/theirs.toml",
               "default_for = [\"de\"]\nlanguage = \"de\"\n[engine]\nkind = \"command\"\nrun = [\"true\"]\n");
  EXPECT_EQ(voice_for({}, "---\nlang: de\n---\n"), "refused");
  EXPECT_EQ(voice_for(named("en-us"), "---\nlang: de\n---\n"), "en-us");  // who was named reads it
}

TEST_F(CommandVoices, RunForAllWhenTheCallerAllowsIt) {
  VoiceChoice allowed;
  allowed.allow_commands = true;
  EXPECT_EQ(voice_for(allowed, "---\nvoice: mine\n---\n"), "mine");
  EXPECT_EQ(voice_for(allowed, "---\nvoice: theirs\n---\n"), "theirs");
  allowed.name = "theirs";
  EXPECT_EQ(voice_for(allowed), "theirs");
  allowed.named_by_project = true;
  EXPECT_EQ(voice_for(allowed), "theirs");
}

TEST(CommandVoicesOfABatch, AreTheProjectsUnlessTheCallForcesThem) {
  ArticleSettings settings;
  settings.voice = "mine";
  EXPECT_TRUE(voice_choice_for(settings, {}, {}, ".").named_by_project);
  EXPECT_FALSE(voice_choice_for(settings, {}, {}, ".").allow_commands);
  settings.voice_forced = settings.allow_commands = true;
  EXPECT_FALSE(voice_choice_for(settings, {}, {}, ".").named_by_project);
  EXPECT_TRUE(voice_choice_for(settings, {}, {}, ".").allow_commands);
}

}  // namespace
}  // namespace aloud
