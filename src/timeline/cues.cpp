#include "timeline/cues.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

#include "util/utf8.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;
using Tokens = std::span<const CueToken>;

// How many columns of unevenness a break at the end of a clause is worth.
constexpr double kClauseBonus = 16;

// How many it costs to part what a reader takes together: a name of several words ("South Korea"), a number and what it counts;
// and a short word and what it belongs to ("of the", "in der"). Less than a clause is worth, which ends where it ends.
constexpr double kNameCost = 14;
constexpr double kShortWordCost = 5;
constexpr std::size_t kShortWord = 3;  // letters

// Cues are planned a little emptier than full, since words rarely fill lines to the last column.
constexpr double kUsualFill = 0.85;

std::size_t columns_with(std::size_t columns, const CueToken& token, bool first) {
  return columns + token.width + (token.spaced && !first ? 1 : 0);
}

// Index after the last token that fits on a line that starts with `from`.
std::size_t fill_line(Tokens tokens, std::size_t from) {
  std::size_t columns = 0;
  for (std::size_t i = from; i < tokens.size(); ++i) {
    columns = columns_with(columns, tokens[i], i == from);
    // Tokens may have no width at all (a lone combining mark), so their number is bounded as well.
    if (i > from && (columns > kCueColumns || i - from >= kCueColumns)) return i;
  }
  return tokens.size();
}

std::size_t width_between(Tokens tokens, std::size_t from, std::size_t to) {
  std::size_t columns = 0;
  for (std::size_t i = from; i < to; ++i) columns = columns_with(columns, tokens[i], i == from);
  return columns;
}

// The first letter or digit of a token, behind marks; 0: there is none.
char32_t first_of(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (u_isalnum(static_cast<UChar32>(point.value))) return point.value;
    at += point.size;
  }
  return 0;
}

bool is_digit(char32_t value) { return u_isdigit(static_cast<UChar32>(value)); }
bool is_capital(char32_t value) { return u_isupper(static_cast<UChar32>(value)); }

// What a break between two tokens costs, in columns of unevenness; less than 0: it is a good place.
double break_cost(const CueToken& before, const CueToken& after) {
  if (before.ends_clause) return -kClauseBonus;
  const char32_t left = first_of(before.text), right = first_of(after.text);
  if ((is_capital(left) && is_capital(right)) || (is_digit(left) && !is_digit(right))) return kNameCost;
  return before.width <= kShortWord && after.spaced ? kShortWordCost : 0;
}

// Index after the last token of the cue that starts with `from`; `remaining` is the width of all tokens from there on.
std::size_t choose_cue_end(Tokens tokens, std::size_t from, std::size_t remaining) {
  std::size_t farthest = from;
  for (std::size_t line = 0; line < kCueLines && farthest < tokens.size(); ++line) farthest = fill_line(tokens, farthest);
  if (farthest == tokens.size()) return farthest;
  const double capacity = static_cast<double>(kCueColumns * kCueLines) * kUsualFill;
  const double cues = std::max(2.0, std::ceil(static_cast<double>(remaining) / capacity));
  const double target = static_cast<double>(remaining) / cues;
  std::size_t best = farthest;
  double best_cost = HUGE_VAL;
  std::size_t columns = 0;
  for (std::size_t i = from; i < farthest; ++i) {
    columns = columns_with(columns, tokens[i], i == from);
    const double cost = std::abs(static_cast<double>(columns) - target) + break_cost(tokens[i], tokens[i + 1]);
    if (cost > best_cost) continue;
    best_cost = cost;
    best = i + 1;
  }
  return best;
}

// Tokens [begin, end) of each cue.
std::vector<std::size_t> choose_cue_begins(Tokens tokens) {
  std::size_t remaining = width_between(tokens, 0, tokens.size());
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < tokens.size();) {
    begins.push_back(at);
    const std::size_t end = choose_cue_end(tokens, at, remaining);
    const std::size_t used = width_between(tokens, at, end);
    const std::size_t space = end < tokens.size() && tokens[end].spaced ? 1 : 0;
    remaining -= std::min(remaining, used + space);
    at = end;
  }
  return begins;
}

// Where to break tokens that fit on two lines: evenly, better after a clause.
std::optional<std::size_t> choose_line_break(Tokens tokens) {
  std::optional<std::size_t> best;
  double best_cost = HUGE_VAL;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const std::size_t upper = width_between(tokens, 0, i);
    const std::size_t lower = width_between(tokens, i, tokens.size());
    if (upper > kCueColumns || lower > kCueColumns) continue;
    const double cost =
        std::abs(static_cast<double>(upper) - static_cast<double>(lower)) + break_cost(tokens[i - 1], tokens[i]);
    if (cost >= best_cost) continue;
    best_cost = cost;
    best = i;
  }
  return best;
}

std::vector<CueLine> lay_out(Tokens tokens) {
  std::vector<CueLine> lines;
  if (fill_line(tokens, 0) < tokens.size()) {
    // Only a cue of two lines is worth balancing; one that is over-full for want of time takes the lines that it needs.
    const bool two_lines = fill_line(tokens, fill_line(tokens, 0)) == tokens.size();
    if (const auto cut = two_lines ? choose_line_break(tokens) : std::nullopt) {
      lines.emplace_back(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(*cut));
      lines.emplace_back(tokens.begin() + static_cast<std::ptrdiff_t>(*cut), tokens.end());
      return lines;
    }
  }
  for (std::size_t at = 0; at < tokens.size();) {
    const std::size_t end = fill_line(tokens, at);
    lines.emplace_back(tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.begin() + static_cast<std::ptrdiff_t>(end));
    at = end;
  }
  return lines;
}

// Makes borders increase by a millisecond at least. Requires: back - front >= borders.size() - 1.
void spread(std::vector<milliseconds>& borders) {
  const milliseconds end = borders.back();
  for (std::size_t i = 1; i < borders.size(); ++i) borders[i] = std::max(borders[i], borders[i - 1] + milliseconds(1));
  borders.back() = end;
  for (std::size_t i = borders.size() - 1; i > 0; --i) borders[i - 1] = std::min(borders[i - 1], borders[i] - milliseconds(1));
}

}  // namespace

std::size_t width_of(const CueLine& line) { return width_between(line, 0, line.size()); }

std::vector<Cue> CueMaker::cues_of(const TimelineSentence& sentence) {
  const milliseconds begin = std::max(milliseconds_of(sentence.begin, rate_), last_end_);
  const milliseconds end = milliseconds_of(sentence.end, rate_);
  if (end <= begin) return {};
  const std::vector<CueToken> tokens = cue_tokens(sentence, kCueColumns);
  if (tokens.empty()) return {};

  std::vector<std::size_t> begins = choose_cue_begins(tokens);
  if (std::cmp_less((end - begin).count(), begins.size())) begins.resize(1);
  std::vector<milliseconds> borders{begin};
  for (std::size_t i = 1; i < begins.size(); ++i) borders.push_back(milliseconds_of(tokens[begins[i]].begin, rate_));
  borders.push_back(end);
  spread(borders);

  begins.push_back(tokens.size());
  std::vector<Cue> cues;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    const Tokens part = Tokens(tokens).subspan(begins[i], begins[i + 1] - begins[i]);
    cues.push_back({borders[i], borders[i + 1], lay_out(part)});
  }
  last_end_ = end;
  return cues;
}

}  // namespace aloud
