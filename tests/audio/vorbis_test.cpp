#include "audio/vorbis_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vorbis/vorbisfile.h>

#include <algorithm>
#include <cmath>

#include "audio/audio_test_support.h"
#include "audio/take_record.h"
#include "util/error.h"

namespace aloud {
namespace {

/// A file opened with libvorbisfile.
class VorbisFile {
 public:
  explicit VorbisFile(const std::string& path) { opened_ = ov_fopen(path.c_str(), &file_) == 0; }
  ~VorbisFile() {
    if (opened_) ov_clear(&file_);
  }
  VorbisFile(const VorbisFile&) = delete;
  VorbisFile& operator=(const VorbisFile&) = delete;

  bool opened() const { return opened_; }
  std::int64_t length() { return ov_pcm_total(&file_, -1); }
  bool seek(std::int64_t position) { return ov_pcm_seek(&file_, position) == 0 && ov_pcm_tell(&file_) == position; }
  std::vector<float> read(std::size_t most) {
    std::vector<float> samples;
    float** channels = nullptr;
    int section = 0;
    while (samples.size() < most) {
      const long count =
          ov_read_float(&file_, &channels, static_cast<int>(std::min<std::size_t>(most - samples.size(), 4096)), &section);
      EXPECT_GE(count, 0) << "a hole in the stream";
      if (count <= 0) break;
      samples.insert(samples.end(), channels[0], channels[0] + count);
    }
    return samples;
  }

