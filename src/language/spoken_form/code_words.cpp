#include "language/spoken_form/code_words.h"

#include <algorithm>
#include <map>
#include <optional>

#include "language/spoken_form/code_names.h"
#include "util/ascii.h"
#include "util/memo_table.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestMark = 4;        // bytes: "&mut"
constexpr std::size_t kLongestBrackets = 256;  // bytes looked through for the bracket that closes: no type or tag is longer

constexpr std::string_view kAsWritten = "as written";
constexpr std::string_view kSilent = "silent";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// "#" begins a comment in a table.
std::string key_of(std::string_view mark) {
  std::string key;
  for (const char c : mark) key += c == '#' ? "\\#" : std::string(1, c);
  return key;
}

// Says one piece of code, from left to right.
class CodeSpeaker {
 public:
  CodeSpeaker(std::string_view code, const CodeWords& words) : code_(code), words_(words) {}

  Edits run() {
    const bool marks_alone = std::none_of(code_.begin(), code_.end(), [](char c) { return is_code_word_byte(c) && c != '_'; });
    while (at_ < code_.size()) {
      if (is_space(code_[at_])) {
        ++at_;
      } else if (marks_alone) {
        say_mark_alone();
      } else if (skip_other_form()) {
        continue;
      } else if (is_code_word_byte(code_[at_])) {
        at_ = say_code_name(code_, at_, words_, edits_);
      } else {
        say_mark_within();
      }
    }
    return std::move(edits_);
  }

 private:
  bool begins_chunk(std::size_t at) const { return at == 0 || is_space(code_[at - 1]); }
  bool word_at(std::size_t at) const { return at < code_.size() && is_code_word_byte(code_[at]); }
  bool word_before(std::size_t at) const { return at > 0 && is_code_word_byte(code_[at - 1]); }
  bool digit_at(std::size_t at) const { return at < code_.size() && is_ascii_digit(code_[at]); }
  std::size_t end_of_chunk(std::size_t at) const { return std::min(code_.find_first_of(" \t\r\n", at), code_.size()); }

  // With spaces where the words would touch others.
  void replace(ByteRange range, std::string_view words) {
    std::string text(words);
    if (!text.empty() && range.begin > 0 && !is_space(code_[range.begin - 1])) text.insert(0, 1, ' ');
    const bool apart = text.empty() ? range.begin > 0 && !is_space(code_[range.begin - 1]) && word_at(range.end)
                                    : range.end < code_.size() && !is_space(code_[range.end]);
    if (apart) text += ' ';
    edits_.push_back({range, text});
    at_ = range.end;
  }

  // A bracket that is silent since the words before it say what it closes: it stands with the last of them.
  void absorb() {
    const std::size_t end = at_ + 1;
    const bool word = word_at(end);
    if (!edits_.empty() && !edits_.back().range.empty() && edits_.back().range.end == at_) {
      edits_.back().range.end = end;
      if (word) edits_.back().replacement += ' ';
    } else if (at_ > 0 && (is_ascii_letter(code_[at_ - 1]) || is_ascii_digit(code_[at_ - 1]))) {
      edits_.push_back({{at_ - 1, end}, code_[at_ - 1] + std::string(word ? " " : "")});
    } else {
      edits_.push_back({{at_, end}, word && at_ > 0 ? " " : ""});
    }
    at_ = end;
  }

  void say_mark_alone() {
    const std::size_t size = words_.longest_mark(code_, at_);
    if (size == 0) {
      ++at_;
      return;
    }
    replace({at_, at_ + size}, words_.name_alone(code_.substr(at_, size)));
  }

  // Whether the chunk that begins here is no names and marks, and dealt with.
  bool skip_other_form() {
    const std::size_t begin = at_;
    at_ = end_of_other_form();
    return at_ > begin;
  }

