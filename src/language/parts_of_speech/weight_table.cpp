#include "language/parts_of_speech/weight_table.h"

#include <string>

#include "util/error.h"

namespace aloud {
namespace {

constexpr std::string_view kMagic = "aloudwt1";
constexpr unsigned kMostBucketBits = 20;
constexpr std::size_t kEntryHead = 4;  // the lowest three bytes of the hash, and how many pairs follow

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size; ++i) number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return number;
}

[[noreturn]] void fail() { throw Error(ErrorKind::usage, "weights: not a whole table"); }

std::string_view take(std::string_view& bytes, std::size_t size) {
  if (bytes.size() < size) fail();
  const std::string_view part = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return part;
}

}  // namespace

WeightTable::WeightTable(std::string_view bytes) {
  if (take(bytes, kMagic.size()) != kMagic) fail();
  const std::string_view head = take(bytes, 4);
  bucket_bits_ = number_at(head, 0, 1);
  if (bucket_bits_ > kMostBucketBits || number_at(head, 2, 2) == 0) fail();
  unit_ = 1.0F / static_cast<float>(number_at(head, 2, 2));
  for (std::uint32_t i = 0; i < number_at(head, 1, 1); ++i) labels_.push_back(take(bytes, number_at(take(bytes, 1), 0, 1)));
  buckets_ = take(bytes, 4 * ((std::size_t{1} << bucket_bits_) + 1));
  entries_ = bytes;
  std::uint32_t last = 0;
  for (std::size_t at = 0; at < buckets_.size(); at += 4) {
    const std::uint32_t begin = number_at(buckets_, at, 4);
    if (begin < last) fail();
    last = begin;
  }
  if (last != entries_.size()) fail();
}

std::uint32_t WeightTable::hash(std::string_view feature) {
  std::uint32_t hash = 2166136261U;
  for (const char c : feature) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  hash = (hash ^ (hash >> 16)) * 0x85EBCA6BU;
  hash = (hash ^ (hash >> 13)) * 0xC2B2AE35U;
  return hash ^ (hash >> 16);
}

// A bucket holds about eight entries, one behind the other: quicker to walk along than an index of all is to keep.
const char* WeightTable::find(std::uint32_t hash, std::size_t& count) const {
  const std::size_t bucket = bucket_bits_ == 0 ? 0 : hash >> (32 - bucket_bits_);
  std::size_t at = number_at(buckets_, 4 * bucket, 4);
  const std::size_t end = number_at(buckets_, 4 * bucket + 4, 4);
  while (at + kEntryHead <= end) {
    const std::size_t pairs = number_at(entries_, at + 3, 1);
    const std::size_t next = at + kEntryHead + 2 * pairs;
    if (next > end) break;
    if (number_at(entries_, at, 3) == (hash & 0xFFFFFF)) {
      count = pairs;
      return entries_.data() + at + kEntryHead;
    }
    at = next;
  }
  return nullptr;
}

}  // namespace aloud
