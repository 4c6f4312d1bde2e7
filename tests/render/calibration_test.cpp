#include "render/calibration.h"

#include <gtest/gtest.h>

#include <fstream>

#include "render/calibration_store.h"
#include "render/measured_voices.h"
#include "support/temporary_directory.h"

namespace aloud {
namespace {

TEST(Calibration, OfAMeasuredVoiceNeedsNoListening) {
  const VoiceParameters voice;
  const LoudnessTarget target;
  const Level level = level_for(voice, target, *make_espeak_factory());
  EXPECT_EQ(level.gain_db, *measured_gain_db(voice, target));
  EXPECT_EQ(level.ceiling_dbtp, -1);
  EXPECT_EQ(level_for(voice, *named_loudness_targets().rbegin(), *make_espeak_factory()), Level{});
}

TEST(Calibration, FindsWhatTheTableSays) {
  const auto factory = make_espeak_factory();
  ASSERT_EQ(factory->release(), kMeasuredRelease);
  EXPECT_NEAR(calibrate({}, {}, *factory).gain_db, *measured_gain_db({}, {}), 0.1);
}

TEST(Calibration, KnowsVoicesJustAsTheyWereMeasuredAndNoOther) {
  VoiceParameters voice;
  EXPECT_TRUE(measured_gain_db(voice, {}));
  ++voice.rate;
  EXPECT_FALSE(measured_gain_db(voice, {}));
  EXPECT_FALSE(measured_gain_db({}, *loudness_target_by_name("-18.5")));
  EXPECT_FALSE(measured_gain_db({"gmw/af", ""}, {}));
}

TEST(CalibrationPassage, IsThereForEveryVoice) {
  EXPECT_NE(calibration_passage("gmw/en-US"), calibration_passage("gmw/de"));
  EXPECT_EQ(calibration_passage("zls/sr"), calibration_passage("x"));
  EXPECT_FALSE(calibration_passage("").empty());
}

TEST(CalibrationStore, KeepsAValueByItsWholeKey) {
  const test::TemporaryDirectory directory;
  const CalibrationStore store(directory / "new/cache");
  EXPECT_FALSE(store.find("a"));
  store.store("a", -3.25);
  EXPECT_EQ(store.find("a"), -3.25);
  EXPECT_FALSE(store.find("b"));
  CalibrationStore("").store("a", 1);
  EXPECT_FALSE(CalibrationStore("").find("a"));
}

TEST(CalibrationStore, TakesADamagedFileForAMiss) {
  const test::TemporaryDirectory directory;
  const CalibrationStore store(directory / "cache");
  store.store("a", -3.25);
  const auto file = std::filesystem::directory_iterator(directory / "cache")->path();
  std::string whole;
  std::getline(std::ifstream(file), whole, '\0');
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::ofstream(file, std::ios::trunc) << whole.substr(0, size);
    EXPECT_FALSE(store.find("a")) << size;
  }
}

}  // namespace
}  // namespace aloud
