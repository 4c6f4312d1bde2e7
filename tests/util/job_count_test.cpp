#include "util/job_count.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/temporary_directory.h"

namespace aloud {
namespace {

void write_limit(const std::filesystem::path& group, const std::string& limit) {
  std::filesystem::create_directories(group);
  std::ofstream(group / "cpu.max") << limit;
}

TEST(CoresOfQuota, ReadsCpuMax) {
  const struct {
    const char* limit;
    unsigned cores;
  } cases[] = {{"max 100000\n", 0},   {"200000 100000\n", 2}, {"150000 100000\n", 2},
               {"50000 100000\n", 1}, {"400000 200000\n", 2}, {"", 0},
               {"0 100000", 0},       {"100000 0", 0},        {"-5 100000", 0},
               {"nonsense", 0},       {"100000", 0}};
  for (const auto& c : cases) {
    const test::TemporaryDirectory root;
    write_limit(root.path() / "job", c.limit);
    EXPECT_EQ(cores_of_quota("/job", root.path().string()), c.cores) << c.limit;
  }
}

TEST(CoresOfQuota, TakesTheTightestOfAGroupAndThoseAbove) {
  const test::TemporaryDirectory root;
  const std::filesystem::path& top = root.path();
  write_limit(top / "a", "300000 100000");
  write_limit(top / "a/b", "800000 100000");
  write_limit(top / "a/b/c", "max 100000");
  EXPECT_EQ(cores_of_quota("/a/b/c", root.path().string()), 3U);
  EXPECT_EQ(cores_of_quota("/a", root.path().string()), 3U);
  EXPECT_EQ(cores_of_quota("/", root.path().string()), 0U);
  EXPECT_EQ(cores_of_quota("", root.path().string()), 0U);
  EXPECT_EQ(cores_of_quota("/not/there", root.path().string()), 0U);
}

TEST(UsableCores, AreAtLeastOne) { EXPECT_GE(usable_cores(), 1U); }

}  // namespace
}  // namespace aloud
