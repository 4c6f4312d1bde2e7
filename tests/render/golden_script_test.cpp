// What two of the articles become, whole: a change of rules shows itself as a change of these files.
// ALOUD_UPDATE_GOLDEN=1 writes them anew; read the difference before you commit it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "render/render.h"
#include "script/script.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"

namespace aloud {
namespace {

class GoldenScript : public testing::TestWithParam<const char*> {};

TEST_P(GoldenScript, IsAsItWas) {
  const std::string article = std::string(ALOUD_SOURCE_DIR "/text/") + GetParam();
  const Document document = read_article(article);
  VoiceChoice choice;
  choice.directories = {ALOUD_SOURCE_DIR "/voices"};
  const Reading reading = choose_reading(document, choice);
  const std::string script = describe(compose(document, {reading.profile, reading.language}));

  const std::string golden = std::string(ALOUD_SOURCE_DIR "/tests/golden/scripts/") + GetParam() + ".script";
  if (std::getenv("ALOUD_UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(std::filesystem::path(golden).parent_path());
    std::ofstream(golden, std::ios::binary) << script;
  }
  EXPECT_EQ(script, test::read_file(golden)) << "run again with ALOUD_UPDATE_GOLDEN=1 if this is what you want";
}

INSTANTIATE_TEST_SUITE_P(Articles, GoldenScript, testing::Values("the-last-crossing.txt", "borrowed-words.md"),
                         [](const auto& one) {
                           std::string name = std::filesystem::path(one.param).stem().string();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace aloud
