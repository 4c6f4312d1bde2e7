// Where playing stands: samples in, samples out, to the sample; and what is heard when.
#include "play/playhead.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace aloud {
namespace {

using Samples = std::vector<std::int16_t>;
using State = Playhead::State;

// A unit whose samples say where they come from: `base`, `base` + 1, …
std::shared_ptr<const Unit> ramp(std::int64_t pause, std::size_t length, std::int16_t base, double speed = 1) {
  auto unit = std::make_shared<Unit>();
  unit->pause = Frames{pause};
  unit->speed = speed;
  for (std::size_t i = 0; i < length; ++i) unit->speech.push_back(static_cast<std::int16_t>(base + static_cast<int>(i)));
  unit->words = {{Frames{0}, Frames{50}}, {Frames{100}, Frames{150}}, {Frames{200}, Frames{250}}};
  return unit;
}

std::shared_ptr<const Unit> tone(std::size_t length) {
  auto unit = std::make_shared<Unit>();
  for (std::size_t i = 0; i < length; ++i)
    unit->speech.push_back(
        static_cast<std::int16_t>(8000 * std::sin(2 * std::numbers::pi * 150 * static_cast<double>(i) / 22050)));
  return unit;
}

Samples laid(const std::vector<std::shared_ptr<const Unit>>& units) {
  Samples all;
  for (const auto& unit : units) {
    all.insert(all.end(), static_cast<std::size_t>(unit->pause.count), std::int16_t{0});
    all.insert(all.end(), unit->speech.begin(), unit->speech.end());
  }
  return all;
}

class PlayheadTest : public testing::Test {
 protected:
  void add(std::shared_ptr<const Unit> unit, std::size_t sentence) {
    head.add_utterance(sentence);
    head.set_unit(head.utterances() - 1, unit);
    units.push_back(std::move(unit));
  }

  Samples pull(std::size_t count, State expected = State::playing) {
    Samples out(count);
    const Playhead::Filled filled = head.fill(out);
    EXPECT_EQ(filled.state, expected);
    out.resize(filled.frames);
    return out;
  }

