#include <string>

#include "language/characters.h"
#include "language/spoken_form/addresses.h"
#include "language/spoken_form/shared/language.h"

namespace aloud::shared_rules {
namespace {

// The name of a mark within an address; null for one that does not belong in one.
const std::string* mark_name(std::string_view mark, const Language& language) {
  const auto* name = language.tables.terms.find("mark" + std::string(mark));
  return name == nullptr ? nullptr : &name->front();
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
      words += tokens.is_mark(at) ? *mark_name(tokens.str(at), language) : word_in_address(tokens, at, language);
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
  const Address address = address_at(tokens, i, [&](std::string_view mark) { return mark_name(mark, language) != nullptr; });
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
    return domain_end(tokens, at + 1, address.end, language.tables.domains) != 0 ? hit("e-mail") : Hit();
  }
  if (address.scheme || address.www) return hit("url");
  const std::size_t domain = tokens.is_mark(i) ? 0 : domain_end(tokens, i, address.end, language.tables.domains);
  if (domain != 0 && (domain == address.end || tokens.is(domain, U'/') || tokens.is(domain, U':'))) return hit("url");
  return is_file(tokens, i, address, language) ? hit("file-name") : Hit();
}

}  // namespace aloud::shared_rules
