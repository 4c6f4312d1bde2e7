#include "language/sentences/sentence_scanner.h"

#include <algorithm>
#include <array>

#include "language/sentences/brackets.h"
#include "language/sentences/enumerators.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestToken = 40;  // bytes looked back for an abbreviation

// Bytes at which a stop, a blank line, an asking semicolon or an ending colon may begin. All others are passed over at memory
// speed.
constexpr std::array<bool, 256> make_candidates() {
  std::array<bool, 256> candidates{};
  for (const int byte : {0x0A, 0x21, 0x2E, 0x3A, 0x3B, 0x3F, 0xCD, 0xD5, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF}) {
    candidates[static_cast<std::size_t>(byte)] = true;
  }
  return candidates;
}
constexpr std::array<bool, 256> kCandidates = make_candidates();

// "²" or "ⁱ" behind a sentence is the number of a note.
bool is_note_mark(char32_t c) { return superscript_digit(c) || c == U'ⁱ'; }

// After "[12]"; `at` if there is none.
std::size_t after_bracketed_number(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 5;  // bytes before the closing bracket
  std::size_t end = at;
  if (end >= text.size() || text[end] != '[') return at;
  do ++end;
  while (end < text.size() && end - at < kLongest && is_ascii_digit(text[end]));
  return end > at + 1 && end < text.size() && text[end] == ']' ? end + 1 : at;
}

// After "[12]", "[3][4]" or "²", as an encyclopedia puts them behind a sentence; `at` if there is none.
std::size_t after_reference(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t next = after_bracketed_number(text, end); next != end; next = after_bracketed_number(text, end)) end = next;
  if (end != at) return end;
  while (end < text.size() && is_note_mark(code_point_at(text, end).value)) end += code_point_at(text, end).size;
  return end;
}

// After " [12]" with a space before it, where a capital says that the sentence was over; `at` if there is none.
std::size_t after_spaced_reference(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || text[at] != ' ' || text[at + 1] != '[') return at;
  const std::size_t end = after_reference(text, at + 1);
  if (end == at + 1 || (end < text.size() && !is_white_space(code_point_at(text, end).value))) return at;
  const std::size_t next = skip_white_space(text, end);
  if (next >= text.size()) return end;
  const char32_t first = code_point_at(text, next).value;
  return is_upper(first) || (is_opening(first) && first != U'[') ? end : at;
}

// After the number of a note that is typed behind a stop, "(type 2).10 This", "they left.3 Then": up to three digits and a
// capital. `stop` is the place of the stop.
std::size_t after_note_digits(std::string_view text, std::size_t stop, std::size_t at) {
  constexpr std::size_t kMostDigits = 3, kShortestWord = 4;
  std::size_t end = at;
  while (end < text.size() && end - at < kMostDigits && is_ascii_digit(text[end])) ++end;
  if (end == at || text[at] == '0' || end >= text.size() || text[end] != ' ') return at;
  const std::size_t next = skip_white_space(text, end);
  if (next >= text.size() || !is_upper(code_point_at(text, next).value)) return at;
  if (stop == 0 || text[stop] != '.' || stop + 1 != at) return at;
  if (text[stop - 1] == ')' || text[stop - 1] == '"') return end;
  std::size_t letters = 0;
  while (letters < kShortestWord && letters < stop && is_ascii_lower(text[stop - 1 - letters])) ++letters;
  return letters == kShortestWord ? end : at;
}

// After a quotation mark of tokenised text, which has spaces on both sides, where a quotation was open: "left . '' She".
// `begin` is that of the sentence.
std::size_t after_spaced_quote(std::string_view text, std::size_t begin, std::size_t at) {
  constexpr std::size_t kFar = 600;  // bytes; a quotation that opened further back is over
  if (at + 1 >= text.size() || text[at] != ' ') return at;
  const std::string_view rest = text.substr(at + 1);
  const std::size_t size = rest.starts_with("''") ? 2 : rest.starts_with("\"") ? 1 : 0;
  if (size == 0 || (size < rest.size() && rest[size] != ' ')) return at;
  if (size == 2) return at + 1 + size;
  const std::string_view before =
      text.substr(std::max(begin, at > kFar ? at - kFar : 0), at - std::max(begin, at > kFar ? at - kFar : 0));
  return std::count(before.begin(), before.end(), '"') % 2 == 1 ? at + 1 + size : at;
}

// Whether a quote or bracket closes at `at`. Marks that also open do not where a word follows at once: 他说。“再见
bool closes_at(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  const std::size_t end = at + c.size;
  const bool word_follows = end < text.size() && is_heard(code_point_at(text, end).value);
  return is_closing(c.value) && !(is_opening(c.value) && word_follows);
}