  // The end of a chunk that the rules for prose read, of a tag, of options; at_ for others.
  std::size_t end_of_other_form() {
    if (!begins_chunk(at_)) return at_;
    const std::size_t end = end_of_chunk(at_);
    const std::string_view chunk = code_.substr(at_, end - at_);
    if (chunk.find("://") != kNone || is_number_chunk(chunk)) return end;
    if (is_short_flags(chunk)) return end_of_short_flags(end);
    const std::size_t sign = chunk.find('@');
    if (sign != kNone && sign > 0 && chunk.find('.', sign) != kNone) return end;  // an e-mail address
    if (chunk.front() == '<') return end_of_tag();
    return at_;
  }

  static bool is_number_chunk(std::string_view chunk) {
    if (chunk.front() == 'v' || chunk.front() == 'V') chunk.remove_prefix(1);
    const std::size_t digit = chunk.find_first_of("0123456789");
    return digit <= 1 && chunk.find_first_not_of("0123456789.,:/+-%") == kNone;
  }

  // "-rf": two options in one, letter by letter.
  static bool is_short_flags(std::string_view chunk) {
    return chunk.size() == 3 && chunk[0] == '-' && is_ascii_letter(chunk[1]) && is_ascii_letter(chunk[2]);
  }

  std::size_t end_of_short_flags(std::size_t end) {
    std::string words(words_.term("dash"));
    for (std::size_t at = at_ + 1; at < end; ++at) words += std::string(" ") + ascii_upper(code_[at]);
    replace({at_, end}, words);
    return end;
  }

  // "<div>", "</div>", "<br />": its name and what it is. One with attributes loses its brackets alone.
  std::size_t end_of_tag() {
    const std::size_t close = code_.substr(0, at_ + kLongestBrackets).find('>', at_);
    if (close == kNone) return at_;
    const bool closing = code_.substr(at_).starts_with("</");
    const std::size_t begin = at_ + (closing ? 2 : 1);
    std::size_t end = begin;
    while (end < close && (is_code_word_byte(code_[end]) || code_[end] == '-')) ++end;
    if (end == begin || !is_ascii_letter(code_[begin])) return at_;
    const std::size_t rest = code_.find_first_not_of(" /", end);
    if (rest == close) {
      std::string words(words_.term(closing ? "closing tag" : "tag"));
      const std::size_t gap = words.find("{}");
      if (gap != kNone) words.replace(gap, 2, code_.substr(begin, end - begin));
      replace({at_, close + 1}, words);
      return at_;
    }
    if (!is_space(code_[end])) return at_;
    overrides_[close] = "";
    overrides_[at_] = "";
    return at_;
  }

  // "<" behind a name: whether it holds parameters of a type, whose marks are then said otherwise.
  bool open_parameters() {
    if (!word_before(at_) && !(at_ >= 2 && code_.substr(at_ - 2, 2) == "::")) return false;
    const std::string_view text = code_.substr(0, at_ + kLongestBrackets);
    if (at_ + 1 >= text.size() || is_space(text[at_ + 1]) || text[at_ + 1] == '=' || is_ascii_digit(text[at_ + 1]))
      return false;
    std::size_t depth = 0, last_comma = kNone;
    for (std::size_t at = at_; at < text.size(); ++at) {
      const char c = text[at];
      const bool arrow = c == '>' && (text[at - 1] == '-' || text[at - 1] == '=');
      if (c == '<') ++depth;
      if (c == ',' && depth == 1) last_comma = at;
      if (c == '>' && !arrow && --depth == 0) {
        overrides_[at] = "";
        if (last_comma != kNone) overrides_[last_comma] = words_.term("and");
        return at > at_ + 1;
      }
      if (text.substr(at, 2) == "&&" || text.substr(at, 2) == "||" || c == ';' || c == '"') return false;
    }
    return false;
  }

