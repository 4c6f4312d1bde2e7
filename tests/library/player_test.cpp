#include "aloud/player.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>

#include "library/options.h"
#include "support/temporary_directory.h"

namespace aloud::v0 {
namespace {

using test::TemporaryDirectory;

PlayerOptions player_options() {
  PlayerOptions options;
  options.voice = test_voice();
  options.engine = test_engine();
  return options;
}

/// Pulls until all articles are over; returns the samples that were not silent.
std::size_t hear(Player& player) {
  std::array<std::int16_t, 2048> samples{};
  std::size_t heard = 0;
  while (!player.finished()) {
    player.pull(samples);
    heard += static_cast<std::size_t>(std::count_if(samples.begin(), samples.end(), [](std::int16_t s) { return s != 0; }));
  }
  return heard;
}

TEST(Player, GivesADeviceOfItsCallersTheSamplesOfAllArticles) {
  const TemporaryDirectory directory;
  std::atomic<int> changes = 0;
  PlayerOptions options = player_options();
  options.on_change = [&] { ++changes; };
  Player player({directory.put("a.md", "One."), directory.put("b.md", "Two, and a little more.")}, options);
  EXPECT_GT(hear(player), Player::kRate / 2U);
  EXPECT_GT(changes, 0);
  EXPECT_THAT(player.take_problems(), testing::ElementsAre());
}

TEST(Player, TellsWhereItStands) {
  const TemporaryDirectory directory;
  const std::string text = "\xEF\xBB\xBF# Title\n\nOne is here. Two is there.\n";
  Player player({directory.put("a.md", text)}, player_options());
  std::array<std::int16_t, 2048> samples{};
  while (!player.state().begun) player.pull(samples);
  EXPECT_EQ(player.state().title, "Title");
  while (player.state().total_is_exact == false) player.pull(samples);
  EXPECT_TRUE(player.go_to_source(text.find("Two")));
  player.pull(samples);
  while (player.state().sentence < 2) player.pull(samples);
  const SourceRange sentence = player.state().sentence_source;
  EXPECT_EQ(text.substr(sentence.begin, sentence.size()), "Two is there.");
}

TEST(Player, HoldsSpeedAndVolumeInTheirRanges) {
  const TemporaryDirectory directory;
  Player player({directory.put("a.md", "One.")}, player_options());
  player.set_speed(100);
  player.set_volume(-3);
  player.set_muted(true);
  EXPECT_EQ(player.state().speed, Player::kFastest);
  EXPECT_EQ(player.state().volume, 0);
  EXPECT_TRUE(player.state().muted);
  EXPECT_FALSE(player.previous_article());
}

TEST(Player, TellsOfAnArticleThatCannotBePlayedAndPlaysTheOthers) {
  const TemporaryDirectory directory;
  Player player({"/nowhere/a.md", directory.put("b.md", "Two.")}, player_options());
  EXPECT_GT(hear(player), 0U);
  EXPECT_EQ(player.take_problems().size(), 1U);
}

TEST(Player, NeedsAnArticle) {
  EXPECT_EQ(error_of([] { Player({}, player_options()); }).kind(), ErrorKind::usage);
}

}  // namespace
}  // namespace aloud::v0
