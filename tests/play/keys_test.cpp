#include "play/keys.h"

#include <gtest/gtest.h>

#include <set>

namespace aloud {
namespace {

struct Case {
  std::string bytes;
  std::optional<PlayCommand> command;
};

const std::vector<Case> kCases = {
    {" ", PlayCommand::toggle_pause},
    {"\x1b[D", PlayCommand::previous_sentence},
    {"\x1bOD", PlayCommand::previous_sentence},
    {"\x1b[C", PlayCommand::next_sentence},
    {"\x1bOC", PlayCommand::next_sentence},
    {"\x1b[1;2D", PlayCommand::previous_word},
    {"\x1b[1;2C", PlayCommand::next_word},
    {"\x1b[A", PlayCommand::previous_paragraph},
    {"\x1b[B", PlayCommand::next_paragraph},
    {"\x1b[5~", PlayCommand::previous_heading},
    {"\x1b[6~", PlayCommand::next_heading},
    {"[", PlayCommand::slower},
    {"-", PlayCommand::slower},
    {"]", PlayCommand::faster},
    {"+", PlayCommand::faster},
    {"\x7f", PlayCommand::normal_speed},
    {"(", PlayCommand::quieter},
    {")", PlayCommand::louder},
    {"0", PlayCommand::tenth},
    {"9", PlayCommand::tenth},
    {"{", PlayCommand::previous_heading},
    {"}", PlayCommand::next_heading},
    {"A", PlayCommand::mark_loop_start},
    {"B", PlayCommand::mark_loop_end},
    {"i", PlayCommand::information},
    {"\x1b[F", PlayCommand::end},
    {"\x1bOF", PlayCommand::end},
    {"\x1b[4~", PlayCommand::end},
    {"m", PlayCommand::toggle_mute},
    {"l", PlayCommand::toggle_repeat},
    {"\x1b[H", PlayCommand::beginning},
    {"\x1b[1~", PlayCommand::beginning},
    {"<", PlayCommand::previous_article},
    {">", PlayCommand::next_article},
    {"/", PlayCommand::search},
    {"?", PlayCommand::help},
    {"q", PlayCommand::quit},
    {"Q", PlayCommand::quit_and_remember},
    {"x", std::nullopt},
};

TEST(Keys, MeanWhatTheyMeanInMpv) {
  for (const Case& test : kCases) {
    KeyDecoder decoder;
    const std::vector<Key> keys = decoder.decode(test.bytes);
    ASSERT_EQ(keys.size(), 1U) << test.bytes;
    EXPECT_EQ(command_of(keys[0]), test.command) << test.bytes;
  }
}

TEST(Keys, ComeOutTheSameWhenTheirBytesComeOneByOne) {
  std::string all;
  for (const Case& test : kCases) all += test.bytes;
  all += "é漢😀\x1b[99;99z";
  KeyDecoder at_once, one_by_one;
  std::vector<Key> keys;
  for (const char byte : all)
    for (const Key& key : one_by_one.decode({&byte, 1})) keys.push_back(key);
  EXPECT_EQ(at_once.decode(all), keys);
  EXPECT_EQ(keys.back(), (Key{SpecialKey::none, U'😀'}));  // the unknown sequence behind it is no key
}

TEST(Keys, AnEscapeThatNothingFollowsIsTheKey) {
  KeyDecoder decoder;
  EXPECT_TRUE(decoder.decode("\x1b").empty());
  EXPECT_TRUE(decoder.is_waiting());
  EXPECT_EQ(decoder.settle(), (std::vector<Key>{{SpecialKey::escape, 0}}));
  EXPECT_FALSE(decoder.is_waiting());
}

TEST(Keys, HelpNamesThemAll) {
  std::string help;
  for (const std::string& line : key_help()) help += line + '\n';
  for (const char* name : {"space", "left right", "shift+left", "up down", "PgUp", "Home", "/", "[ ]", "- +", "Backspace",
                           "( )", "m ", "l ", "< >", "q Q", "?"})
    EXPECT_NE(help.find(name), std::string::npos) << name;
}

}  // namespace
}  // namespace aloud
