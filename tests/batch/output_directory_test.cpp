#include "batch/output_directory.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "batch/orphans.h"
#include "support/memory_disk.h"
#include "support/temporary_directory.h"
#include "util/digest.h"
#include "util/disk_directory.h"
#include "util/error.h"

namespace aloud::test {
namespace {

ManifestArticle article(const std::string& name, const std::string& title = "") {
  ManifestArticle article;
  article.name = name;
  article.title = title;
  return article;
}

Manifest manifest_with(const std::vector<std::string>& names, Shard shard = {}) {
  Manifest manifest;
  manifest.shard = shard;
  for (const std::string& name : names) manifest.articles.push_back(std::make_shared<const ManifestArticle>(article(name)));
  return manifest;
}

std::unique_ptr<Directory> opened(const std::string& path, Access access) {
  const Make make = access == Access::exclusive ? Make::yes : Make::no;
  return std::make_unique<DiskDirectory>(path, open_named_directory(path, {}, make));
}

std::string names_of(const Knowledge& knowledge) {
  std::string names;
  for (const auto& [name, one] : knowledge.articles) names += (names.empty() ? "" : " ") + name;
  return names;
}

TEST(OutputDirectory, JournalOutlivesTheProcessAndLosesToTheManifest) {
  const TemporaryDirectory place;
  {
    OutputDirectory directory(opened(place / "new/out", Access::exclusive), {}, Access::exclusive, {});
    directory.append_to_journal(article("a"));
    directory.append_to_journal(article("b", "second"));
  }
  OutputDirectory directory(opened(place / "new/out", Access::exclusive), {}, Access::exclusive, {});
  EXPECT_EQ(names_of(directory.read()), "a b");
  EXPECT_TRUE(directory.read().interrupted);
  directory.write_manifest(manifest_with({"a"}), OutputDirectory::Rewrite::if_changed);
  EXPECT_EQ(names_of(directory.read()), "a");
  EXPECT_FALSE(directory.read().interrupted);
}

TEST(OutputDirectory, TornJournalLosesItsLastLineOnly) {
  const TemporaryDirectory place;
  const std::string whole = '\n' + to_json_line(article("a")) + '\n' + '\n' + to_json_line(article("b")) + '\n';
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    place.put(".aloud-journal", whole.substr(0, size));
    OutputDirectory directory(opened(place.path(), Access::exclusive), {}, Access::exclusive, {});
    directory.append_to_journal(article("c"));
    const std::string names = names_of(directory.read());
    EXPECT_TRUE(names == "c" || names == "a c" || names == "a b c") << size << names;
  }
}

TEST(OutputDirectory, WholeBatchSupersedesShardsAndShardsThoseOfOtherCounts) {
  const TemporaryDirectory place;
  const auto write = [&](Shard shard, const std::string& name) {
    OutputDirectory directory(opened(place.path(), Access::exclusive), shard, Access::exclusive, {});
    directory.write_manifest(manifest_with({name}, shard), OutputDirectory::Rewrite::if_changed);
  };
  write({1, 2}, "a");
  write({2, 2}, "b");
  EXPECT_EQ(place.listing(), ".aloud-lock .aloud-lock.1-of-2 .aloud-lock.2-of-2 manifest.1-of-2.json manifest.2-of-2.json");
  write({1, 3}, "a");
  EXPECT_EQ(names_of(OutputDirectory(opened(place.path(), Access::read_only), {1, 3}, Access::read_only, {}).read()), "a");
  write({}, "c");
  EXPECT_EQ(names_of(OutputDirectory(opened(place.path(), Access::read_only), {}, Access::read_only, {}).read()), "c");
}

TEST(OutputDirectory, DoesNotTouchAManifestThatIsRight) {
  const TemporaryDirectory place;
  OutputDirectory directory(opened(place.path(), Access::exclusive), {}, Access::exclusive, {});
  directory.write_manifest(manifest_with({"a"}), OutputDirectory::Rewrite::if_changed);
  const auto before = std::filesystem::last_write_time(place / "manifest.json");
  std::filesystem::last_write_time(place / "manifest.json", before - std::chrono::hours(1));
  directory.write_manifest(manifest_with({"a"}), OutputDirectory::Rewrite::if_changed);
  EXPECT_EQ(std::filesystem::last_write_time(place / "manifest.json"), before - std::chrono::hours(1));
  directory.write_manifest(manifest_with({"a"}), OutputDirectory::Rewrite::always);
  EXPECT_GT(std::filesystem::last_write_time(place / "manifest.json"), before - std::chrono::hours(1));
}

TEST(OutputDirectory, RemovesOnlyLeftoversUnderItsOwnMark) {
  const TemporaryDirectory place;
  for (const char* name : {".a.ogg.123.0", ".a.ogg.2026.12", ".a.ogg.BACKUP", ".aloud-0123456789abcdef.tmp", ".swp",
                           "p/.aloud-0123456789abcdef.tmp", "q/.aloud-0123456789abcdef.tmp"})
    place.put(name, "x");
  const OutputDirectory directory(opened(place.path(), Access::exclusive), {}, Access::exclusive, {});
  directory.remove_leftovers({"a.ogg", "p/b.ogg"});
  EXPECT_EQ(place.listing(), ".a.ogg.123.0 .a.ogg.2026.12 .a.ogg.BACKUP .aloud-lock .swp p q");
  EXPECT_TRUE(std::filesystem::is_empty(place / "p"));
  EXPECT_FALSE(std::filesystem::is_empty(place / "q"));
}

TEST(OutputDirectory, RefusesLinksInThePlaceOfItsOwnFilesBeforeAnythingIsDone) {
  for (const std::string name : {".aloud-lock", ".aloud-journal", "manifest.json"}) {
    const TemporaryDirectory place;
    const std::string other = place.put("bashrc", "mine");
    place.put("out/x", "x");
    std::filesystem::create_symlink("../bashrc", place / ("out/" + name));
    try {
      const OutputDirectory directory(opened(place / "out", Access::exclusive), {}, Access::exclusive, {});
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      EXPECT_EQ(error.what(),
                (place / "out/") + name + ": is a symbolic link, and a batch has a file of its own under that name: remove it");
    }
    EXPECT_EQ(read_file(other), "mine");
  }
}

TEST(OutputDirectory, TellsOfManifestsThatAreNoFiles) {
  const TemporaryDirectory place;
  place.put("bashrc", "mine");
  std::filesystem::create_directories(place / "out/manifest.json");
  std::filesystem::create_symlink("../bashrc", place / "out/.aloud-journal.1-of-2");
  const OutputDirectory directory(opened(place / "out", Access::read_only), {}, Access::read_only, {});
  EXPECT_EQ(directory.read().problems, (std::vector<std::string>{"manifest.json: is no file that can be read",
                                                                 ".aloud-journal.1-of-2: is no file that can be read"}));
}

TEST(OutputDirectory, RemovesDirectoriesThatAreEmptyThen) {
  const TemporaryDirectory place;
  place.put("p/q/a.ogg", "x");
  place.put("p/keep", "x");
  const OutputDirectory directory(opened(place.path(), Access::exclusive), {}, Access::exclusive, {});
  directory.remove("p/q/a.ogg");
  EXPECT_FALSE(std::filesystem::exists(place / "p/q"));
  EXPECT_TRUE(std::filesystem::exists(place / "p/keep"));
}

// A second batch waits until the first has ended, however that ends.
TEST(OutputDirectory, SecondOneWaitsForTheFirst) {
  const TemporaryDirectory place;
  std::array<int, 2> ready{};
  ASSERT_EQ(::pipe(ready.data()), 0);
  auto first = std::make_unique<OutputDirectory>(opened(place.path(), Access::exclusive), Shard{}, Access::exclusive, [] {});
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ready[0]);
    first.reset();  // the copy; the lock is held by the parent's as well
    const OutputDirectory second(opened(place.path(), Access::exclusive), {}, Access::exclusive, [&] {
      if (::write(ready[1], "w", 1) != 1) ::_exit(3);
    });
    ::_exit(std::filesystem::exists(place / "done") ? 0 : 1);
  }
  ::close(ready[1]);
  char waiting = 0;
  ASSERT_EQ(::read(ready[0], &waiting, 1), 1);
  place.put("done", "x");
  first.reset();
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  ::close(ready[0]);
}

