#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "timeline/coverage.h"
#include "util/plain_line.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kExcerptColumns = 60;

// The first place in the decoded text that stands for byte `offset` of the file or a later one.
std::size_t decoded_offset(const SourceText& source, std::size_t offset) {
  const std::string& text = source.text();
  if (text.empty() || offset >= source.byte_count()) return text.size();
  std::size_t low = 0;
  std::size_t high = text.size();
  while (low < high) {
    const std::size_t middle = floor_to_code_point(text, low + (high - low) / 2);
    if (source.source_bytes({middle, text.size()}).begin >= offset) {
      high = middle;
    } else {
      low = middle + code_point_at(text, middle).size;
    }
  }
  return low;
}

std::string quote_with_place(const CoverageEntry& entry, const SourceText& source) {
  const std::size_t begin = decoded_offset(source, entry.source.begin);
  const std::size_t end = std::max(begin, decoded_offset(source, entry.source.end));
  const std::string_view text = std::string_view(source.text()).substr(begin, end - begin);
  return fmt::format(": \"{}\" at {}", excerpt(text, kExcerptColumns), to_string(source.place_of(begin)));
}

std::string describe(const CoverageEntry& entry, const SourceText& source) {
  std::string line = fmt::format("{}-{} {}", entry.source.begin, entry.source.end, to_string(entry.status));
  if (entry.status == CoverageStatus::spoken) line += fmt::format(" by {}", entry.utterance);
  if (!entry.reason.empty()) line += ": " + entry.reason;
  const bool is_missing = entry.status == CoverageStatus::left_out || entry.status == CoverageStatus::unaccounted;
  return is_missing ? line + quote_with_place(entry, source) : line;
}

// One decimal, rounded down; nothing of nothing is all of it.
std::string percent(std::size_t part, std::size_t whole) {
  const std::size_t tenths = whole == 0 ? 1000 : part * 1000 / whole;
  return fmt::format("{}.{} %", tenths / 10, tenths % 10);
}

std::string sum_of(const Coverage& coverage) {
  const auto share = [&](std::size_t part, const char* name) {
    return fmt::format("{} {} ({})", part, name, coverage.total == 0 ? "0.0 %" : percent(part, coverage.total));
  };
  return fmt::format("{} bytes: {}, {}, {}, {}; {} accounted for", coverage.total, share(coverage.spoken, "spoken"),
                     share(coverage.silent, "silent"), share(coverage.left_out, "left out"),
                     share(coverage.unaccounted, "unaccounted"),
                     percent(coverage.total - coverage.unaccounted, coverage.total));
}

}  // namespace

std::string describe(const Coverage& coverage, const Document& document) {
  std::string text;
  for (const CoverageEntry& entry : coverage.entries) text += describe(entry, document.source) + '\n';
  return text + sum_of(coverage) + '\n';
}

}  // namespace aloud
