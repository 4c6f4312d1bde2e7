#include "language/spoken_form/code_in_prose.h"

#include <algorithm>

#include "language/spoken_form/code_names.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kSpace = " \t\r\n";
constexpr const char* kCodeInProse = "code/prose";
constexpr std::size_t kLongestType = 120;  // bytes of "Map<Key, Value>"

bool is_name_byte(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '_'; }
bool is_alphanumeric_byte(char c) { return is_name_byte(c) && c != '_'; }

// "2.4.0", "v1.2": digits with single periods between.
bool is_version(std::string_view text) {
  if (text.starts_with('v')) text.remove_prefix(1);
  if (text.empty() || text.find('.') == kNone || !is_ascii_digit(text.front()) || !is_ascii_digit(text.back())) return false;
  return text.find("..") == kNone && text.find_first_not_of("0123456789.") == kNone;
}

// "2023-05-01".
bool begins_with_date(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.size() < kShape.size()) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    if (kShape[i] == '0' ? !is_ascii_digit(text[i]) : text[i] != kShape[i]) return false;
  }
  return text.size() == kShape.size() || !is_ascii_digit(text[kShape.size()]);
}

class ProseReader {
 public:
  ProseReader(std::string_view text, const CodeWords& words, LongIdentifiers identifiers)
      : text_(text), words_(words), identifiers_(identifiers) {}

  Edits run() {
    for (std::size_t at = text_.find_first_not_of(kSpace); at < text_.size(); at = text_.find_first_not_of(kSpace, at)) {
      const std::size_t end = std::min(text_.find_first_of(kSpace, at), text_.size());
      chunk_ = text_.substr(at, end - at);
      next_ = end;
      if (!is_plain_word()) read_chunk(at);
      before_ = chunk_;
      at = next_;
    }
    return std::move(edits_);
  }

 private:
  bool is_plain_word() const {
    return std::all_of(chunk_.begin(), chunk_.end(), [](char c) { return is_ascii_letter(c) || c == ',' || c == '.'; });
  }

  void read_chunk(std::size_t at) {
    if (chunk_ == "&&" || chunk_ == "||" || chunk_ == "==") {
      edits_.push_back({{at, at + 2}, std::string(words_.name_within(chunk_)), kCodeInProse});
      return;
    }
    if (read_sign_before_date(at)) return;
    const auto first =
        static_cast<std::size_t>(std::find_if(chunk_.begin(), chunk_.end(), is_alphanumeric_byte) - chunk_.begin());
    if (first == chunk_.size()) return;
    const auto last =
        static_cast<std::size_t>(std::find_if(chunk_.rbegin(), chunk_.rend(), is_alphanumeric_byte).base() - chunk_.begin());
    const bool set_off = first == 0 || chunk_.find_first_of("_$#@&/\\~.") >= first;  // "$1234567890123" is money
    if (!set_off) return;
    const std::string_view core = chunk_.substr(first, last - first);
    if (ascii_lower(std::string(core)) == "tl;dr" || core == "TLDR") {
      edits_.push_back({{at + first, at + last}, "T L D R", "initialism"});
      return;
    }
    if (const auto said = say_identifier(core, before_, identifiers_, words_); said && ends_identifier(last)) {
      edits_.push_back({{at + first, at + last}, said->words, said->rule});
      return;
    }
    if (!read_type(at + first)) read_name(at + first, at + last);
  }

  // "€" and the like make a number a quantity, as do a hyphen and what is no punctuation.
  bool ends_identifier(std::size_t last) const {
    return chunk_.find_first_not_of(".,;:!?)]}'\"", last) == kNone || static_cast<unsigned char>(chunk_[last]) >= 0x80;
  }

  // "2.4.0 - 2023-05-01", "[2.3.1] / 2023-04-02": neither minus nor divided by.
  bool read_sign_before_date(std::size_t at) {
    if (chunk_ != "-" && chunk_ != "/" && chunk_ != "–" && chunk_ != "—") return false;
    std::string_view version = before_;
    if (version.starts_with('[')) version.remove_prefix(1);
    if (version.ends_with(']')) version.remove_suffix(1);
    const std::size_t next = std::min(text_.find_first_not_of(kSpace, next_), text_.size());
    if (!is_version(version) || !begins_with_date(text_.substr(next))) return false;
    edits_.push_back({{at > 0 ? at - 1 : at, at + chunk_.size()}, ",", "version"});
    return true;
  }

  // "Map<Key, Value>": a name that "<" touches, letters and commas up to the ">" that closes.
  bool read_type(std::size_t begin) {
    std::size_t at = begin;
    while (at < text_.size() &&
           (is_name_byte(text_[at]) || text_.substr(at, 2) == "::" || (at > begin && text_[at - 1] == ':' && text_[at] == ':')))
      ++at;
    if (at + 1 >= text_.size() || text_[at] != '<' || !is_ascii_letter(text_[at + 1])) return false;
    std::size_t depth = 0;
    const std::size_t most = std::min(text_.size(), at + kLongestType);
    std::size_t end = at;
    for (; end < most; ++end) {
      const char c = text_[end];
      if (c == '<') ++depth;
      if (c == '>' && --depth == 0) break;
      const bool space = c == ' ' && text_[end - 1] == ',';
      if (!is_name_byte(c) && std::string_view("<>,:&*").find(c) == kNone && !space) return false;
    }
    if (end == most || (end + 1 < text_.size() && is_name_byte(text_[end + 1]))) return false;
    say_as_code({begin, end + 1});
    next_ = std::max(next_, std::min(text_.find_first_of(kSpace, end), text_.size()));
    return true;
  }

  // "foo()", "std::swap", "max_size".
  void read_name(std::size_t begin, std::size_t end) {
    const std::string_view name = text_.substr(begin, end - begin);
    if (!std::all_of(name.begin(), name.end(), [](char c) { return is_name_byte(c) || c == '.' || c == ':'; })) return;
    const bool call = text_.substr(end).starts_with("()");
    const std::size_t colons = name.find("::");
    const bool qualified = colons != kNone && colons > 0;
    const bool dotted = name.find('.') != kNone || (name.find(':') != kNone && !qualified);
    const bool compound = !dotted && name.find('_') != kNone;
    const bool touched = begin > 0 && text_[begin - 1] == '_';  // "_emphasis_of_old_"
    if (call || qualified || (compound && !touched)) say_as_code({begin, call ? end + 2 : end});
  }

  void say_as_code(ByteRange range) {
    for (Edit& edit : words_.say(text_.substr(range.begin, range.size()))) {
      edits_.push_back(
          {{range.begin + edit.range.begin, range.begin + edit.range.end}, std::move(edit.replacement), kCodeInProse});
    }
  }

  std::string_view text_;
  const CodeWords& words_;
  LongIdentifiers identifiers_;
  std::string_view chunk_, before_;
  std::size_t next_ = 0;
  Edits edits_;
};

}  // namespace

Edits find_code_in_prose(std::string_view text, const CodeWords& words, LongIdentifiers identifiers) {
  return ProseReader(text, words, identifiers).run();
}

}  // namespace aloud
