#include "timeline/byte_account.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <queue>
#include <tuple>
#include <utility>

#include "script/accounting.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool same_fate(const CoverageClaim& a, const CoverageClaim& b) {
  return a.status == b.status && a.utterance == b.utterance && a.reason == b.reason;
}

void append_merged(std::vector<CoverageClaim>& settled, CoverageClaim claim) {
  if (claim.decoded.empty()) return;
  if (!settled.empty() && same_fate(settled.back(), claim)) {
    settled.back().decoded.end = claim.decoded.end;
  } else {
    settled.push_back(std::move(claim));
  }
}

// The reason for which `value` needs no voice; nullptr for what ought to be heard.
const char* silent_by_nature(char32_t value) {
  if (is_white_space(value)) return "white space";
  const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(value));
  if ((category & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0) return "control character";
  if ((category & (U_GC_P_MASK | U_GC_SK_MASK)) != 0 && !is_spoken_punctuation(value)) return "punctuation";
  return nullptr;
}

// Accounts for [begin, end) of the text, which nobody claimed.
void append_unclaimed(std::vector<CoverageClaim>& settled, std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const CodePoint point = code_point_at(text.substr(0, end), begin);
    const char* const reason = silent_by_nature(point.value);
    const auto status = reason != nullptr ? CoverageStatus::silent : CoverageStatus::unaccounted;
    append_merged(settled, {{begin, begin + point.size}, status, 0, reason != nullptr ? reason : ""});
    begin += point.size;
  }
}

// Claims that cover the place which the sweep has reached; the one with precedence on top, those that ended still inside.
class ActiveClaims {
 public:
  explicit ActiveClaims(const std::vector<CoverageClaim>& claims) : claims_(claims) {}

  void add(std::size_t number) {
    const CoverageClaim& claim = claims_[number];
    heap_.emplace(static_cast<int>(rank(claim.status)), claim.utterance, number);
  }

  const CoverageClaim* best_at(std::size_t offset) {
    while (!heap_.empty() && claims_[std::get<2>(heap_.top())].decoded.end <= offset) heap_.pop();
    return heap_.empty() ? nullptr : &claims_[std::get<2>(heap_.top())];
  }

 private:
  using Key = std::tuple<int, std::size_t, std::size_t>;  // rank, utterance, order of claiming: the lowest wins

  static int rank(CoverageStatus status) {
    switch (status) {
      case CoverageStatus::spoken:
        return 0;
      case CoverageStatus::left_out:
        return 1;
      case CoverageStatus::silent:
        return 2;
      case CoverageStatus::unaccounted:
        break;
    }
    return 3;
  }

  const std::vector<CoverageClaim>& claims_;
  std::priority_queue<Key, std::vector<Key>, std::greater<>> heap_;
};

void add_to_sums(Coverage& coverage, const CoverageEntry& entry) {
  const std::size_t size = entry.source.size();
  coverage.total += size;
  switch (entry.status) {
    case CoverageStatus::spoken:
      coverage.spoken += size;
      break;
    case CoverageStatus::silent:
      coverage.silent += size;
      break;
    case CoverageStatus::left_out:
      coverage.left_out += size;
      break;
    case CoverageStatus::unaccounted:
      coverage.unaccounted += size;
      break;
  }
}

void append_entry(Coverage& coverage, CoverageEntry entry) {
  if (entry.source.empty()) return;
  add_to_sums(coverage, entry);
  if (!coverage.entries.empty()) {
    CoverageEntry& last = coverage.entries.back();
    if (last.status == entry.status && last.utterance == entry.utterance && last.reason == entry.reason) {
      last.source.end = entry.source.end;
      return;
    }
  }
  coverage.entries.push_back(std::move(entry));
}

// No byte-order mark is longer (UTF-32's has four bytes).
constexpr std::size_t kLongestByteOrderMark = 4;

void append_undecoded(Coverage& coverage, std::size_t begin, std::size_t end) {
  const bool is_mark = begin == 0 && end <= kLongestByteOrderMark;
  append_entry(coverage, {{begin, end}, CoverageStatus::silent, 0, is_mark ? "byte order mark" : "encoding"});
}

}  // namespace

const char* to_string(CoverageStatus status) {
  switch (status) {
    case CoverageStatus::spoken:
      return "spoken";
    case CoverageStatus::silent:
      return "silent";
    case CoverageStatus::left_out:
      return "left out";
    case CoverageStatus::unaccounted:
      break;
  }
  return "unaccounted";
}

std::vector<CoverageClaim> settle(std::string_view text, std::vector<CoverageClaim> claims) {
  // Stable, so that the position in the sorted list keeps the order of claiming among equals at one place.
  std::vector<std::size_t> by_begin(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) by_begin[i] = i;
  std::stable_sort(by_begin.begin(), by_begin.end(),
                   [&](std::size_t a, std::size_t b) { return claims[a].decoded.begin < claims[b].decoded.begin; });

  std::vector<CoverageClaim> settled;
  ActiveClaims active(claims);
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size();) {
    for (; next < claims.size() && claims[by_begin[next]].decoded.begin <= at; ++next) active.add(by_begin[next]);
    std::size_t end = text.size();
    if (next < claims.size()) end = std::min(end, claims[by_begin[next]].decoded.begin);
    if (const CoverageClaim* const best = active.best_at(at)) {
      end = std::min(end, best->decoded.end);
      append_merged(settled, {{at, end}, best->status, best->utterance, best->reason});
    } else {
      append_unclaimed(settled, text, at, end);
    }
    at = end;
  }
  return settled;
}

Coverage in_file_bytes(const std::vector<CoverageClaim>& settled, std::size_t byte_count, const SourceMap& source_bytes) {
  Coverage coverage;
  std::size_t at = 0;
  for (const CoverageClaim& claim : settled) {
    const ByteRange mapped = source_bytes(claim.decoded);
    // A claim may begin inside a character that is one byte in the file and two in the text: that byte is already given away.
    const std::size_t begin = std::max(mapped.begin, at);
    const std::size_t end = std::min(std::max(mapped.end, begin), byte_count);
    if (end <= begin) continue;
    append_undecoded(coverage, at, begin);
    append_entry(coverage, {{begin, end}, claim.status, claim.utterance, claim.reason});
    at = end;
  }
  append_undecoded(coverage, at, byte_count);
  return coverage;
}

}  // namespace aloud
