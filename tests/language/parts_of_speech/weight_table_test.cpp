#include "language/parts_of_speech/weight_table.h"

#include <gtest/gtest.h>

#include <string>

#include "util/error.h"

namespace aloud {
namespace {

void append_number(std::string& bytes, std::uint32_t number, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
}

// One bucket: "a" gives 1.5 to NOUN and -2 to VERB, "b" gives 0.5 to VERB; the unit is a half.
std::string small_table() {
  std::string entries;
  append_number(entries, WeightTable::hash("a"), 3);
  entries += std::string("\x02\x00\x03\x01\xFC", 5);
  append_number(entries, WeightTable::hash("b"), 3);
  entries += "\x01\x01\x01";
  std::string bytes = "aloudwt1";
  bytes += std::string("\x00\x02\x02\x00", 4);  // no bits for buckets, two labels, two units in 1.0
  bytes += "\x04NOUN\x04VERB";
  append_number(bytes, 0, 4);
  append_number(bytes, static_cast<std::uint32_t>(entries.size()), 4);
  return bytes + entries;
}

std::string told(const WeightTable& table, std::string_view feature) {
  std::string text;
  table.each(feature, [&](std::size_t label, float weight) {
    text += std::string(table.labels()[label]) + ' ' + std::to_string(static_cast<int>(weight * 10)) + ';';
  });
  return text;
}

TEST(WeightTable, TellsWhatAFeatureAddsToEachLabel) {
  const std::string bytes = small_table();
  const WeightTable table(bytes);
  EXPECT_EQ(table.labels(), (std::vector<std::string_view>{"NOUN", "VERB"}));
  EXPECT_EQ(told(table, "a"), "NOUN 15;VERB -20;");
  EXPECT_EQ(told(table, "b"), "VERB 5;");
  EXPECT_EQ(told(table, "c"), "");
  EXPECT_EQ(told(table, ""), "");
}

// Written down, for the training scripts have the same function.
TEST(WeightTable, HashesAsTheTrainingScriptsDo) {
  EXPECT_EQ(WeightTable::hash(""), 0xAB3E7C0BU);
  EXPECT_EQ(WeightTable::hash("w-1=the"), 0x9B5AEBEDU);
}

TEST(WeightTable, RefusesWhatIsNotWhole) {
  const std::string bytes = small_table();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(WeightTable(std::string_view(bytes).substr(0, size)), Error) << size;
  }
  EXPECT_THROW(WeightTable(bytes + "x"), Error);
  EXPECT_THROW(WeightTable("ALOUDWT1" + bytes.substr(8)), Error);
}

// Every byte changed, one by one: an error, or a table that answers within its bounds.
TEST(WeightTable, StaysWithinItsBoundsWhereBytesAreWrong) {
  const std::string bytes = small_table();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(~changed[at]);
    try {
      const WeightTable table(changed);
      for (const char* feature : {"a", "b", "c"}) {
        table.each(feature, [&](std::size_t label, float) { EXPECT_LT(label, table.labels().size()); });
      }
    } catch (const Error&) {
    }
  }
}

TEST(WeightTable, HasThoseThatAreBuiltIn) {
  for (const char* name : {"en-tags", "en-heteronyms"}) EXPECT_NO_THROW(WeightTable(built_in_weights(name))) << name;
  EXPECT_EQ(built_in_weights("en"), "");
  EXPECT_LT(built_in_weights("en-tags").size() + built_in_weights("en-heteronyms").size(), 1'500'000U);
}

}  // namespace
}  // namespace aloud