TEST(OutputDirectory, ReadOnlyMakesNothing) {
  const TemporaryDirectory place;
  const OutputDirectory directory(opened(place / "not/there", Access::read_only), {}, Access::read_only, {});
  EXPECT_TRUE(directory.read().articles.empty());
  EXPECT_EQ(place.listing(), "");
}

// Whatever lies behind the interface of a directory: here, nothing but memory.
TEST(OutputDirectory, KeepsItsPromisesInAnyDirectory) {
  test::MemoryDisk disk;
  OutputDirectory directory(disk.open(), {}, Access::exclusive, {});
  directory.append_to_journal(article("a"));
  EXPECT_EQ(names_of(directory.read()), "a");
  directory.write_manifest(manifest_with({"a", "b"}), OutputDirectory::Rewrite::if_changed);
  EXPECT_TRUE(disk.files.contains("manifest.json"));
  EXPECT_FALSE(disk.files.contains(".aloud-journal"));
  disk.files["a.ogg"] = "sound";
  EXPECT_EQ(directory.state_of({"a.ogg", 5, sha256_of("sound")}), FileState::as_made);
  EXPECT_EQ(directory.state_of({"b.ogg", 5, sha256_of("sound")}), FileState::missing);
  disk.links.insert(".aloud-journal");
  EXPECT_THROW(OutputDirectory(disk.open(), {}, Access::exclusive, {}), Error);
}

