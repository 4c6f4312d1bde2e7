#include "util/atomic_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <functional>

#include <gtest/gtest.h>

#include "support/temporary_directory.h"
#include "util/error.h"

namespace aloud {
namespace {

using test::read_file;
using test::TemporaryDirectory;

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(AtomicFile, AppearsOnlyWithCommit) {
  const TemporaryDirectory directory;
  {
    AtomicFile file(directory / "a.wav");
    file.write_text("whole");
    EXPECT_FALSE(std::filesystem::exists(directory / "a.wav"));
    file.commit();
  }
  EXPECT_EQ(read_file(directory / "a.wav"), "whole");
  EXPECT_EQ(directory.listing(), "a.wav");
}

TEST(AtomicFile, LeavesTheOldFileWhenAbandoned) {
  const TemporaryDirectory directory;
  const std::string path = directory.put("a.wav", "old");
  {
    AtomicFile file(path);
    file.write_text("half of the n");
  }
  EXPECT_EQ(read_file(path), "old");
  EXPECT_EQ(directory.listing(), "a.wav");
}

TEST(AtomicFile, ReplacesTheOldFileAndKeepsItsMode) {
  const TemporaryDirectory directory;
  const std::string path = directory.put("a.wav", "old");
  ::chmod(path.c_str(), 0640);
  AtomicFile file(path);
  file.write_text("new");
  file.commit();
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0640U);
  EXPECT_EQ(read_file(path), "new");
}

TEST(AtomicFile, FollowsASymbolicLinkInsteadOfReplacingIt) {
  const TemporaryDirectory directory;
  const std::string path = directory.put("real.wav", "old");
  std::filesystem::create_symlink(path, directory / "link.wav");
  AtomicFile file(directory / "link.wav");
  file.write_text("new");
  file.commit();
  EXPECT_EQ(read_file(path), "new");
  EXPECT_TRUE(std::filesystem::is_symlink(directory / "link.wav"));
}

TEST(AtomicFile, RewritesWhatWasWrittenAndCountsBytes) {
  const TemporaryDirectory directory;
  AtomicFile file(directory / "a");
  file.write_text("0000 and the rest");
  const std::string header = "1234";
  file.rewrite(0, std::as_bytes(std::span(header)));
  file.write_text(std::string(600'000, 'x'));
  EXPECT_EQ(file.size(), 600'017U);
  file.commit();
  const std::string content = read_file(directory / "a");
  EXPECT_EQ(content.substr(0, 17), "1234 and the rest");
  EXPECT_EQ(content.size(), 600'017U);
}

TEST(AtomicFile, SaysWhereAndWhyItCannotWrite) {
  const TemporaryDirectory directory;
  EXPECT_EQ(
      message_of([&] { AtomicFile file(directory / "no/such/a.wav"); }),
      (directory / "no/such/a.wav") + ": cannot write: there is no directory " + (directory / "no/such") + "; make it first");
  EXPECT_EQ(message_of([&] { AtomicFile file(directory.path().string()); }),
            directory.path().string() + ": cannot write: Is a directory");
}

TEST(AtomicFile, ReportsAFullDisk) {
  AtomicFile file("/dev/full");
  EXPECT_FALSE(file.can_rewrite());
  file.write_text("x");
  EXPECT_EQ(message_of([&] { file.commit(); }),
            "/dev/full: cannot write: No space left on device; make room, or write to another disk");
}

TEST(AtomicFile, WritesWhereALinkPointsThoughNothingIsThereYet) {
  const TemporaryDirectory directory;
  std::filesystem::create_symlink("a.wav", directory / "link.wav");
  AtomicFile file(directory / "link.wav");
  file.write_text("new");
  file.commit();
  EXPECT_TRUE(std::filesystem::is_symlink(directory / "link.wav"));
  EXPECT_EQ(read_file(directory / "a.wav"), "new");
}

TEST(AtomicFile, WritesIntoAPipeThroughTheLinkOfItsDescriptor) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  AtomicFile file("/dev/fd/" + std::to_string(ends[1]));  // as /dev/stdout, or what a shell makes of >(…)
  EXPECT_FALSE(file.can_rewrite());
  file.write_text("whole");
  file.commit();
  std::array<char, 16> read{};
  EXPECT_EQ(::read(ends[0], read.data(), read.size()), 5);
  EXPECT_STREQ(read.data(), "whole");
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST(AtomicFile, RefusesALinkToItself) {
  const TemporaryDirectory directory;
  std::filesystem::create_symlink("link.wav", directory / "link.wav");
  EXPECT_THROW(AtomicFile(directory / "link.wav"), Error);
  EXPECT_TRUE(std::filesystem::is_symlink(directory / "link.wav"));
}

TEST(DescriptorSink, NamesTheStreamThatFailed) {
  DescriptorSink sink(-1, "standard output");
  EXPECT_EQ(message_of([&] { sink.write_text("x"); }), "standard output: cannot write: Bad file descriptor");
}

}  // namespace
}  // namespace aloud
