#include "document/html_spans.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kMaxOpen = 64;  // deeper inline HTML is not followed; it costs a language, never text

std::optional<SpanKind> kind_of(std::string_view element) {
  constexpr std::pair<std::string_view, SpanKind> kKinds[] = {
      {"em", SpanKind::emphasis},
      {"i", SpanKind::emphasis},
      {"strong", SpanKind::strong},
      {"b", SpanKind::strong},
      {"s", SpanKind::strikethrough},
      {"del", SpanKind::strikethrough},
      {"strike", SpanKind::strikethrough},
      {"code", SpanKind::code},
      {"tt", SpanKind::code},
      {"samp", SpanKind::code},
      {"pre", SpanKind::code},
  };
  const auto* const known =
      std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto& kind) { return kind.first == element; });
  return known == std::end(kKinds) ? std::nullopt : std::optional(known->second);
}

bool all_of(std::string_view text, int (*is)(int)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) { return is(static_cast<unsigned char>(c)) != 0; });
}

// The letters, or the digits, at the end of a text.
std::string_view run_at_end(std::string_view text, int (*is)(int)) {
  constexpr std::size_t kMost = 16;  // longer ones are no symbol
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < kMost && is(static_cast<unsigned char>(text[begin - 1])) != 0) --begin;
  return text.substr(begin);
}

// What stands before a raised number decides: a number, a symbol or a unit has a power, a word or the end of a sentence a note.
bool has_power(std::string_view before) {
  constexpr std::array<std::string_view, 24> kUnits{"mm", "cm", "dm", "km",  "nm",  "in",  "ft",  "yd",
                                                    "mi", "mc", "kg", "ms",  "Hz",  "dx",  "dy",  "dz",
                                                    "dt", "px", "pt", "rad", "sin", "cos", "tan", "log"};
  constexpr std::size_t kYear = 4;  // digits: "in 1984<sup>3</sup>" is a note
  const std::string_view digits = run_at_end(before, &isdigit);
  if (!digits.empty()) return digits.size() < kYear;
  if (before.ends_with(')') || before.ends_with(']')) {
    const std::string_view letters = run_at_end(before.substr(0, before.size() - 1), &isalpha);
    return letters.size() <= 1;
  }
  const std::string_view letters = run_at_end(before, &isalpha);
  if (letters.size() == 1) return before.size() == 1 || static_cast<unsigned char>(before[before.size() - 2]) < 0x80;
  return std::find(kUnits.begin(), kUnits.end(), letters) != kUnits.end();
}

bool is_note_mark(std::string_view raised, std::string_view before) {
  constexpr std::array<std::string_view, 6> kMarks{"*", "**", "†", "‡", "§", "¶"};
  if (std::find(kMarks.begin(), kMarks.end(), raised) != kMarks.end()) return true;
  if (raised.size() > 2 && raised.front() == '[' && raised.back() == ']') return true;
  const bool numbers = raised.find_first_not_of("0123456789, -–") == std::string_view::npos && is_ascii_digit(raised.front()) &&
                       is_ascii_digit(raised.back());
  return numbers && !before.empty() && !has_power(before);
}

// Digits as Unicode has them above the line; empty where one of the characters has no such form.
std::string as_superscript(std::string_view digits) {
  constexpr std::array<std::string_view, 10> kDigits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string raised;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    const std::string_view rest = digits.substr(at);
    if (is_ascii_digit(rest[0])) {
      raised += kDigits[static_cast<std::size_t>(rest[0] - '0')];
    } else if (at == 0 && (rest[0] == '-' || rest.starts_with("−") || rest.starts_with("–"))) {
      raised += "⁻";
      if (rest[0] != '-') at += 2;  // the minus sign and the dash take three bytes
    } else {
      return {};
    }
  }
  return raised;
}

}  // namespace

void HtmlSpans::apply(const HtmlTag& tag, RichText& text, bool is_code) {
  if (tag.name.empty() || (tag.self_closing && !tag.closing)) return;
  if (tag.closing) {
    const auto match = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) { return open.name == tag.name; });
    if (match == open_.rend()) return;
    const auto left = static_cast<std::size_t>(open_.rend() - match) - 1;
    while (open_.size() > left) close_back(text);
    return;
  }
  const std::size_t begin = text.text.size();
  const auto open_one = [&](SpanKind kind, const std::string& target) {
    text.spans.push_back({kind, {begin, begin}, target});
    return text.spans.size() - 1;
  };
  if (open_.size() + 1 >= kMaxOpen) return;
  if (tag.lang) open_.push_back({tag.name, open_one(SpanKind::language, *tag.lang), begin});
  Open open{tag.name, std::nullopt, begin};
  if (tag.address) {
    open.within_page = tag.address->starts_with('#');
    open.span = open_one(SpanKind::link, *tag.address);
  } else if (const auto kind = kind_of(tag.name); kind && !(is_code && kind == SpanKind::code)) {
    open.span = open_one(*kind, {});
  }
  if (tag.lang) open.name.clear();  // closed with the other one of the same tag
  open_.push_back(std::move(open));
}

