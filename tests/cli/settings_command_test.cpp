#include <gtest/gtest.h>

#include "aloud_program.h"

namespace aloud::test {
namespace {

RunOptions in(const std::string& directory, std::vector<std::string> environment = {}) {
  RunOptions options;
  options.directory = directory;
  options.environment = std::move(environment);
  return options;
}

// A site with two languages, and a user with a taste.
class SettingsCommand : public ::testing::Test {
 protected:
  SettingsCommand() {
    place.put("aloud.toml",
              "voice = \"en-gb\"\nrate = 150\n[speak]\ntables = \"skip\"\n[[articles]]\nmatch = \"de/**\"\nvoice = \"de\"\n");
    place.put("tea.md", "# Tea\n\nA cup.\n\n| a | b |\n|---|---|\n| hidden | cell |\n");
    place.put("de/tee.md", "# Tee\n\nEine Tasse.\n");
    place.put("config/aloud/config.toml", "rate = 190\npitch = 33\n");
  }
  std::vector<std::string> environment(std::vector<std::string> more = {}) const {
    more.push_back("XDG_CONFIG_HOME=" + (place / "config"));
    return more;
  }
  Outcome call(const std::vector<std::string>& words, std::vector<std::string> more = {}) const {
    return aloud(words, in(place.path().string(), environment(std::move(more))));
  }
  TemporaryDirectory place;
};

TEST_F(SettingsCommand, ConfigTellsWhatHoldsAndWhereItComesFrom) {
  const Outcome outcome = call({"config", "tea.md"}, {"ALOUD_VOICE=fr", "ALOUD_PITCH=44", "ALOUD_VOLUME=80"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("project:  aloud.toml"), std::string::npos) << outcome.out;
  const std::vector<std::string> wanted = {"voice = en-gb", "rate = 150", "speak.tables = skip", "pitch = 33", "volume = 80"};
  for (const std::string& line : wanted) EXPECT_NE(outcome.out.find(line), std::string::npos) << line << '\n' << outcome.out;
  EXPECT_NE(outcome.out.find("$ALOUD_VOICE (overruled)"), std::string::npos) << outcome.out;
  EXPECT_EQ(call({"config", "tea.md", "--no-project"}).out.find("en-gb"), std::string::npos);
  EXPECT_NE(call({"config", "de/tee.md"}).out.find("voice = de"), std::string::npos);
}

TEST_F(SettingsCommand, InspectAndRenderGoByTheProject) {
  const std::string script = call({"inspect", "tea.md"}).out;
  EXPECT_EQ(script.find("hidden"), std::string::npos) << script;
  EXPECT_NE(call({"inspect", "tea.md", "--no-project"}).out.find("hidden"), std::string::npos);
  EXPECT_NE(call({"inspect", "tea.md", "--speak", "tables=speak"}).out.find("hidden"), std::string::npos);
  const std::string voice = counters(call({"render", "tea.md", "-o", "tea.wav", "--stats"}).out)["voice"];
  EXPECT_EQ(voice, "en-gb");
  EXPECT_EQ(counters(call({"render", "de/tee.md", "-o", "tee.wav", "--stats"}).out)["voice"], "de");
  EXPECT_EQ(counters(call({"render", "tea.md", "-o", "tea.wav", "--stats", "-v", "en-us"}).out)["voice"], "en-us");
}

TEST_F(SettingsCommand, APreferredVoiceReadsItsOwnLanguage) {
  const std::vector<std::string> preferred = {"ALOUD_VOICE=en-gb"};
  const auto voice_of = [&](const char* article) {
    return counters(call({"render", article, "-o", "a.wav", "--stats", "--no-project"}, preferred).out)["voice"];
  };
  place.put("en.md", "---\nlang: en-US\n---\nA cup of tea.\n");
  place.put("de.md", "---\nlang: de\n---\nEine Tasse Tee.\n");
  EXPECT_EQ(voice_of("en.md"), "en-gb");
  EXPECT_EQ(voice_of("de.md").substr(0, 2), "de");
}

TEST_F(SettingsCommand, AProjectThatIsNoneIsAnErrorWithItsPlace) {
  place.put("aloud.toml", "voice = \"en-gb\"\nrat = 150\n");
  const Outcome outcome = call({"inspect", "tea.md"});
  EXPECT_NE(outcome.status, 0);
  EXPECT_NE(outcome.err.find("aloud.toml:2:1: unknown key \"rat\" (did you mean \"rate\"?)"), std::string::npos) << outcome.err;
}

TEST_F(SettingsCommand, FindingsAreIgnoredOrFail) {
  place.put("odd.md", "---\ntitle: \"open\nlang: en\n---\nA cup.\n");
  const auto render = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"render", "odd.md", "-o", "odd.wav", "--stats"});
    return call(more);
  };
  ASSERT_EQ(counters(render({"--no-project"}).out)["findings"], "1");
  EXPECT_EQ(render({"--no-project", "--strict"}).status, 3);
  EXPECT_EQ(counters(render({"--no-project", "--ignore", "front-matter"}).out)["findings"], "0");
  EXPECT_EQ(render({"--no-project", "--strict", "--ignore", "front-matter,deep-nesting"}).status, 0);
  EXPECT_EQ(render({"--ignore", "frontmatter"}).status, 2);
  place.put("aloud.toml", "[findings]\nfront-matter = \"error\"\n");
  EXPECT_EQ(render({}).status, 3);
  place.put("aloud.toml", "[[articles]]\nmatch = \"old/**\"\n[articles.findings]\nfront-matter = \"error\"\n");
  EXPECT_EQ(render({}).status, 0);
}

TEST_F(SettingsCommand, InitWritesAProjectAndNeverOverOne) {
  const std::string before = read_file(place / "aloud.toml");
  const Outcome refused = call({"init"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(read_file(place / "aloud.toml"), before);
  place.put("site/hugo.toml", "");
  place.put("site/content/a.md", "A cup.\n");
  EXPECT_EQ(call({"init", "site"}).status, 0);
  const std::string written = read_file(place / "site/aloud.toml");
  EXPECT_NE(written.find("inputs = [\"content\"]"), std::string::npos) << written;
  EXPECT_EQ(call({"init", "site", "--print"}).out, written);
  EXPECT_EQ(aloud({"batch", "--dry-run"}, in(place / "site")).status, 0);
}

TEST_F(SettingsCommand, DoctorLooksAtEverything) {
  const Outcome outcome = call({"doctor"}, {"SDL_AUDIODRIVER=dummy", "PATH=/nowhere"});
  EXPECT_EQ(outcome.status, 0) << outcome.out;
  for (const char* name : {"ok  engine", "ok  voices", "ok  settings", "ok  cache", "ok  device", "--  pandoc"})
    EXPECT_NE(outcome.out.find(name), std::string::npos) << name << '\n' << outcome.out;
  EXPECT_EQ(call({"doctor"}, {"SDL_AUDIODRIVER=nothing"}).status, 4);
  place.put("aloud.toml", "rat = 150\n");
  EXPECT_EQ(call({"doctor"}, {"SDL_AUDIODRIVER=dummy"}).status, 1);
}

TEST_F(SettingsCommand, WhatIsPipedIntoAReaderThatGoesEndsQuietly) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "A cup of tea, and another one.\n\n";
  place.put("long.md", text);
  const Outcome outcome =
      run({"/bin/bash", "-c", "set -o pipefail; \"$0\" inspect --stage blocks long.md | head -n 1", ALOUD_BINARY},
          in(place.path().string(), environment()));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
}

}  // namespace
}  // namespace aloud::test
