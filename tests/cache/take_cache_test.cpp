#include "cache/take_cache.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cache_support.h"
#include "util/user_directories.h"

namespace aloud {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Sets when each pack was last used: the n-th (by name) on the n-th of the given days.
void set_ages(const std::vector<std::filesystem::path>& packs, const std::vector<int>& days) {
  ASSERT_EQ(packs.size(), days.size());
  for (std::size_t i = 0; i < packs.size(); ++i) {
    const timespec used{days[i] * 86400L, 0};
    const timespec times[2] = {used, used};
    ASSERT_EQ(::utimensat(AT_FDCWD, packs[i].c_str(), times, 0), 0);
  }
}

time_t last_used(const std::filesystem::path& pack) {
  struct stat status {};
  return ::stat(pack.c_str(), &status) == 0 ? status.st_mtim.tv_sec : -1;
}

class TakeCacheTest : public ::testing::Test {
 protected:
  std::string path() const { return directory_ / "cache"; }
  std::vector<std::filesystem::path> packs() const { return files_of(path(), ".pack"); }

  std::uint64_t bytes() const {
    std::uint64_t sum = 0;
    for (const auto& pack : packs()) sum += std::filesystem::file_size(pack);
    return sum;
  }

  std::uint64_t bytes_after_flush(TakeCache& cache) const {
    cache.flush();
    return bytes();
  }

  // A pack of one take, numbered by the day on which it was last used.
  void put_aged_pack(int day) {
    const auto before = std::filesystem::exists(path()) ? packs() : std::vector<std::filesystem::path>();
    { TakeCache({path()}).store(key_of(static_cast<std::uint64_t>(day)), take_of(0, 1000)); }
    for (const auto& pack : packs()) {
      if (std::find(before.begin(), before.end(), pack) == before.end()) pack_of_day_[day] = pack;
    }
    set_ages({pack_of_day_.at(day)}, {day});
  }

  std::string days_found(TakeCache& cache) const {
    std::string days;
    for (const auto& [day, pack] : pack_of_day_) {
      if (cache.find(key_of(static_cast<std::uint64_t>(day)))) days += std::to_string(day) + " ";
    }
    return days;
  }

