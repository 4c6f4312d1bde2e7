// The decisions of SentenceScanner: whether a sentence ends at a stop.

#include <algorithm>

#include "language/sentences/enumerators.h"
#include "language/sentences/sentence_scanner.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool is_continuing(char32_t c) {
  if (is_ascii_letter(c)) return false;  // most
  return std::u32string_view(U",;:)]},،؛、，；：）」』》፣፤၊՝=≠≈≤≥×÷").find(c) != std::u32string_view::npos;
}

bool is_hiragana(char32_t c) { return c >= 0x3040 && c <= 0x309F; }

// The end of `text` without the white space there.
std::size_t trim_right(std::string_view text) {
  while (!text.empty() && is_white_space(code_point_before(text, text.size()).value)) {
    text.remove_suffix(code_point_before(text, text.size()).size);
  }
  return text.size();
}

bool all_of(std::string_view token, bool (*test)(char32_t)) {
  for (std::size_t at = 0; at < token.size();) {
    const CodePoint c = code_point_at(token, at);
    if (!test(c.value)) return false;
    at += c.size;
  }
  return !token.empty();
}

bool is_roman_numeral(const std::string& token) {
  return !token.empty() && token.find_first_not_of("IVXLCDM") == std::string::npos;
}

bool is_single_letter(const std::string& token) {
  return !token.empty() && is_letter(code_point_at(token, 0).value) && count_code_points(token) == 1;
}

// "3s", "6d": shillings and pence, as far as they follow each other.
bool is_coin(std::string_view token, char letter) {
  constexpr std::size_t kLongest = 4;  // bytes: "19s", "11d"
  return token.size() >= 2 && token.size() <= kLongest && token.back() == letter &&
         token.find_first_not_of("0123456789") == token.size() - 1;
}

// "U.N", "Ph.D": parts of one or two letters between periods.
bool is_dotted(const std::string& token) {
  std::size_t parts = 1, letters = 0;
  for (std::size_t at = 0; at < token.size();) {
    const CodePoint c = code_point_at(token, at);
    at += c.size;
    const bool separator = c.value == U'.' || c.value == U'-';  // "J.-P"
    if (!separator && !is_letter(c.value)) return false;
    letters = separator ? 0 : letters + 1;
    parts += c.value == U'.' ? 1 : 0;
    if (letters > 2) return false;
  }
  return parts > 1;
}

// "hrs", "Mfg": no word of these languages is written without a vowel, but for interjections: "Hmm", "Psst".
bool is_vowelless(const std::string& token) {
  for (const char* sound : {"mm", "hh", "rr", "ss"}) {
    if (token.ends_with(sound) || token.find(std::string(sound) + 't') != std::string::npos) return false;
  }
  if (token == "Hm" || token == "Pst" || token == "Tsk") return false;
  const bool letters = all_of(token, [](char32_t c) { return is_letter(c) && c < 0x80; });
  return letters && token.size() >= 2 && token.size() <= 4 && token.find_first_of("aeiouyAEIOUY") == std::string::npos &&
         !all_of(token, is_upper);
}

}  // namespace

bool SentenceScanner::ends_sentence(const Cluster& cluster) {
  const Following next = look_ahead(cluster.end);
  if (next.end || !has_content(cluster.begin) || is_continuing(next.first)) return false;
  if (text_.substr(next.at).starts_with("/ ") || next.first == U'№') return false;  // verses on one line; "2010 ж. № 7"
  if (is_inside_aside(cluster, next)) return false;
  if (cluster.kind == Stop::full) return ends_at_full(cluster, next);
  if (!next.spaced) return ends_without_space(cluster, next);
  if (next.code || (cluster.kind == Stop::period && !cluster.closed && code_ends(cluster.begin))) {
    return ends_at_code(cluster, next);
  }
  if (next.lower && !(next.dash && !cluster.closed && next.opened)) return ends_before_lower_case(cluster, next);
  if (cluster.kind == Stop::strong) return ends_at_strong(cluster, next);
  if (cluster.kind == Stop::ellipsis) return ends_at_ellipsis(cluster, next);
  return ends_at_period(cluster, next);
}

