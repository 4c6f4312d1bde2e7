#include <utility>

#include "timeline/byte_account.h"
#include "timeline/coverage.h"

namespace aloud {

void CoverageLedger::claim(ByteRange decoded, CoverageStatus status, std::size_t utterance, const std::string& reason) {
  if (decoded.empty()) return;
  if (!claims_.empty()) {
    CoverageClaim& last = claims_.back();
    const bool continues = last.decoded.end == decoded.begin && last.status == status;
    if (continues && last.utterance == utterance && last.reason == reason) {
      last.decoded.end = decoded.end;
      return;
    }
  }
  claims_.push_back({decoded, status, utterance, reason});
}

void CoverageLedger::spoken(ByteRange decoded, std::size_t utterance) { claim(decoded, CoverageStatus::spoken, utterance, {}); }

void CoverageLedger::left_out(ByteRange decoded, const std::string& reason) {
  claim(decoded, CoverageStatus::left_out, 0, reason);
}

Coverage CoverageLedger::close(const Document& document) const {
  std::vector<CoverageClaim> claims = claims_;
  for (const SilentRange& range : document.silent) {
    const CoverageStatus status = is_left_out(range.kind) ? CoverageStatus::left_out : CoverageStatus::silent;
    claims.push_back({range.source, status, 0, to_string(range.kind)});
  }
  const SourceText& source = document.source;
  return in_file_bytes(settle(source.text(), std::move(claims)), source.byte_count(),
                       [&](ByteRange decoded) { return source.source_bytes(decoded); });
}

}  // namespace aloud
