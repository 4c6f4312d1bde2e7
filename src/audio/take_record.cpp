#include "audio/take_record.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "audio/byte_io.h"
#include "util/error.h"

namespace aloud {

namespace {

constexpr std::string_view kMagic = "ATKR";
constexpr std::size_t kStepsOffset = 6;
constexpr std::size_t kChecksumOffset = 20;
constexpr std::size_t kPeakSize = 4;

/// Word by word, so that it costs next to nothing beside copying. Each step is a bijection of the state, so a change within
/// one word of eight bytes is always seen.
class Checksum {
 public:
  void add(std::span<const std::byte> bytes) {
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) add_word(word_at(bytes.data() + i));
    const auto rest = bytes.subspan(i);
    if (!rest.empty()) add_word(ByteReader(rest).little(rest.size()));
    add_word(bytes.size());
  }
  std::uint64_t value() const { return state_; }

 private:
  static std::uint64_t word_at(const std::byte* bytes) {
    if constexpr (std::endian::native != std::endian::little) return ByteReader({bytes, 8}).little(8);
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
  }
  void add_word(std::uint64_t word) { state_ = std::rotl((state_ ^ word) * 0x9E3779B97F4A7C15U, 29); }  // 2^64 / golden ratio
  std::uint64_t state_ = 0x6A09E667F3BCC908U;  // fraction of the square root of 2
};

std::uint64_t checksum_of(std::span<const std::byte> header, std::span<const std::byte> rest) {
  Checksum checksum;
  checksum.add(header);
  checksum.add(rest);
  return checksum.value();
}

/// Requires: at least as many bytes as kMagic.
bool begins_like_a_record(std::span<const std::byte> bytes) {
  return std::ranges::equal(std::as_bytes(std::span(kMagic)), bytes.first(kMagic.size()));
}

}  // namespace

std::span<const std::byte> ByteReader::bytes(std::size_t count) {
  if (count > rest_.size()) throw_damaged_record("it ends too early");
  const auto result = rest_.first(count);
  rest_ = rest_.subspan(count);
  return result;
}

std::uint64_t ByteReader::little(std::size_t size) {
  const auto source = bytes(size);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value |= std::to_integer<std::uint64_t>(source[i]) << (8 * i);
  return value;
}

std::vector<std::byte> seal_take_record(AudioFormat format, std::uint32_t recipe, Frames length,
                                        std::span<const std::byte> payload, const TakeLoudness& loudness) {
  ByteWriter record;
  record.reserve(kTakeRecordHeaderSize + payload.size() + kPeakSize + 2 * loudness.steps.size());
  record.text(kMagic);
  record.little(kTakeRecordVersion, 1);
  record.little(static_cast<std::uint64_t>(format), 1);
  record.little(loudness.steps.size(), 2);
  record.little(recipe, 4);
  record.little(static_cast<std::uint64_t>(length.count), 8);
  record.little(0, 8);  // the checksum of all the rest
  record.append(payload);
  record.little(std::bit_cast<std::uint32_t>(loudness.true_peak), kPeakSize);
  for (const std::uint16_t step : loudness.steps) record.little(step, 2);
  std::vector<std::byte> bytes = record.release();
  const std::span<const std::byte> whole(bytes);
  ByteWriter checksum;
  checksum.little(checksum_of(whole.first(kChecksumOffset), whole.subspan(kTakeRecordHeaderSize)), 8);
  std::ranges::copy(checksum.bytes(), bytes.begin() + kChecksumOffset);
  return bytes;
}

std::span<const std::byte> open_take_record(const EncodedTake& take, AudioFormat format, std::uint32_t recipe) {
  ByteReader reader(take.bytes);
  if (!begins_like_a_record(reader.bytes(kMagic.size()))) throw_damaged_record("it does not begin like one");
  if (reader.little(1) != kTakeRecordVersion) throw_damaged_record("it is of another version");
  if (reader.little(1) != static_cast<std::uint64_t>(format)) throw_damaged_record("it is of another format");
  const auto steps = static_cast<std::size_t>(reader.little(2));
  if (reader.little(4) != recipe) throw_damaged_record("it was encoded with other settings");
  const std::uint64_t length = reader.little(8);
  const std::uint64_t checksum = reader.little(8);
  const auto rest = reader.bytes(reader.remaining());
  if (checksum != checksum_of(std::span(take.bytes).first(kChecksumOffset), rest))
    throw_damaged_record("its checksum is wrong");
  if (take.length.count < 0 || length != static_cast<std::uint64_t>(take.length.count))
    throw_damaged_record("its length is another");
  const std::size_t loudness_size = kPeakSize + 2 * steps;
  if (rest.size() < loudness_size) throw_damaged_record("it ends too early");
  return rest.first(rest.size() - loudness_size);
}

TakeLoudness loudness_of_take(const EncodedTake& take) {
  const std::span<const std::byte> bytes(take.bytes);
  TakeLoudness loudness;
  if (bytes.size() < kTakeRecordHeaderSize + kPeakSize || !begins_like_a_record(bytes)) return loudness;
  const auto steps = static_cast<std::size_t>(ByteReader(bytes.subspan(kStepsOffset)).little(2));
  if (bytes.size() < kTakeRecordHeaderSize + kPeakSize + 2 * steps) return loudness;
  ByteReader reader(bytes.last(kPeakSize + 2 * steps));
  loudness.true_peak = std::bit_cast<float>(static_cast<std::uint32_t>(reader.little(kPeakSize)));
  for (std::size_t i = 0; i < steps; ++i) loudness.steps.push_back(static_cast<std::uint16_t>(reader.little(2)));
  return loudness;
}

void throw_damaged_record(std::string_view what) {
  throw Error(ErrorKind::output, "damaged take record: " + std::string(what));
}

}  // namespace aloud
