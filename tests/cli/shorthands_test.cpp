#include "cli/shorthands.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "support/temporary_directory.h"

namespace aloud::cli {
namespace {

std::string expanded(std::vector<std::string> words, bool input_given = false) {
  return fmt::format("{}", fmt::join(expand_shorthands(std::move(words), {"play", "render", "batch"}, input_given), " "));
}

TEST(Shorthands, PlayWhatLooksLikeAnArticle) {
  EXPECT_EQ(expanded({"a.md"}), "play a.md");
  EXPECT_EQ(expanded({"a.md", "--speed", "2"}), "play a.md --speed 2");
  EXPECT_EQ(expanded({"notes/today"}), "play notes/today");
  EXPECT_EQ(expanded({"-"}), "play -");
  EXPECT_EQ(expanded({"rendr"}), "rendr");
  EXPECT_EQ(expanded({"render", "a.md"}), "render a.md");
}

TEST(Shorthands, PlayAFileWhateverItsName) {
  const test::TemporaryDirectory directory;
  const std::string file = directory.put("notes", "Some words.\n");
  EXPECT_EQ(expanded({"-v", "anna", file}), "play -v anna " + file);
  EXPECT_EQ(expanded({"-v", "anna", "nothing"}), "-v anna nothing");
  EXPECT_EQ(expanded({"--stats", "render", file}), "--stats render " + file);
}

TEST(Shorthands, HelpAndVersionAreWordsToo) {
  EXPECT_EQ(expanded({"help"}), "--help");
  EXPECT_EQ(expanded({"help", "batch"}), "batch --help");
  EXPECT_EQ(expanded({"version"}), "--version");
  EXPECT_EQ(expanded({"--help"}), "--help");
}

TEST(Shorthands, PlayWhatIsPipedInWhereNothingElseIsSaid) {
  EXPECT_EQ(expanded({}, true), "play -");
  EXPECT_EQ(expanded({}), "");
  EXPECT_EQ(expanded({"render"}, true), "render");
}

}  // namespace
}  // namespace aloud::cli
