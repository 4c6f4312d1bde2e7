#include "timeline/cue_tokens.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "util/plain_line.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// How far ahead a word is looked for in the spoken text. Words come in order and close together; the bound keeps a timeline
// that does not fit its text from costing quadratic time.
constexpr std::size_t kSearchBytes = 4096;

// What stands between two words: `tail` hangs on the first, `head` on the second.
struct Gap {
  std::string_view tail;
  std::string_view head;
  bool space = false;
};

bool opens(char32_t value) { return (U_GET_GC_MASK(static_cast<UChar32>(value)) & (U_GC_PS_MASK | U_GC_PI_MASK)) != 0; }

Gap split_gap(std::string_view gap) {
  std::size_t cut = gap.size();
  while (cut > 0) {
    const CodePoint point = code_point_before(gap, cut);
    if (is_white_space(point.value)) return {gap.substr(0, cut - point.size), gap.substr(cut), true};
    cut -= point.size;
  }
  cut = gap.size();
  while (cut > 0) {
    const CodePoint point = code_point_before(gap, cut);
    if (!opens(point.value)) break;
    cut -= point.size;
  }
  return {gap.substr(0, cut), gap.substr(cut), false};
}

// Whether an "&" begins an entity, as far as a word can tell: letters or digits and a semicolon stand behind it.
bool holds_entity(std::string_view written) {
  for (std::size_t at = written.find('&'); at != std::string_view::npos; at = written.find('&', at + 1)) {
    if (written.find(';', at) != std::string_view::npos) return true;
  }
  return false;
}

// Whether the source of a word cannot be shown as it stands. Better to be careful: what is spoken can always be shown.
bool holds_markup(std::string_view written) {
  return written.find_first_of("*_`~[]<>\\|\r\n\t") != std::string_view::npos || holds_entity(written);
}

bool shows_as_written(const TimelineWord& word) {
  return !word.written.empty() && (word.written == word.spoken || !holds_markup(word.written));
}

bool overlap(const ByteRange& a, const ByteRange& b) { return a.begin < b.end && b.begin < a.end; }