// After " :-)", which belongs to the sentence before it; `at` if there is none.
std::size_t after_smiley(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 5);
  if (!rest.starts_with(" :") && !rest.starts_with(" ;")) return at;
  const std::size_t mouth = rest.substr(2).starts_with("-") ? 3 : 2;
  if (mouth >= rest.size() || std::string_view("()DPp/|").find(rest[mouth]) == kNone) return at;
  const std::size_t end = at + mouth + 1;
  return end == text.size() || text[end] == ' ' || text[end] == '\n' ? end : at;
}

// A colon that ends a sentence, as Armenian keyboards have it: not within a time or an address.
bool is_ending_colon(std::string_view text, std::size_t at) {
  const std::size_t next = at + 1;
  return next >= text.size() || is_white_space(code_point_at(text, next).value) || is_closing(code_point_at(text, next).value);
}

// Whether sentences of `text` end with the Armenian full stop or with the colon that is typed for it.
bool has_armenian_stops(std::string_view text) {
  if (text.find("։") != std::string_view::npos) return true;
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    if (is_ending_colon(text, at)) return true;
  }
  return false;
}

bool starts_lower_case(std::string_view text) {
  const std::size_t at = skip_white_space(text, 0);
  return at < text.size() && is_lower(code_point_at(text, at).value);
}

}  // namespace

SentenceScanner::SentenceScanner(std::string_view text, const LanguageTable& table, std::span<const ByteRange> code,
                                 std::string_view label)
    : text_(text), table_(table), label_(label), code_(code), brackets_(find_brackets(text)) {
  lower_case_writer_ = starts_lower_case(text) && !code_begins(skip_white_space(text, 0));
  colons_end_ = table.option("colon-ends") && text.find("։") == std::string_view::npos;
  periods_continue_ = table.option("colon-ends") && has_armenian_stops(text);
}

std::vector<ByteRange> SentenceScanner::run() {
  if (text_.empty()) return {};
  cut(0);
  for (std::size_t at = next_candidate(0); at < text_.size() || forced_ != kNone; at = next_candidate(at)) {
    if (cut_forced(at) || cut_paragraph(at) || (text_[at] >= ':' && text_[at] <= ';' && cut_smiley(at))) continue;
    if (stop_at(at) == Stop::none) {
      at += code_point_at(text_, at).size;
      continue;
    }
    const Cluster cluster = read_cluster(at);
    at = cluster.end;
    if (ends_sentence(cluster)) cut(at = skip_white_space(text_, at));
  }
  if (begin_ < text_.size()) sentences_.push_back({begin_, text_.size()});
  return std::move(sentences_);
}

std::size_t SentenceScanner::next_candidate(std::size_t at) const {
  while (at < text_.size() && !kCandidates[static_cast<unsigned char>(text_[at])]) ++at;
  return at;
}

bool SentenceScanner::cut_forced(std::size_t& at) {
  if (forced_ == kNone || at < forced_) return false;
  at = forced_;
  cut(at);
  return true;
}

// A blank line ends a sentence whatever stands before it.
bool SentenceScanner::cut_paragraph(std::size_t& at) {
  if (text_[at] != '\n') return false;
  std::size_t breaks = 0;
  for (; at < text_.size() && std::string_view(" \t\r\n").find(text_[at]) != kNone; ++at) breaks += text_[at] == '\n' ? 1U : 0U;
  at = skip_white_space(text_, at);
  if (breaks > 1 && at < text_.size() && has_content(at)) cut(at);
  return true;
}

// "I love it :) You will too": a smiley without a stop ends a sentence before a capital.
bool SentenceScanner::cut_smiley(std::size_t& at) {
  if ((text_[at] != ':' && text_[at] != ';') || at == 0 || text_[at - 1] != ' ') return false;
  const std::size_t end = after_smiley(text_, at - 1);
  if (end < at || end >= text_.size() || !has_content(at)) return false;
  const std::size_t next = skip_white_space(text_, end);
  if (next >= text_.size() || !is_upper(code_point_at(text_, next).value)) return false;
  cut(at = next);
  return true;
}

void SentenceScanner::cut(std::size_t at) {
  if (at > begin_) sentences_.push_back({begin_, at});
  begin_ = at;
  content_begin_ = skip_white_space(text_, at);
  content_read_ = at;
  content_found_ = false;
  const Enumerator item = read_enumerator(text_.substr(content_begin_, kLongestEnumerator));
  const std::size_t next =
      at == 0 && !label_.empty() && item.empty() ? second_item() : find_successor(text_.substr(content_begin_), item);
  forced_ = next == kNone ? kNone : content_begin_ + next;
}

