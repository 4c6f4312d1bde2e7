#include "util/findings_message.h"

namespace aloud {

void write_findings(MessageWriter& out, const Findings& findings) {
  out.number(findings.size());
  for (const Finding& finding : findings) {
    out.text(finding.code);
    out.range(finding.source);
    out.text(finding.message);
  }
}

Findings read_findings(MessageReader& in, std::size_t source_size) {
  constexpr std::size_t kFewestBytes = 4;
  Findings findings;
  for (std::size_t left = in.count(kFewestBytes); left > 0; --left) {
    std::string code(in.text());
    const ByteRange source = in.range_within(source_size);
    findings.push_back({std::move(code), source, std::string(in.text())});
  }
  return findings;
}

}  // namespace aloud
