#include <string>

#include "language/characters.h"
#include "language/continental/language.h"

namespace aloud::continental {
namespace {

constexpr std::size_t kLongest = 250;  // tokens; nobody reads out a longer address, and looking for one must have an end

// The name of a mark within an address; null for one that does not belong in one.
const std::string* mark_name(const Tokens& tokens, std::size_t i, const Language& language) {
  const auto* name = language.tables.terms.find("mark" + std::string(tokens.str(i)));
  return name == nullptr ? nullptr : &name->front();
}

struct Address {
  std::size_t end = 0, last_dot = 0;
  bool at = false, slash = false, scheme = false, www = false;
};

// The glued tokens from `i` that can be an address, without the punctuation that ends them. End 0 if they cannot.
Address address_at(const Tokens& tokens, std::size_t i, const Language& language) {
  Address address;
  std::size_t end = i;
  for (; end == i || tokens.glued(end); ++end) {
    if (end - i > kLongest) return {};
    if (tokens.is_mark(end) && mark_name(tokens, end, language) == nullptr) break;
  }
  while (end > i && tokens.is_mark(end - 1) && !tokens.is(end - 1, U'/')) --end;
  for (std::size_t at = i; at < end; ++at) {
    address.at = address.at || tokens.is(at, U'@');
    address.slash = address.slash || tokens.is(at, U'/') || tokens.is(at, U'\\');
    address.scheme = address.scheme || (at > i && tokens.is(at, U':') && tokens.is(at + 1, U'/') && tokens.is(at + 2, U'/'));
    if (tokens.is(at, U'.')) address.last_dot = at;
  }
  address.www = tokens.is(i, "www") && tokens.is(i + 1, U'.');
  address.end = end;
  return address;
}

// Labels with dots from `i`, the last a known top-level domain: its end, else 0.
std::size_t domain_end(const Tokens& tokens, std::size_t i, std::size_t end, const Language& language) {
  std::size_t at = i;
  bool known = false;
  for (; at < end; ++at) {
    const char32_t c = tokens.at(at).mark;
    if (c == U'.') continue;
    if (c != 0 && c != U'-' && c != U'_') break;
    known = at > i && tokens.is(at - 1, U'.') && language.tables.domains.contains(tokens.str(at));
  }
  return known ? at : 0;
}

// A word is said, what cannot be one is spelled.
std::string word_in_address(const Tokens& tokens, std::size_t i, const Language& language) {
  const std::string_view word = tokens.str(i);
  const bool vowel =
      word.find_first_of("aeiouyAEIOUY") != std::string_view::npos || static_cast<unsigned char>(word[0]) >= 0x80;
  const bool spelled = !vowel || word.size() <= 2 || language.tables.spelled.contains(word);
  return spelled && word != "co" ? spelled_letters(word, language) : std::string(word);
}

std::string read_address(const Tokens& tokens, std::size_t i, std::size_t end, const Language& language) {
  std::string words;
  for (std::size_t at = i; at < end; ++at) {
    if (!words.empty()) words += ' ';
    if (tokens.is_number(at)) {
      words += digit_by_digit(tokens.str(at), language);
    } else {
      words += tokens.is_mark(at) ? *mark_name(tokens, at, language) : word_in_address(tokens, at, language);
    }
  }
  return words;
}

bool is_file(const Tokens& tokens, std::size_t i, const Address& address, const Language& language) {
  const std::size_t dot = address.last_dot;
  if (dot <= i || dot + 2 != address.end) return false;
  return language.tables.file_types.contains(tokens.str(dot + 1)) && tokens.at(dot).range.begin - tokens.at(i).range.begin >= 2;
}

bool can_begin(const Tokens& tokens, std::size_t i) {
  if (!tokens.glued(i + 1) || !(tokens.is_mark(i + 1) || tokens.is_number(i + 1) || tokens.is_number(i) || tokens.is_mark(i)))
    return false;
  if (tokens.is_mark(i) && !(tokens.is(i, U'/') || tokens.is(i, U'~'))) return false;
  return tokens.at(i).spaced || is_opening(tokens.at(i - 1).mark);
}

}  // namespace

// E-mail and web addresses, file names and paths: marks by name, what is no word letter by letter.
Hit electronic(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!can_begin(tokens, i)) return {};
  const Address address = address_at(tokens, i, language);
  if (address.end <= i + 1) return {};
  const auto hit = [&](const char* rule) {
    return say(tokens, i, address.end, read_address(tokens, i, address.end, language), rule);
  };
  if (tokens.is_mark(i)) {
    const bool path = address.end > i + 3 && tokens.is(i + 2, U'/') && (tokens.is_word(i + 1) || tokens.is(i, U'~'));
    return path || (tokens.is(i, U'~') && tokens.is(i + 1, U'/')) ? hit("file-name") : Hit();
  }
  if (address.at) {
    std::size_t at = i;
    while (at < address.end && !tokens.is(at, U'@')) ++at;
    return domain_end(tokens, at + 1, address.end, language) != 0 ? hit("e-mail") : Hit();
  }
  if (address.scheme || address.www) return hit("url");
  const std::size_t domain = tokens.is_mark(i) ? 0 : domain_end(tokens, i, address.end, language);
  if (domain != 0 && (domain == address.end || tokens.is(domain, U'/') || tokens.is(domain, U':'))) return hit("url");
  return is_file(tokens, i, address, language) ? hit("file-name") : Hit();
}

}  // namespace aloud::continental
