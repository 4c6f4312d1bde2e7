#include "document/html/inline_text.h"

#include <algorithm>
#include <utility>

#include "document/html_text.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kNotYet = static_cast<std::size_t>(-1);

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// The end of the tag or comment at `at`, which the parser ignored in the middle of a text.
std::size_t behind_tag(std::string_view page, std::size_t at, std::size_t end) {
  const std::size_t close = page.find('>', at);
  return close == std::string_view::npos || close >= end ? end : close + 1;
}

// The size of a character reference at "&" that only browsers understand: without ";", or by the number that the character has
// in windows-1252. `next` is what follows it in the decoded text, empty at the end.
std::size_t lax_reference_size(std::string_view written, std::string_view next) {
  constexpr std::size_t kLongest = 10;
  const bool number = written.size() > 1 && written[1] == '#';
  std::size_t end = number ? 2 : 1;
  while (end < std::min(written.size(), kLongest) && (is_ascii_letter(written[end]) || is_ascii_digit(written[end]))) {
    const bool ended = !number && end > 2 && !next.empty() && written.substr(end, 2) == next.substr(0, 2);
    if (ended) return end;
    ++end;
  }
  return end < written.size() && written[end] == ';' ? end + 1 : end;
}

}  // namespace

void align_decoded(std::string_view page, ByteRange source, std::string_view decoded, const TakePiece& take) {
  const std::string_view written = page.substr(source.begin, source.size());
  if (written == decoded) return decoded.empty() ? void() : take(decoded, source, Mapping::linear);
  std::size_t at = source.begin, done = 0;
  while (done < decoded.size() && at < source.end) {
    const std::size_t most = std::min(decoded.size() - done, source.end - at);
    const auto* const from = decoded.begin() + done;
    const auto equal = static_cast<std::size_t>(std::mismatch(from, from + most, page.begin() + at).first - from);
    const std::size_t same = floor_to_code_point(decoded.substr(done), equal);
    // A "&" that stays one may begin an entity that decodes to it.
    const std::size_t ampersand = std::min(decoded.substr(done, same).find('&'), same);
    if (ampersand > 0) {
      take(decoded.substr(done, ampersand), {at, at + ampersand}, Mapping::linear);
      done += ampersand;
      at += ampersand;
      continue;
    }
    const auto entity = page[at] == '&' ? entity_at(page.substr(0, source.end), at) : std::nullopt;
    if (entity && decoded.substr(done).starts_with(entity->text)) {
      take(decoded.substr(done, entity->text.size()), {at, at + entity->size}, Mapping::whole);
      done += entity->text.size();
      at += entity->size;
    } else if (same > 0) {
      take(decoded.substr(done, 1), {at, at + 1}, Mapping::linear);
      ++done;
      ++at;
    } else if (page[at] == '&') {
      const std::size_t size = code_point_at(decoded, done).size;
      const std::size_t read = lax_reference_size(page.substr(at, source.end - at), decoded.substr(done + size));
      take(decoded.substr(done, size), {at, at + read}, Mapping::whole);
      done += size;
      at += read;
    } else if (page[at] == '\r') {
      ++at;
    } else if (page[at] == '<') {
      at = behind_tag(page, at, source.end);
    } else {
      break;
    }
  }
  if (done == decoded.size()) return;
  take(decoded.substr(done), {std::min(at, source.end), source.end}, Mapping::whole);
}

void InlineText::put(std::string_view text, ByteRange source, Mapping mapping) {
  if (space_waits_ && !text_.empty()) {
    const bool one = space_is_blank_ && mapping == Mapping::linear && space_.end == source.begin;
    space_.empty() ? text_.append_inserted(" ") : text_.append(" ", space_, one ? Mapping::linear : Mapping::whole);
  }
  space_waits_ = false;
  for (Open& open : open_) open.begin = std::min(open.begin, text_.size());
  source.empty() ? text_.append_inserted(text) : text_.append(text, source, mapping);
}

void InlineText::add_folded(std::string_view text, ByteRange source, Mapping mapping) {
  const auto range = [&](std::size_t begin, std::size_t end) {
    return mapping == Mapping::linear ? ByteRange{source.begin + begin, source.begin + end} : source;
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    const bool space = is_space(text[at]);
    while (end < text.size() && is_space(text[end]) == space) ++end;
    space ? add_space(range(at, end), mapping == Mapping::linear && end - at == 1 && text[at] == ' ')
          : put(text.substr(at, end - at), range(at, end), mapping);
    at = end;
  }
}

void InlineText::add(std::string_view page, ByteRange source, std::string_view decoded) {
  align_decoded(page, source, decoded,
                [this](std::string_view text, ByteRange range, Mapping mapping) { add_folded(text, range, mapping); });
}

void InlineText::add_preformatted(std::string_view page, ByteRange source, std::string_view decoded) {
  align_decoded(page, source, decoded,
                [this](std::string_view text, ByteRange range, Mapping mapping) { put(text, range, mapping); });
}

void InlineText::add_space(ByteRange source, bool is_blank) {
  if (space_waits_ || text_.empty()) return;
  space_is_blank_ = is_blank;
  space_waits_ = true;
  space_ = source;
}

void InlineText::add_line_end(ByteRange source) { put("\n", source, Mapping::whole); }

void InlineText::open(SpanKind kind, std::string target) { open_.push_back({kind, std::move(target), kNotYet}); }

void InlineText::close() {
  const Open& open = open_.back();
  if (open.begin < text_.size()) spans_.push_back({open.kind, {open.begin, text_.size()}, open.target});
  open_.pop_back();
}

RichText InlineText::take() {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (open->begin < text_.size()) spans_.push_back({open->kind, {open->begin, text_.size()}, open->target});
    open->begin = kNotYet;
  }
  // Inner ones were closed first.
  std::reverse(spans_.begin(), spans_.end());
  std::stable_sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) {
    return a.text.begin != b.text.begin ? a.text.begin < b.text.begin : a.text.end > b.text.end;
  });
  space_waits_ = false;
  return {std::exchange(text_, {}), std::exchange(spans_, {})};
}

}  // namespace aloud
