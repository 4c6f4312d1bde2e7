#pragma once

#include <string>
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

}  // namespace aloud