// Brackets that open within a sentence are an aside: "He teaches (he used to paint. He stopped.) at a school." A bracket
// that a sentence starts with holds sentences of its own.
bool SentenceScanner::is_inside_aside(const Cluster& cluster, const Following& next) {
  while (bracket_ < brackets_.size() && brackets_[bracket_].end <= cluster.begin) ++bracket_;
  if (bracket_ == brackets_.size() || cluster.begin < brackets_[bracket_].begin) return false;
  const ByteRange bracket = brackets_[bracket_];
  const char32_t after = bracket.end < text_.size() ? code_point_at(text_, bracket.end).value : 0;
  const bool title = text_.substr(bracket.begin).starts_with("《");
  if (title) return cluster.end <= bracket.end;
  if (is_hiragana(after)) return cluster.end < bracket.end;  // 「寒い。帰ろう。」と言った
  constexpr std::size_t kLookBack = 64;                      // bytes; opening marks at the start of a sentence are fewer
  bool inline_bracket = bracket.begin > content_begin_ + kLookBack;
  for (std::size_t at = content_begin_; !inline_bracket && at < bracket.begin;) {
    const CodePoint c = code_point_at(text_, at);
    inline_bracket = is_heard(c.value);
    at += c.size;
  }
  if (!inline_bracket) return false;
  const bool only_dots = skip_white_space(text_, bracket.begin + 1) == cluster.begin;
  return cluster.end < bracket.end || only_dots || (cluster.kind != Stop::full && !begins_sentence(next));
}

// A writer who starts without a capital may go on so; others do by an oversight, in a list, or with "...and then".
bool SentenceScanner::ends_before_lower_case(const Cluster& cluster, const Following& next) const {
  if (begins_list(next)) return true;
  if (cluster.closed || cluster.kind == Stop::ellipsis) return false;
  const std::string token = token_before(cluster.begin);
  if (cluster.kind == Stop::strong) {
    if (next.dash) return false;
    const bool asked_again = table_.option("questions-end") && !table_.reports_speech(next.word);
    return (lower_case_writer_ || next.dots || asked_again) && !table_.is_exclaimed_name(token);
  }
  const bool word = all_of(token, is_letter) && count_code_points(token) > 1 && !is_vowelless(token);
  if (!word || table_.abbreviation(token) != Abbreviation::none) return false;
  return lower_case_writer_ || next.dots || ends_before_small_starter(cluster, next);
}

// "It borrows `v`. Then", "It is fast. `row` is first": what is code by its markup neither abbreviates nor has a capital to
// begin with. After an abbreviation ("e.g. `row`") and dots code goes on.
bool SentenceScanner::ends_at_code(const Cluster& cluster, const Following& next) const {
  const bool after_code = code_ends(cluster.begin);
  if (next.lower && !next.code) return cluster.kind == Stop::strong && ends_before_lower_case(cluster, next);
  if (cluster.kind == Stop::ellipsis) return !next.code && ends_at_ellipsis(cluster, next);
  if (cluster.kind == Stop::strong) return ends_at_strong(cluster, next);
  if (after_code) return true;
  const std::string token = token_before(cluster.begin);
  if (is_enumerator(cluster)) return false;
  if (cluster.closed) return true;
  const bool abbreviates = table_.abbreviation(token) != Abbreviation::none || is_single_letter(token) || is_dotted(token) ||
                           (table_.option("vowelless") && is_vowelless(token));
  return !abbreviates;
}

// "Nobody came. the boat was late": only after a long word in small letters, since an abbreviation looks the same.
bool SentenceScanner::ends_before_small_starter(const Cluster& cluster, const Following& next) const {
  constexpr std::size_t kLongerThanAbbreviations = 7;  // in English, whose abbreviations the table knows, 4 are enough
  const std::string token = token_before(cluster.begin);
  return !next.dash && all_of(token, is_lower) &&
         count_code_points(token) >= (table_.option("small-starts") ? 4 : kLongerThanAbbreviations) &&
         !is_single_letter(next.word) && table_.begins_sentences_small(next.word);
}

bool SentenceScanner::ends_at_full(const Cluster& cluster, const Following& next) const {
  if (!cluster.closes_quote) return !is_spelled_letter(cluster, next);
  if (next.opened) return true;
  if (is_hiragana(next.first)) return false;  // 「…。」と言った
  std::size_t at = next.at;
  for (int count = 0; count < 8 && at < text_.size(); ++count) {
    const CodePoint c = code_point_at(text_, at);
    if (!is_letter(c.value)) break;
    if (table_.reports_speech(std::string(text_.substr(at, c.size)))) return false;
    at += c.size;
  }
  return true;
}

