#include "util/suggest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace aloud {
namespace {

TEST(EditDistance, CountsTheFewestChanges) {
  const struct {
    const char *a, *b;
    std::size_t distance;
  } cases[] = {
      {"", "", 0},
      {"", "abc", 3},
      {"abc", "abc", 0},
      {"pich", "pitch", 1},
      {"pitch", "pith", 1},
      {"rate", "rite", 1},
      {"rate", "raet", 1},
      {"ab", "ba", 1},
      {"kitten", "sitting", 3},
      {"volume", "vloume", 1},
      {"abcd", "badc", 2},
      {"ca", "abc", 3},
      {"flaw", "lawn", 2},
      {"a", "b", 1},
  };
  for (const auto& item : cases) {
    EXPECT_EQ(edit_distance(item.a, item.b), item.distance) << item.a << " " << item.b;
    EXPECT_EQ(edit_distance(item.b, item.a), item.distance) << item.b << " " << item.a;
  }
}

std::vector<std::string> words_over(const std::string& alphabet, std::size_t longest) {
  std::vector<std::string> words{""};
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const char letter : alphabet) {
      if (words[i].size() < longest) words.push_back(words[i] + letter);
    }
  }
  return words;
}

TEST(EditDistance, IsZeroForEqualsAloneAndBoundedByLengths) {
  const std::vector<std::string> words = words_over("ab", 5);
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      const std::size_t distance = edit_distance(a, b);
      ASSERT_EQ(distance == 0, a == b);
      ASSERT_LE(distance, std::max(a.size(), b.size()));
      ASSERT_GE(distance, std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
      ASSERT_EQ(distance, edit_distance(b, a));
    }
  }
}

TEST(NearestName, FindsWhatWasMeant) {
  const std::vector<std::string> names{"pitch", "rate", "range", "volume", "en-us", "en-gb", "inline_code"};
  const struct {
    const char* written;
    const char* meant;  // nullptr: none
  } cases[] = {
      {"pich", "pitch"},
      {"PITCH", "pitch"},
      {"rnage", "range"},
      {"en-uk", "en-us"},
      {"inlinecode", "inline_code"},
      {"xyzzy", nullptr},
      {"", nullptr},
      {"q", nullptr},
      {"zz", nullptr},
      {"rate", "rate"},
      {"rat", "rate"},
      {"ra", nullptr},
      {"inline_cdoes", "inline_code"},
  };
  for (const auto& item : cases) {
    const auto nearest = nearest_name(item.written, names);
    EXPECT_EQ(nearest.value_or("(none)"), item.meant != nullptr ? item.meant : "(none)") << item.written;
  }
  EXPECT_FALSE(nearest_name(std::string(1000, 'a'), std::vector{std::string(1000, 'b')}));
}

TEST(DidYouMean, ReadsAsTheEndOfAMessage) {
  const std::vector<std::string> names{"pitch"};
  EXPECT_EQ(did_you_mean("pich", names), " (did you mean \"pitch\"?)");
  EXPECT_EQ(did_you_mean("colour", names), "");
  EXPECT_EQ(did_you_mean("body", {"code"}), "") << "half of the letters differ";
}

}  // namespace
}  // namespace aloud
