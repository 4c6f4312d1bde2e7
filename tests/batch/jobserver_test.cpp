#include "batch/jobserver.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>

#include <sys/stat.h>
#include "support/temporary_directory.h"

namespace aloud::test {
namespace {

class Pipe {
 public:
  explicit Pipe(const std::string& tokens) {
    EXPECT_EQ(::pipe2(ends_.data(), O_CLOEXEC), 0);
    EXPECT_EQ(::write(ends_[1], tokens.data(), tokens.size()), static_cast<ssize_t>(tokens.size()));
  }
  ~Pipe() {
    ::close(ends_[0]);
    ::close(ends_[1]);
  }
  std::string flags() const { return " -j --jobserver-auth=" + std::to_string(ends_[0]) + ',' + std::to_string(ends_[1]); }
  std::string tokens() const {
    std::array<char, 64> buffer{};
    ::fcntl(ends_[0], F_SETFL, O_NONBLOCK);
    const ssize_t count = ::read(ends_[0], buffer.data(), buffer.size());
    return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
  }
  bool blocks() const { return (::fcntl(ends_[0], F_GETFL) & O_NONBLOCK) == 0; }

 private:
  std::array<int, 2> ends_{};
};

TEST(Jobserver, TakesWhatIsFreeAndGivesItBackAsItWas) {
  const Pipe make("xyz");
  {
    const Jobserver jobserver(make.flags(), 8);
    EXPECT_TRUE(jobserver.is_there());
    EXPECT_EQ(jobserver.jobs(), 4U);
    EXPECT_TRUE(make.blocks());  // make's own flags are as make has set them
  }
  std::string back = make.tokens();
  std::sort(back.begin(), back.end());
  EXPECT_EQ(back, "xyz");
}

TEST(Jobserver, TakesNoMoreThanItUses) {
  const Pipe make("wxyz");
  {
    const Jobserver jobserver(make.flags(), 3);
    EXPECT_EQ(jobserver.jobs(), 3U);
    EXPECT_EQ(make.tokens().size(), 2U);
  }
}

TEST(Jobserver, SignalHandlerGivesTokensBackOnce) {
  const Pipe make("ab");
  {
    const Jobserver jobserver(make.flags(), 8);
    return_jobserver_tokens();
    return_jobserver_tokens();
    EXPECT_EQ(jobserver.jobs(), 1U);
  }
  EXPECT_EQ(make.tokens().size(), 2U);
}

TEST(Jobserver, LastOneNamedCounts) {
  const Pipe outer("abcdef");
  const Pipe inner("x");
  const Jobserver jobserver(outer.flags() + inner.flags() + " -- X=1", 8);
  EXPECT_EQ(jobserver.jobs(), 2U);
}

TEST(Jobserver, ReadsFifos) {
  const TemporaryDirectory directory;
  const std::string path = directory / "fifo";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const int make = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(::write(make, "++", 2), 2);
  {
    const Jobserver jobserver("-j --jobserver-auth=fifo:" + path, 8);
    EXPECT_EQ(jobserver.jobs(), 3U);
  }
  std::array<char, 8> buffer{};
  EXPECT_EQ(::read(make, buffer.data(), buffer.size()), 2);
  ::close(make);
}

TEST(Jobserver, SaysWhenMakeHasClosedIt) {
  const Jobserver closed("-j --jobserver-auth=897,898", 8);
  EXPECT_FALSE(closed.is_there());
  EXPECT_TRUE(closed.is_closed());
  const Jobserver none("-k", 8);
  EXPECT_FALSE(none.is_there());
  EXPECT_FALSE(none.is_closed());
}

}  // namespace
}  // namespace aloud::test
