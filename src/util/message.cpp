#include "util/message.h"

#include "util/utf8.h"

namespace aloud {

void MessageWriter::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}

// The sign comes last, so that small numbers of either sign are short.
void MessageWriter::signed_number(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  number(value < 0 ? (~bits << 1) | 1 : bits << 1);
}

void MessageWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

void MessageWriter::optional_text(const std::optional<std::string>& value) {
  flag(value.has_value());
  if (value) text(*value);
}

void MessageWriter::range(ByteRange value) {
  number(value.begin);
  number(value.end - value.begin);
}

void MessageReader::require(bool holds) const {
  if (!holds) throw BadMessage();
}

std::uint64_t MessageReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    require(at_ < bytes_.size());
    const auto byte = static_cast<unsigned char>(bytes_[at_++]);
    const std::uint64_t part = byte & 0x7FU;
    require(shift < 63 || part <= 1);
    value |= part << shift;
    if (byte < 0x80) return value;
  }
  throw BadMessage();
}

std::uint64_t MessageReader::number_up_to(std::uint64_t most) {
  const std::uint64_t value = number();
  require(value <= most);
  return value;
}

std::int64_t MessageReader::signed_number() {
  const std::uint64_t value = number();
  return static_cast<std::int64_t>((value & 1) == 0 ? value >> 1 : ~(value >> 1));
}

std::size_t MessageReader::count(std::size_t bytes_each) { return number_up_to((bytes_.size() - at_) / bytes_each); }

std::string_view MessageReader::text() {
  const std::size_t size = count(1);
  const std::string_view value = bytes_.substr(at_, size);
  at_ += size;
  require(is_valid_utf8(value));
  return value;
}

std::optional<std::string> MessageReader::optional_text() { return flag() ? std::optional<std::string>(text()) : std::nullopt; }

ByteRange MessageReader::range_within(std::size_t size) {
  const std::size_t begin = number_up_to(size);
  return {begin, begin + number_up_to(size - begin)};
}

}  // namespace aloud
