#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>

#include "script/voice_profile.h"
#include "util/error.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

class VoiceLibrary : public testing::Test {
 protected:
  VoiceLibrary() { fs::create_directories(root_); }
  ~VoiceLibrary() override { fs::remove_all(root_); }

  std::string directory(const std::string& name) {
    fs::create_directories(root_ / name);
    return (root_ / name).string();
  }

  static void write(const std::string& directory, const std::string& name, const std::string& toml) {
    std::ofstream(directory + '/' + name + ".toml") << toml;
  }

  static std::string failure_of(const std::string& name, const std::vector<std::string>& directories) {
    try {
      load_voice_profile(name, directories);
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  fs::path root_ = fs::temp_directory_path() / ("aloud-voices-" + std::to_string(::getpid()) + '-' +
                                                testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(VoiceLibrary, TheFirstDirectoryThatHasANameKeepsIt) {
  const std::string mine = directory("mine");
  const std::string theirs = directory("theirs");
  write(mine, "anna", "rate = 100\n");
  write(theirs, "anna", "rate = 200\n");
  write(theirs, "ben", "rate = 300\n");
  std::ofstream(theirs + "/readme.txt") << "no voice";
  EXPECT_EQ(load_voice_profile("anna", {mine, theirs}).voice.rate, 100);
  EXPECT_EQ(load_voice_profile("ben", {mine, theirs, "/no/such/directory"}).voice.rate, 300);
  const std::vector<VoiceProfile> all = list_voice_profiles({mine, theirs});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].name, "anna");
  EXPECT_EQ(all[0].voice.rate, 100);
  EXPECT_EQ(all[1].name, "ben");
}

TEST_F(VoiceLibrary, LoadsAPathAsItStands) {
  const std::string mine = directory("mine");
  write(mine, "anna", "rate = 100\n");
  EXPECT_EQ(load_voice_profile(mine + "/anna.toml", {}).voice.rate, 100);
}

TEST_F(VoiceLibrary, ErrorsNameTheWayOut) {
  const std::string mine = directory("mine");
  write(mine, "en-us", "");
  write(mine, "broken", "pich = 1\n");
  EXPECT_EQ(failure_of("en-uss", {mine}), "no voice \"en-uss\" (did you mean \"en-us\"?); \"aloud voices\" lists the voices");
  EXPECT_EQ(failure_of("klingon", {mine}), "no voice \"klingon\"; \"aloud voices\" lists the voices");
  EXPECT_EQ(failure_of("no/such.toml", {mine}), "no/such.toml: cannot open: No such file or directory");
  EXPECT_EQ(failure_of(mine + "/", {mine}), mine + "/: is a directory, not a voice profile");
  EXPECT_EQ(failure_of("broken", {mine}), mine + "/broken.toml:1:1: unknown key \"pich\" (did you mean \"pitch\"?)");
  EXPECT_THROW(list_voice_profiles({mine}), Error);
}

TEST_F(VoiceLibrary, RefusesFilesThatAreNoProfiles) {
  const std::string mine = directory("mine");
  write(mine, "huge", std::string((1 << 20) + 1, '#'));
  EXPECT_EQ(failure_of("huge", {mine}), mine + "/huge.toml: is too large to be a voice profile (over 1 MiB)");
}

TEST_F(VoiceLibrary, LooksWhereTheEnvironmentSays) {
  ::setenv("ALOUD_VOICES", "/a::/b", 1);
  ::setenv("XDG_DATA_HOME", "/data", 1);
  const std::vector<std::string> directories = voice_directories({"/first"});
  ::unsetenv("ALOUD_VOICES");
  ::unsetenv("XDG_DATA_HOME");
  ASSERT_EQ(directories.size(), 6U);
  EXPECT_EQ(std::vector<std::string>(directories.begin(), directories.begin() + 5),
            (std::vector<std::string>{"/first", "/a", "/b", "voices", "/data/aloud/voices"}));
  EXPECT_TRUE(directories.back().ends_with("/aloud/voices"));
}

TEST_F(VoiceLibrary, ChoosesTheDefaultVoiceByLanguage) {
  const std::string mine = directory("mine");
  write(mine, "en-gb", "language = \"en-GB\"\ndefault_for = [\"en-GB\", \"en-AU\"]\n");
  write(mine, "en-us", "default_for = [\"en\"]\n");
  write(mine, "aaa", "language = \"en-US\"\n");
  write(mine, "de", "language = \"de\"\n");
  write(mine, "pt-br", "language = \"pt-BR\"\n");
  const auto chosen = [&](const std::string& language) { return default_voice_for(language, {mine}); };
  EXPECT_EQ(chosen("en"), "en-us");
  EXPECT_EQ(chosen("en-US"), "en-us");
  EXPECT_EQ(chosen("EN-au"), "en-gb");
  EXPECT_EQ(chosen("en-CA"), "en-us");
  EXPECT_EQ(chosen("de-AT"), "de");
  EXPECT_EQ(chosen("de_AT"), "de");  // as many write it
  EXPECT_EQ(chosen("pt"), "pt-br");
  EXPECT_EQ(chosen("den"), std::nullopt);
  EXPECT_EQ(chosen("ja"), std::nullopt);
  EXPECT_EQ(chosen(""), std::nullopt);
}

TEST_F(VoiceLibrary, AsksAProfileOfTheUsersOwnBeforeOneThatComesAlong) {
  const std::string bundled = directory("bundled");
  const std::string own = directory("data/aloud/voices");
  write(bundled, "en-gb", "language = \"en-GB\"\ndefault_for = [\"en-GB\"]\n");
  write(bundled, "en-us", "language = \"en-US\"\ndefault_for = [\"en\"]\n");
  write(own, "mine", "language = \"en\"\ndefault_for = [\"en\"]\n");
  write(own, "plain", "language = \"de\"\n");
  write(bundled, "de", "language = \"de\"\ndefault_for = [\"de\"]\n");
  ::setenv("XDG_DATA_HOME", (root_ / "data").c_str(), 1);
  const std::optional<std::string> british = default_voice_for("en-GB", {bundled, own});
  const std::optional<std::string> german = default_voice_for("de", {bundled, own});
  ::unsetenv("XDG_DATA_HOME");
  EXPECT_EQ(british, "mine");
  EXPECT_EQ(german, "de");  // one that does not say that it is the default asks for nothing
  EXPECT_EQ(default_voice_for("en-GB", {bundled, own}), "en-gb");
  EXPECT_EQ(default_voice_for("en-GB", {own, bundled}), "mine");
}

}  // namespace
}  // namespace aloud
