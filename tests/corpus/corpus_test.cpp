// Documents as people write them for each generator and dialect, tests/corpus/NAME/*, and what is said of each, beside it in
// *.script.txt. ALOUD_UPDATE_GOLDEN=1 writes those anew; read the difference before you commit it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "document/document_checks.h"
#include "render/render.h"
#include "script/script.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"

namespace aloud {
namespace {

constexpr const char* kCorpus = ALOUD_SOURCE_DIR "/tests/corpus/";

std::vector<std::string> documents() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kCorpus)) {
    const std::filesystem::path path = std::filesystem::relative(entry.path(), kCorpus);
    if (!entry.is_regular_file() || !path.has_parent_path()) continue;
    if (!path.string().ends_with(".script.txt")) names.push_back(path.string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// What is said of it, without what the script says of pauses and voices.
std::string said(const Script& script) {
  std::string all;
  for (const Utterance& utterance : script.utterances) all += utterance.text.text() + "\n";
  return all;
}

class Corpus : public testing::TestWithParam<std::string> {};

TEST_P(Corpus, IsSaidAsItWas) {
  const std::string path = kCorpus + GetParam();
  const Document document = read_article(path);
  EXPECT_EQ(violation(document), "");
  for (const Finding& finding : document.findings) EXPECT_NE(finding.code, "unaligned-markup") << finding.message;
  VoiceChoice choice;
  choice.directories = {ALOUD_SOURCE_DIR "/voices"};
  const Reading reading = choose_reading(document, choice);
  const Script script = compose(document, {reading.profile, reading.language});

  const std::string golden = std::filesystem::path(path).replace_extension(".script.txt").string();
  if (std::getenv("ALOUD_UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << describe(script);
  EXPECT_EQ(describe(script), test::read_file(golden)) << "run again with ALOUD_UPDATE_GOLDEN=1 if this is what you want";

  const std::string all = said(script);
  for (const char* markup : {"{{", "}}", "{%", "%}",     "{:", "{#", "{.", "!!!", "???",       "===", ":::",
                             "[!", "]]", "[[", "--8<--", "</", "/>", "%%", "$$",  ":material", "++",  "\\("}) {
    if (GetParam().ends_with("kramdown/village-choir.md") && std::string(markup) == "{:") continue;  // an Elixir tuple
    if (GetParam().ends_with("material/reading-room.md") && std::string(markup) == "++") continue;   // C++
    EXPECT_EQ(all.find(markup), std::string::npos) << markup << " in:\n" << all;
  }
}

INSTANTIATE_TEST_SUITE_P(Documents, Corpus, testing::ValuesIn(documents()), [](const auto& one) {
  std::string name = std::filesystem::path(one.param).replace_extension().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace aloud
