// [engine] of voice profiles, and what is composed for engines other than eSpeak NG.
#include "script/engine_table.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "document/document.h"
#include "script/script.h"
#include "script/voice_profile.h"
#include "support/test_paths.h"
#include "util/error.h"

namespace aloud {
namespace {

std::string objection_to(const std::string& toml) {
  try {
    parse_voice_profile(toml, "v/a.toml");
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

constexpr const char* kProgram = "language = \"en\"\n[engine]\nkind = \"command\"\nrun = [\"say\", \"{rate}\"]\n";
constexpr const char* kSlt = "[engine]\nkind = \"flite\"\n";

TEST(EngineTable, ChoosesWhoSpeaks) {
  EXPECT_EQ(parse_voice_profile("", "a.toml").voice.engine, EngineKind::espeak);
  const VoiceProfile flite = parse_voice_profile(kSlt, "a.toml");
  EXPECT_EQ(flite.voice.engine, EngineKind::flite);
  EXPECT_EQ(flite.voice.engine_voice, "slt");
  EXPECT_EQ(flite.language, "en-US");
  EXPECT_FALSE(runs_program(flite));
  const VoiceProfile program = parse_voice_profile(kProgram, "a.toml");
  EXPECT_EQ(program.voice.engine, EngineKind::command);
  EXPECT_EQ(command_engine_of(program.voice.command).run, (std::vector<std::string>{"say", "{rate}"}));
  EXPECT_TRUE(runs_program(program));
}

TEST(EngineTable, TakesPathsFromTheProfile) {
  const std::string toml = std::string(kProgram) + "identity = [\"m.onnx\"]\nversion_command = [\"./say\", \"{profile}/x\"]\n";
  const CommandEngine engine = command_engine_of(parse_voice_profile(toml, "/v/a.toml").voice.command);
  EXPECT_EQ(engine.identity, std::vector<std::string>{"/v/m.onnx"});
  EXPECT_EQ(engine.version_command, (std::vector<std::string>{"/v/say", "/v/x"}));
}

TEST(EngineTable, RefusesWhatIsNoEngine) {
  const std::vector<std::pair<std::string, const char*>> cases = {
      {"[engine]\nkind = \"flit\"\n",
       "v/a.toml:2:8: \"kind\" must be \"espeak\", \"flite\" or \"command\", not \"flit\" (did you mean \"flite\"?)"},
      {"[engine]\nkynd = \"flite\"\n", "v/a.toml:2:1: unknown key \"kynd\" in [engine] (did you mean \"kind\"?)"},
      {"[engine]\nkind = \"flite\"\nrun = [\"x\"]\n", "v/a.toml:3:1: \"run\" is for kind = \"command\" alone"},
      {"language = \"en\"\nengine_voice = \"gmw/en\"\n[engine]\nkind = \"flite\"\n",
       "v/a.toml:2:16: \"engine_voice\" must be a voice of Flite: one of \"slt\", \"rms\", \"awb\", \"kal16\", not \"gmw/en\""},
  };
  for (const auto& [toml, objection] : cases) EXPECT_EQ(objection_to(toml), objection) << toml;
  for (const char* toml : {"language = \"en\"\n[engine]\nkind = \"command\"\n", "[engine]\nkind = \"command\"\nrun = [\"x\"]\n",
                           "language = \"en\"\n[engine]\nkind = \"command\"\nrun = []\n",
                           "language = \"en\"\n[engine]\nkind = \"command\"\nrun = [\"x\"]\noutput = \"raw\"\n",
                           "language = \"en\"\n[engine]\nkind = \"command\"\nrun = [\"x\"]\ntime_limit = 61\n",
                           "language = \"en\"\nengine_voice = \"x\"\n[engine]\nkind = \"command\"\nrun = [\"x\"]\n",
                           "[roles.quote]\nengine = \"flite\"\n", "[roles.quote]\nengine = \"command\"\n"})
    EXPECT_NE(objection_to(toml), "") << toml;
}

TEST(EngineTable, MayDifferByRoleAndLanguage) {
  const VoiceProfile profile =
      parse_voice_profile(std::string(kProgram) +
                              "[roles.quote]\nengine = \"flite\"\nengine_voice = \"rms\"\n"
                              "[languages.de]\nengine = \"espeak\"\nengine_voice = \"gmw/de\"\n[languages.fr]\nrate = 100\n",
                          "a.toml");
  EXPECT_EQ(profile.roles.at(Role::quote).engine_voice, "rms");
  EXPECT_EQ(profile.roles.at(Role::quote).command, "");
  EXPECT_EQ(profile.languages.at("de").engine, EngineKind::espeak);
  EXPECT_EQ(profile.languages.at("fr").engine, EngineKind::command);
  EXPECT_EQ(profile.languages.at("fr").engine_voice, "fr");
  const VoiceProfile again = parse_voice_profile(dump_voice_profile(profile), "a.toml");
  EXPECT_EQ(again.voice, profile.voice);
  EXPECT_EQ(again.roles, profile.roles);
  EXPECT_EQ(again.languages, profile.languages);
}

TEST(EngineTable, IsNotWrittenForProfilesWithoutOne) {
  EXPECT_EQ(dump_voice_profile(parse_voice_profile("", "a.toml")).find("engine]"), std::string::npos);
}

TEST(EngineTable, IsDescribed) {
  std::ifstream file(ALOUD_SOURCE_DIR "/docs/formats/voice-profile.md");
  std::stringstream page;
  page << file.rdbuf();
  for (const std::string& key : engine_keys()) EXPECT_NE(page.str().find("\n| `" + key + "` | "), std::string::npos) << key;
}

Script script_for(const std::string& profile, const std::string& text) {
  const Document document = read_document(SourceText::decode("a.txt", text), DocumentFormat::plain_text);
  ComposeOptions options;
  options.profile = parse_voice_profile(profile, "a.toml");
  return compose(document, options);
}

std::vector<std::string> codes_of(const Script& script) {
  std::vector<std::string> codes;
  for (const Finding& finding : script.findings) codes.push_back(finding.code);
  return codes;
}

TEST(ComposeForFlite, LeavesOutWhatItCannotSay) {
  const Script script = script_for(kSlt, "A café in Пиза today.");
  ASSERT_EQ(script.utterances.size(), 1U);
  EXPECT_EQ(script.utterances[0].text.text(), "A café in today.");
  ASSERT_EQ(script.left_out.size(), 1U);
  EXPECT_EQ(script.left_out[0].reason, "text without sound");
}

TEST(ComposeForFlite, PronouncesByUse) {
  EXPECT_EQ(script_for(kSlt, "They lead him.").utterances.at(0).pronunciations.size(), 1U);
}

TEST(ComposeForAnEngine, TellsOfSettingsThatItCannotHonour) {
  EXPECT_EQ(codes_of(script_for(std::string("rate = 200\npitch = 60\n") + kSlt, "One. Two.")), std::vector<std::string>{});
  EXPECT_EQ(codes_of(script_for(std::string("range = 80\n") + kSlt, "One. Two.")),
            std::vector<std::string>{"setting-not-honoured"});
  EXPECT_EQ(codes_of(script_for(std::string("pitch = 60\nlanguage = \"en-US\"\nengine_voice = \"rms\"\n") + kSlt, "One.")),
            std::vector<std::string>{"setting-not-honoured"});
  EXPECT_EQ(codes_of(script_for(std::string("rate = 200\n") + kProgram, "One. Two.")),
            std::vector<std::string>{"estimated-word-times"});
  EXPECT_EQ(codes_of(script_for(std::string("volume = 20\n") + kProgram, "One. Two.")),
            (std::vector<std::string>{"estimated-word-times", "setting-not-honoured"}));
  EXPECT_EQ(codes_of(script_for("range = 80\nword_gap = 3\n", "One. Two.")), std::vector<std::string>{});
}

}  // namespace
}  // namespace aloud
