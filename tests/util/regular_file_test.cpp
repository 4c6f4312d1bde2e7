#include "util/regular_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "support/temporary_directory.h"

namespace aloud::test {
namespace {

constexpr FileRules kRules{"voice profile", 1024, ErrorKind::usage, ErrorKind::profile};

std::string outcome(const std::string& path, const FileRules& rules = kRules) {
  try {
    return read_regular_file(path, rules);
  } catch (const Error& error) {
    return (error.kind() == ErrorKind::usage ? "usage: " : "profile: ") + error.message();
  }
}

TEST(RegularFile, IsReadWholeOrRefusedInWords) {
  const TemporaryDirectory place;
  ASSERT_EQ(::mkfifo((place / "fifo").c_str(), 0600), 0);
  place.put("file", "text");
  std::filesystem::create_symlink("file", place / "link");
  place.put("full", std::string(1024, 'x'));
  place.put("large", std::string(1025, 'x'));
  EXPECT_EQ(outcome(place / "file"), "text");
  EXPECT_EQ(outcome(place / "link"), "text");
  EXPECT_EQ(outcome(place / "full").size(), 1024U);
  EXPECT_EQ(outcome(place / "large"), "profile: is too large to be a voice profile (over 1 KiB)");
  EXPECT_EQ(outcome(place / "none"), "usage: cannot open: No such file or directory");
  EXPECT_EQ(outcome(place / "fifo"), "profile: is a FIFO, not a voice profile");
  EXPECT_EQ(outcome(place.path()), "profile: is a directory, not a voice profile");
  EXPECT_EQ(outcome("/dev/zero"), "profile: is a device, not a voice profile");
  EXPECT_FALSE(outcome("/proc/self/stat").empty());  // whose size is told as 0
}

TEST(RegularFile, IsReadOrNotWhereNobodyHasToBeTold) {
  const TemporaryDirectory place;
  place.put("file", "text");
  EXPECT_EQ(read_if_regular(place / "file", 4), "text");
  EXPECT_EQ(read_if_regular(place / "file", 3), std::nullopt);
  EXPECT_EQ(read_if_regular(place / "none", 3), std::nullopt);
  EXPECT_EQ(read_if_regular(place.path(), 3), std::nullopt);
}

}  // namespace
}  // namespace aloud::test
