#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// Something odd in the material that did not stop the job: where, what, and what was done instead.
/// Counted and shown at the end; `--strict` turns any finding into exit code 3.
struct Finding {
  std::string code;     ///< stable, kebab-case, e.g. "unplaced-text"; listed in docs/findings.md
  ByteRange source;     ///< in the decoded source; empty when the finding concerns the whole article
  std::string message;  ///< one line: what was found and what was done

  bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// What a user makes of a finding: not told at all, told, or told and a reason to fail the call.
enum class FindingLevel { ignore, warning, error };

/// By code; what is not named is a warning.
using FindingLevels = std::map<std::string, FindingLevel, std::less<>>;

/// Requires nothing of `code`: one that is not in the table is a warning.
inline FindingLevel level_of(const FindingLevels& levels, std::string_view code) {
  const auto found = levels.find(code);
  return found == levels.end() ? FindingLevel::warning : found->second;
}

}  // namespace aloud