// Where the item after the one that the text is starts, as in "1. Mix the flour 2. Add water", counted from the content; not
// in "Version 2. Then". kNone if nowhere.
std::size_t SentenceScanner::second_item() const {
  static constexpr std::string_view kBeforeNumbers =
      " version step steps chapter part figure table level phase volume section page no to of in and than about only or by at "
      "for "
      "has have had was is are were with number ";
  const std::string_view rest = text_.substr(content_begin_);
  const std::size_t at = find_successor(rest, read_enumerator(std::string(label_) + " "));
  if (at == kNone) return kNone;
  const std::size_t word = skip_white_space(rest, std::min(rest.find(' ', at), rest.size()));
  if (word >= rest.size() || !is_upper(code_point_at(rest, word).value)) return kNone;
  const std::size_t last = rest.substr(0, at).find_last_not_of(' ');
  if (last == kNone) return kNone;
  const std::size_t begin = rest.substr(0, last).find_last_of(' ');
  const std::string before = ascii_lower(rest.substr(begin == kNone ? 0 : begin + 1, last - (begin == kNone ? kNone : begin)));
  return kBeforeNumbers.find(" " + before + " ") == kNone ? at : kNone;
}

Stop SentenceScanner::stop_at(std::size_t at) const {
  const char32_t c = code_point_at(text_, at).value;
  switch (c) {
    case U'.':
      return periods_continue_ ? Stop::none : Stop::period;
    case U';':
      return table_.option("semicolon-asks") ? Stop::strong : Stop::none;
    case U'\u037E':  // the Greek question mark
      return Stop::strong;
    case U':':
      return colons_end_ && is_ending_colon(text_, at) ? Stop::strong : Stop::none;
    case U'\u1361':  // two of Ethiopic's word spaces, typed for its full stop
      return text_.substr(at + 3).starts_with("\u1361") ? Stop::full : Stop::none;
    default:
      return stop_of(c);
  }
}

SentenceScanner::Cluster SentenceScanner::read_cluster(std::size_t at) const {
  Cluster cluster;
  cluster.begin = at;
  cluster.stops_end = read_stops(at, cluster);
  for (;;) {
    const std::size_t next = skip_white_space(text_, cluster.stops_end);
    if (next == cluster.stops_end || next >= text_.size()) break;
    Cluster more = cluster;
    more.periods = 0;
    more.stops_end = read_stops(next, more);
    const bool attached = more.stops_end < text_.size() && is_heard(code_point_at(text_, more.stops_end).value);
    const bool dots = text_.substr(cluster.begin).starts_with("…") && text_.substr(next).starts_with("…");
    if (more.stops_end == next || (attached && !dots)) break;
    more.periods += cluster.periods;
    cluster = more;
  }
  // "the end. . . . The next": a period, then an ellipsis that opens the next sentence.
  const bool touches_word = at > 0 && !is_white_space(code_point_before(text_, at).value);
  if (touches_word && cluster.periods == 4 && text_.substr(at).starts_with(". . . . ")) {
    cluster.stops_end = at + 1;
    cluster.periods = 1;
  }
  if (cluster.kind == Stop::period && cluster.periods > 1) cluster.kind = Stop::ellipsis;
  cluster.end = cluster.stops_end;
  read_closers(cluster);
  // "Who goes there?". — a stop after the quote as well.
  for (std::size_t more = cluster.closed ? read_stops(cluster.end, cluster) : cluster.end; more > cluster.end;
       more = read_stops(cluster.end, cluster)) {
    cluster.end = more;
    read_closers(cluster);
  }
  return cluster;
}

// The stronger kind of stop wins: "?.." asks.
std::size_t SentenceScanner::read_stops(std::size_t at, Cluster& cluster) const {
  while (at < text_.size()) {
    const CodePoint c = code_point_at(text_, at);
    const Stop kind = stop_at(at);
    if (kind == Stop::none) break;
    cluster.kind = std::max(cluster.kind, kind);
    cluster.periods += kind == Stop::period ? 1 : 0;
    at += c.value == U'\u1361' ? 2 * c.size : c.size;
  }
  return at;
}

