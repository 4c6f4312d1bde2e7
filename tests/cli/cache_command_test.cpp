// End to end: a second render reuses what the first made, and the cache can be looked after.
#include <gtest/gtest.h>

#include "cli/aloud_program.h"
#include "cli/cache_options.h"
#include "support/temporary_directory.h"
#include "util/error.h"

namespace aloud::test {
namespace {

constexpr const char* kStory = "One came home. Two went out. Three stayed where they were.\n";

class Cache : public testing::Test {
 protected:
  Outcome render(const std::string& text, const std::string& output, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"render",      directory_.put("a.txt", text), "-o", directory_ / output, "--stats",
                                          "--cache-dir", directory_ / "cache"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return aloud(arguments);
  }
  Outcome cache(const std::string& action, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"cache", action, "--cache-dir", directory_ / "cache"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return aloud(arguments);
  }

  TemporaryDirectory directory_;
};

TEST_F(Cache, ASecondRenderMakesNothingAndGivesTheSameBytes) {
  for (const std::string extension : {".wav", ".flac", ".ogg", ".opus", ".mp3"}) {
    EXPECT_EQ(counters(render(kStory, "one" + extension).out)["reused_takes"], "0") << extension;
    EXPECT_EQ(counters(render(kStory, "two" + extension).out)["reused_takes"], "3") << extension;
    EXPECT_TRUE(read_file(directory_ / ("one" + extension)) == read_file(directory_ / ("two" + extension))) << extension;
    ASSERT_EQ(render(kStory, "none" + extension, {"--no-cache"}).status, 0);
    EXPECT_TRUE(read_file(directory_ / ("one" + extension)) == read_file(directory_ / ("none" + extension))) << extension;
  }
}

TEST_F(Cache, OneSentenceChangedCostsOneSentence) {
  render(kStory, "a.ogg");
  const Outcome changed = render("One came home. Two went away. Three stayed where they were.\n", "a.ogg", {"--explain-cache"});
  EXPECT_EQ(counters(changed.out)["utterances"], "3");
  EXPECT_EQ(counters(changed.out)["reused_takes"], "2");
  EXPECT_NE(changed.err.find("Two went away.  (text not seen before)\n"), std::string::npos) << changed.err;
}

TEST_F(Cache, PartialCachesGiveTheSameBytes) {
  render("Two went out.\n", "part.ogg");
  ASSERT_EQ(counters(render(kStory, "partial.ogg").out)["reused_takes"], "1");
  ASSERT_EQ(render(kStory, "cold.ogg", {"--no-cache"}).status, 0);
  EXPECT_TRUE(read_file(directory_ / "partial.ogg") == read_file(directory_ / "cold.ogg"));
}

TEST_F(Cache, ADamagedCacheIsAMissAndNeverWrongAudio) {
  render(kStory, "good.ogg");
  for (const auto& entry : std::filesystem::directory_iterator(directory_ / "cache")) {
    std::string bytes = read_file(entry.path().string());
    for (std::size_t i = 100; i < bytes.size(); i += 500) bytes[i] = static_cast<char>(bytes[i] ^ 0x40);
    std::ofstream(entry.path(), std::ios::binary) << bytes;
  }
  EXPECT_EQ(cache("verify").status, 1);
  ASSERT_EQ(render(kStory, "again.ogg").status, 0);
  EXPECT_TRUE(read_file(directory_ / "good.ogg") == read_file(directory_ / "again.ogg"));
}

TEST_F(Cache, CanBeCountedCheckedPrunedAndCleared) {
  render(kStory, "a.ogg");
  EXPECT_EQ(cache("path").out, (directory_ / "cache") + "\n");
  EXPECT_EQ(counters(cache("stats").out)["packs"], "1");
  EXPECT_EQ(cache("verify").out, "everything in the cache is whole\n");
  EXPECT_EQ(cache("prune", {"--cache-size", "1G"}).out, "freed 0 bytes\n");
  EXPECT_EQ(cache("prune", {"--cache-size", "0"}).status, 0);
  EXPECT_EQ(counters(cache("stats").out)["packs"], "0");
  render(kStory, "a.ogg");
  EXPECT_NE(cache("clear").out, "freed 0 bytes\n");
  EXPECT_EQ(counters(cache("stats").out)["bytes"], "0");
}

// A take that somebody else put there is not played, whatever its key says.
TEST_F(Cache, OfOthersIsNotUsedUnlessItIsTrusted) {
  ASSERT_EQ(render(kStory, "a.ogg").status, 0);
  std::filesystem::permissions(directory_ / "cache", std::filesystem::perms::all);
  const Outcome outcome = render(kStory, "b.ogg");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(counters(outcome.out)["reused_takes"], "0");
  EXPECT_NE(outcome.err.find("aloud: cache-not-trusted: the cache "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("--shared-cache"), std::string::npos) << outcome.err;
  EXPECT_EQ(render(kStory, "b.ogg", {"--strict"}).status, 3);
  EXPECT_EQ(cache("verify").status, 1);
  const Outcome shared = render(kStory, "b.ogg", {"--shared-cache", "--strict"});
  EXPECT_EQ(shared.status, 0);
  EXPECT_EQ(counters(shared.out)["reused_takes"], "3");
  EXPECT_EQ(cache("verify", {"--shared-cache"}).status, 0);
  EXPECT_EQ(read_file(directory_ / "a.ogg"), read_file(directory_ / "b.ogg"));
}

TEST_F(Cache, AnUnwritableCacheDoesNotFailTheRender) {
  directory_.put("cache", "a file where the directory should be");
  const Outcome outcome = render(kStory, "a.ogg");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(counters(outcome.out)["reused_takes"], "0");
}

TEST_F(Cache, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(cache("stat").err,
            "aloud: unknown action \"stat\" (did you mean \"stats\"?): use path, stats, verify, prune, clear\n");
  EXPECT_EQ(cache("stats", {"--cache-size", "much"}).err,
            "aloud: --cache-size much: not a size: give a number with k, M, G or T, as 500M\n");
}

TEST(ParseSize, ReadsUnitsOfBothKinds) {
  using cli::parse_size;
  EXPECT_EQ(parse_size("12"), 12U);
  EXPECT_EQ(parse_size("500M"), 500'000'000U);
  EXPECT_EQ(parse_size("4GB"), 4'000'000'000U);
  EXPECT_EQ(parse_size("2KiB"), 2048U);
  EXPECT_EQ(parse_size("1Ti"), 1ULL << 40);
  for (const char* wrong : {"", "G", "-1", "1X", "1.5G", "5 G", "99999999999999999999", "20000000000G"}) {
    EXPECT_THROW(parse_size(wrong), Error) << wrong;
  }
}

}  // namespace
}  // namespace aloud::test
