#include "audio/pcm.h"

#include <gtest/gtest.h>

#include <vector>

namespace aloud {
namespace {

using Samples = std::vector<std::int16_t>;

TEST(Pcm, FindsSilentEnds) {
  EXPECT_EQ(find_silent_ends(Samples{}), (SilentEnds{0, 0}));
  EXPECT_EQ(find_silent_ends(Samples{0, 0, 0}), (SilentEnds{3, 0}));
  EXPECT_EQ(find_silent_ends(Samples{1}), (SilentEnds{0, 0}));
  EXPECT_EQ(find_silent_ends(Samples{0, 0, 5, 0, -5, 0}), (SilentEnds{2, 1}));
}

TEST(Pcm, TakesWhatIsAtTheThresholdForSilence) {
  const Samples samples = {2, -3, 4, 0, -4, 3, -2};
  EXPECT_EQ(find_silent_ends(samples, 1), (SilentEnds{0, 0}));
  EXPECT_EQ(find_silent_ends(samples, 3), (SilentEnds{2, 2}));
  EXPECT_EQ(find_silent_ends(samples, 4), (SilentEnds{7, 0}));
  EXPECT_EQ(find_silent_ends(Samples{-32768}, 32767), (SilentEnds{0, 0}));
  EXPECT_EQ(find_silent_ends(Samples{-32768}, 32768), (SilentEnds{1, 0}));
}

TEST(Pcm, TrimsWithoutLosingASample) {
  const auto trim = [](const Samples& samples) {
    const auto rest = trim_silence(samples);
    return Samples(rest.begin(), rest.end());
  };
  EXPECT_EQ(trim({0, 7, 0, 8, 0, 0}), (Samples{7, 0, 8}));
  EXPECT_EQ(trim({0, 0}), Samples{});
  EXPECT_EQ(trim({}), Samples{});
  EXPECT_EQ(trim({-1}), Samples{-1});
}

TEST(Pcm, MeasuresThePeak) {
  EXPECT_EQ(peak_of(Samples{}), 0);
  EXPECT_EQ(peak_of(Samples{3, -7, 5}), 7);
  EXPECT_EQ(peak_of(Samples{32767, -32768}), 32768);
}

TEST(Pcm, CountsSamplesAtFullScale) {
  EXPECT_EQ(count_full_scale(Samples{}), 0U);
  EXPECT_EQ(count_full_scale(Samples{32767, 32766, -32767, -32768, 0, 32767}), 3U);
}

}  // namespace
}  // namespace aloud
