#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.h"
#include "util/byte_range.h"

namespace aloud {

enum class CoverageStatus { spoken, silent, left_out, unaccounted };
const char* to_string(CoverageStatus status);

struct CoverageEntry {
  ByteRange source;  ///< bytes of the file
  CoverageStatus status = CoverageStatus::unaccounted;
  std::size_t utterance = 0;  ///< spoken only
  std::string reason;         ///< silent: what it is by nature ("white space", "markup", …); left_out: why

  bool operator==(const CoverageEntry&) const = default;
};

/// Where every byte of an article went: each is in exactly one entry, and the entries are in order and without gaps.
struct Coverage {
  std::vector<CoverageEntry> entries;
  std::size_t total = 0, spoken = 0, silent = 0, left_out = 0, unaccounted = 0;  ///< bytes of the file

  bool complete() const { return unaccounted == 0; }
};

/// What somebody said about a stretch of an article.
struct CoverageClaim {
  ByteRange decoded;  ///< in the decoded source
  CoverageStatus status = CoverageStatus::unaccounted;
  std::size_t utterance = 0;  ///< spoken only
  std::string reason;         ///< silent and left_out only
};

/// Keeps account while an article is composed and performed.
class CoverageLedger {
 public:
  /// Ranges are in the decoded source. A byte claimed twice belongs to the first of: spoken, left out, silent; among
  /// utterances to the one with the lowest number; else to who claimed it first. Cheap: neighbouring claims of one kind are
  /// merged.
  void spoken(ByteRange decoded, std::size_t utterance);
  void left_out(ByteRange decoded, const std::string& reason);

  /// Closes the account: adds the document's silent ranges, then white space and punctuation that nobody claimed as silent by
  /// nature. What is left is unaccounted: text that would have been lost without a word.
  Coverage close(const Document& document) const;

 private:
  void claim(ByteRange decoded, CoverageStatus status, std::size_t utterance, const std::string& reason);

  std::vector<CoverageClaim> claims_;
};

/// One line per entry and a sum, for `inspect --stage coverage` and tests:
///
///     0-3 silent: byte order mark
///     3-45 spoken by 0
///     45-46 silent: white space
///     46-60 left out: image skipped: "A map of the.…" at article.md:3:1
///     60 bytes: 42 spoken (70.0 %), 4 silent (6.6 %), 14 left out (23.3 %), 0 unaccounted (0.0 %); 100.0 % accounted for
///
/// Percentages are rounded down, so that 100.0 % means all.
std::string describe(const Coverage& coverage, const Document& document);

}  // namespace aloud