bool SentenceScanner::follows_spelled_letter(std::size_t at) const {
  const std::string_view before = text_.substr(0, trim_right(text_.substr(0, at)));
  if (before.size() <= content_begin_ || !before.ends_with("۔")) return false;
  return table_.abbreviation(token_before(before.size() - 2)) != Abbreviation::none;
}

// Urdu writes initials with its full stop: "اے۔ کے۔ خان", "بی۔اے".
bool SentenceScanner::is_spelled_letter(const Cluster& cluster, const Following& next) const {
  if (!text_.substr(cluster.begin).starts_with("۔")) return false;
  std::string token = token_before(cluster.begin);
  if (const std::size_t dot = token.rfind("۔"); dot != std::string::npos) token.erase(0, dot + 2);
  const Abbreviation letter = table_.abbreviation(token);
  if (letter == Abbreviation::title || (letter != Abbreviation::none && follows_spelled_letter(cluster.begin - token.size()))) {
    return true;
  }
  if (table_.abbreviation(next.word) == Abbreviation::none) return false;
  const bool dotted = text_.substr(next.at + next.word.size()).starts_with("۔");
  return (letter != Abbreviation::none && (dotted || !next.spaced)) || (dotted && !next.spaced);
}

// "the end.The next": only where both sides leave no doubt, since file names and addresses look the same.
bool SentenceScanner::ends_without_space(const Cluster& cluster, const Following& next) const {
  const bool full_width = text_.substr(cluster.begin).starts_with("．");
  if ((cluster.kind == Stop::strong || full_width) && is_unspaced_script(next.first)) return true;
  if (cluster.closed || next.opened || next.dash || cluster.kind == Stop::ellipsis) return false;
  const std::string token = token_before(cluster.begin);
  const std::size_t after = next.at + next.word.size();
  const bool number = token.size() > 2 && token.find_first_not_of("0123456789,") == std::string::npos;
  const bool word = token.size() > 2 && all_of(token, is_letter) && is_lower(code_point_before(token, token.size()).value);
  if (after >= text_.size() || !(number || word)) return false;
  if (text_[after] == '.') return table_.abbreviation(next.word) == Abbreviation::title;
  const bool foreign_numeral =
      word && is_roman_numeral(next.word) && next.word.size() > 1 && static_cast<unsigned char>(token[0]) >= 0xD0;
  return text_[after] == ' ' && is_upper(next.first) && (foreign_numeral || table_.begins_sentences(next.word));
}

bool SentenceScanner::ends_at_strong(const Cluster& cluster, const Following& next) const {
  if (cluster.closes_quote) return !reports_speech(next.at);
  return !table_.is_exclaimed_name(token_before(cluster.begin)) || begins_sentence(next);
}

bool SentenceScanner::ends_at_ellipsis(const Cluster& cluster, const Following& next) const {
  if (cluster.closes_quote) return !reports_speech(next.at);
  const bool pronoun = next.word == "I" && table_.begins_sentences("I") && cluster.periods <= 3;
  return !pronoun && !is_digit(next.first);
}