TEST(OutputDirectory, TellsWhatBecameOfAFile) {
  const TemporaryDirectory place;
  place.put("a.ogg", "sound");
  place.put("b.ogg", "noise");
  const OutputDirectory directory(opened(place.path(), Access::read_only), {}, Access::read_only, {});
  const std::string sound = sha256_of("sound");
  EXPECT_EQ(directory.state_of({"a.ogg", 5, sound}), FileState::as_made);
  EXPECT_EQ(directory.state_of({"b.ogg", 5, sound}), FileState::changed);
  EXPECT_EQ(directory.state_of({"a.ogg", 6, sound}), FileState::changed);
  EXPECT_EQ(directory.state_of({"c.ogg", 5, sound}), FileState::missing);
}

TEST(Orphans, AreTheFilesThatAreThereAndThatNobodyWants) {
  const TemporaryDirectory place;
  for (const char* name : {"gone.ogg", "gone.json", "kept.ogg", "old.ogg", "elsewhere"}) place.put(name, "x");
  std::filesystem::create_symlink(place / "elsewhere", place / "link.ogg");  // somebody put it there: not ours
  const auto known = [](const std::string& name, const std::vector<std::string>& files) {
    ManifestArticle one = article(name);
    for (const std::string& file : files) one.audio.emplace_back().file.path = file;
    return std::make_shared<const ManifestArticle>(std::move(one));
  };
  const auto gone = known("gone", {"gone.ogg", "gone.json", "link.ogg", "removed.ogg"});
  const std::vector<Orphan> orphans =
      orphans_of({{{"old.ogg", 0, {}}, "old"}, {{"gone.ogg", 0, {}}, "older"}}, {gone, known("kept", {"kept.ogg"})},
                 {"kept.ogg"}, OutputDirectory(opened(place.path(), Access::read_only), {}, Access::read_only, {}));
  std::string text;
  for (const Orphan& orphan : orphans) text += orphan.file.path + " of " + orphan.article + "; ";
  EXPECT_EQ(text, "gone.json of gone; gone.ogg of gone; old.ogg of old; ");
}

}  // namespace
}  // namespace aloud::test
