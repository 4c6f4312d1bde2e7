#include "batch/depfile.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/process.h"
#include "support/temporary_directory.h"
#include "util/error.h"

namespace aloud::test {
namespace {

TEST(Depfile, EscapesWhatMakeWouldTakeForItsOwn) {
  EXPECT_EQ(depfile_text("out/manifest.json", {"a b.md", "50$.md", "c#.md"}),
            "out/manifest.json: \\\n  a\\ b.md \\\n  50$$.md \\\n  c\\#.md\n\na\\ b.md:\n\n50$$.md:\n\nc\\#.md:\n");
  EXPECT_EQ(depfile_text("m", {"a:b%", "c"}), "m: \\\n  a\\:b% \\\n  c\n\nc:\n");
}

// Each of them would be read as something else: a second rule, a recipe, a variable, a command.
TEST(Depfile, RefusesNamesThatMakeCannotBeToldOf) {
  for (const std::string name :
       {"a\nall:\n\ttouch owned", "a;touch owned;.md", "a!=touch owned", "a:=b", "a|b", "a&", "a\x01"}) {
    EXPECT_THROW(depfile_text("m", {name}), Error) << name;
    EXPECT_THROW(depfile_text(name, {"a"}), Error) << name;
  }
  EXPECT_THROW(depfile_text("out%/m", {"a"}), Error);
}

// Make itself is the judge: it has to see the change of an input whose name needs escapes.
TEST(Depfile, IsReadByMake) {
  const TemporaryDirectory directory;
  directory.put("odd $ name #1.md", "x");
  directory.put("50%:$(touch owned)`touch owned`.md", "x");
  directory.put("target", "old");
  directory.put("target.d", depfile_text("target", {"odd $ name #1.md", "50%:$(touch owned)`touch owned`.md", "gone.md"}));
  directory.put("Makefile", "target:\n\t@echo made\n\t@touch target\n-include target.d\n");
  const RunOptions there{{}, directory.path().string(), {}};
  ASSERT_EQ(run({"touch", "-d", "2001-01-01", directory / "target"}).status, 0);
  EXPECT_EQ(run({"make", "-s"}, there).out, "made\n");
  ASSERT_EQ(run({"touch", "-d", "2001-01-01", directory / "odd $ name #1.md"}).status, 0);
  const Outcome outcome = run({"make", "-s"}, there);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_FALSE(std::filesystem::exists(directory / "owned"));
}

}  // namespace
}  // namespace aloud::test
