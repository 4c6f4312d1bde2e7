#include "document/offset_map.h"

#include <algorithm>
#include <cassert>

namespace aloud {

void OffsetMap::append(std::size_t decoded, std::size_t source, std::size_t count) {
  assert(decoded >= 1 && decoded <= 4);
  if (count == 0) return;
  if (open_.count > 0 && open_.decoded == decoded && open_.source == source) {
    open_.count += count;
    return;
  }
  finish();
  open_ = {decoded, source, count};
}

void OffsetMap::finish() {
  if (open_.count == 0) return;
  if (runs_++ % kRunsPerCheckpoint == 0) checkpoints_.push_back({decoded_end_, source_end_, codes_.size()});
  write_number(open_.source << 2 | (open_.decoded - 1));
  write_number(open_.count);
  decoded_end_ += open_.decoded * open_.count;
  source_end_ += open_.source * open_.count;
  open_ = {};
}

void OffsetMap::write(MessageWriter& out) const {
  out.number(checkpoints_.empty() ? source_end_ : checkpoints_.front().source);
  out.number(runs_);
  for (std::size_t code = 0; code < codes_.size();) {
    const Run run = run_at(code);
    out.number(run.decoded);
    out.number(run.source);
    out.number(run.count);
  }
}

OffsetMap OffsetMap::read(MessageReader& in, std::size_t decoded, std::size_t source) {
  constexpr std::size_t kRunBytes = 3;
  OffsetMap map(in.number_up_to(source));
  std::size_t decoded_left = decoded, source_left = source - map.source_end_;
  for (std::size_t left = in.count(kRunBytes); left > 0; --left) {
    const std::size_t width = in.number_up_to(4);
    in.require(width > 0);
    const std::size_t taken = in.number_up_to(source_left);
    const std::size_t count = in.number_up_to(decoded_left / width);
    in.require(taken == 0 || count <= source_left / taken);
    map.append(width, taken, count);
    decoded_left -= width * count;
    source_left -= taken * count;
  }
  in.require(decoded_left == 0);
  map.finish();
  return map;
}

ByteRange OffsetMap::source_of(ByteRange decoded) const {
  if (decoded.empty()) {
    const std::size_t here = locate(decoded.begin, Round::down);
    return {here, here};
  }
  return {locate(decoded.begin, Round::down), locate(decoded.end, Round::up)};
}

void OffsetMap::write_number(std::size_t value) {
  for (; value >= 0x80; value >>= 7) codes_ += static_cast<char>(value | 0x80);
  codes_ += static_cast<char>(value);
}

std::size_t OffsetMap::read_number(std::size_t& at) const {
  std::size_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(codes_[at++]);
    value |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

OffsetMap::Run OffsetMap::run_at(std::size_t& code) const {
  const std::size_t widths = read_number(code);
  return {(widths & 3) + 1, widths >> 2, read_number(code)};
}

std::size_t OffsetMap::locate(std::size_t decoded, Round round) const {
  if (decoded >= decoded_end_) return source_end_;
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), decoded,
                                      [](std::size_t at, const Checkpoint& candidate) { return at < candidate.decoded; });
  Checkpoint here = *(after - 1);
  for (;;) {
    const Run run = run_at(here.code);
    if (decoded < here.decoded + run.decoded * run.count) {
      const std::size_t into = decoded - here.decoded;
      const std::size_t units = into / run.decoded + (round == Round::up && into % run.decoded != 0 ? 1 : 0);
      return here.source + units * run.source;
    }
    here.decoded += run.decoded * run.count;
    here.source += run.source * run.count;
  }
}

}  // namespace aloud
