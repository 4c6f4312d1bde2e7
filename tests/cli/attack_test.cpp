// What somebody who wrote the articles, or the whole repository, may try: a batch reads, writes and removes nothing outside of
// it.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "batch/manifest.h"
#include "cli/batch_site.h"
#include "util/digest.h"

namespace aloud::test {
namespace {

namespace fs = std::filesystem;

// A clone of a stranger's repository, with a home directory beside it that is none of his business.
class Attack : public testing::Test {
 protected:
  Attack() {
    place_.put("home/.bashrc", kMine);
    place_.put("home/secret.md", "The password is swordfish.");
    place_.put("clone/content/a.md", "# Title $(touch owned)\n\nGood text.\n");
  }

  void link(const std::string& target, const std::string& name) const {
    const fs::path path = place_ / ("clone/" + name);
    fs::create_directories(path.parent_path());
    fs::create_symlink(target, path);
  }

  Outcome batch(std::vector<std::string> arguments = {"content", "-o", "out"}) const {
    arguments.insert(arguments.begin(), {"batch", "-f", "wav", "-t", "json", "--rate", "449", "--stats"});
    RunOptions how;
    how.directory = place_ / "clone";
    return aloud(arguments, how);
  }

  // Nothing at home has changed, and nothing new is there.
  void expect_home_untouched() const {
    EXPECT_EQ(read_file(place_ / "home/.bashrc"), kMine);
    std::string names;
    for (const auto& entry : fs::recursive_directory_iterator(place_ / "home"))
      names += fs::relative(entry.path(), place_ / "home").string() + ' ';
    EXPECT_TRUE(names == ".bashrc secret.md " || names == "secret.md .bashrc ") << names;
    EXPECT_FALSE(fs::exists(place_ / "clone/owned"));
  }

  static constexpr const char* kMine = "export PATH\n";
  // Links that stand under this name in the output directory, to a file and to nothing.
  void expect_links_refused_at(const std::string& name) {
    for (const std::string target : {"../../home/.bashrc", "../../home/new"}) {
      link(target, "out/" + name);
      const Outcome outcome = batch();
      EXPECT_EQ(outcome.status, 1);
      EXPECT_NE(outcome.err.find("out/" + name + ": is a symbolic link"), std::string::npos) << outcome.err;
      expect_home_untouched();
      fs::remove_all(place_ / "clone/out");
    }
  }

  TemporaryDirectory place_;
};

TEST_F(Attack, ByLinksInThePlaceOfABatchsOwnFiles) {
  for (const std::string name : {".aloud-journal", ".aloud-lock", "manifest.json"}) expect_links_refused_at(name);
}

TEST_F(Attack, ByLinksInThePlaceOfOutputs) {
  for (const std::string name : {"a.wav", "a.json"}) expect_links_refused_at(name);
}

TEST_F(Attack, ByLinkedDirectories) {
  place_.put("clone/content/p/b.md", "More text.");
  link("../home", "out");
  EXPECT_EQ(batch().status, 1);
  expect_home_untouched();
  EXPECT_EQ(batch({"content", "-o", "out/deep"}).status, 1);
  EXPECT_EQ(batch({"content", "-o", place_ / "clone/out"}).status, 1);
  fs::remove(place_ / "clone/out");
  link("../../home", "out/p");
  const Outcome outcome = batch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("out/p: is a symbolic link"), std::string::npos) << outcome.err;
  EXPECT_TRUE(fs::exists(place_ / "clone/out/a.wav"));  // the other article is none of that
  expect_home_untouched();
}

TEST_F(Attack, ByAProjectFileThatNamesOtherPlaces) {
  for (const std::string line :
       {"output = \"../home\"", "output = \"/tmp/x\"", "output = \"a/../../home\"", "output = \"o\"\ninputs = [\"../home\"]",
        "output = \"o\"\nvoice = \"../home/v.toml\"", "output = \"o\"\nlexicons = [\"/etc/passwd\"]"}) {
    place_.put("clone/aloud.toml", "exclude = []\n" + line + '\n');
    const Outcome outcome = batch({"content"});
    EXPECT_EQ(outcome.status, 1) << line;
    EXPECT_NE(outcome.err.find("must lie within the directory of this file"), std::string::npos) << outcome.err;
    expect_home_untouched();
  }
}

TEST_F(Attack, ByAProjectFileThatIsALink) {
  place_.put("home/.bashrc", kMine);
  link("../home/.bashrc", "aloud.toml");
  const Outcome outcome = batch();
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.err.find("export"), std::string::npos) << outcome.err;
}

