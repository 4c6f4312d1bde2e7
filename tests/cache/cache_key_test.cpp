#include "cache/cache_key.h"

#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace aloud {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string key_of(const Fields& fields) {
  CacheKeyBuilder builder;
  for (const auto& [tag, value] : fields) builder.add(tag, value);
  return to_hex(builder.finish());
}

TEST(CacheKeyBuilder, GivesTheSameKeyForTheSameFields) {
  EXPECT_EQ(key_of({{"text", "Hello."}, {"rate", "175"}}), key_of({{"text", "Hello."}, {"rate", "175"}}));
}

// Computed apart from this code (Python's hashlib): the key must not change with a release, or every cache would be lost.
TEST(CacheKeyBuilder, IsTheDigestOfKindLengthsAndBytes) {
  EXPECT_EQ(key_of({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(key_of({{"text", "Hello."}}), "945afb21ecc3dc2a8953cb7b3d8498fb40ff1e5e2d949d2388a31edef1c3c08f");
  EXPECT_EQ(to_hex(CacheKeyBuilder().add("rate", -175).finish()),
            "3a7d3a7e9faa98f01cd56bc4514f70c5956b544cda86a462f068407dbeefe22c");
}

// All lists of up to two fields over a small alphabet that holds the bytes the encoding itself is made of.
TEST(CacheKeyBuilder, TellsAllListsOfFieldsApart) {
  std::vector<std::string> words{""};
  for (const char a : {'a', 't', '\0', '\1'}) {
    words.emplace_back(1, a);
    for (const char b : {'a', 't', '\0', '\1'}) words.push_back({a, b});
  }
  std::vector<Fields> lists{{}};
  for (const auto& tag : words) {
    for (const auto& value : words) lists.push_back({{tag, value}});
  }
  const std::size_t single = lists.size();
  for (std::size_t first = 1; first < single; ++first) {
    for (std::size_t second = first % 7 + 1; second < single; second += 7) {
      lists.push_back({lists[first][0], lists[second][0]});
    }
  }
  std::set<std::string> keys;
  for (const Fields& fields : lists) keys.insert(key_of(fields));
  EXPECT_EQ(keys.size(), lists.size());
}

TEST(CacheKeyBuilder, TellsNumbersFromTheirTextAndFromEachOther) {
  std::set<std::string> keys{key_of({{"n", "-1"}}), key_of({{"n", "18446744073709551615"}})};
  keys.insert(to_hex(CacheKeyBuilder().add("n", -1).finish()));
  keys.insert(to_hex(CacheKeyBuilder().add("n", std::numeric_limits<std::uint64_t>::max()).finish()));
  keys.insert(to_hex(CacheKeyBuilder().add("n", 1).finish()));
  EXPECT_EQ(keys.size(), 5U);
  EXPECT_EQ(CacheKeyBuilder().add("n", std::int64_t{7}).finish(), CacheKeyBuilder().add("n", std::uint8_t{7}).finish());
}

TEST(CacheKeyBuilder, WritesTheRecipeOneFieldALine) {
  CacheKeyBuilder builder;
  builder.add("text", "Größe\n\"2\"\\\x01\x7f").add("rate", 175).add("", "");
  EXPECT_EQ(builder.recipe(), "text: Größe\\n\"2\"\\\\\\x01\\x7f\nrate: 175\n: \n");
}

TEST(CacheKey, IsShownInHexadecimal) {
  CacheKey key{};
  key[0] = std::byte{0xa0};
  key[31] = std::byte{0x0f};
  EXPECT_EQ(to_hex(key), "a0" + std::string(60, '0') + "0f");
}

}  // namespace
}  // namespace aloud
