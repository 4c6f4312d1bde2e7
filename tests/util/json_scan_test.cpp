#include "util/json_scan.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace aloud {
namespace {

TEST(JsonNesting, CountsBracketsOutsideOfStrings) {
  const std::pair<std::string, bool> cases[] = {
      {"{\"a\": [1, {\"b\": 2}]}", false}, {"[[[[]]]]", true},          {"[[[]]]", false}, {"[], [], [], []", false},
      {R"(["[[[[[[", "\"[[[["])", false},  {R"(["\\", [[[]]]])", true}, {"", false},
  };
  for (const auto& [text, deep] : cases) EXPECT_EQ(json_nests_deeper(text, 3), deep) << text;
  EXPECT_TRUE(json_nests_deeper(std::string(1'000'000, '[')));
}

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> found;
  JsonParts parts(text, {0, text.size()});
  while (const auto part = parts.next()) {
    found.push_back(text.substr(part->key.begin, part->key.size()) + '|' + text.substr(part->value.begin, part->value.size()));
  }
  return found;
}

TEST(JsonParts, WalksOverMembersAndElements) {
  using Parts = std::vector<std::string>;
  EXPECT_EQ(parts_of(R"({"a": 1, "b,:}" : "x:y" ,"c":[1,{"d":2}] })"),
            (Parts{"\"a\"|1", "\"b,:}\"|\"x:y\"", "\"c\"|[1,{\"d\":2}]"}));
  EXPECT_EQ(parts_of("\n[ 1 , [2,3], {\"a\": \"]\\\"\"}, null ]\n"), (Parts{"|1", "|[2,3]", "|{\"a\": \"]\\\"\"}", "|null"}));
  EXPECT_EQ(parts_of("{}"), Parts{});
  EXPECT_EQ(parts_of(" [ ] "), Parts{});
  EXPECT_EQ(parts_of("7"), Parts{});
}

}  // namespace
}  // namespace aloud
