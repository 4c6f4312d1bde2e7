#include "util/error.h"

#include <cerrno>

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(Error, NamesThePlaceFirst) {
  const Error error(ErrorKind::profile, "unknown key \"pich\"", {"voices/anna.toml", 3, 1});
  EXPECT_STREQ(error.what(), "voices/anna.toml:3:1: unknown key \"pich\"");
  EXPECT_EQ(error.message(), "unknown key \"pich\"");
}

TEST(Error, LeavesOutWhatIsUnknownOfThePlace) {
  EXPECT_STREQ(Error(ErrorKind::input, "is a directory", {"text", 0, 0}).what(), "text: is a directory");
  EXPECT_STREQ(Error(ErrorKind::usage, "no article given").what(), "no article given");
}

TEST(Error, DescribesErrnoInEnglish) { EXPECT_EQ(describe_errno(ENOENT), "No such file or directory"); }

}  // namespace
}  // namespace aloud
