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

/// Keeps account while an article is composed and performed.
class CoverageLedger {
 public:
  /// Ranges are in the decoded source. A byte claimed twice belongs to the first of: spoken, left out, silent; among
  /// utterances to the first that speaks it.
  void spoken(ByteRange decoded, std::size_t utterance);
  void left_out(ByteRange decoded, const std::string& reason);

  /// Closes the account: adds the document's silent ranges, then white space and punctuation that nobody claimed as silent by
  /// nature. What is left is unaccounted: text that would have been lost without a word.
  Coverage close(const Document& document) const;

 private:
  struct Claim {
    ByteRange decoded;
    CoverageStatus status;
    std::size_t utterance;
    std::string reason;
  };
  std::vector<Claim> claims_;
};

/// One line per entry and a sum, for `inspect --stage coverage` and tests.
std::string describe(const Coverage& coverage, const Document& document);

}  // namespace aloud
