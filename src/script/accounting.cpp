#include "script/accounting.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "script/reasons.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// Why a character is not heard; null for white space and punctuation, which are silent by nature.
const char* reason_of(char32_t value) {
  if (is_white_space(value)) return nullptr;
  if (is_spoken_punctuation(value)) return reason::kSymbol;
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(value));
  if ((mask & (U_GC_P_MASK | U_GC_Z_MASK)) != 0) return nullptr;
  if ((mask & U_GC_S_MASK) != 0) return reason::kSymbol;
  if ((mask & U_GC_CC_MASK) != 0) return reason::kControl;
  if ((mask & U_GC_CF_MASK) != 0) return reason::kInvisible;
  if ((mask & (U_GC_CO_MASK | U_GC_CS_MASK)) != 0) return reason::kPrivateUse;
  if ((mask & U_GC_CN_MASK) != 0) return reason::kUnassigned;
  if ((mask & U_GC_M_MASK) != 0) return reason::kMark;
  return reason::kNoSound;
}

const char* first_reason_in(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint at = code_point_at(text, offset);
    if (const char* reason = reason_of(at.value)) return reason;
    offset += at.size;
  }
  return nullptr;
}

std::vector<ByteRange> merged(std::vector<ByteRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  std::vector<ByteRange> out;
  for (const ByteRange range : ranges) {
    if (!out.empty() && range.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, range.end);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

// The parts of `range` that none of `covered` (merged) holds.
std::vector<ByteRange> uncovered(ByteRange range, const std::vector<ByteRange>& covered) {
  std::vector<ByteRange> gaps;
  auto next = std::partition_point(covered.begin(), covered.end(), [&](ByteRange one) { return one.end <= range.begin; });
  std::size_t at = range.begin;
  for (; next != covered.end() && next->begin < range.end; ++next) {
    if (next->begin > at) gaps.push_back({at, next->begin});
    at = std::max(at, next->end);
  }
  if (at < range.end) gaps.push_back({at, range.end});
  return gaps;
}

// Of a row of the same symbol the first few are said, and speak for the others.
bool repeats(char32_t before, char32_t value) {
  const bool symbol = (U_GET_GC_MASK(static_cast<UChar32>(value)) & U_GC_S_MASK) != 0;
  return before == value && (symbol || is_spoken_punctuation(value));
}

// Text that is its own source, starting at `begin` behind `before`: neighbours with the same reason are left out together.
void leave_out_characters(std::string_view text, std::size_t begin, char32_t before, ScriptSink& sink) {
  const char* pending = nullptr;
  std::size_t from = 0;
  for (std::size_t offset = 0; offset <= text.size();) {
    const bool at_end = offset == text.size();
    const CodePoint at = at_end ? CodePoint{0, 1} : code_point_at(text, offset);
    const char* reason = at_end ? nullptr : reason_of(at.value);
    const bool repeated = repeats(before, at.value) && (offset == 0 || pending == reason::kRepeated);
    if (repeated) reason = reason::kRepeated;
    if (!repeated) before = 0;
    if (reason != pending) {
      if (pending != nullptr) sink.leave_out({{begin + from, begin + offset}, pending});
      pending = reason;
      from = offset;
    }
    offset += at.size;
  }
}

// A rewritten run points at its source as a whole: "&nbsp;" is letters in the source and white space in the text.
void leave_out_rewritten(std::string_view text, ByteRange gap, std::string_view source, ScriptSink& sink) {
  const char* reason = first_reason_in(text);
  if (reason == nullptr && first_reason_in(source.substr(gap.begin, gap.size())) != nullptr) reason = reason::kReference;
  if (reason != nullptr) sink.leave_out({gap, reason});
}

}  // namespace

bool is_spoken_punctuation(char32_t value) { return std::u32string_view(U"#%&@§‰‱").find(value) != std::u32string_view::npos; }

void leave_out(const AlignedText& text, const char* reason, ScriptSink& sink) {
  for (const ByteRange piece : text.source_pieces()) sink.leave_out({piece, reason});
}

void leave_out_unsaid(const AlignedText& written, std::vector<ByteRange> said, std::string_view source, ScriptSink& sink) {
  const std::vector<ByteRange> covered = merged(std::move(said));
  ByteRange last_rewritten;
  for (const AlignedText::Run& run : written.runs()) {
    const std::string_view text = std::string_view(written.text()).substr(run.text_begin, run.text_end - run.text_begin);
    if (run.mapping == Mapping::whole && run.source == last_rewritten) continue;  // the second half of a run that was cut
    for (const ByteRange gap : uncovered(run.source, covered)) {
      if (run.mapping == Mapping::whole) {
        leave_out_rewritten(text, gap, source, sink);
      } else {
        const std::size_t at = gap.begin - run.source.begin;
        const char32_t before = at == 0 ? 0 : code_point_before(text, at).value;
        leave_out_characters(text.substr(at, gap.size()), gap.begin, before, sink);
      }
    }
    if (run.mapping == Mapping::whole) last_rewritten = run.source;
  }
}

}  // namespace aloud