 private:
  OggVorbis_File file_{};
  bool opened_ = false;
};

class VorbisQuality : public testing::TestWithParam<float> {
 protected:
  Quality quality() const { return {.vorbis_quality = GetParam()}; }
  ScratchDirectory directory_;
};
INSTANTIATE_TEST_SUITE_P(, VorbisQuality, testing::Values(-0.1F, -0.01F, 0.0F, 0.1F, 0.3F, 0.5F, 0.8F, 1.0F),
                         [](const auto& test) {
                           const auto tenths = std::lround(test.param * 100);
                           return (tenths < 0 ? "minus_" : "") + std::to_string(std::abs(tenths));
                         });

TEST_P(VorbisQuality, PassesTheJudgesOfOgg) {
  const Rendering file = render(AudioFormat::vorbis, sample_pieces(4), quality());
  const std::string path = directory_.save("a.ogg", file.bytes);
  expect_sound_ogg(path, "ogginfo");
  EXPECT_EQ(static_cast<std::int64_t>(decode_with_ffmpeg(path).size()), file.frames.count);
  EXPECT_EQ(run("soxi -s '" + path + "'").output, std::to_string(file.frames.count) + "\n");
}

TEST_P(VorbisQuality, SoundsLikeOneEncodingOfAll) {
  const Rendering file = render(AudioFormat::vorbis, sample_pieces(), quality());
  const Rendering whole = render(AudioFormat::vorbis, {{file.expected, Frames{0}}}, quality());
  const Samples joined = decode_with_ffmpeg(directory_.save("a.ogg", file.bytes));
  const Samples serial = decode_with_ffmpeg(directory_.save("b.ogg", whole.bytes));
  EXPECT_NEAR(signal_to_noise(file.expected, joined), signal_to_noise(whole.expected, serial), 0.1);
}

TEST_P(VorbisQuality, DecodesSilenceBetweenTakesAsSilence) {
  const VorbisSetup setup(GetParam());
  const Rendering file =
      render(AudioFormat::vorbis, {{babble(20000, 1), Frames{8000}}, {babble(20000, 2), Frames{8000}}}, quality());
  const Samples decoded = decode_with_ffmpeg(directory_.save("a.ogg", file.bytes));
  ASSERT_EQ(decoded.size(), file.expected.size());
  const std::int64_t border = file.take_begin[1].count;
  for (std::int64_t i = border - 7000; i < border; ++i)
    ASSERT_EQ(decoded[static_cast<std::size_t>(i)], 0) << border - i << " before the take";
}

TEST(Vorbis, SeeksToEverySample) {
  const Rendering file = render(AudioFormat::vorbis, sample_pieces(10));
  ScratchDirectory directory;
  VorbisFile vorbis(directory.save("a.ogg", file.bytes));
  ASSERT_TRUE(vorbis.opened());
  EXPECT_EQ(vorbis.length(), file.frames.count);
  const auto all = vorbis.read(static_cast<std::size_t>(file.frames.count) + 1);
  ASSERT_EQ(static_cast<std::int64_t>(all.size()), file.frames.count);
  std::vector<std::int64_t> positions;
  for (const Frames begin : file.take_begin) positions.push_back(begin.count);
  for (std::int64_t i = 0; i < 490; ++i) positions.push_back(i * i * 7919 % (file.frames.count - 1));
  for (const std::int64_t position : positions) {
    ASSERT_TRUE(vorbis.seek(position)) << position;
    const auto part = vorbis.read(1500);
    ASSERT_TRUE(std::equal(part.begin(), part.end(), all.begin() + position)) << position;
  }
}

TEST(Vorbis, HasNoClickAtTheBorders) {
  const Rendering file = render(AudioFormat::vorbis, sample_pieces(8));
  const Rendering whole = render(AudioFormat::vorbis, {{file.expected, Frames{0}}});
  ScratchDirectory directory;
  const Samples joined = decode_with_ffmpeg(directory.save("a.ogg", file.bytes));
  const Samples serial = decode_with_ffmpeg(directory.save("b.ogg", whole.bytes));
  const std::int64_t shift = VorbisSetup(0.3F).lead_in().count;
  const auto worst = [&](const Samples& decoded, std::int64_t offset) {
    int error = 0;
    for (const Frames begin : file.take_begin) {
      for (std::int64_t i = std::max<std::int64_t>(begin.count - 500, 0); i < begin.count + shift; ++i) {
        error = std::max(error,
                         std::abs(decoded[static_cast<std::size_t>(i + offset)] - file.expected[static_cast<std::size_t>(i)]));
      }
    }
    return error;
  };
  EXPECT_LE(worst(joined, 0), 2 * worst(serial, shift) + 10);
}

TEST(Vorbis, EndsEachTakeOnTheGridAfterTheLeadOut) {
  const VorbisSetup setup(0.3F);
  EXPECT_EQ(setup.grid(), Frames{256});
  EXPECT_EQ(setup.lead_in(), Frames{256});
  EXPECT_EQ(setup.lead_out(), Frames{1408});
  for (const std::size_t length : std::vector<std::size_t>{0, 1, 128, 129, 5000}) {
    const EncodedTake take = make_vorbis_encoder({})->encode(babble(length));
    EXPECT_EQ(take.speech_begin, setup.lead_in());
    EXPECT_EQ(take.length, round_up(take.speech_end + setup.lead_out(), setup.grid()));
  }
}

TEST(Vorbis, LengthensTheLeadOutWhenACutWouldBeHeard) {
  ScratchDirectory directory;
  std::vector<Piece> pieces;
  int lengthened = 0;
  MemorySink sink;
  const auto writer = make_vorbis_writer({}, {}, sink);
  const auto encoder = make_vorbis_encoder({}, Frames{1});  // too short for nearly every take
  Samples expected;
  for (std::uint32_t i = 0; i < 12; ++i) {
    const Samples speech = babble(8000 + 777 * i, i);
    const EncodedTake take = encoder->encode(speech);
    if (take.length > round_up(take.speech_end + Frames{1}, Frames{256})) ++lengthened;
    expected.resize(expected.size() + static_cast<std::size_t>(take.speech_begin.count));
    expected.insert(expected.end(), speech.begin(), speech.end());
    expected.resize(expected.size() + static_cast<std::size_t>((take.length - take.speech_end).count));
    writer->append(take);
  }
  writer->finish();
  EXPECT_GE(lengthened, 6);
  const Samples decoded = decode_with_ffmpeg(directory.save("a.ogg", sink.bytes()));
  ASSERT_EQ(decoded.size(), expected.size());
  const Rendering whole = render(AudioFormat::vorbis, {{expected, Frames{0}}});
  EXPECT_NEAR(signal_to_noise(expected, decoded),
              signal_to_noise(whole.expected, decode_with_ffmpeg(directory.save("b.ogg", whole.bytes))), 0.1);
}

TEST(Vorbis, RefusesATakeOfAnotherQuality) {
  MemorySink sink;
  const auto writer = make_vorbis_writer({.vorbis_quality = 0.4F}, {}, sink);
  EXPECT_THROW(writer->append(make_vorbis_encoder({})->encode(babble(1000))), Error);
}

TEST(Vorbis, IsHardlyLargerThanOggenc) {
  const Rendering file = render(AudioFormat::vorbis, sample_pieces(20));
  const Rendering wav = render(AudioFormat::wav, {{file.expected, Frames{0}}});
  ScratchDirectory directory;
  const std::string path = directory.save("a.wav", wav.bytes);
  const CommandResult result = run("oggenc -Q -q3 -o '" + (directory / "b.ogg") + "' '" + path + "'");
  ASSERT_EQ(result.status, 0) << result.output;
  const auto reference = static_cast<double>(std::filesystem::file_size(directory / "b.ogg"));
  const double ratio = static_cast<double>(file.bytes.size()) / reference;
  RecordProperty("size_ratio", std::to_string(ratio));
  EXPECT_LE(ratio, 1.02);
}

}  // namespace
}  // namespace aloud
