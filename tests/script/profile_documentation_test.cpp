#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "script/engine_table.h"
#include "script/profile_schema.h"
#include "support/test_paths.h"

namespace aloud {
namespace {

std::string page() {
  std::ifstream file(ALOUD_SOURCE_DIR "/docs/formats/voice-profile.md");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The first columns of a row of the page's tables; what the key is for follows in prose.
void expect_row(const std::string& text, const std::string& columns) {
  EXPECT_NE(text.find('\n' + columns), std::string::npos) << "docs/formats/voice-profile.md lacks: " << columns;
}

TEST(ProfileDocumentation, DescribesEveryNumberWithUnitRangeAndDefault) {
  const VoiceParameters defaults;
  for (const NumberKey& key : number_keys()) {
    expect_row(page(), "| `" + std::string(key.name) + "` | whole number | " + key.unit + " | " + std::to_string(key.least) +
                           "–" + std::to_string(key.most) + " | " + std::to_string(defaults.*key.member) + " | ");
  }
}

TEST(ProfileDocumentation, DescribesEveryText) {
  for (const TextKey& key : text_keys()) expect_row(page(), "| `" + std::string(key.name) + "` | string | ");
  for (const char* name : {"description", "language", "loudness", "foreign_passages"})
    expect_row(page(), "| `" + std::string(name) + "` | string | ");
  expect_row(page(), "| `default_for` | array of strings | ");
  for (const ClipKey& key : clip_keys()) expect_row(page(), "| `" + std::string(key.name) + "` | string | ");
  expect_row(page(), "| `lexicons` | array of strings | ");
}

TEST(ProfileDocumentation, DescribesEveryPauseWithItsDefault) {
  const Pauses defaults;
  for (const PauseKey& key : pause_keys()) {
    expect_row(page(), "| `" + std::string(key.name) + "` | " + std::to_string((defaults.*key.member).count()) + " | ");
  }
}

TEST(ProfileDocumentation, DescribesEveryPolicyWithWhatItOffers) {
  const SpeakingPolicy defaults;
  for (const PolicyKey& key : policy_keys()) {
    std::string offered = "`speak`";
    if (key.summarise) offered += ", `summarise`";
    if (key.skip) offered += ", `skip`";
    expect_row(page(), "| `" + std::string(key.name) + "` | " + offered + " | `" + to_string(defaults.*key.member) + "` | ");
  }
}

TEST(ProfileDocumentation, NamesEveryRole) {
  for (const Role role : voiced_roles()) expect_row(page(), "| `" + std::string(to_string(role)) + "` | ");
}

// A key that the page has and the program has not would be refused when somebody tries it.
TEST(ProfileDocumentation, DescribesNoKeyThatIsNotThere) {
  std::set<std::string> known = {"description", "language", "default_for", "loudness", "foreign_passages", "lexicons"};
  for (const NumberKey& key : number_keys()) known.insert(key.name);
  for (const TextKey& key : text_keys()) known.insert(key.name);
  for (const ClipKey& key : clip_keys()) known.insert(key.name);
  known.insert(engine_keys().begin(), engine_keys().end());
  for (const PauseKey& key : pause_keys()) known.insert(key.name);
  for (const PolicyKey& key : policy_keys()) known.insert(key.name);
  for (const Role role : voiced_roles()) known.insert(to_string(role));
  std::istringstream lines(page());
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| `")) continue;
    const std::string name = line.substr(3, line.find('`', 3) - 3);
    EXPECT_TRUE(known.contains(name)) << name;
  }
}

TEST(ProfileDocumentation, ItsWorkedExampleIsAProfile) {
  const std::string text = page();
  const std::size_t fence = text.find("```toml ");  // and the name of a file
  ASSERT_NE(fence, std::string::npos);
  const std::size_t begin = text.find('\n', fence) + 1, end = text.find("\n```", begin) + 1;
  const VoiceProfile profile = parse_voice_profile(text.substr(begin, end - begin), "example.toml");
  EXPECT_FALSE(profile.roles.empty());
  EXPECT_FALSE(profile.languages.empty());
}

}  // namespace
}  // namespace aloud
