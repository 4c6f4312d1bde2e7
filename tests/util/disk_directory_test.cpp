#include "util/disk_directory.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <functional>

#include "support/temporary_directory.h"
#include "util/error.h"

namespace aloud::test {
namespace {

namespace fs = std::filesystem;

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

// Both ways of resolving names keep the same promises.
class DiskDirectoryTest : public testing::TestWithParam<Resolution> {
 protected:
  DiskDirectoryTest() { fs::create_directories(place_ / "out"); }

  DiskDirectory open() const {
    return {place_ / "out", UniqueDescriptor(::open((place_ / "out").c_str(), O_PATH | O_DIRECTORY)), GetParam()};
  }

  void write(const std::string& inner, const std::string& text) const {
    DiskDirectory directory = open();
    const auto file = directory.create(inner);
    file->write_text(text);
    file->commit();
  }

  void link(const std::string& target, const std::string& inner) const {
    fs::create_directories(fs::path(place_ / ("out/" + inner)).parent_path());
    fs::create_symlink(target, place_ / ("out/" + inner));
  }

  TemporaryDirectory place_;
};

INSTANTIATE_TEST_SUITE_P(Resolutions, DiskDirectoryTest, testing::Values(Resolution::by_kernel, Resolution::by_component),
                         [](const auto& way) { return way.param == Resolution::by_kernel ? "ByKernel" : "ByComponent"; });

TEST_P(DiskDirectoryTest, WritesReadsListsAndRemovesWhatLiesBeneath) {
  write("a/b/c.ogg", "sound");
  write("z.txt", "text");
  DiskDirectory directory = open();
  EXPECT_EQ(directory.read("a/b/c.ogg", 100), "sound");
  EXPECT_EQ(directory.digest_of("a/b/c.ogg")->bytes, 5U);
  EXPECT_EQ(directory.names_in(""), (std::vector<std::string>{"a", "z.txt"}));
  EXPECT_EQ(directory.names_in("a/b"), std::vector<std::string>{"c.ogg"});
  EXPECT_EQ(directory.kind_of("a"), EntryKind::directory);
  EXPECT_EQ(directory.kind_of("a/b/c.ogg"), EntryKind::file);
  EXPECT_EQ(directory.kind_of("a/none"), EntryKind::missing);
  directory.remove("a/b/c.ogg");
  EXPECT_EQ(directory.names_in(""), std::vector<std::string>{"z.txt"});
  directory.remove("a/b/c.ogg");  // is gone already
}

TEST_P(DiskDirectoryTest, ReadsNoMoreThanItIsAskedFor) {
  write("five", "12345");
  EXPECT_EQ(open().read("five", 5), "12345");
  EXPECT_EQ(open().read("five", 4), std::nullopt);
}

TEST_P(DiskDirectoryTest, AddsToTheEndOfAFileOfItsOwn) {
  DiskDirectory directory = open();
  EXPECT_TRUE(directory.append("journal", "one "));
  EXPECT_TRUE(directory.append("journal", "two"));
  EXPECT_EQ(directory.read("journal", 100), "one two");
}

TEST_P(DiskDirectoryTest, AddsNothingToAFileWithASecondName) {
  const std::string other = place_.put("other", "mine");
  fs::create_hard_link(other, place_ / "out/journal");
  EXPECT_FALSE(open().append("journal", "theirs"));
  EXPECT_EQ(read_file(other), "mine");
}

TEST_P(DiskDirectoryTest, FollowsNoLinkInThePlaceOfAFile) {
  const std::string other = place_.put("other", "mine");
  link("../other", "file");
  link("../not-there", "dangling");
  for (const char* name : {"file", "dangling"}) {
    DiskDirectory directory = open();
    EXPECT_EQ(directory.kind_of(name), EntryKind::link);
    EXPECT_EQ(directory.read(name, 100), std::nullopt);
    EXPECT_FALSE(directory.digest_of(name));
    EXPECT_FALSE(directory.append(name, "theirs"));
    EXPECT_THROW(directory.lock(name, LockKind::exclusive, {}), Error);
    EXPECT_EQ(message_of([&] { directory.create(name); }),
              (place_ / "out/") + name + ": is a symbolic link, and only files are written here: remove it");
  }
  EXPECT_EQ(read_file(other), "mine");
  EXPECT_EQ(place_.listing(), "other out");
}

TEST_P(DiskDirectoryTest, FollowsNoLinkInThePlaceOfADirectory) {
  place_.put("elsewhere/a", "mine");
  link("../elsewhere", "linked");
  link("../../elsewhere", "p/linked");
  for (const std::string name : {"linked", "p/linked"}) {
    DiskDirectory directory = open();
    EXPECT_EQ(directory.kind_of(name + "/a"), EntryKind::missing);
    EXPECT_EQ(directory.read(name + "/a", 100), std::nullopt);
    EXPECT_TRUE(directory.names_in(name).empty());
    EXPECT_FALSE(directory.append(name + "/b", "theirs"));
    directory.remove(name + "/a");
    directory.remove_orphaned_temporaries(name);
    EXPECT_EQ(message_of([&] { directory.create(name + "/b"); }),
              (place_ / "out/") + name +
                  ": is a symbolic link, where a directory was expected: links are not followed here, name the directory that "
                  "it leads to");
  }
  EXPECT_EQ(read_file(place_ / "elsewhere/a"), "mine");
}

TEST_P(DiskDirectoryTest, LeadsNowhereByPointsOrFromTheRoot) {
  place_.put("other", "mine");
  for (const std::string& name : {std::string("../other"), std::string("a/../../other"), place_ / "other"}) {
    DiskDirectory directory = open();
    EXPECT_EQ(directory.read(name, 100), std::nullopt) << name;
    EXPECT_FALSE(directory.append(name, "theirs")) << name;
  }
  EXPECT_EQ(read_file(place_ / "other"), "mine");
}

TEST_P(DiskDirectoryTest, WaitsForNothingThatIsNoFile) {
  ASSERT_EQ(::mkfifo((place_ / "out/fifo").c_str(), 0600), 0);
  fs::create_directories(place_ / "out/directory");
  DiskDirectory directory = open();
  for (const std::string name : {"fifo", "directory"}) {
    EXPECT_EQ(directory.read(name, 100), std::nullopt);
    EXPECT_FALSE(directory.digest_of(name));
    EXPECT_FALSE(directory.append(name, "x"));
    EXPECT_THROW(directory.create(name), Error);
  }
  EXPECT_EQ(message_of([&] { directory.create("fifo"); }),
            (place_ / "out/fifo") + ": is a FIFO, and only files are written here: remove it");
}

TEST_P(DiskDirectoryTest, GoesOnInItsDirectoryWhateverBecomesOfTheName) {
  DiskDirectory directory = open();
  fs::rename(place_ / "out", place_ / "moved");
  fs::create_directory_symlink("/", place_ / "out");
  directory.append("a", "x");
  EXPECT_EQ(read_file(place_ / "moved/a"), "x");
}

TEST_P(DiskDirectoryTest, HoldsNothingWhereThereIsNoDirectory) {
  DiskDirectory directory("nowhere", UniqueDescriptor(), GetParam());
  EXPECT_TRUE(directory.names_in("").empty());
  EXPECT_EQ(directory.kind_of("a"), EntryKind::missing);
  EXPECT_FALSE(directory.append("a", "x"));
  EXPECT_THROW(directory.create("a"), Error);
  EXPECT_EQ(directory.path_of("a"), "nowhere/a");
}

// What a person or a project names to write into: where links are followed, and where not.
class NamedDirectoryTest : public testing::Test {
 protected:
  NamedDirectoryTest() {
    fs::create_directories(place_ / "clone/real");
    fs::create_directories(place_ / "system/www");
    fs::create_directory_symlink("../system", place_ / "clone/planted");
    fs::create_directory_symlink("system", place_ / "admin");
  }

