#include "batch/selection.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/temporary_directory.h"
#include "util/error.h"

namespace aloud::test {
namespace {

namespace fs = std::filesystem;

// "name>stem" of each, separated by spaces.
std::string selected(const TemporaryDirectory& root, std::vector<std::string> inputs, std::vector<std::string> excludes = {},
                     Links links = Links::within_input) {
  SelectionRequest request;
  request.root = root.path().string();
  request.inputs = std::move(inputs);
  request.excludes = std::move(excludes);
  request.output = root / "in/out";
  request.links = links;
  try {
    std::string text;
    for (const SelectedArticle& article : select_articles(request).articles)
      text += (text.empty() ? "" : " ") + article.name + '>' + article.stem;
    return text;
  } catch (const Error& error) {
    return error.what();
  }
}

class Selecting : public testing::Test {
 protected:
  Selecting() {
    for (const char* name : {"in/a.md", "in/b.TXT", "in/c.html", "in/.hidden.md", "in/.git/x.md", "in/sub/d.markdown",
                             "in/out/old.md", "other/a.md"})
      root_.put(name, "Text.");
  }
  TemporaryDirectory root_;
};

TEST_F(Selecting, SearchesDirectoriesButNotTheOutput) {
  EXPECT_EQ(selected(root_, {"in"}), "in/a.md>a in/b.TXT>b in/c.html>c in/sub/d.markdown>sub/d");
  EXPECT_EQ(selected(root_, {"in/"}), "in/a.md>a in/b.TXT>b in/c.html>c in/sub/d.markdown>sub/d");
}

TEST_F(Selecting, TakesFilesAndPatterns) {
  EXPECT_EQ(selected(root_, {"in/c.html"}), "in/c.html>c");
  EXPECT_EQ(selected(root_, {"in/**/*.markdown"}), "in/sub/d.markdown>sub/d");
  EXPECT_EQ(selected(root_, {"*/a.md"}), "in/a.md>in/a other/a.md>other/a");
  EXPECT_EQ(selected(root_, {"in", "in/a.md"}), "in/a.md>a in/b.TXT>b in/c.html>c in/sub/d.markdown>sub/d");
}

TEST_F(Selecting, LeavesOutWhatIsExcluded) {
  EXPECT_EQ(selected(root_, {"in"}, {"*.TXT"}), "in/a.md>a in/c.html>c in/sub/d.markdown>sub/d");
  EXPECT_EQ(selected(root_, {"in"}, {"sub"}), "in/a.md>a in/b.TXT>b in/c.html>c");
  EXPECT_EQ(selected(root_, {"in"}, {"in/sub/**"}), "in/a.md>a in/b.TXT>b in/c.html>c");
}

TEST_F(Selecting, RefusesWhatGivesNothing) {
  EXPECT_EQ(selected(root_, {"missing"}), "missing: no such file or directory");
  EXPECT_EQ(selected(root_, {"in/*.pdf"}), "in/*.pdf: holds no article (.md, .txt)");
  EXPECT_EQ(selected(root_, {"in/out"}), "in/out: holds no article (.md, .txt)");
}

TEST_F(Selecting, FollowsLinksOnceAndSurvivesLoops) {
  fs::create_directory_symlink("..", root_ / "in/sub/up");
  fs::create_directory_symlink("sub", root_ / "in/again");
  fs::create_directory_symlink("../other", root_ / "in/linked");
  fs::create_symlink("nowhere.md", root_ / "in/broken.md");
  EXPECT_EQ(selected(root_, {"in"}, {}, Links::everywhere),
            "in/a.md>a in/b.TXT>b in/broken.md>broken in/c.html>c in/linked/a.md>linked/a in/sub/d.markdown>sub/d");
}

TEST_F(Selecting, PassesByLinksThatLeaveTheirInput) {
  fs::create_directory_symlink("../other", root_ / "in/linked");
  fs::create_symlink("../other/a.md", root_ / "in/e.md");
  fs::create_symlink("../other/none.md", root_ / "in/f.md");
  fs::create_symlink("../other/a.md", root_ / "in/picture.png");  // which nobody would read
  fs::create_symlink("a.md", root_ / "in/g.md");
  SelectionRequest request;
  request.root = root_.path().string();
  request.inputs = {"in"};
  const Selection selection = select_articles(request);
  EXPECT_EQ(selection.links_passed_by, (std::vector<std::string>{root_ / "in/e.md", root_ / "in/f.md", root_ / "in/linked"}));
  EXPECT_EQ(selected(root_, {"in"}), "in/a.md>a in/b.TXT>b in/c.html>c in/g.md>g in/sub/d.markdown>sub/d");
}

// Named within the root, and not there; elsewhere a person named the way, but for its last part.
TEST_F(Selecting, PassesByInputsThatAreLinksToElsewhere) {
  const TemporaryDirectory elsewhere;
  elsewhere.put("secret/s.md", "Text.");
  fs::create_directory_symlink(elsewhere / "secret", root_ / "planted");
  fs::create_directory_symlink(elsewhere / "secret", elsewhere / "alias");
  fs::create_directory_symlink(root_ / "in", elsewhere / "leaf");
  for (const char* input : {"planted", "planted/*.md", "planted/s.md"}) EXPECT_EQ(selected(root_, {input}), "") << input;
  EXPECT_EQ(selected(root_, {elsewhere / "alias/s.md"}), "s.md>s");
  EXPECT_EQ(selected(root_, {elsewhere / "leaf"}), "");
}

TEST_F(Selecting, TakesAnyBytesInNames) {
  root_.put("odd/new\nline \xff.md", "Text.");
  EXPECT_EQ(selected(root_, {"odd"}), "odd/new\nline \xff.md>new\nline \xff");
}

}  // namespace
}  // namespace aloud::test