bool SentenceScanner::ends_at_period(const Cluster& cluster, const Following& next) const {
  if (is_enumerator(cluster)) return false;
  const std::string token = token_before(cluster.begin);
  if (is_coin(token, 's') && is_coin(next.word, 'd')) return false;  // "3s. 6d."
  Abbreviation kind = table_.abbreviation(token);
  if (kind == Abbreviation::none && token.find(".-") != std::string::npos) {  // "Mon.-Fri."
    kind = table_.abbreviation(token.substr(token.rfind('-') + 1));
  }
  if (cluster.closes_quote && table_.reports_speech(next.word)) return false;
  if (cluster.closed) return kind != Abbreviation::title && kind != Abbreviation::inner;
  const bool initial = is_single_letter(token) && is_upper(code_point_at(token, 0).value) && !is_digit(next.first);
  if (kind == Abbreviation::number && initial) return ends_after_initial(token, cluster, next);  // "S. Kern", not "S. 5"
  if (kind != Abbreviation::none) return ends_after_abbreviation(kind, cluster, next);
  if (is_single_letter(token)) return ends_after_initial(token, cluster, next);
  if (is_dotted(token) || (table_.option("vowelless") && is_vowelless(token))) {
    return ends_after_abbreviation(Abbreviation::final, cluster, next);
  }
  const std::string last = token.substr(token.find_last_of("-/") + 1);  // "1.-3. Mai": npos + 1 is 0
  const bool digits = all_of(last, is_digit);
  const bool number = digits && last.size() <= 2;
  if (number && table_.option("ordinals") && is_digit(next.first)) return false;
  if (digits && last.size() <= 3 && table_.option("ordinals") && table_.is_calendar(next.word)) return false;
  const bool ordinal = number || (is_roman_numeral(token) && token.size() < 7);
  if (ordinal && table_.option("ordinals-before-capitals")) return ends_after_ordinal(next);
  return true;
}

bool SentenceScanner::ends_after_abbreviation(Abbreviation kind, const Cluster& cluster, const Following& next) const {
  switch (kind) {
    case Abbreviation::title:
    case Abbreviation::inner:
      return false;
    case Abbreviation::number: {
      const std::string_view after = text_.substr(next.at + next.word.size(), 1);
      const bool first = next.word != "I" || !table_.begins_sentences("I") || after == "." || after == "," || after == ")";
      const bool numeral = is_roman_numeral(next.word) && first;
      const bool label = is_single_letter(next.word) && !table_.begins_sentences(next.word);
      const bool plus = next.first == U'+';  // "Tel. +49"
      return !is_digit(next.first) && !plus && !numeral && !label;
    }
    case Abbreviation::time:
      return (words_before(cluster.begin) > 3 ||
              (begins_sentence(next) && table_.abbreviation(next.word) != Abbreviation::title)) &&
             !table_.is_calendar(next.word) && !precedes_time_zone(next);
    case Abbreviation::final:
      if (is_upper(next.first)) return (next.quoted && !next.bracketed) || (begins_sentence(next) && !begins_name(next));
      return is_letter(next.first) && !next.lower && !is_dotted(token_before(cluster.begin));
    case Abbreviation::none:
      break;
  }
  return true;
}

bool SentenceScanner::ends_after_initial(const std::string& token, const Cluster& cluster, const Following& next) const {
  const std::size_t begin = cluster.begin - token.size();
  const std::size_t before = trim_right(text_.substr(0, begin));
  const char32_t previous = before == 0 ? U' ' : code_point_before(text_, before).value;
  if (is_digit(next.first) && goes_on_with_number(before, token, next)) return false;
  if (is_digit(next.first))
    return std::u32string_view(U"°′″'\"’”.").find(previous) == std::u32string_view::npos;  // "Civ. P. 12"
  if (is_upper(next.first) && closes_era_or_half(token, begin)) {
    return words_before(cluster.begin) > 3 && !table_.is_calendar(next.word) && !precedes_time_zone(next);
  }
  const char32_t letter = code_point_at(token, 0).value;
  if (!is_upper(letter) && !is_lower(letter)) return is_unspaced_script(letter) || is_digit(previous);
  if (token == "I" && table_.begins_sentences("I") && is_lower(previous) && !is_initial_i(before)) return true;
  return begins_sentence(next);
}

// "44 a. C.", "a las 5 p. m.": the second letter, of which `begin` is the place, after "a.", "p." or "d.".
bool SentenceScanner::closes_era_or_half(const std::string& token, std::size_t begin) const {
  if (token != "C" && token != "m") return false;
  const std::string_view before = text_.substr(0, trim_right(text_.substr(0, begin)));
  if (before.size() < 3 || before.size() == begin || before.back() != '.' || before[before.size() - 3] != ' ') return false;
  const char first = before[before.size() - 2];
  return first == 'a' || first == 'p' || first == 'd';
}

