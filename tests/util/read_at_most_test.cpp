#include "util/read_at_most.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace aloud {
namespace {

TEST(ReadAtMost, TakesAllThatIsThereAndOneByteMoreThanMayBe) {
  for (const std::size_t size : {0U, 1U, 99U, 100U, 101U, 16384U, 16385U, 40000U}) {
    const std::string text(size, 'x');
    for (const std::size_t most : {std::size_t{0}, std::size_t{100}, std::size_t{16384}, std::size_t{1} << 20}) {
      std::istringstream stream(text);
      EXPECT_EQ(read_at_most(stream, most).size(), std::min(size, most + 1)) << size << " of " << most;
    }
  }
}

TEST(ReadAtMost, ReadsFilesThatTellNoSize) {
  std::ifstream file("/proc/self/status", std::ios::binary);
  EXPECT_TRUE(read_at_most(file, 1 << 20).starts_with("Name:"));
}

}  // namespace
}  // namespace aloud
