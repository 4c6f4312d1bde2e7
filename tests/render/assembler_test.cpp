#include "render/assembler.h"

#include <gtest/gtest.h>

#include <string>

namespace aloud {
namespace {

using std::chrono::milliseconds;

// Writes down what it is given; silences come in steps of ten frames.
class RecordingWriter final : public StreamWriter {
 public:
  void append(const EncodedTake& take) override {
    log += "take[" + std::to_string(take.length.count) + "] ";
    total += take.length;
  }
  Frames append_silence(Frames silence) override {
    const Frames rounded = round_up(silence, Frames{10});
    log += "silence[" + std::to_string(rounded.count) + "] ";
    total += rounded;
    return rounded;
  }
  Frames finish() override { return total; }
  SampleRate file_rate() const override { return kEngineRate; }

  std::string log;
  Frames total;
};

EncodedTake take(long lead_in, long speech, long lead_out) {
  EncodedTake made;
  made.speech_begin = {lead_in};
  made.speech_end = {lead_in + speech};
  made.length = {lead_in + speech + lead_out};
  return made;
}

TEST(Assembler, CountsTheSilenceThatTakesBringTowardsThePause) {
  RecordingWriter writer;
  Assembler assembler(writer);
  EXPECT_EQ(assembler.append(milliseconds(0), take(256, 1000, 1500)), Frames{0});
  // 100 ms are 2,205 frames; 1,500 + 256 are there already.
  EXPECT_EQ(assembler.append(milliseconds(100), take(256, 1000, 1500)), Frames{2756 + 450});
  EXPECT_EQ(writer.log, "take[2756] silence[450] take[2756] ");
}

TEST(Assembler, NeverCutsATakeWhenThePauseIsShorterThanItsSilence) {
  RecordingWriter writer;
  Assembler assembler(writer);
  assembler.append(milliseconds(0), take(256, 1000, 1500));
  assembler.append(milliseconds(10), take(256, 1000, 1500));
  EXPECT_EQ(writer.log, "take[2756] take[2756] ");
}

TEST(Assembler, StartsAndEndsWithSilenceAsAsked) {
  RecordingWriter writer;
  Assembler assembler(writer);
  EXPECT_EQ(assembler.append(milliseconds(10), take(0, 100, 0)), Frames{230});
  EXPECT_EQ(assembler.finish(milliseconds(20)).length, Frames{230 + 100 + 450});
  EXPECT_EQ(writer.log, "silence[230] take[100] silence[450] ");
}

TEST(Assembler, TotalIsTheSumOfTakesAndSilences) {
  RecordingWriter writer;
  Assembler assembler(writer);
  for (int i = 0; i < 50; ++i) assembler.append(milliseconds(i), take(i % 7, 10 * i, i % 5));
  EXPECT_EQ(assembler.position(), writer.total);
}

}  // namespace
}  // namespace aloud
