#include "language/pronunciation/lexicon_index.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "language/language_tag.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool is_word_character(char32_t c) { return c < 0x80 ? is_ascii_letter(c) || is_ascii_digit(c) : is_alphanumeric(c); }

void append_lower(std::string& lower, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value < 0x80) {
      lower += ascii_lower(static_cast<char>(c.value));
    } else {
      append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
    }
    at += c.size;
  }
}

// The run of letters and digits at `at`; else the one character there.
std::size_t end_of_first(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (!is_word_character(c.value)) break;
    end += c.size;
  }
  return end > at ? end : at + code_point_at(text, at).size;
}

bool ends_word(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const bool inside = is_word_character(code_point_before(text, at).value) && is_word_character(code_point_at(text, at).value);
  return !inside && (U_GET_GC_MASK(static_cast<UChar32>(code_point_at(text, at).value)) & U_GC_M_MASK) == 0;
}

// "cat" as "Cat" or "CAT", not as "cAt".
bool is_capitalised(std::string_view written, std::string_view lower) {
  const CodePoint first = code_point_at(written, 0);
  if (u_isupper(static_cast<UChar32>(first.value)) == 0) return false;
  const std::string_view rest = written.substr(first.size);
  const bool only_first = first.size <= lower.size() && rest == lower.substr(code_point_at(lower, 0).size);
  return only_first || std::none_of(rest.begin(), rest.end(), is_ascii_lower<char>);
}

std::string region_of(std::string_view tag) {
  const std::size_t dash = tag.find('-');
  return dash == std::string_view::npos ? std::string() : language_subtag(std::string(tag.substr(dash + 1)));
}

}  // namespace

bool languages_agree(std::string_view one, std::string_view other) {
  if (one.empty() || other.empty()) return true;
  if (language_subtag(std::string(one)) != language_subtag(std::string(other))) return false;
  const std::string a = region_of(one);
  const std::string b = region_of(other);
  return a.empty() || b.empty() || a == b;
}

LexiconIndex::LexiconIndex(std::vector<std::shared_ptr<const Lexicon>> layers, const std::string& language)
    : layers_(std::move(layers)) {
  for (const auto& lexicon : layers_) {
    for (const LexiconEntry& entry : lexicon->entries) {
      if (languages_agree(entry.language, language)) add(entry, *lexicon);
    }
  }
  for (auto& [first, lengths] : lengths_) std::sort(lengths.begin(), lengths.end(), std::greater<>());
}

void LexiconIndex::add(const LexiconEntry& entry, const Lexicon& lexicon) {
  Entries& entries = words_[entry.grapheme];
  const bool new_word = entries.empty();
  for (const Known& known : entries) {
    // What a stronger lexicon says of the word everywhere leaves nothing to say for weaker ones.
    const bool stronger_layer = known.lexicon != &lexicon && known.entry->role.empty();
    if (known.entry->role == entry.role || stronger_layer) return;
  }
  entries.push_back({&entry, &lexicon});
  if (!new_word) return;
  begins_[static_cast<unsigned char>(entry.grapheme.front())] = true;
  std::string first;
  append_lower(first, std::string_view(entry.grapheme).substr(0, end_of_first(entry.grapheme, 0)));
  symbols_ = symbols_ || !is_word_character(code_point_at(first, 0).value);
  std::vector<std::size_t>& lengths = lengths_[first];
  if (std::find(lengths.begin(), lengths.end(), entry.grapheme.size()) == lengths.end())
    lengths.push_back(entry.grapheme.size());
}

const LexiconIndex::Entries* LexiconIndex::lookup(std::string_view written, std::string& lower) const {
  const auto exact = words_.find(std::string(written));
  if (exact != words_.end()) return &exact->second;
  lower.clear();
  append_lower(lower, written);
  if (lower == written || !is_capitalised(written, lower)) return nullptr;
  const auto found = words_.find(lower);
  return found == words_.end() ? nullptr : &found->second;
}

// Most words of a text are in small letters, and most graphemes are names: a glance spares the lookup.
bool LexiconIndex::may_begin(char first) const {
  return begins_[static_cast<unsigned char>(first)] || begins_[static_cast<unsigned char>(ascii_lower(first))] ||
         (first & 0x80) != 0;
}

std::optional<LexiconIndex::Match> LexiconIndex::match_at(std::string_view text, std::size_t at, std::size_t first_end) const {
  if (!may_begin(text[at])) return std::nullopt;
  std::string lower;
  append_lower(lower, text.substr(at, first_end - at));
  const auto lengths = lengths_.find(lower);
  if (lengths == lengths_.end()) return std::nullopt;
  for (const std::size_t length : lengths->second) {
    const std::size_t end = at + length;
    if (end > text.size() || !ends_word(text, end)) continue;
    const Entries* entries = lookup(text.substr(at, length), lower);
    if (entries == nullptr) continue;
    Match match{{at, end}, {at, end}, {}, {}};
    for (const Known& known : *entries) {
      match.entries.push_back(known.entry);
      match.lexicons.push_back(known.lexicon);
    }
    const bool possessive = text.substr(end).starts_with("'s") && ends_word(text, end + 2);
    if (possessive) match.range.end += 2;
    return match;
  }
  return std::nullopt;
}

std::vector<LexiconIndex::Match> LexiconIndex::find(std::string_view text) const {
  std::vector<Match> matches;
  if (words_.empty()) return matches;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool word = is_word_character(c.value);
    if (!word && (!symbols_ || is_white_space(c.value))) {
      at += c.size;
      continue;
    }
    const std::size_t first_end = end_of_first(text, at);
    if (auto match = match_at(text, at, first_end)) {
      at = match->range.end;
      matches.push_back(std::move(*match));
    } else {
      at = first_end;
    }
  }
  return matches;
}

bool LexiconIndex::knows(std::string_view word) const {
  std::string lower;
  return !word.empty() && lookup(word, lower) != nullptr;
}

}  // namespace aloud
