#include "audio/wav_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

#include "audio/audio_test_support.h"
#include "audio/pcm_take.h"

namespace aloud {
namespace {

std::uint64_t little(std::span<const std::byte> bytes, std::size_t offset, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value |= std::to_integer<std::uint64_t>(bytes[offset + i]) << 8 * i;
  return value;
}

std::string text_at(std::span<const std::byte> bytes, std::size_t offset, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes.data()) + offset, size};
}

TEST(Wav, HoldsTheSizesOfItsChunks) {
  const Rendering file = render(AudioFormat::wav, {{chirp(100), Frames{23}}});
  EXPECT_EQ(text_at(file.bytes, 0, 4), "RIFF");
  EXPECT_EQ(little(file.bytes, 4, 4), file.bytes.size() - 8);
  EXPECT_EQ(text_at(file.bytes, 12, 4), "JUNK");
  EXPECT_EQ(text_at(file.bytes, 48, 4), "fmt ");
  EXPECT_EQ(text_at(file.bytes, 72, 4), "data");
  EXPECT_EQ(little(file.bytes, 76, 4), 246U);
  EXPECT_EQ(file.bytes.size(), 80U + 246U);
}

TEST(Wav, IsReadBySox) {
  const Rendering file = render(AudioFormat::wav, sample_pieces(2));
  ScratchDirectory directory;
  const std::string path = directory.save("a.wav", file.bytes);
  EXPECT_EQ(run("soxi -s '" + path + "'").output, std::to_string(file.frames.count) + "\n");
  EXPECT_EQ(samples_from(run("sox '" + path + "' -t raw -").output), file.expected);
}

TEST(Wav, BecomesRf64BeyondTheLimit) {
  const Samples speech = chirp(1000);
  const auto take = make_pcm_encoder(AudioFormat::wav)->encode(speech);
  ScratchDirectory directory;
  for (const std::uint64_t limit : {2072U, 2071U}) {  // the RIFF size of this file, and one byte less
    MemorySink sink;
    const auto writer = make_wav_writer(SampleFormat::pcm16, {}, sink, limit);
    writer->append(take);
    EXPECT_EQ(writer->finish(), Frames{1000});
    const bool large = limit == 2071;
    EXPECT_EQ(text_at(sink.bytes(), 0, 4), large ? "RF64" : "RIFF");
    EXPECT_EQ(text_at(sink.bytes(), 12, 4), large ? "ds64" : "JUNK");
    if (large) {
      EXPECT_EQ(little(sink.bytes(), 4, 4), 0xFFFFFFFFU);
      EXPECT_EQ(little(sink.bytes(), 20, 8), sink.size() - 8);
      EXPECT_EQ(little(sink.bytes(), 28, 8), 2000U);
      EXPECT_EQ(little(sink.bytes(), 36, 8), 1000U);
      EXPECT_EQ(little(sink.bytes(), 76, 4), 0xFFFFFFFFU);
    }
    const std::string path = directory.save("a.wav", sink.bytes());
    EXPECT_EQ(decode_with_ffmpeg(path), speech);
    EXPECT_EQ(samples_from(run("sox '" + path + "' -t raw -").output), speech);
  }
}

/// Keeps the start of what is written and counts the rest.
class DiscardingSink : public ByteSink {
 public:
  void write(std::span<const std::byte> bytes) override {
    const std::size_t kept = std::min(bytes.size(), kKept - start_.size());
    start_.insert(start_.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(kept));
    size_ += bytes.size();
  }
  bool can_rewrite() const override { return true; }
  void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) override {
    ASSERT_LE(offset + bytes.size(), start_.size());
    std::copy(bytes.begin(), bytes.end(), start_.begin() + static_cast<std::ptrdiff_t>(offset));
  }
  std::uint64_t size() const override { return size_; }
  const std::vector<std::byte>& start() const { return start_; }

 private:
  static constexpr std::size_t kKept = 4096;
  std::vector<std::byte> start_;
  std::uint64_t size_ = 0;
};

TEST(Wav, BecomesRf64AtFourGibibytes) {
  for (const bool large : {false, true}) {
    DiscardingSink sink;
    const auto writer = make_wav_writer(SampleFormat::pcm16, {}, sink);
    const std::int64_t most = (0xFFFFFFFE - 72) / 2;  // 72: what stands before the data, less the first eight bytes
    writer->append_silence(Frames{most + (large ? 1 : 0)});
    writer->finish();
    EXPECT_EQ(text_at(sink.start(), 0, 4), large ? "RF64" : "RIFF");
    EXPECT_EQ(little(sink.start(), large ? 20 : 4, large ? 8 : 4), sink.size() - 8);
    EXPECT_EQ(little(sink.start(), large ? 28 : 76, large ? 8 : 4), sink.size() - 80);
  }
}

TEST(Wav, IntoAPipeHasNoSizesAndIsReadToItsEnd) {
  const Rendering file = render(AudioFormat::wav, sample_pieces(2), {}, {}, MemorySink::Kind::pipe);
  EXPECT_EQ(little(file.bytes, 4, 4), 0xFFFFFFFFU);
  EXPECT_EQ(text_at(file.bytes, 36, 4), "data");  // the 44 bytes that simple readers expect
  EXPECT_EQ(little(file.bytes, 40, 4), 0xFFFFFFFFU);
  ScratchDirectory directory;
  const std::string path = directory.save("a.wav", file.bytes);
  EXPECT_EQ(samples_from(run("cat '" + path + "' | sox --ignore-length -t wav - -t raw - 2>/dev/null").output), file.expected);
  EXPECT_EQ(samples_from(run("cat '" + path + "' | sox -t wav - -t raw - 2>/dev/null").output), file.expected);
}

}  // namespace
}  // namespace aloud
