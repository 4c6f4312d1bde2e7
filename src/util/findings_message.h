#pragma once

#include "util/findings.h"
#include "util/message.h"

namespace aloud {

void write_findings(MessageWriter& out, const Findings& findings);

/// Throws BadMessage for one whose source is not within `source_size`.
Findings read_findings(MessageReader& in, std::size_t source_size);

}  // namespace aloud