  Playhead head;
  std::vector<std::shared_ptr<const Unit>> units;
};

TEST_F(PlayheadTest, GivesUnitsAndPausesAsTheyAreWhateverIsAskedForAtOnce) {
  for (const std::size_t chunk : {1U, 7U, 128U, 1024U, 100000U}) {
    Playhead fresh;
    const std::vector<std::shared_ptr<const Unit>> all = {ramp(0, 300, 100), ramp(77, 400, 1000), ramp(5, 260, 2000)};
    for (std::size_t i = 0; i < all.size(); ++i) {
      fresh.add_utterance(i);
      fresh.set_unit(i, all[i]);
    }
    fresh.finish_script(Frames{33});
    Samples heard;
    for (;;) {
      Samples out(chunk);
      const Playhead::Filled filled = fresh.fill(out);
      heard.insert(heard.end(), out.begin(), out.begin() + static_cast<std::ptrdiff_t>(filled.frames));
      if (filled.state == State::ended) break;
      ASSERT_EQ(filled.state, State::playing);
    }
    Samples expected = laid(all);
    expected.insert(expected.end(), 33, std::int16_t{0});
    EXPECT_EQ(heard, expected) << chunk;
    EXPECT_EQ(fresh.handed(), Frames{static_cast<std::int64_t>(expected.size())});
  }
}

TEST_F(PlayheadTest, WaitsForAUnitAndGoesOnWithoutLosingASample) {
  add(ramp(0, 300, 100), 0);
  head.add_utterance(1);
  const Samples first = pull(1000, State::starved);
  EXPECT_EQ(first, laid(units));
  const auto late = ramp(20, 280, 700);
  head.set_unit(1, late);
  EXPECT_EQ(pull(300), laid({late}));
  EXPECT_TRUE(pull(10, State::starved).empty());  // the script may go on
  head.finish_script(Frames{0});
  EXPECT_TRUE(pull(10, State::ended).empty());
}

TEST_F(PlayheadTest, PausesWithinAFadeAndGoesOnFromThere) {
  add(ramp(0, 5000, 10000), 0);
  pull(1000);
  head.set_paused(true);
  const Samples faded = pull(4000, State::paused);
  ASSERT_EQ(faded.size(), static_cast<std::size_t>(Playhead::kFade.count));
  EXPECT_TRUE(std::is_sorted(faded.rbegin(), faded.rend()));  // down to nothing, without a step up
  EXPECT_EQ(faded.back(), 0);
  EXPECT_TRUE(pull(100, State::paused).empty());
  head.set_paused(false);
  const Samples on = pull(500);
  EXPECT_LT(on.front(), 200);
  EXPECT_EQ(on.back(), 10000 + 1000 + static_cast<int>(faded.size()) + 499);  // nothing was skipped
}

TEST_F(PlayheadTest, JumpsToWordsAndToWhereSpeechBegins) {
  add(ramp(50, 3000, 100), 0);
  add(ramp(50, 600, 5000), 1);
  pull(500);
  head.jump({1, Target::Point::speech});
  const Samples out = pull(static_cast<std::size_t>(Playhead::kFade.count) + 10);
  EXPECT_EQ(out[static_cast<std::size_t>(Playhead::kFade.count)], 5000);  // at once, at full volume: it begins softly by itself
  head.jump({1, Target::Point::word, 2});
  pull(static_cast<std::size_t>(Playhead::kFade.count));
  const Samples from_word = pull(200);
  EXPECT_LT(from_word.front(), 100);  // within speech: faded in
  EXPECT_EQ(from_word.back(), 5000 + 200 + 199);
}

TEST_F(PlayheadTest, ShowsAJumpAtOnceAndThenWhatIsHeard) {
  add(ramp(0, 3000, 100), 0);
  add(ramp(50, 3000, 5000), 1);
  pull(500);
  EXPECT_EQ(head.heard(Frames{400}).at, Frames{400});
  head.jump({1, Target::Point::speech});
  ASSERT_TRUE(head.heard(Frames{450}).ahead);
  EXPECT_EQ(head.heard(Frames{450}).ahead->utterance, 1U);
  pull(1000);
  ASSERT_TRUE(head.heard(Frames{500 + 100}).ahead);  // still fading out
  const Heard there = head.heard(Frames{500 + 128 + 10});
  EXPECT_FALSE(there.ahead);
  EXPECT_EQ(there.utterance, 1U);
  EXPECT_EQ(there.at, Frames{50 + 10});
}

TEST_F(PlayheadTest, CountsSilenceOfTheDeviceAsTimeInWhichNothingIsHeard) {
  add(ramp(0, 3000, 100), 0);
  pull(100);
  head.add_silence(1000);
  pull(100);
  EXPECT_EQ(head.heard(Frames{700}).at, Frames{100});
  EXPECT_EQ(head.heard(Frames{1150}).at, Frames{150});
}

TEST_F(PlayheadTest, RepeatsASentence) {
  add(ramp(0, 300, 0), 0);
  add(ramp(10, 300, 1000), 1);
  add(ramp(10, 300, 2000), 1);
  add(ramp(10, 300, 3000), 2);
  pull(350);
  head.set_repeat(std::pair{std::size_t{1}, std::size_t{2}});
  Samples expected = laid({units[1], units[2], units[1], units[2]});
  expected.erase(expected.begin(), expected.begin() + 50);
  EXPECT_EQ(pull(expected.size()), expected);
}

TEST_F(PlayheadTest, StretchesWhatSoundsToTheSpeedAndLeavesWhatWasSpokenAtItAlone) {
  add(tone(22050), 0);
  const auto quick = ramp(30, 500, 100, 2);
  add(quick, 1);
  head.finish_script(Frames{0});
  head.set_speed(2);
  Samples all;
  for (;;) {
    Samples out(777);
    const Playhead::Filled filled = head.fill(out);
    all.insert(all.end(), out.begin(), out.begin() + static_cast<std::ptrdiff_t>(filled.frames));
    if (filled.state == State::ended) break;
  }
  const auto stretched = static_cast<double>(all.size()) - 530;
  EXPECT_NEAR(stretched, 11025, 400);
  EXPECT_EQ(Samples(all.end() - 530, all.end()), laid({quick}));
  // The pitch is kept: as many zero crossings a second as before.
  std::size_t crossings = 0;
  for (std::size_t i = 1; i < 10000; ++i) crossings += all[i - 1] < 0 && all[i] >= 0 ? 1U : 0U;
  EXPECT_NEAR(static_cast<double>(crossings), 150.0 * 10000 / 22050, 5);
}

TEST_F(PlayheadTest, VolumeScalesAndFullVolumeIsExact) {
  add(ramp(0, 5000, 1000), 0);
  head.set_volume(0.5);
  pull(1000);
  EXPECT_EQ(pull(1).front(), 1000);
  head.set_volume(1);
  pull(999);
  EXPECT_EQ(pull(1).front(), 3000);
}

}  // namespace
}  // namespace aloud
