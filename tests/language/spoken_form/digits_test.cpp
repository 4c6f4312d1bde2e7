#include "language/spoken_form/digits.h"

#include <gtest/gtest.h>

#include <array>

namespace aloud {
namespace {

std::string groups(std::string_view digits, std::size_t size) {
  std::string text;
  for (const DigitGroup& group : digit_groups(digits, size)) {
    text += (text.empty() ? "" : " ") + std::to_string(group.value) + "@" + std::to_string(group.power);
  }
  return text;
}

TEST(Digits, AreReadInGroupsOfWhichThoseOfZerosAreLeftOut) {
  EXPECT_EQ(groups("1002003", 3), "1@2 2@1 3@0");
  EXPECT_EQ(groups("12345678", 6), "12@1 345678@0");
  EXPECT_EQ(groups("1000000", 3), "1@2");
  EXPECT_EQ(groups("0001000", 3), "1@1");
  EXPECT_EQ(groups("999", 3), "999@0");
  EXPECT_EQ(groups("0", 3), "0@0");
  EXPECT_EQ(groups("000000", 3), "0@0");
}

TEST(Digits, HaveAValueUpToNineOfThem) {
  EXPECT_EQ(value_of(""), 0U);
  EXPECT_EQ(value_of("0042"), 42U);
  EXPECT_EQ(value_of("123456789"), 123'456'789U);
  EXPECT_EQ(value_of("1000000000"), 999'999'999U);
}

TEST(Digits, AreAPowerOfTenWithAOneAndZeros) {
  for (const char* digits : {"1", "10", "1000000"}) EXPECT_TRUE(is_power_of_ten(digits)) << digits;
  for (const char* digits : {"", "0", "01", "20", "101", "100a"}) EXPECT_FALSE(is_power_of_ten(digits)) << digits;
}

TEST(Digits, AreTakenOutOfWhatIsBetweenThem) {
  EXPECT_EQ(digits_of("1 234.5é6"), "123456");
  EXPECT_EQ(without_zeros("0070"), "70");
  EXPECT_EQ(without_zeros("000"), "0");
  constexpr std::array<const char*, 10> kNames = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
  EXPECT_EQ(named_digits("0109", kNames), "a b a j");
}

}  // namespace
}  // namespace aloud
