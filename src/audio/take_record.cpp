#include "audio/take_record.h"

#include <bit>
#include <string>

#include "audio/byte_io.h"
#include "util/error.h"

namespace aloud {

namespace {

constexpr std::string_view kMagic = "ATKR";
constexpr std::size_t kChecksumOffset = 20;

/// Word by word, so that it costs next to nothing beside copying. Each step is a bijection of the state, so a change within
/// one word of eight bytes is always seen.
class Checksum {
 public:
  void add(std::span<const std::byte> bytes) {
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) add_word(ByteReader(bytes.subspan(i, 8)).little(8));
    const auto rest = bytes.subspan(i);
    if (!rest.empty()) add_word(ByteReader(rest).little(rest.size()));
    add_word(bytes.size());
  }
  std::uint64_t value() const { return state_; }

 private:
  void add_word(std::uint64_t word) { state_ = std::rotl((state_ ^ word) * 0x9E3779B97F4A7C15U, 29); }  // 2^64 / golden ratio
  std::uint64_t state_ = 0x6A09E667F3BCC908U;  // fraction of the square root of 2
};

std::uint64_t checksum_of(std::span<const std::byte> header, std::span<const std::byte> payload) {
  Checksum checksum;
  checksum.add(header);
  checksum.add(payload);
  return checksum.value();
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
                                        std::span<const std::byte> payload) {
  ByteWriter record;
  record.reserve(kTakeRecordHeaderSize + payload.size());
  record.text(kMagic);
  record.little(kTakeRecordVersion, 1);
  record.little(static_cast<std::uint64_t>(format), 1);
  record.little(0, 2);
  record.little(recipe, 4);
  record.little(static_cast<std::uint64_t>(length.count), 8);
  record.little(checksum_of(record.bytes(), payload), 8);
  record.append(payload);
  return record.release();
}

std::span<const std::byte> open_take_record(const EncodedTake& take, AudioFormat format, std::uint32_t recipe) {
  ByteReader reader(take.bytes);
  const auto magic = reader.bytes(kMagic.size());
  for (std::size_t i = 0; i < kMagic.size(); ++i) {
    if (magic[i] != static_cast<std::byte>(kMagic[i])) throw_damaged_record("it does not begin like one");
  }
  if (reader.little(1) != kTakeRecordVersion) throw_damaged_record("it is of another version");
  if (reader.little(1) != static_cast<std::uint64_t>(format)) throw_damaged_record("it is of another format");
  if (reader.little(2) != 0) throw_damaged_record("its header has unknown flags");
  if (reader.little(4) != recipe) throw_damaged_record("it was encoded with other settings");
  const std::uint64_t length = reader.little(8);
  const std::uint64_t checksum = reader.little(8);
  const auto payload = reader.bytes(reader.remaining());
  if (checksum != checksum_of(std::span(take.bytes).first(kChecksumOffset), payload))
    throw_damaged_record("its checksum is wrong");
  if (take.length.count < 0 || length != static_cast<std::uint64_t>(take.length.count))
    throw_damaged_record("its length is another");
  return payload;
}

void throw_damaged_record(std::string_view what) {
  throw Error(ErrorKind::output, "damaged take record: " + std::string(what));
}

}  // namespace aloud