ByteRange hull(const ByteRange& a, const ByteRange& b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

// Words that stand for one stretch of source, because each shares a part of it with those before: "five", "dollars" for $5, or
// "five", "kilometer-long" for 5 and 5-km-long.
struct Stretch {
  std::size_t end = 0;  // past its last word
  ByteRange source;
  std::string text;        // as written
  bool as_written = true;  // all of it can be shown so
};

// `text`, which stands at `at`, with what `word` adds to it.
void extend(std::string& text, const ByteRange& at, const TimelineWord& word) {
  if (at.begin <= word.source.begin && word.source.end <= at.end) return;
  if (word.source.begin <= at.begin && at.end <= word.source.end) {
    text = word.written;
    return;
  }
  std::size_t common = std::min(text.size(), word.written.size());
  while (common > 0 && !std::string_view(text).ends_with(word.written.substr(0, common))) --common;
  text += word.written.substr(common);
}

Stretch stretch_from(const std::vector<TimelineWord>& words, std::size_t first) {
  const TimelineWord& word = words[first];
  Stretch stretch{first + 1, word.source, word.written, shows_as_written(word)};
  if (word.source.empty()) return stretch;
  for (; stretch.end < words.size(); ++stretch.end) {
    const TimelineWord& next = words[stretch.end];
    if (next.source.empty() || !overlap(stretch.source, next.source)) break;
    extend(stretch.text, stretch.source, next);
    stretch.source = hull(stretch.source, next.source);
    stretch.as_written = stretch.as_written && shows_as_written(next);
  }
  return stretch;
}

// Raw tokens: text may still hold white space and controls, widths are not yet known.
class TokenBuilder {
 public:
  explicit TokenBuilder(std::string_view spoken) : spoken_(spoken) {}

  void add(const TimelineWord& word, std::string_view shown) {
    const std::string before = text_before(word.spoken);
    Gap gap = split_gap(before);
    if (tokens_.empty()) {
      gap = {{}, before, false};
    } else {
      tokens_.back().text += gap.tail;
    }
    tokens_.push_back({std::string(gap.head).append(shown), 0, gap.space, false, word.begin, word.end});
  }

  /// `word` is shown already, by the token before.
  void add_to_last(const TimelineWord& word) {
    text_before(word.spoken);
    tokens_.back().end = std::max(tokens_.back().end, word.end);
  }

  std::vector<CueToken> finish() {
    if (!tokens_.empty()) tokens_.back().text += spoken_.substr(cursor_);
    return std::move(tokens_);
  }

 private:
  // What stands between the word before and this one. A word that is not where it should be is set between spaces.
  std::string text_before(std::string_view word) {
    const std::string_view ahead = spoken_.substr(cursor_, kSearchBytes + word.size());
    const std::size_t found = word.empty() ? std::string_view::npos : ahead.find(word);
    const bool after_missed = std::exchange(missed_, found == std::string_view::npos);
    if (missed_) return " ";
    cursor_ += found + word.size();
    return (after_missed ? " " : "") + std::string(ahead.substr(0, found));
  }

  std::string_view spoken_;
  std::size_t cursor_ = 0;
  bool missed_ = false;
  std::vector<CueToken> tokens_;
};

bool ends_clause(std::string_view text) {
  for (std::size_t at = text.size(); at > 0;) {
    const CodePoint point = code_point_before(text, at);
    at -= point.size;
    const auto value = static_cast<UChar32>(point.value);
    if (u_hasBinaryProperty(value, UCHAR_TERMINAL_PUNCTUATION) != 0 || point.value == U'…') return true;
    if (point.value != U'-' && u_charType(value) == U_DASH_PUNCTUATION) return true;
    const bool closes = (U_GET_GC_MASK(value) & (U_GC_PE_MASK | U_GC_PF_MASK | U_GC_PI_MASK)) != 0;
    if (!closes && point.value != U'"' && point.value != U'\'') return false;
  }
  return false;
}

Frames between(Frames begin, Frames end, std::size_t part, std::size_t whole) {
  const auto share = static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
  return begin + Frames{static_cast<std::int64_t>(static_cast<double>((end - begin).count) * share)};
}

// Appends a token, in pieces if it is wider than a line: cut at its last space that fits, else between characters.
void append_cut(std::vector<CueToken>& tokens, const CueToken& raw, std::size_t columns) {
  const std::string line = plain_line(raw.text);
  const std::size_t whole = display_width(line);
  std::string_view rest = line;
  std::size_t done = 0;
  for (bool spaced = raw.spaced; !rest.empty();) {
    std::size_t cut = cut_at_width(rest, columns);
    const std::size_t space = cut < rest.size() ? rest.rfind(' ', cut) : std::string_view::npos;
    const bool at_space = space != std::string_view::npos && space > 0;
    if (at_space) cut = space;
    const std::string_view piece = rest.substr(0, cut);
    const std::size_t width = display_width(piece);
    const Frames begin = between(raw.begin, raw.end, done, whole);
    done += width + (at_space ? 1 : 0);
    rest.remove_prefix(cut + (at_space ? 1 : 0));
    const Frames end = rest.empty() ? raw.end : between(raw.begin, raw.end, done, whole);
    tokens.push_back({std::string(piece), width, spaced, ends_clause(piece), begin, end});
    spaced = at_space;
  }
}

CueToken whole_sentence(const TimelineSentence& sentence) {
  return {sentence.spoken.empty() ? sentence.written : sentence.spoken, 0, false, false, sentence.begin, sentence.end};
}

}  // namespace

std::vector<CueToken> cue_tokens(const TimelineSentence& sentence, std::size_t columns) {
  TokenBuilder builder(sentence.spoken);
  const std::vector<TimelineWord>& words = sentence.words;
  for (std::size_t i = 0; i < words.size();) {
    const Stretch stretch = stretch_from(words, i);
    builder.add(words[i], stretch.as_written ? stretch.text : words[i].spoken);
    for (++i; i < stretch.end; ++i) {
      if (stretch.as_written) {
        builder.add_to_last(words[i]);
      } else {
        builder.add(words[i], words[i].spoken);
      }
    }
  }
  std::vector<CueToken> raw = builder.finish();
  if (raw.empty()) raw.push_back(whole_sentence(sentence));
  std::vector<CueToken> tokens;
  for (const CueToken& token : raw) append_cut(tokens, token, columns);
  return tokens;
}

}  // namespace aloud