  TemporaryDirectory directory_;
  std::map<int, std::filesystem::path> pack_of_day_;
};

TEST_F(TakeCacheTest, FindsWhatItStoredBeforeAndAfterAFlush) {
  TakeCache cache({path()});
  EXPECT_FALSE(cache.find(key_of(1)));
  EXPECT_TRUE(cache.store(key_of(1), take_of(1, 38000)));
  EXPECT_EQ(outcome(cache.find(key_of(1)), take_of(1, 38000)), "hit");
  cache.flush();
  EXPECT_EQ(outcome(cache.find(key_of(1)), take_of(1, 38000)), "hit");
  EXPECT_FALSE(cache.find(key_of(2)));
}

TEST_F(TakeCacheTest, FindsWhatAnEarlierRunStored) {
  { TakeCache({path()}).store(key_of(1), take_of(1, 38000)); }
  TakeCache cache({path()});
  EXPECT_EQ(outcome(cache.find(key_of(1)), take_of(1, 38000)), "hit");
  EXPECT_EQ(packs().size(), 1U);
}

TEST_F(TakeCacheTest, KeepsAnEmptyTake) {
  { TakeCache({path()}).store(key_of(1), {}); }
  EXPECT_EQ(outcome(TakeCache({path()}).find(key_of(1)), {}), "hit");
}

TEST_F(TakeCacheTest, ShowsOthersATakeOnlyAfterTheFlush) {
  TakeCache writer({path()});
  writer.store(key_of(1), take_of(1, 10));
  EXPECT_FALSE(TakeCache({path()}).find(key_of(1)));
  writer.flush();
  EXPECT_TRUE(TakeCache({path()}).find(key_of(1)));
}

TEST_F(TakeCacheTest, SeesWhatOthersFlushedAfterItsOwnFlush) {
  TakeCache reader({path()});
  put_pack(path(), 0, 3);
  EXPECT_EQ(find_small(reader, 3), "miss miss miss");
  reader.flush();
  EXPECT_EQ(find_small(reader, 3), "hit hit hit");
}

TEST_F(TakeCacheTest, MakesNothingOnDiskUntilSomethingIsStored) {
  {
    TakeCache cache({path()});
    cache.find(key_of(1));
    cache.flush();
  }
  EXPECT_EQ(directory_.listing(), "");
}

TEST_F(TakeCacheTest, MakesTheDirectoryForItsOwnerAlone) {
  const std::string deep = directory_ / "a/b/cache";
  { TakeCache({deep}).store(key_of(1), take_of(1, 10)); }
  struct stat status {};
  ASSERT_EQ(::stat(deep.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0700U);
}

TEST_F(TakeCacheTest, ReplacesADamagedTakeByStoringItAgain) {
  put_pack(path(), 0, 4);
  std::string content = read_file(packs().at(0).string());
  content[70] = static_cast<char>(content[70] ^ 1);  // in the header of take 1
  std::ofstream(packs().at(0), std::ios::binary) << content;
  {
    TakeCache cache({path()});
    EXPECT_EQ(find_small(cache, 4), "hit miss hit hit");
    cache.store(key_of(1), small_take(1));
  }
  TakeCache cache({path()});
  EXPECT_EQ(find_small(cache, 4), "hit hit hit hit");
}

TEST_F(TakeCacheTest, CountsWhatItHolds) {
  put_pack(path(), 0, 3);
  put_pack(path(), 3, 5);
  std::ofstream(path() + "/seg-00000000000000aa.pack") << "damaged";
  std::ofstream(path() + "/a stranger") << "not counted";
  TakeCache cache({path()});
  cache.store(key_of(9), small_take(9));
  const CacheStats stats = cache.stats();
  EXPECT_EQ(stats.packs, 2U);
  EXPECT_EQ(stats.takes, 6U);
  EXPECT_EQ(stats.damaged_packs, 1U);
  EXPECT_EQ(stats.failed_stores, 0U);
  std::uint64_t bytes = 0;
  for (const auto& pack : packs()) bytes += std::filesystem::file_size(pack);
  EXPECT_EQ(stats.bytes, bytes);
}

TEST_F(TakeCacheTest, NamesWhatIsDamaged) {
  std::filesystem::create_directory(path());
  std::string content = pack_content(3);
  content[64 + 50] = static_cast<char>(content[64 + 50] ^ 1);
  std::ofstream(path() + "/seg-00000000000000aa.pack", std::ios::binary) << content;
  std::ofstream(path() + "/seg-00000000000000bb.pack") << "damaged";
  put_pack(path(), 3, 5);
  std::vector<std::string> lines = TakeCache({path()}).verify();
  std::sort(lines.begin(), lines.end());
  EXPECT_THAT(lines, ElementsAre("seg-00000000000000aa.pack: damaged record at byte 64",
                                 "seg-00000000000000bb.pack: no valid footer: cut short or damaged"));
}

TEST_F(TakeCacheTest, NotesThatAPackIsUsedOncePerRun) {
  put_pack(path(), 0, 3);
  put_pack(path(), 3, 5);
  set_ages(packs(), {10, 10});
  TakeCache cache({path()});
  ASSERT_TRUE(cache.find(key_of(0)));
  std::vector<time_t> used{last_used(packs()[0]), last_used(packs()[1])};
  std::sort(used.begin(), used.end());
  EXPECT_EQ(used[0], 10 * 86400) << "a pack in which nothing was found keeps its age";
  EXPECT_GT(used[1], 20 * 86400);
  set_ages(packs(), {10, 10});
  ASSERT_TRUE(cache.find(key_of(1)));
  EXPECT_EQ(last_used(packs()[0]), 10 * 86400);
  EXPECT_EQ(last_used(packs()[1]), 10 * 86400);
}

TEST_F(TakeCacheTest, EvictsWhatWasUsedLongestAgo) {
  for (const int day : {40, 10, 30, 20}) put_aged_pack(day);
  const std::uint64_t limit = bytes() - 1;  // what is stored next takes up less than a pack: only the oldest has to go
  {
    TakeCache cache({path(), limit});
    EXPECT_EQ(days_found(cache), "10 20 30 40 ");
    for (const int day : {40, 10, 30, 20}) set_ages({pack_of_day_.at(day)}, {day});
    cache.store(key_of(99), take_of(99, 10));
    EXPECT_LT(bytes_after_flush(cache), limit);
  }
  TakeCache cache({path()});
  EXPECT_EQ(days_found(cache), "20 30 40 ");
  EXPECT_TRUE(cache.find(key_of(99)));
}

TEST_F(TakeCacheTest, EvictsLastWhatWasFoundInThisRun) {
  for (const int day : {10, 20, 30}) put_aged_pack(day);
  TakeCache cache({path()});
  ASSERT_TRUE(cache.find(key_of(10)));
  EXPECT_GT(cache.prune(bytes() - 1), 0U);
  EXPECT_EQ(days_found(cache), "10 30 ");
}

TEST_F(TakeCacheTest, KeepsNothingBeyondALimitOfNothing) {
  TakeCache cache({path(), 0});
  EXPECT_TRUE(cache.store(key_of(1), take_of(1, 10)));
  cache.flush();
  EXPECT_THAT(packs(), IsEmpty());
}

TEST_F(TakeCacheTest, PruneMergesEvictsAndSaysWhatItFreed) {
  for (std::uint64_t i = 0; i < 5; ++i) put_pack(path(), i, i + 3);  // 7 takes, most of them several times
  TakeCache cache({path()});
  const std::uint64_t before = cache.stats().bytes;
  const std::uint64_t freed = cache.prune(1U << 20U);
  EXPECT_EQ(packs().size(), 1U);
  EXPECT_EQ(cache.stats().takes, 7U);
  EXPECT_EQ(freed, before - std::filesystem::file_size(packs()[0]));
  EXPECT_EQ(find_small(cache, 7), "hit hit hit hit hit hit hit");
  EXPECT_THAT(cache.verify(), IsEmpty());
  EXPECT_EQ(cache.prune(1U << 20U), 0U);
  EXPECT_EQ(cache.prune(0), std::uint64_t{before - freed});
  EXPECT_EQ(packs().size(), 0U);
  EXPECT_FALSE(cache.find(key_of(3)));
}

// One pack holds all: the newest of it stays, up to what may be kept.
TEST_F(TakeCacheTest, PruneKeepsAsMuchAsItMay) {
  {
    TakeCache cache({path()});
    for (std::uint64_t i = 0; i < 100; ++i) cache.store(key_of(i), take_of(i, 10'000));
  }
  ASSERT_EQ(packs().size(), 1U);
  constexpr std::uint64_t kLimit = 300'000;
  TakeCache cache({path()});
  EXPECT_GT(cache.prune(kLimit), 0U);
  EXPECT_LE(bytes(), kLimit);
  EXPECT_GT(bytes(), kLimit - 11'000);
  EXPECT_TRUE(cache.find(key_of(99)));
  EXPECT_FALSE(cache.find(key_of(0)));
  EXPECT_THAT(cache.verify(), IsEmpty());
}

// A run whose own takes go beyond the limit keeps the newest of them, and not nothing.
TEST_F(TakeCacheTest, ARunKeepsWhatItMay) {
  {
    TakeCache cache({path(), 300'000});
    for (std::uint64_t i = 0; i < 100; ++i) cache.store(key_of(i), take_of(i, 10'000));
  }
  EXPECT_LE(bytes(), 300'000U);
  EXPECT_GT(bytes(), 289'000U);
}

TEST_F(TakeCacheTest, MergedPacksAreAsYoungAsTheYoungestOfThem) {
  put_pack(path(), 0, 3);
  put_pack(path(), 3, 5);
  set_ages(packs(), {10, 30});
  TakeCache({path()}).prune(1U << 20U);
  ASSERT_EQ(packs().size(), 1U);
  EXPECT_EQ(last_used(packs()[0]), 30 * 86400);
}

TEST_F(TakeCacheTest, KeepsTheNumberOfPacksSmallOverManyRuns) {
  constexpr std::uint64_t kRuns = 200;
  for (std::uint64_t i = 0; i < kRuns; ++i) {
    put_pack(path(), i, i + 1);
    ASSERT_LT(packs().size(), 8U) << i;
  }
  TakeCache cache({path()});
  for (std::uint64_t i = 0; i < kRuns; ++i) ASSERT_EQ(outcome(cache.find(key_of(i)), small_take(i)), "hit") << i;
}

TEST_F(TakeCacheTest, SealsAPackWhenItIsFull) {
  TakeCache cache({path()});
  const Bytes take = take_of(0, 16U << 20U);
  for (std::uint64_t i = 0; i < 5; ++i) ASSERT_TRUE(cache.store(key_of(i), take));
  EXPECT_EQ(packs().size(), 1U);
  for (std::uint64_t i = 0; i < 5; ++i) EXPECT_EQ(outcome(cache.find(key_of(i)), take), "hit");
}

TEST_F(TakeCacheTest, ClearLeavesStrangersFiles) {
  put_pack(path(), 0, 3);
  const std::vector<std::string> strangers{"seg-1.pack", "seg-0123456789ABCDEF.pack", "seg-0123456789abcdef.pack.bak",
                                           "notes.txt"};
  for (const std::string& name : strangers) std::ofstream(path() + "/" + name) << "mine";
  std::filesystem::create_directory(path() + "/seg-00000000000000aa.pack");
  std::ofstream(path() + "/" + kTornName) << torn_content(3);
  TakeCache cache({path()});
  cache.store(key_of(9), small_take(9));
  EXPECT_GT(cache.clear(), 0U);
  EXPECT_FALSE(cache.find(key_of(0)));
  EXPECT_FALSE(cache.find(key_of(9)));
  for (const std::string& name : strangers) EXPECT_EQ(read_file(path() + "/" + name), "mine");
  EXPECT_THAT(packs(), ElementsAre(path() + "/seg-00000000000000aa.pack", path() + "/seg-0123456789ABCDEF.pack",
                                   path() + "/seg-1.pack"));
  EXPECT_TRUE(cache.store(key_of(9), small_take(9))) << "a cleared cache can be used";
}

TEST_F(TakeCacheTest, LeavesAloneWhatALivingProcessWrites) {
  TakeCache writer({path()});
  writer.store(key_of(0), small_take(0));
  TakeCache other({path()});
  EXPECT_EQ(files_of(path(), ".tmp").size(), 1U);
  other.clear();
  EXPECT_EQ(files_of(path(), ".tmp").size(), 1U);
  writer.flush();
  EXPECT_TRUE(TakeCache({path()}).find(key_of(0)));
}

TEST_F(TakeCacheTest, GoesOnWithoutMergingWhileAnotherHoldsTheLock) {
  put_pack(path(), 0, 1);
  const int lock = ::open((path() + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(::flock(lock, LOCK_EX), 0);
  for (std::uint64_t i = 1; i < 12; ++i) put_pack(path(), i, i + 1);
  EXPECT_EQ(packs().size(), 12U);
  ::close(lock);
  put_pack(path(), 12, 13);
  EXPECT_EQ(packs().size(), 1U);
}

TEST_F(TakeCacheTest, IsNotHeldUpByALockFileThatIsLeftOver) {
  put_pack(path(), 0, 1);
  EXPECT_TRUE(std::filesystem::exists(path() + "/lock"));
  TakeCache cache({path()});
  EXPECT_GT(cache.clear(), 0U);
}

TEST_F(TakeCacheTest, OnlyMissesWhereNothingCanBeKept) {
  directory_.put("file", "not a directory");
  std::filesystem::create_symlink("loop", directory_ / "loop");
  for (const std::string name : {"file", "file/below", "loop", ""}) {
    TakeCache cache({name.empty() ? name : directory_ / name});
    EXPECT_FALSE(cache.store(key_of(1), take_of(1, 10))) << name;
    EXPECT_FALSE(cache.find(key_of(1))) << name;
    cache.flush();
    EXPECT_EQ(cache.stats().failed_stores, 1U) << name;
    EXPECT_EQ(cache.prune(0) + cache.clear(), 0U) << name;
    EXPECT_THAT(cache.verify(), IsEmpty()) << name;
  }
  EXPECT_EQ(read_file(directory_ / "file"), "not a directory");
}

// Whoever can write a pack decides what is heard.
TEST_F(TakeCacheTest, UsesNoDirectoryThatOthersMayWrite) {
  put_pack(path(), 0, 3);
  for (const mode_t mode : {0777U, 01777U, 0770U, 0720U}) {
    ASSERT_EQ(::chmod(path().c_str(), mode), 0);
    TakeCache cache({path()});
    EXPECT_EQ(find_small(cache, 3), "miss miss miss");
    EXPECT_FALSE(cache.store(key_of(9), take_of(9, 10)));
    EXPECT_THAT(cache.distrust().value_or(""), HasSubstr("or others may write it: not used"));
    EXPECT_THAT(cache.verify(), ElementsAre(HasSubstr("or others may write it")));
    EXPECT_EQ(cache.prune(0), 0U);
    TakeCache shared({path(), 1U << 30U, Trust::all_files});
    EXPECT_EQ(find_small(shared, 3), "hit hit hit");
    EXPECT_EQ(shared.distrust(), std::nullopt);
  }
  ASSERT_EQ(::chmod(path().c_str(), 0755), 0);  // that others may read it is well
  TakeCache cache({path()});
  EXPECT_EQ(find_small(cache, 3), "hit hit hit");
}

TEST_F(TakeCacheTest, UsesNoPackThatOthersMayWriteNorMakesItItsOwn) {
  put_pack(path(), 0, 3);
  ASSERT_EQ(::chmod(packs()[0].c_str(), 0664), 0);
  put_pack(path(), 5, 6);
  TakeCache cache({path()});
  EXPECT_EQ(find_small(cache, 3), "miss miss miss");
  EXPECT_EQ(cache.stats().distrusted_packs, 1U);
  EXPECT_THAT(cache.distrust().value_or(""), HasSubstr("1 pack in the cache"));
  EXPECT_THAT(cache.verify(), ElementsAre(HasSubstr("others may write it")));
  cache.prune(1U << 20U);  // merges what is trusted
  EXPECT_EQ(find_small(cache, 3), "miss miss miss");
  TakeCache shared({path(), 1U << 30U, Trust::all_files});
  EXPECT_EQ(find_small(shared, 3), "hit hit hit");
}

TEST_F(TakeCacheTest, UsesNothingOfAnotherUser) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give files away";
  put_pack(path(), 0, 3);
  constexpr uid_t kNobody = 65534;
  ASSERT_EQ(::chown(packs()[0].c_str(), kNobody, kNobody), 0);
  EXPECT_EQ(TakeCache({path()}).stats().distrusted_packs, 1U);
  ASSERT_EQ(::chown(path().c_str(), kNobody, kNobody), 0);
  EXPECT_THAT(TakeCache({path()}).distrust().value_or(""), HasSubstr("belongs to another user"));
}

TEST_F(TakeCacheTest, MakesPacksThatNobodyElseMayWrite) {
  const mode_t mask = ::umask(0);
  put_pack(path(), 0, 3);
  ::umask(mask);
  struct stat status {};
  ASSERT_EQ(::stat(packs()[0].c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0022U, 0U);
  TakeCache cache({path()});
  EXPECT_EQ(find_small(cache, 3), "hit hit hit");
}

TEST(DefaultCacheDirectory, FollowsTheEnvironment) {
  const auto with = [](const char* own, const char* xdg, const char* home) {
    const auto set = [](const char* name, const char* value) { value ? ::setenv(name, value, 1) : ::unsetenv(name); };
    set("ALOUD_CACHE_DIR", own);
    set("XDG_CACHE_HOME", xdg);
    set("HOME", home);
    return user_cache_directory();
  };
  const char* const home_was = std::getenv("HOME");
  const std::string saved = home_was != nullptr ? home_was : "/";
  EXPECT_EQ(with("/own", "/xdg", "/home/a"), "/own");
  EXPECT_EQ(with("", "/xdg", "/home/a"), "/xdg/aloud");
  EXPECT_EQ(with(nullptr, "relative", "/home/a"), "/home/a/.cache/aloud");
  EXPECT_EQ(with(nullptr, nullptr, "/home/a"), "/home/a/.cache/aloud");
  EXPECT_EQ(with(nullptr, nullptr, nullptr), "");
  ::setenv("HOME", saved.c_str(), 1);
}

}  // namespace
}  // namespace aloud
