#include "batch/depfile.h"

#include <gtest/gtest.h>

#include "support/process.h"
#include "support/temporary_directory.h"

namespace aloud::test {
namespace {

TEST(Depfile, EscapesWhatMakeWouldTakeForItsOwn) {
  EXPECT_EQ(depfile_text("out/manifest.json", {"a b.md", "50$.md", "c#.md"}),
            "out/manifest.json: \\\n  a\\ b.md \\\n  50$$.md \\\n  c\\#.md\n\na\\ b.md:\n\n50$$.md:\n\nc\\#.md:\n");
  EXPECT_EQ(depfile_text("m", {"a\nb", "c"}), "m: \\\n  c\n\nc:\n");
}

// Make itself is the judge: it has to see the change of an input whose name needs escapes.
TEST(Depfile, IsReadByMake) {
  const TemporaryDirectory directory;
  directory.put("odd $ name #1.md", "x");
  directory.put("target", "old");
  directory.put("target.d", depfile_text("target", {"odd $ name #1.md", "gone.md"}));
  directory.put("Makefile", "target:\n\t@echo made\n\t@touch target\n-include target.d\n");
  const RunOptions there{{}, directory.path().string(), {}};
  ASSERT_EQ(run({"touch", "-d", "2001-01-01", directory / "target"}).status, 0);
  EXPECT_EQ(run({"make", "-s"}, there).out, "made\n");
  ASSERT_EQ(run({"touch", "-d", "2001-01-01", directory / "odd $ name #1.md"}).status, 0);
  const Outcome outcome = run({"make", "-s"}, there);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
}

}  // namespace
}  // namespace aloud::test
