// The take cache among other processes, killed in the middle, without rights, and on a full disk.
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cache/segment_format.h"
#include "cache/take_cache.h"
#include "cache_support.h"
#include "util/sanitizers.h"

namespace aloud {
namespace {

using namespace test;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr int kSkipped = 77;

pid_t start(const std::function<int()>& job) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(job());
  return child;
}

// The exit status, or minus the signal that ended it.
int wait_for(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

int run(const std::function<int()>& job) { return wait_for(start(job)); }

std::size_t count_hits(TakeCache& cache, std::uint64_t count) {
  std::size_t hits = 0;
  for (std::uint64_t i = 0; i < count; ++i) hits += outcome(cache.find(key_of(i)), small_take(i)) == "hit" ? 1U : 0U;
  return hits;
}

// Stores takes of its own and takes that all store, and looks for any: 0, or the number of wrong answers.
int store_and_find(const std::string& directory, std::uint64_t own, std::uint64_t others) {
  constexpr std::uint64_t kRounds = 30;
  std::mt19937_64 random(own);
  int wrong = 0;
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    TakeCache cache({directory});
    const auto store = [&](std::uint64_t number) { wrong += cache.store(key_of(number), small_take(number)) ? 0 : 1; };
    store(own * kRounds + round);
    store(others * kRounds + random() % 20);
    for (int i = 0; i < 20; ++i) {
      const std::uint64_t number = random() % (others * kRounds + 20);
      wrong += outcome(cache.find(key_of(number)), small_take(number)) == "WRONG BYTES" ? 1 : 0;
    }
  }
  return wrong;
}

TEST(TakeCacheProcesses, StoreAndFindTheSameAndDifferentKeysAtOnce) {
  const TemporaryDirectory directory;
  constexpr std::uint64_t kProcesses = 8;
  std::vector<pid_t> children;
  for (std::uint64_t i = 0; i < kProcesses; ++i) {
    children.push_back(start([&] { return store_and_find(directory.path().string(), i, kProcesses); }));
  }
  for (const pid_t child : children) EXPECT_EQ(wait_for(child), 0);
  TakeCache cache({directory.path().string()});
  EXPECT_EQ(count_hits(cache, kProcesses * 30), kProcesses * 30);
  EXPECT_THAT(cache.verify(), IsEmpty());
  EXPECT_THAT(directory.listing(), Not(HasSubstr(".tmp")));
  EXPECT_LT(files_of(directory.path(), ".pack").size(), 30U) << "merged while all were busy";
}

// Stores takes 0, 1, 2, … and reports each by a byte, until it is killed.
[[noreturn]] void store_until_killed(const std::string& directory, std::uint64_t flush_every, int report) {
  TakeCache cache({directory});
  for (std::uint64_t i = 0;; ++i) {
    cache.store(key_of(i), small_take(i));
    if (::write(report, "", 1) != 1) ::_exit(1);
    if (i % flush_every == flush_every - 1) cache.flush();
  }
}

TEST(TakeCacheProcesses, LoseNothingThatWasStoredWhenKilled) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const TemporaryDirectory directory;
    const std::uint64_t flush_every = round % 3 == 0 ? 1000 : 1 + random() % 4;
    int report[2] = {};
    ASSERT_EQ(::pipe(report), 0);
    const pid_t child = start([&]() -> int { store_until_killed(directory.path().string(), flush_every, report[1]); });
    ::close(report[1]);
    const std::uint64_t until = 1 + random() % 60;
    std::uint64_t stored = 0;
    char byte = 0;
    while (stored < until && ::read(report[0], &byte, 1) == 1) ++stored;
    ::kill(child, SIGKILL);
    EXPECT_EQ(wait_for(child), -SIGKILL);
    while (::read(report[0], &byte, 1) == 1) ++stored;
    ::close(report[0]);
    TakeCache cache({directory.path().string()});
    ASSERT_EQ(count_hits(cache, stored), stored) << "round " << round;
    ASSERT_THAT(cache.verify(), IsEmpty());
    ASSERT_THAT(directory.listing(), Not(HasSubstr(".tmp")));
  }
}

TEST(TakeCacheProcesses, ACopyInAForkedChildFindsAndLeavesTheFilesAlone) {
  const TemporaryDirectory directory;
  put_pack(directory.path().string(), 0, 1);
  auto cache = std::make_unique<TakeCache>(TakeCache::Options{directory.path().string()});
  cache->store(key_of(1), small_take(1));
  const int status = run([&] {
    const bool finds = find_small(*cache, 2) == "hit hit";
    const bool stores = cache->store(key_of(2), small_take(2));
    cache->flush();
    cache.reset();
    return finds && !stores ? 0 : 1;
  });
  EXPECT_EQ(status, 0);
  cache->store(key_of(2), small_take(2));
  cache.reset();
  TakeCache again({directory.path().string()});
  EXPECT_EQ(find_small(again, 3), "hit hit hit");
}

// A limit on the size of files fails writes where a full disk does: some bytes late in a write, or at once.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &saved_);
    const rlimit limit{bytes, saved_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &saved_);
    ::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit saved_{};
  sighandler_t handler_;
};