// "708 N. 1st St.", "article L. 123-4": a direction in an address, a letter of a code of laws. `before` is where what stands
// before the letter ends.
bool SentenceScanner::goes_on_with_number(std::size_t before, const std::string& token, const Following& next) const {
  const std::size_t digits = std::min(text_.find_first_not_of("0123456789", next.at), text_.size());
  const std::string_view rest = text_.substr(digits, 3);
  const char32_t previous = before == 0 ? U' ' : code_point_before(text_, before).value;
  const bool direction = token == "N" || token == "S" || token == "E" || token == "W";
  const bool ordinal = rest.starts_with("st ") || rest.starts_with("nd ") || rest.starts_with("rd ") || rest.starts_with("th ");
  if (direction && (is_digit(previous) || ordinal)) return true;
  const bool hyphen = rest.size() > 1 && rest[0] == '-' && is_digit(static_cast<unsigned char>(rest[1]));
  return hyphen && is_upper(code_point_at(token, 0).value);
}

// "Albert I. Jones", but "Tom and I. He": whether the word that ends at `end` is a name.
bool SentenceScanner::is_initial_i(std::size_t end) const {
  const std::string word = token_before(end);
  return !word.empty() && is_upper(code_point_at(word, 0).value);
}

// "5 p.m. New York time".
bool SentenceScanner::precedes_time_zone(const Following& next) const {
  std::size_t at = next.at;
  for (int count = 0; count < 3; ++count) {
    const std::string word = read_word(at);
    if (word.empty() || !is_upper(code_point_at(word, 0).value)) return false;
    at = skip_white_space(text_, at + word.size());
    if (read_word(at) == "time") return true;
  }
  return false;
}

// The first item of a list within the text, whose second is there as well: "… of it. a. the bread b. the milk".
bool SentenceScanner::begins_list(const Following& next) const {
  if (next.dash) return false;
  const std::size_t at = next.opened && next.at > 0 && text_[next.at - 1] == '(' ? next.at - 1 : next.at;
  const Enumerator item = read_enumerator(text_.substr(at, kLongestEnumerator));
  return !item.empty() && is_first_item(item) && find_successor(text_.substr(at), item) != std::string_view::npos;
}

// German "3. November", "im 2. Weltkrieg", "Karl V. von": a capital says nothing, so only a word that begins sentences does.
bool SentenceScanner::ends_after_ordinal(const Following& next) const {
  return is_upper(next.first) ? begins_sentence(next) : !is_digit(next.first);
}

bool SentenceScanner::is_enumerator(const Cluster& cluster) const {
  const std::size_t end = cluster.end;
  if (end - content_begin_ > kLongestEnumerator) return false;
  const Enumerator item = read_enumerator(text_.substr(content_begin_, end - content_begin_));
  return !item.empty() && item.text.size() == end - content_begin_;
}

bool SentenceScanner::begins_sentence(const Following& next) const {
  const std::size_t after = next.at + next.word.size();
  const bool initial = is_single_letter(next.word) && after < text_.size() && text_[after] == '.';
  return !initial && table_.begins_sentences(next.word);
}

// "U.S. Second Circuit", "Inc. First Quarter": an ordinal in capitals that another capital follows.
bool SentenceScanner::begins_name(const Following& next) const {
  if (!table_.names_by_number(next.word)) return false;
  const std::size_t after = skip_white_space(text_, next.at + next.word.size());
  return after < text_.size() && is_upper(code_point_at(text_, after).value);
}

// `"Why?" Tom asked.`: up to three names, then a verb of speech.
bool SentenceScanner::reports_speech(std::size_t at) const {
  for (int count = 0; count < 4; ++count) {
    const std::string word = read_word(at);
    const bool verb = table_.reports_speech(word) && !(count == 0 && is_upper(code_point_at(word, 0).value));  // "Think of it!"
    if (word.empty() || verb) return !word.empty();
    const bool name = table_.abbreviation(word) == Abbreviation::title || !table_.begins_sentences(word) || word == "I";
    if (is_lower(code_point_at(word, 0).value) || !name) return false;
    at += word.size();
    if (at < text_.size() && text_[at] == '.') ++at;
    at = skip_white_space(text_, at);
  }
  return false;
}

std::size_t SentenceScanner::words_before(std::size_t at) const {
  constexpr std::size_t kEnough = 64;  // bytes; longer than any three words that this is asked about
  if (at - content_begin_ > kEnough) return kEnough;
  return 1 + static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(content_begin_),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(at), ' '));
}

}  // namespace aloud