  void say_mark_within() {
    if (const auto override = overrides_.find(at_); override != overrides_.end()) {
      return override->second.empty() ? absorb() : replace({at_, at_ + 1}, override->second);
    }
    if (code_[at_] == '<' && open_parameters()) return replace({at_, at_ + 1}, words_.term("generic"));
    const std::size_t size = longest_mark_within();
    const ByteRange mark = {at_, at_ + std::max<std::size_t>(size, 1)};
    const std::string_view words = size == 0 ? kAsWritten : words_.name_within(code_.substr(at_, size));
    const bool apart = size == 1 && code_[at_] == ':' && begins_chunk(at_) && end_of_chunk(at_) == mark.end;  // "a ? b : c"
    if (apart) return replace(mark, words_.name_alone(":"));
    if (is_kept(mark) || words == kAsWritten) return keep(mark);
    if (words == kSilent) return replace(mark, "");
    replace(mark, is_flag(mark) ? words_.term("dash") : words);
  }

  // ">>" may close two lists of parameters.
  std::size_t longest_mark_within() const {
    std::size_t size = words_.longest_mark(code_, at_);
    while (size > 1 && overrides_.lower_bound(at_) != overrides_.lower_bound(at_ + size)) --size;
    return size;
  }

  // "-v": a hyphen that begins a word.
  bool is_flag(ByteRange mark) const {
    return code_.substr(mark.begin, mark.size()) == "-" && begins_chunk(mark.begin) && word_at(mark.end);
  }

  // Marks of numbers and of compound words, and what ends a sentence.
  bool is_kept(ByteRange mark) const {
    const std::string_view text = code_.substr(mark.begin, mark.size());
    if (text == "-") return (word_before(mark.begin) && word_at(mark.end)) || (begins_chunk(mark.begin) && digit_at(mark.end));
    if (text != ".") return false;
    const bool decimal = digit_at(mark.end) && (mark.begin == 0 || !word_before(mark.begin) || digit_at(mark.begin - 1));
    return decimal || (mark.end == end_of_chunk(mark.end) && word_before(mark.begin));
  }

  // As it is, apart from the words beside it where it would join them.
  void keep(ByteRange mark) {
    at_ = mark.end;
    const char c = code_[mark.begin];
    const bool numbers = mark.begin > 0 && is_ascii_digit(code_[mark.begin - 1]) && digit_at(mark.end);
    if (numbers || c == '-' || c == '.') return;
    if ((c == '(' || c == '[') && word_before(mark.begin)) edits_.push_back({{mark.begin, mark.begin}, " "});
    const bool closes = std::string_view(",;:)]").find(c) != kNone;
    if (closes && word_at(mark.end)) edits_.push_back({{mark.end, mark.end}, " "});
  }

  std::string_view code_;
  const CodeWords& words_;
  std::size_t at_ = 0;
  std::map<std::size_t, std::string> overrides_;  // what is said of single marks that a list of parameters or a tag claims
  Edits edits_;
};

}  // namespace

CodeWords::CodeWords(std::string_view table) : names_("code names", table) {}

const CodeWords& CodeWords::for_language(const std::string& subtag) {
  static MemoTable<CodeWords> all;
  return all.get(subtag, [&] {
    const std::string_view table = code_name_table_text(subtag);
    return CodeWords(table.empty() ? code_name_table_text("en") : table);
  });
}

Edits CodeWords::say(std::string_view code) const { return CodeSpeaker(code, *this).run(); }

std::string_view CodeWords::term(std::string_view name) const {
  const std::vector<std::string>* parts = names_.find(name);
  return parts == nullptr ? std::string_view() : parts->front();
}

std::string_view CodeWords::name_alone(std::string_view mark) const { return term(key_of(mark)); }

std::string_view CodeWords::name_within(std::string_view mark) const {
  const std::vector<std::string>* parts = names_.find(key_of(mark));
  return parts == nullptr ? kAsWritten : std::string_view(parts->back());
}

std::size_t CodeWords::longest_mark(std::string_view text, std::size_t at) const {
  std::size_t size = std::min(kLongestMark, text.size() - at);
  for (; size > 0; --size) {
    const std::string_view mark = text.substr(at, size);
    const bool word_inside = is_code_word_byte(mark.front()) && mark.front() != '_';
    if (!word_inside && names_.find(key_of(mark)) != nullptr) break;
  }
  return size;
}

}  // namespace aloud