TEST(TakeCacheOnAFullDisk, CostsOnlyTheTakesThatDidNotFit) {
  constexpr std::uint64_t kTakes = 4;
  const std::uint64_t enough = pack_content(kTakes).size();
  for (std::uint64_t limit = 0; limit <= enough; ++limit) {
    const TemporaryDirectory directory;
    std::string kept;
    {
      const FileSizeLimit full(limit);
      TakeCache cache({directory.path().string()});
      std::size_t stored = 0;
      for (std::uint64_t i = 0; i < kTakes; ++i) stored += cache.store(key_of(i), small_take(i)) ? 1U : 0U;
      ASSERT_EQ(count_hits(cache, kTakes), stored) << limit;
      cache.flush();
      kept = find_small(cache, kTakes);
      ASSERT_EQ(cache.stats().failed_stores, kTakes - count_hits(cache, kTakes)) << limit;
    }
    ASSERT_THAT(kept, Not(HasSubstr("WRONG"))) << limit;
    if (limit == enough) {
      ASSERT_EQ(kept, "hit hit hit hit");
    }
    TakeCache cache({directory.path().string()});
    ASSERT_EQ(find_small(cache, kTakes), kept) << limit;
    ASSERT_THAT(directory.listing(), Not(HasSubstr(".tmp"))) << limit;
  }
}

TEST(TakeCacheOnAFullDisk, LosesNothingInAMergeThatDoesNotFit) {
  const std::uint64_t enough = pack_content(4).size();
  for (std::uint64_t limit = 0; limit < enough; limit += 7) {
    const TemporaryDirectory directory;
    put_pack(directory.path().string(), 0, 2);
    put_pack(directory.path().string(), 2, 4);
    {
      const FileSizeLimit full(limit);
      TakeCache({directory.path().string()}).prune(1U << 20U);
    }
    ASSERT_EQ(files_of(directory.path(), ".pack").size(), 2U) << limit;
    TakeCache cache({directory.path().string()});
    ASSERT_EQ(find_small(cache, 4), "hit hit hit hit") << limit;
    ASSERT_THAT(directory.listing(), Not(HasSubstr(".tmp"))) << limit;
  }
}

TEST(TakeCacheOnAFullDisk, KeepsWhatFitsOnARealOne) {
  const TemporaryDirectory directory;
  const std::string disk = directory.path().string();
  const int status = run([&] {
    const bool mounted = ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                         ::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=128k,mode=700") == 0;
    if (!mounted) return kSkipped;
    std::string stored;
    {
      TakeCache cache({disk});
      for (std::uint64_t i = 0; i < 30; ++i) stored += cache.store(key_of(i), take_of(i, 9000)) ? "hit " : "miss ";
    }
    std::string found;
    TakeCache cache({disk});
    for (std::uint64_t i = 0; i < 30; ++i) found += outcome(cache.find(key_of(i)), take_of(i, 9000)) + " ";
    if (stored != found) return 1;
    return stored.starts_with("hit ") && stored.ends_with("miss ") ? 0 : 2;
  });
  if (status == kSkipped) GTEST_SKIP() << "mounting needs rights that this user does not have";
  EXPECT_EQ(status, 0);
}

// As nobody where the test runs as root, whom no permission stops.
int run_without_rights(const std::function<int()>& job) {
  return run([&] {
    constexpr uid_t kNobody = 65534;
    if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) return kSkipped;
    return job();
  });
}

TEST(TakeCacheWithoutRights, ReadsAndKeepsNothingInAReadOnlyDirectory) {
  const TemporaryDirectory directory;
  put_pack(directory.path().string(), 0, 3);
  directory.put(kTornName, torn_content(3));
  const std::string before = directory.listing();
  ASSERT_EQ(::chmod(directory.path().c_str(), 0555), 0);
  const int status = run_without_rights([&] {
    TakeCache cache({directory.path().string()});
    const bool reads = find_small(cache, 3) == "hit hit hit";
    const bool keeps = cache.store(key_of(9), small_take(9));
    cache.flush();
    const std::uint64_t freed = cache.prune(0) + cache.clear();
    return reads && !keeps && freed == 0 ? 0 : 1;
  });
  ::chmod(directory.path().c_str(), 0755);
  if (status == kSkipped) GTEST_SKIP() << "cannot become another user";
  EXPECT_EQ(status, 0);
  EXPECT_EQ(directory.listing(), before);
}

TEST(TakeCacheWithoutRights, MissesInADirectoryThatIsForbidden) {
  const TemporaryDirectory directory;
  put_pack(directory.path().string(), 0, 3);
  ASSERT_EQ(::chmod(directory.path().c_str(), 0), 0);
  const int status = run_without_rights([&] {
    TakeCache cache({directory.path().string()});
    return find_small(cache, 3) == "miss miss miss" && !cache.store(key_of(9), small_take(9)) ? 0 : 1;
  });
  ::chmod(directory.path().c_str(), 0700);
  if (status == kSkipped) GTEST_SKIP() << "cannot become another user";
  EXPECT_EQ(status, 0);
}

TEST(TakeCacheMemory, DoesNotGrowWithThePack) {
  if (kAddressSanitizer || kThreadSanitizer) GTEST_SKIP() << "sanitizers keep freed memory";
  const TemporaryDirectory directory;
  const int growth_in_mb = run([&] {
    const auto peak_kb = [] {
      rusage usage{};
      ::getrusage(RUSAGE_SELF, &usage);
      return usage.ru_maxrss;
    };
    const long before = peak_kb();
    const Bytes take = take_of(1, 38000);
    std::size_t hits = 0;
    for (int pass = 0; pass < 2; ++pass) {
      TakeCache cache({directory.path().string()});
      for (std::uint64_t i = 0; i < 2000; ++i) {
        if (pass == 0) cache.store(key_of(i), take);
        hits += cache.find(key_of(i)) ? 1U : 0U;
      }
    }
    return hits == 4000 ? static_cast<int>((peak_kb() - before) / 1024) : 255;
  });
  EXPECT_LT(growth_in_mb, 8) << "76 MB of takes went through";
}

}  // namespace
}  // namespace aloud