void SentenceScanner::read_closers(Cluster& cluster) const {
  cluster.end = after_reference(text_, cluster.end);
  for (std::size_t at = cluster.end; at < text_.size(); at = cluster.end) {
    const CodePoint c = code_point_at(text_, at);
    const bool spaced_guillemet = (c.value == U' ' || c.value == U'\u00A0' || c.value == U'\u202F') &&
                                  text_.substr(at + c.size).starts_with("»") && table_.option("spaced-guillemets");
    if (!spaced_guillemet && !closes_at(text_, at)) break;
    cluster.end = at + c.size + (spaced_guillemet ? 2 : 0);
    cluster.closed = true;
    cluster.closes_quote = spaced_guillemet || is_quote(c.value);
  }
  if (const std::size_t quote = after_spaced_quote(text_, content_begin_, cluster.end); quote != cluster.end) {
    cluster.end = quote;
    cluster.closed = cluster.closes_quote = true;
  }
  if (cluster.kind == Stop::period && cluster.periods == 1 &&
      table_.abbreviation(token_before(cluster.begin)) == Abbreviation::none) {
    cluster.end = after_note_digits(text_, cluster.begin, cluster.end);
  }
  cluster.end = after_reference(text_, cluster.end);
  if (text_[content_begin_] != '[') cluster.end = after_spaced_reference(text_, cluster.end);  // else "[1] A note. [2] A note."
  cluster.end = after_smiley(text_, cluster.end);
}

SentenceScanner::Following SentenceScanner::look_ahead(std::size_t at) const {
  Following next;
  next.at = skip_white_space(text_, at);
  next.spaced = next.at > at;
  bool apostrophe = false;
  for (; next.at < text_.size(); next.at = skip_white_space(text_, next.at)) {
    const CodePoint c = code_point_at(text_, next.at);
    const bool dots = c.value == U'…' || c.value == U'.';
    const bool low_quotes = text_.substr(next.at).starts_with(",,");  // typed for „
    if (!is_opening(c.value) && !is_dash(c.value) && !dots && !low_quotes) break;
    next.bracketed = next.bracketed || (c.value == U'(' && !next.opened);
    next.opened = next.opened || is_opening(c.value) || low_quotes;
    next.quoted = next.quoted || (is_opening(c.value) && is_quote(c.value)) || low_quotes;
    next.dash = next.dash || is_dash(c.value);
    next.dots = dots;
    apostrophe = is_apostrophe(c.value);
    next.at += low_quotes ? 2 : c.size;
    if (dots && skip_white_space(text_, next.at) != next.at) next.dots = false;
  }
  next.end = next.at >= text_.size();
  if (next.end) return next;
  next.first = code_point_at(text_, next.at).value;
  next.word = read_word(next.at);
  const bool capital_inside = std::any_of(next.word.begin(), next.word.end(), is_ascii_upper<char>);  // "macOS"
  const bool clitic = apostrophe && next.word.size() == 1 && !table_.option("possessive-s");          // Dutch "'s Avonds"
  next.lower = is_lower(next.first) && !capital_inside && !clitic;
  next.code = code_begins(next.at);
  return next;
}

bool SentenceScanner::code_begins(std::size_t at) const {
  const auto range =
      std::lower_bound(code_.begin(), code_.end(), at, [](ByteRange one, std::size_t begin) { return one.begin < begin; });
  return range != code_.end() && range->begin == at && !range->empty();
}

bool SentenceScanner::code_ends(std::size_t at) const {
  const auto range =
      std::lower_bound(code_.begin(), code_.end(), at, [](ByteRange one, std::size_t end) { return one.end < end; });
  return range != code_.end() && range->end == at && !range->empty();
}

std::string SentenceScanner::read_word(std::size_t at) const {
  std::string word;
  while (at < text_.size() && word.size() < kLongestToken) {
    const CodePoint c = code_point_at(text_, at);
    if (is_apostrophe(c.value)) {
      const std::string elided = word + "'";
      return table_.begins_sentences(elided) ? elided : word;
    }
    if (!is_letter(c.value) && !is_digit(c.value)) break;
    word += text_.substr(at, c.size);
    at += c.size;
  }
  return word;
}

// What stands before a stop, back to white space or an opening mark: "e.g", "St", "1990".
std::string SentenceScanner::token_before(std::size_t at) const {
  std::size_t begin = at;
  while (begin > content_begin_ && at - begin < kLongestToken) {
    const CodePoint c = code_point_before(text_, begin);
    if (is_white_space(c.value) || (is_opening(c.value) && !is_apostrophe(c.value)) || (is_dash(c.value) && c.value != U'-'))
      break;
    begin -= c.size;
  }
  return std::string(text_.substr(begin, at - begin));
}

bool SentenceScanner::has_content(std::size_t until) {
  while (!content_found_ && content_read_ < until) {
    const CodePoint c = code_point_at(text_, content_read_);
    content_found_ = is_heard(c.value);
    content_read_ += c.size;
  }
  return content_found_;
}

}  // namespace aloud