  std::string outcome(const std::string& path, Make make = Make::yes) const {
    try {
      return open_named_directory(path, {place_ / "clone"}, make) ? "opened" : "not there";
    } catch (const Error& error) {
      return fs::path(error.place().path).lexically_relative(place_.path()).string() + ": " + error.message();
    }
  }

  TemporaryDirectory place_;
};

constexpr const char* kRefusal =
    ": is a symbolic link, which outputs are not written through: name the directory that it leads to";

TEST_F(NamedDirectoryTest, FollowsNoLinkBeneathAGuardedDirectory) {
  EXPECT_EQ(outcome(place_ / "clone/real/new"), "opened");
  EXPECT_EQ(outcome(place_ / "clone/planted/www"), std::string("clone/planted") + kRefusal);
  EXPECT_EQ(outcome(place_ / "clone/planted"), std::string("clone/planted") + kRefusal);
  EXPECT_EQ(outcome(place_ / "clone/real/../planted/www"), std::string("clone/planted") + kRefusal);
  EXPECT_EQ(outcome(place_ / "admin/../clone/planted/www"), std::string("clone/planted") + kRefusal);
}

TEST_F(NamedDirectoryTest, FollowsTheSystemsOwnLinksButNotInTheLastPlace) {
  EXPECT_EQ(outcome(place_ / "admin/www/audio"), "opened");
  EXPECT_TRUE(fs::is_directory(place_ / "system/www/audio"));
  EXPECT_EQ(outcome(place_ / "admin"), std::string("admin") + kRefusal);
}

TEST_F(NamedDirectoryTest, MakesNothingUnlessItIsTo) {
  EXPECT_EQ(outcome(place_ / "clone/new/deep", Make::no), "not there");
  EXPECT_FALSE(fs::exists(place_ / "clone/new"));
  EXPECT_EQ(outcome(place_ / "clone/new/deep/", Make::yes), "opened");
  EXPECT_TRUE(fs::is_directory(place_ / "clone/new/deep"));
}

TEST_F(NamedDirectoryTest, SaysWhatIsInTheWay) {
  place_.put("clone/file", "x");
  EXPECT_EQ(outcome(place_ / "clone/file/new"), "clone/file: is a file, not a directory");
}

}  // namespace
}  // namespace aloud::test
