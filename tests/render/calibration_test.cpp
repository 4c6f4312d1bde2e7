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
  const auto factory = make_espeak_factory();
  const Level level = level_for(voice, target, *factory);
  EXPECT_EQ(level.gain_db, *measured_gain_db(voice, target, factory->release()));
  EXPECT_EQ(level.ceiling_dbtp, -1);
  EXPECT_EQ(level_for(voice, *named_loudness_targets().rbegin(), *factory), Level{});
}

const VoiceParameters kUkrainian{"zle/uk", "", 165, 50, 50, 80, 0, {}};

// American English; and the voice that differs most between the releases that the table knows.
TEST(Calibration, FindsWhatTheTableSays) {
  const auto factory = make_espeak_factory();
  for (const VoiceParameters& voice : {VoiceParameters{}, kUkrainian}) {
    const std::optional<double> known = measured_gain_db(voice, {}, factory->release());
    ASSERT_TRUE(known) << factory->release();
    EXPECT_NEAR(calibrate(voice, {}, *factory).gain_db, *known, 0.1) << voice.engine_voice;
  }
}

TEST(Calibration, KnowsVoicesJustAsTheyWereMeasuredAndNoOther) {
  VoiceParameters voice;
  EXPECT_TRUE(measured_gain_db(voice, {}, "espeak-ng 1.51"));
  ++voice.rate;
  EXPECT_FALSE(measured_gain_db(voice, {}, "espeak-ng 1.51"));
  EXPECT_FALSE(measured_gain_db({}, *loudness_target_by_name("-18.5"), "espeak-ng 1.51"));
  EXPECT_FALSE(measured_gain_db({"gmw/af", ""}, {}, "espeak-ng 1.51"));
}

TEST(Calibration, KnowsTheReleasesThatWereMeasuredAndNoOther) {
  for (const char* release : {"espeak-ng 1.51", "espeak-ng 1.52.0"}) EXPECT_TRUE(measured_gain_db({}, {}, release)) << release;
  EXPECT_EQ(measured_gain_db({}, {}, "espeak-ng 1.51"), measured_gain_db({}, {}, "espeak-ng 1.52.0"));
  EXPECT_EQ(measured_gain_db(kUkrainian, {}, "espeak-ng 1.51"), 2.91);
  EXPECT_EQ(measured_gain_db(kUkrainian, {}, "espeak-ng 1.52.0"), 2.23);
  for (const char* release : {"espeak-ng 1.52", "espeak-ng 1.53.0", "tone", ""})
    EXPECT_FALSE(measured_gain_db({}, {}, release)) << release;
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
