#include "fetch/page_cache.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "support/temporary_directory.h"
#include "util/digest.h"
#include "util/regular_file.h"

namespace aloud {
namespace {

constexpr std::size_t kMost = 1000;

Response page(const std::string& bytes) { return {200, bytes, "text/html", {"\"1\"", "Mon, 01 Jan 2024 00:00:00 GMT"}, true}; }

class PageCaching : public testing::Test {
 protected:
  std::string file_of(const std::string& address) const { return directory_ + '/' + sha256_of(address) + ".page"; }

  const test::TemporaryDirectory temporary_;
  const std::string directory_ = temporary_ / "pages";
  const PageCache cache_{directory_};
};

TEST_F(PageCaching, FindsWhatWasKept) {
  EXPECT_FALSE(cache_.find("https://a.org/", kMost));
  cache_.keep("https://a.org/", page("one\ntwo\0three"));
  const auto found = cache_.find("https://a.org/", kMost);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->bytes, page("one\ntwo\0three").bytes);
  EXPECT_EQ(found->content_type, "text/html");
  EXPECT_EQ(found->validators.etag, "\"1\"");
  EXPECT_EQ(found->validators.last_modified, "Mon, 01 Jan 2024 00:00:00 GMT");
  EXPECT_FALSE(cache_.find("https://a.org/b", kMost));
  EXPECT_FALSE(cache_.find("https://a.org/", 6)) << "more than is of use";
}

TEST_F(PageCaching, KeepsNothingThatItsServerCannotTellApartOrForbids) {
  cache_.keep("https://a.org/", page("old"));
  Response without = page("new");
  without.validators = {};
  cache_.keep("https://a.org/", without);
  EXPECT_FALSE(cache_.find("https://a.org/", kMost));
  Response forbidden = page("new");
  forbidden.may_be_kept = false;
  cache_.keep("https://a.org/", forbidden);
  EXPECT_FALSE(cache_.find("https://a.org/", kMost));
}

TEST_F(PageCaching, TakesAFileThatIsCutAnywhereForNone) {
  cache_.keep("https://a.org/", page("one two"));
  const std::string whole = read_if_regular(file_of("https://a.org/"), kMost).value();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::ofstream(file_of("https://a.org/"), std::ios::binary) << whole.substr(0, size);
    EXPECT_FALSE(cache_.find("https://a.org/", kMost)) << size;
  }
}

TEST_F(PageCaching, BelievesNothingThatOthersCouldHaveWritten) {
  cache_.keep("https://a.org/", page("one"));
  ::chmod(file_of("https://a.org/").c_str(), 0666);
  EXPECT_FALSE(cache_.find("https://a.org/", kMost));
  ::chmod(file_of("https://a.org/").c_str(), 0600);
  EXPECT_TRUE(cache_.find("https://a.org/", kMost));
  ::chmod(directory_.c_str(), 0777);
  EXPECT_FALSE(cache_.find("https://a.org/", kMost));
  ::chmod(directory_.c_str(), 0700);
}

TEST_F(PageCaching, HoldsSoManyPagesAndClearsAll) {
  for (std::size_t i = 0; i < PageCache::kMostPages + 3; ++i) cache_.keep("https://a.org/" + std::to_string(i), page("x"));
  std::size_t pages = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(directory_)) ++pages;
  EXPECT_EQ(pages, PageCache::kMostPages);
  std::ofstream(directory_ + "/mine.txt") << "not ours";
  EXPECT_GT(cache_.clear(), 0U);
  EXPECT_TRUE(std::filesystem::exists(directory_ + "/mine.txt"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory_), {}), 1);
}

TEST(PageCache, OfNoDirectoryKeepsNothing) {
  const PageCache none("");
  none.keep("https://a.org/", page("one"));
  EXPECT_FALSE(none.find("https://a.org/", kMost));
  EXPECT_EQ(none.clear(), 0U);
}

}  // namespace
}  // namespace aloud
