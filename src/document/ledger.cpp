#include "document/ledger.h"

#include <algorithm>

#include "document/lines.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool begins_before(const ByteRange& left, const ByteRange& right) { return left.begin < right.begin; }

std::vector<ByteRange> spoken_ranges(const Document& document) {
  std::vector<ByteRange> spoken;
  const auto add = [&spoken](const RichText& text) {
    for (const ByteRange& piece : text.text.source_pieces()) spoken.push_back(piece);
  };
  for (const Block& block : document.blocks) {
    add(block.content);
    for (const RichText& cell : block.cells) add(cell);
  }
  std::sort(spoken.begin(), spoken.end(), begins_before);
  return spoken;
}

}  // namespace

void settle_silent(Document& document) {
  const std::vector<ByteRange> spoken = spoken_ranges(document);
  std::stable_sort(document.silent.begin(), document.silent.end(),
                   [](const SilentRange& left, const SilentRange& right) { return left.source.begin < right.source.begin; });
  std::vector<SilentRange> settled;
  auto next = spoken.begin();
  std::size_t done = 0;
  for (const SilentRange& range : document.silent) {
    std::size_t at = std::max(range.source.begin, done);
    while (next != spoken.end() && next->end <= at) ++next;
    for (auto piece = next; at < range.source.end; ++piece) {
      const std::size_t stop = piece == spoken.end() ? range.source.end : std::min(piece->begin, range.source.end);
      if (at < stop) settled.push_back({{at, stop}, range.kind});
      if (piece == spoken.end() || piece->begin >= range.source.end) break;
      at = std::max(at, piece->end);
    }
    done = std::max(done, range.source.end);
  }
  document.silent = std::move(settled);
}

std::vector<ByteRange> unclaimed(const Document& document, std::string_view text, ByteRange body) {
  std::vector<ByteRange> claimed = spoken_ranges(document);
  for (const SilentRange& range : document.silent) claimed.push_back(range.source);
  std::sort(claimed.begin(), claimed.end(), begins_before);
  claimed.push_back({body.end, body.end});
  std::vector<ByteRange> gaps;
  std::size_t at = body.begin;
  for (const ByteRange& range : claimed) {
    if (range.begin > at) {
      const ByteRange gap = trim(text, {at, std::min(range.begin, body.end)});
      if (!gap.empty()) gaps.push_back(gap);
    }
    at = std::max(at, range.end);
  }
  return gaps;
}

bool has_alphanumeric(std::string_view text, ByteRange range) {
  for (std::size_t at = range.begin; at < range.end;) {
    const CodePoint point = code_point_at(text, at);
    if (is_alphanumeric(point.value)) return true;
    at += point.size;
  }
  return false;
}

}  // namespace aloud