TEST_F(Attack, ByArticlesBehindLinks) {
  link("../../home", "content/pics");
  link("/", "content/root");
  link("../../home/secret.md", "content/b.md");
  link("a.md", "content/same.md");  // stays within
  const Outcome outcome = batch();
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(counters(outcome.out)["articles"], "2");
  EXPECT_EQ(counters(outcome.out)["findings"], "3");
  for (const char* name : {"content/pics", "content/root", "content/b.md"})
    EXPECT_NE(outcome.err.find(std::string(name) + ": link-leaves-input: "), std::string::npos) << outcome.err;
  EXPECT_EQ(batch({"content", "-o", "out", "--strict"}).status, 3);
}

TEST_F(Attack, ByInputsThatAreLinks) {
  link("../home", "linked");
  link("../home/secret.md", "b.md");
  EXPECT_EQ(counters(batch({"linked", "b.md", "content", "-o", "out"}).out)["articles"], "1");
  place_.put("clone/aloud.toml", "inputs = [\"linked\", \"linked/*.md\", \"b.md\", \"content\"]\noutput = \"out\"\n");
  EXPECT_EQ(counters(batch({}).out)["articles"], "1");
}

TEST_F(Attack, FollowLinksIsForThoseWhoWantThem) {
  link("../../home", "content/pics");
  const Outcome outcome = batch({"content", "-o", "out", "--follow-links"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(counters(outcome.out)["articles"], "2");
}

// With the seal that only aloud would put there, and without.
TEST_F(Attack, ByAManifestThatPrunesThroughALink) {
  ASSERT_EQ(batch().status, 0);
  place_.put("clone/victim/b.wav", "mine");
  link("../victim", "out/sub");
  Manifest manifest = parse_manifest(read_file(place_ / "clone/out/manifest.json")).manifest;
  manifest.orphans.push_back({{"sub/b.wav", 4, sha256_of("mine")}, "gone.md"});
  const std::string sealed = manifest_text(manifest);
  place_.put("clone/out/manifest.json", sealed);
  EXPECT_EQ(batch({"content", "-o", "out", "--prune"}).status, 0);
  EXPECT_EQ(read_file(place_ / "clone/victim/b.wav"), "mine");
}

TEST_F(Attack, ByAnOrphanThatNoBatchWroteDown) {
  ASSERT_EQ(batch().status, 0);
  place_.put("clone/out/notes.wav", "mine");
  std::string text = read_file(place_ / "clone/out/manifest.json");
  const std::string orphans = "\"orphans\": [";
  text.insert(text.find(orphans) + orphans.size(),
              "\n{\"path\":\"notes.wav\",\"bytes\":4,\"sha256\":\"" + sha256_of("mine") + "\",\"article\":\"x.md\"}");
  place_.put("clone/out/manifest.json", text);
  const Outcome outcome = batch({"content", "-o", "out", "--prune"});
  EXPECT_EQ(read_file(place_ / "clone/out/notes.wav"), "mine");
  EXPECT_NE(outcome.err.find("manifest.json: the orphan notes.wav was changed by another hand"), std::string::npos)
      << outcome.err;
}

TEST_F(Attack, OnFilesWhoseNamesLookLikeTemporaryOnes) {
  ASSERT_EQ(batch().status, 0);
  for (const char* name : {".a.wav.BACKUP", ".a.wav.2026.12", ".a.wav.aB3xYz"})
    place_.put(std::string("clone/out/") + name, "mine");
  ASSERT_EQ(batch({"content", "-o", "out", "--force", "--prune"}).status, 0);
  for (const char* name : {".a.wav.BACKUP", ".a.wav.2026.12", ".a.wav.aB3xYz"})
    EXPECT_EQ(read_file(place_ / (std::string("clone/out/") + name)), "mine");
}

// An article names a voice, a lexicon: those of its project, else those beside it.
TEST_F(Attack, ByFilesThatAnArticleNames) {
  place_.put("home/v.toml", "language = \"en\"\n");
  place_.put("home/words.txt", "Title\tTitle\n");
  link("../../home/v.toml", "content/linked.toml");
  for (const std::string& line :
       {std::string("voice: ../../home/v.toml"), "voice: " + (place_ / "home/v.toml"), std::string("voice: linked.toml"),
        std::string("lexicon: ../../home/words.txt"), std::string("lexicon: /etc/passwd")}) {
    place_.put("clone/content/a.md", "---\n" + line + "\n---\nText.\n");
    const Outcome outcome = batch();
    EXPECT_EQ(outcome.status, 1) << line;
    EXPECT_NE(outcome.err.find("which lies outside of the article's project"), std::string::npos) << outcome.err;
  }
}

TEST_F(Attack, ByLexiconsThatAVoiceOfTheProjectNames) {
  place_.put("home/words.txt", "Title\tTitle\n");
  place_.put("clone/voices/mine.toml", "language = \"en\"\nlexicons = [\"../../home/words.txt\"]\n");
  place_.put("clone/content/a.md", "---\nvoice: mine\n---\nText.\n");
  const Outcome outcome = batch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("which lies outside of its project"), std::string::npos) << outcome.err;
}

TEST_F(Attack, FilesOfTheProjectMayBeNamed) {
  place_.put("clone/voices/mine.toml", "language = \"en\"\nlexicons = [\"../words.txt\"]\n");
  place_.put("clone/words.txt", "Title\tTitle\n");
  place_.put("clone/content/deep/own.toml", "language = \"en\"\n");
  place_.put("clone/content/deep/a.md", "---\nvoice: own.toml\nlexicon: ../../words.txt\n---\nText.\n");
  place_.put("clone/content/b.md", "---\nvoice: mine\n---\nText.\n");
  place_.put("clone/aloud.toml", "output = \"out\"\n");
  const Outcome outcome = batch({"content"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
}

// Where a file is expected, something else is refused at once: nothing hangs, and memory does not fill.
TEST_F(Attack, ByWhatIsNoFile) {
  ASSERT_EQ(::mkfifo((place_ / "clone/content/fifo").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo((place_ / "clone/content/c.md").c_str(), 0600), 0);
  for (const auto& [line, complaint] :
       {std::pair("voice: ./fifo", "is a FIFO, not a voice profile"), {"lexicon: fifo", "is a FIFO, not a lexicon"}}) {
    place_.put("clone/content/a.md", std::string("---\n") + line + "\n---\nText.\n");
    const Outcome outcome = batch();
    EXPECT_EQ(outcome.status, 1) << line;
    EXPECT_NE(outcome.err.find(complaint), std::string::npos) << outcome.err;
  }
  for (const std::string name : {"out/manifest.json", "out/.aloud-journal", "out/.aloud-lock"}) {
    fs::remove_all(place_ / "clone/out");
    fs::create_directories(place_ / "clone/out");
    ASSERT_EQ(::mkfifo((place_ / ("clone/" + name)).c_str(), 0600), 0);
    EXPECT_EQ(batch().status, 1);
    EXPECT_EQ(batch({"content", "-o", "out", "--check"}).status, 1);
  }
  ASSERT_EQ(::mkfifo((place_ / "clone/aloud.toml").c_str(), 0600), 0);
  EXPECT_NE(batch().err.find("aloud.toml: is a FIFO, not a project file"), std::string::npos);
  fs::remove(place_ / "clone/aloud.toml");
  fs::create_directories(place_ / "clone/aloud.toml");
  EXPECT_NE(batch().err.find("aloud.toml: is a directory, not a project file"), std::string::npos);
}

// The article names the file: nobody typed that link.
TEST_F(Attack, ByALinkWhereRenderPutsAnArticle) {
  link("../../home/.bashrc", "out/a.wav");
  link("../../home/new", "out/a.json");
  const auto render = [&](const std::string& output) {
    RunOptions how;
    how.directory = place_ / "clone";
    return aloud({"render", "content/a.md", "-o", output, "-f", "wav", "-t", "json"}, how);
  };
  const Outcome outcome = render("out");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("out/a.wav: is a symbolic link"), std::string::npos) << outcome.err;
  expect_home_untouched();
  fs::remove(place_ / "clone/out/a.wav");
  EXPECT_EQ(render("out/").status, 1);
  expect_home_untouched();
  EXPECT_EQ(render("../home/new.wav").status, 0);  // which the caller wrote himself
}

TEST_F(Attack, ByEndlessArticles) {
  const Outcome outcome = aloud({"render", "/dev/zero", "-o", place_ / "a.wav"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.err, "aloud: /dev/zero: is a device, not an article\n");
}

}  // namespace
}  // namespace aloud::test
