// What holds for every format: exact lengths, the same bytes for the same samples, and records that are safe when damaged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sndfile.h>

#include <cstring>
#include <string>
#include <vector>

#include "audio/audio_test_support.h"
#include "audio/take_record.h"
#include "util/error.h"

namespace aloud {
namespace {

class EveryFormat : public testing::TestWithParam<AudioFormat> {
 protected:
  std::string save(const Rendering& rendering, const std::string& name = "file") const {
    return directory_.save(name + extension_of(GetParam()), rendering.bytes);
  }
  bool is_lossless() const { return holds_plain_samples(GetParam()) || GetParam() == AudioFormat::flac; }

  /// Decodes with ffmpeg and expects exactly the frames that the writer counted; lossless formats also the very samples.
  void expect_exact(const Rendering& rendering, const std::string& what) const {
    const Samples decoded = decode_with_ffmpeg(save(rendering));
    EXPECT_EQ(static_cast<std::int64_t>(decoded.size()), rendering.frames.count) << what;
    EXPECT_EQ(rescale({static_cast<std::int64_t>(rendering.expected.size())}, kEngineRate, rendering.rate), rendering.frames)
        << what;
    if (is_lossless()) {
      EXPECT_TRUE(decoded == rendering.expected) << what;
    }
  }

  ScratchDirectory directory_;
};

INSTANTIATE_TEST_SUITE_P(, EveryFormat, testing::ValuesIn(all_formats()),
                         [](const auto& test) { return std::string(to_string(test.param)); });

TEST_P(EveryFormat, HasExactLengthForSeveralTakes) { expect_exact(render(GetParam(), sample_pieces()), "six takes"); }

TEST_P(EveryFormat, HasExactLengthWhateverTheRemainderOfATake) {
  // One file of many takes: lengths around the grids (16, 256, 441, 576), block sizes, and tiny ones.
  std::vector<Piece> pieces;
  for (const std::size_t length : std::vector<std::size_t>{0,   1,   2,   15,  16,  17,   255,  256,  257,  440,  441,
                                                           442, 511, 575, 576, 577, 1151, 1152, 1153, 4095, 4096, 4097}) {
    pieces.push_back({babble(length, 7), Frames{static_cast<std::int64_t>(length % 5) * 100}});
  }
  for (std::size_t length = 3000; length < 3600; length += 23) pieces.push_back({babble(length, 8), Frames{1}});
  expect_exact(render(GetParam(), pieces), "takes of many lengths");
}

TEST_P(EveryFormat, HasExactLengthForSingleTakes) {
  for (const std::size_t length : std::vector<std::size_t>{0, 1, 100, 575, 576, 4096, 22050}) {
    const Rendering rendering = render(GetParam(), {{chirp(length), Frames{0}}});
    if (GetParam() == AudioFormat::mp3 && length < 100) continue;  // ffmpeg cannot trim one frame at both ends
    if (rendering.frames.count > 0) expect_exact(rendering, "one take of " + std::to_string(length));
  }
}

TEST_P(EveryFormat, HasExactLengthForSilenceAlone) {
  for (const std::int64_t length : {100, 1000, 100000})
    expect_exact(render(GetParam(), {{{}, Frames{length}}}), std::to_string(length));
}

TEST_P(EveryFormat, WritesAFileWithoutAnyAudio) {
  MemorySink sink;
  const auto writer = make_stream_writer(GetParam(), {}, {}, sink);
  EXPECT_EQ(writer->finish(), Frames{0});
  const std::string path = directory_.save(std::string("none") + extension_of(GetParam()), sink.bytes());
  const CommandResult result = run("ffmpeg -nostdin -v error -i '" + path + "' -f s16le - 2>/dev/null");
  EXPECT_LE(samples_from(result.output).size(),
            GetParam() == AudioFormat::mp3 ? 1152U : 0U);  // ffmpeg does not trim whole frames
}

TEST_P(EveryFormat, SurvivesExtremeSignals) {
  Samples impulses(20000), square(20000), lowest(5000, -32768), offset(5000, 20000);
  for (std::size_t i = 0; i < impulses.size(); i += 1999) impulses[i] = 32767;
  for (std::size_t i = 0; i < square.size(); ++i) square[i] = i / 50 % 2 == 0 ? 32767 : -32768;
  Samples noise(30000);
  std::uint32_t state = 1;
  for (auto& sample : noise) sample = static_cast<std::int16_t>((state = state * 1664525U + 1013904223U) >> 16);
  expect_exact(render(GetParam(), {{impulses, Frames{0}},
                                   {square, Frames{0}},
                                   {lowest, Frames{0}},
                                   {offset, Frames{0}},
                                   {noise, Frames{0}},
                                   {Samples(3000), Frames{50}},
                                   {chirp(30000, 32767), Frames{0}}}),
               "extreme signals");
}

TEST_P(EveryFormat, IsTheSameTwice) {
  const auto pieces = sample_pieces(3);
  EXPECT_EQ(render(GetParam(), pieces).bytes, render(GetParam(), pieces).bytes);
}

TEST_P(EveryFormat, EncodesATakeTheSameWhateverWasEncodedBefore) {
  const Samples speech = babble(15000, 3);
  const auto first = make_take_encoder(GetParam(), {});
  const EncodedTake fresh = first->encode(speech);
  const auto second = make_take_encoder(GetParam(), {});
  second->encode(chirp(9000));
  second->encode({});
  const EncodedTake used = second->encode(speech);
  EXPECT_EQ(fresh.bytes, used.bytes);
  EXPECT_EQ(fresh.length, used.length);
  EXPECT_EQ(fresh.bytes, first->encode(speech).bytes);
}

TEST_P(EveryFormat, RoundsSilenceUpByLessThanItsGrid) {
  MemorySink sink;
  const auto writer = make_stream_writer(GetParam(), {}, {}, sink);
  const std::int64_t grid = writer->append_silence(Frames{1}).count;
  EXPECT_EQ(writer->append_silence(Frames{0}), Frames{0});
  for (std::int64_t asked = 1; asked < 1500; asked += 7) {
    const std::int64_t made = writer->append_silence(Frames{asked}).count;
    EXPECT_EQ(made % grid, 0);
    EXPECT_GE(made, asked);
    EXPECT_LT(made, asked + grid);
  }
}

TEST_P(EveryFormat, TagsAreReadByOthers) {
  if (GetParam() == AudioFormat::w64 || GetParam() == AudioFormat::au) return;  // have no room for any
  const Tags tags{"Tïtle ✓ \"x\"", "Ann Ek", "de", "2021-11-03", "two\nlines", "aloud 0.1.0"};
  const std::string path = save(render(GetParam(), sample_pieces(1), {}, tags));
  const std::string shown =
      run("ffprobe -v warning -of default=nw=1 -show_entries format_tags:stream_tags '" + path + "'").output;
  EXPECT_THAT(shown, testing::HasSubstr("=Tïtle ✓ \"x\"\n"));
  EXPECT_THAT(shown, testing::HasSubstr("=Ann Ek\n"));
  EXPECT_THAT(shown, testing::ContainsRegex("(language|LANGUAGE)=de"));
  EXPECT_THAT(shown, testing::HasSubstr("=2021-11-03\n"));
  EXPECT_THAT(shown, testing::HasSubstr("=two\nlines\n"));
  EXPECT_THAT(shown, testing::HasSubstr("=aloud 0.1.0\n"));
}

bool goes_into_a_pipe(AudioFormat format) { return format == AudioFormat::wav || !holds_plain_samples(format); }

TEST_P(EveryFormat, IsReadableFromAPipeOrRefusedThere) {
  if (!goes_into_a_pipe(GetParam())) {
    MemorySink pipe(MemorySink::Kind::pipe);
    try {
      make_stream_writer(GetParam(), {}, {}, pipe);
      FAIL() << "written into a pipe";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_THAT(error.what(), testing::StartsWith(std::string(to_string(GetParam())) + " cannot go into a pipe"));
    }
    return;
  }
  const Rendering rendering = render(
      GetParam(), sample_pieces(3), {},
      {.title = "A title", .artist = {}, .language = {}, .date = {}, .comment = {}, .software = {}}, MemorySink::Kind::pipe);
  const std::string path = save(rendering);
  const std::string log = directory_ / "log";
  const CommandResult result =
      run("cat '" + path + "' | ffmpeg -v " +
          (GetParam() == AudioFormat::wav ? "fatal" : "warning") +  // it remarks on the size that is none
          " -i - -f s16le - 2>'" + log + "'");
  EXPECT_EQ(run("cat '" + log + "'").output, "");
  const auto decoded = static_cast<std::int64_t>(samples_from(result.output).size());
  if (GetParam() == AudioFormat::mp3) {  // its length stands in a frame that cannot be written any more
    EXPECT_GE(decoded, rendering.frames.count);
    EXPECT_LE(decoded, rendering.frames.count + 3 * 576);
  } else {
    EXPECT_EQ(decoded, rendering.frames.count);
  }
}

TEST_P(EveryFormat, IsReadByLibsndfile) {
  const Rendering rendering = render(GetParam(), sample_pieces(3));
  const std::string path = save(rendering);
  SF_INFO info{};
  SNDFILE* const file = sf_open(path.c_str(), SFM_READ, &info);
  ASSERT_NE(file, nullptr) << sf_strerror(nullptr);
  Samples decoded(static_cast<std::size_t>(rendering.frames.count) + 10000);
  const auto count = sf_readf_short(file, decoded.data(), static_cast<sf_count_t>(decoded.size()));
  sf_close(file);
  EXPECT_EQ(info.channels, 1);
  EXPECT_EQ(info.samplerate, rendering.rate.hertz);
  EXPECT_EQ(info.frames, rendering.frames.count);
  EXPECT_EQ(count, rendering.frames.count);
}

/// The take's bytes with the header made good again, so that damage reaches the code behind the checksum.
EncodedTake sealed_again(AudioFormat format, const EncodedTake& take, std::span<const std::byte> payload) {
  std::uint32_t recipe = 0;
  std::memcpy(&recipe, take.bytes.data() + 8, 4);
  return {take.length, take.speech_begin, take.speech_end, seal_take_record(format, recipe, take.length, payload)};
}

/// The part of a record that the codec wrote: between the header and the loudness (4 bytes and 2 for each of its steps).
std::span<const std::byte> payload_of(const EncodedTake& take) {
  std::uint16_t steps = 0;
  std::memcpy(&steps, take.bytes.data() + 6, 2);
  const std::size_t size = take.bytes.size() - kTakeRecordHeaderSize - 4 - std::size_t{2} * steps;
  return std::span(take.bytes).subspan(kTakeRecordHeaderSize, size);
}

TEST_P(EveryFormat, RefusesARecordCutAtAnyByte) {
  const EncodedTake take = make_take_encoder(GetParam(), {})->encode(babble(700));
  for (std::size_t size = 0; size < take.bytes.size(); ++size) {
    EncodedTake damaged = take;
    damaged.bytes.assign(take.bytes.begin(),
                         take.bytes.begin() + static_cast<std::ptrdiff_t>(size));  // exact capacity: a sanitizer sees more
    damaged.bytes.shrink_to_fit();
    MemorySink sink;
    const auto writer = make_stream_writer(GetParam(), {}, {}, sink);
    ASSERT_THROW(writer->append(damaged), Error) << "cut at " << size;
    const std::span<const std::byte> whole = payload_of(take);
    if (size < kTakeRecordHeaderSize || size - kTakeRecordHeaderSize >= whole.size()) continue;
    const auto payload = whole.first(size - kTakeRecordHeaderSize);
    ASSERT_THROW(writer->append(sealed_again(GetParam(), take, payload)), Error) << "cut at " << size << " and sealed again";
    if (GetParam() == AudioFormat::opus || GetParam() == AudioFormat::vorbis) size += 6;  // a writer takes milliseconds to make
  }
}

TEST_P(EveryFormat, RefusesARecordWithAnyBitChanged) {
  const EncodedTake take = make_take_encoder(GetParam(), {})->encode(babble(500));
  MemorySink sink;
  const auto writer = make_stream_writer(GetParam(), {}, {}, sink);
  for (std::size_t bit = 0; bit < take.bytes.size() * 8; ++bit) {
    EncodedTake damaged = take;
    damaged.bytes[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);
    ASSERT_THROW(writer->append(damaged), Error) << "bit " << bit;
  }
  writer->append(take);
}

TEST_P(EveryFormat, IsSafeWithAnyDamageBehindTheChecksum) {
  const EncodedTake take = make_take_encoder(GetParam(), {})->encode(babble(500));
  MemorySink sink;
  const auto writer = make_stream_writer(GetParam(), {}, {}, sink);
  for (std::size_t at = kTakeRecordHeaderSize; at < take.bytes.size(); ++at) {
    for (const auto value : {std::byte{0x00}, std::byte{0xFF}}) {
      std::vector<std::byte> payload(take.bytes.begin() + kTakeRecordHeaderSize, take.bytes.end());
      payload[at - kTakeRecordHeaderSize] = value;
      try {
        writer->append(sealed_again(GetParam(), take, payload));
      } catch (const Error& error) {
        ASSERT_EQ(error.kind(), ErrorKind::output);
      }
    }
  }
}

TEST_P(EveryFormat, RefusesTheRecordOfAnotherFormat) {
  const AudioFormat other = holds_plain_samples(GetParam()) ? AudioFormat::mp3 : AudioFormat::wav;
  MemorySink sink;
  const auto writer = make_stream_writer(GetParam(), {}, {}, sink);
  try {
    writer->append(make_take_encoder(other, {})->encode(babble(100)));
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "damaged take record: it is of another format");
  }
}

}  // namespace
}  // namespace aloud