void HtmlSpans::finish(RichText& text) {
  while (!open_.empty()) close_back(text);
  if (!edits_.empty()) apply_edits(text);
}

void HtmlSpans::apply_edits(RichText& text) {
  const AlignedText before = std::exchange(text.text, {});
  std::vector<std::size_t> shifted;  // where each edit's end went
  std::size_t at = 0;
  for (const Edit& edit : edits_) {
    text.text.append(before.slice({at, edit.range.begin}));
    edit.range.empty() ? text.text.append_inserted(edit.by)
                       : text.text.append(edit.by, before.source_of(edit.range), Mapping::whole);
    at = edit.range.end;
    shifted.push_back(text.text.size());
  }
  text.text.append(before.slice({at, before.size()}));
  const auto move = [&](std::size_t& offset, bool is_end) {
    const auto next = std::partition_point(edits_.begin(), edits_.end(), [&](const Edit& edit) {
      return edit.range.empty() && is_end ? edit.range.end < offset : edit.range.end <= offset;
    });
    if (next == edits_.begin()) return;
    const auto last = static_cast<std::size_t>(next - edits_.begin()) - 1;
    offset = shifted[last] + (offset - edits_[last].range.end);
  };
  for (Span& span : text.spans) {
    move(span.text.begin, false);
    move(span.text.end, true);
  }
  edits_.clear();
}

void HtmlSpans::close_back(RichText& text) {
  const Open open = open_.back();
  open_.pop_back();
  if (open.span) {
    Span& span = text.spans[*open.span];
    span.text.end = text.text.size();
    const bool says_address = text.text.text().compare(span.text.begin, span.text.size(), span.target) == 0;
    if (span.kind == SpanKind::link && says_address) span.kind = SpanKind::url;
  }
  if (open.name == "sup") raise(open.begin, text);
}

// The number of a note, a power, or the end of an ordinal ("2nd"), which needs nothing.
void HtmlSpans::raise(std::size_t begin, RichText& text) {
  const std::string_view all = text.text.text();
  const ByteRange range = trim(all, {begin, all.size()});
  if (range.empty()) return;
  const std::string_view raised = all.substr(range.begin, range.size());
  const std::string_view before = all.substr(0, begin);
  const bool linked_out = std::any_of(open_.begin(), open_.end(), [](const Open& open) { return open.within_page; });
  bool linked_in = false, spanned = false;  // spans come in the order in which they begin, so those inside are the last
  for (auto span = text.spans.rbegin(); span != text.spans.rend() && span->text.begin >= begin; ++span) {
    if (span->text.empty()) continue;
    spanned = true;
    linked_in = linked_in || (span->kind == SpanKind::link && span->target.starts_with('#'));
  }
  if (linked_out || linked_in || is_note_mark(raised, before)) {
    text.spans.push_back({SpanKind::footnote_reference, range, std::string(raised)});
    return;
  }
  const bool nested = !edits_.empty() && edits_.back().range.end > begin;
  if (spanned || nested) return;
  const auto replace = [&](std::string by) { edits_.push_back({{begin, all.size()}, std::move(by)}); };
  if (ascii_lower(raised) == "tm") return replace("™");
  const bool base = !before.empty() && !is_blank(before.back());
  if (!base) return;
  if (std::string digits = as_superscript(raised); !digits.empty()) return replace(std::move(digits));
  const bool symbol = raised.size() == 1 && all_of(raised, &isalpha) && run_at_end(before, &isalpha).size() <= 1 &&
                      run_at_end(before, &isdigit).size() <= 1;
  // "x<sup>n</sup>" and "2<sup>n</sup>", but "1<sup>o</sup>", "3<sup>e</sup>" are ordinals.
  const bool ordinal = is_ascii_digit(before.back()) && std::string_view("aeo").find(raised) != std::string_view::npos;
  if (symbol && !ordinal) edits_.push_back({{begin, begin}, "^"});
}

void mark_line_break(RichText& text, ByteRange source) {
  if (text.text.empty()) return;
  if (text.text.text().back() != ' ') text.text.append(" ", source, Mapping::whole);
  const std::size_t end = text.text.size();
  const bool marked =
      !text.spans.empty() && text.spans.back().kind == SpanKind::line_break && text.spans.back().text.end == end;
  if (!marked) text.spans.push_back({SpanKind::line_break, {end - 1, end}, {}});
}

void settle_spans(std::vector<Span>& spans) {
  std::erase_if(spans, [](const Span& span) { return span.text.empty(); });
  const auto goes_before = [](const Span& a, const Span& b) {
    return a.text.begin != b.text.begin ? a.text.begin < b.text.begin : a.text.end > b.text.end;
  };
  std::stable_sort(spans.begin(), spans.end(), goes_before);
  std::vector<std::size_t> ends;
  for (Span& span : spans) {
    while (!ends.empty() && ends.back() <= span.text.begin) ends.pop_back();
    if (!ends.empty()) span.text.end = std::min(span.text.end, ends.back());
    ends.push_back(span.text.end);
  }
  std::stable_sort(spans.begin(), spans.end(), goes_before);
}

}  // namespace aloud
