#include <algorithm>
#include <array>
#include <string>

#include "language/characters.h"
#include "language/spoken_form/addresses.h"
#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud::english {
namespace {

struct NamedMark {
  std::string_view mark;
  const char* name;
};

constexpr std::array<NamedMark, 22> kMarks = {{{".", "dot"},
                                               {"@", "at"},
                                               {"/", "slash"},
                                               {"\\", "backslash"},
                                               {":", "colon"},
                                               {"-", "dash"},
                                               {"_", "underscore"},
                                               {"~", "tilde"},
                                               {"?", "question mark"},
                                               {"=", "equals"},
                                               {"&", "ampersand"},
                                               {"#", "hash"},
                                               {"%", "percent"},
                                               {"+", "plus"},
                                               {",", "comma"},
                                               {";", "semicolon"},
                                               {"!", "exclamation mark"},
                                               {"*", "asterisk"},
                                               {"$", "dollar"},
                                               {"'", "apostrophe"},
                                               {"(", "open parenthesis"},
                                               {")", "close parenthesis"}}};

// What is said for a mark within an address; null for one that does not belong in one.
const char* mark_in_address(std::string_view mark) {
  const auto* const found = std::find_if(kMarks.begin(), kMarks.end(), [&](const NamedMark& one) { return one.mark == mark; });
  return found == kMarks.end() ? nullptr : found->name;
}

// A word is said, what cannot be one is spelled.
std::string word_in_address(std::string_view word) {
  const bool vowel = word.find_first_of("aeiouyAEIOUY") != std::string_view::npos;
  if (!std::all_of(word.begin(), word.end(), is_ascii_letter<char>)) return std::string(word);
  if (word == "edu") return "E D U";
  if (word == "jpg" || word == "JPG") return "J peg";
  if (word == "mp" || !vowel || word.size() <= 1) return spelled_letters(word);
  static constexpr std::string_view kTwoLetterWords = "co my me we he at by in on of or to go do no so up is it be an as if us";
  const bool known = is_among(kTwoLetterWords, word);
  return word.size() > 2 || known ? std::string(word) : spelled_letters(word);
}

std::string read_address(const Tokens& tokens, std::size_t i, std::size_t end, std::size_t domain_end) {
  std::string words;
  for (std::size_t at = i; at < end; ++at) {
    if (!words.empty()) words += ' ';
    if (tokens.is_number(at)) {
      words += digit_by_digit(tokens.str(at));
    } else if (tokens.is_mark(at)) {
      words += mark_in_address(tokens.str(at));
    } else {
      const bool country = at + 1 == domain_end && tokens.str(at).size() == 2;
      words += country ? spelled_letters(tokens.str(at)) : word_in_address(tokens.str(at));
    }
  }
  return words;
}

bool is_file(const Tokens& tokens, std::size_t i, const Address& address, const English& english) {
  const std::size_t dot = address.last_dot;
  if (dot == 0 || dot < i || dot + 1 >= address.end) return false;
  const std::string type(tokens.str(dot + 1, address.end));
  if (!english.tables.file_types.contains(type)) return false;
  const std::size_t stem = tokens.at(dot).range.begin - tokens.at(i).range.begin;
  return stem >= 2 && !(stem == 2 && type.size() == 1);
}

// "/usr/lib", "~/x", "./x", "C:\x", "src/a.cpp".
bool is_path(const Tokens& tokens, std::size_t i, const Address& address, const English& english) {
  if (address.end < i + 3 && !(tokens.is(i, U'/') && tokens.is_word(i + 1))) return false;
  const bool drive = tokens.is_word(i) && tokens.str(i).size() == 1 && tokens.is(i + 1, U':') && tokens.is(i + 2, U'\\');
  if (drive) return true;
  if (tokens.is(i, U'/') && tokens.at(i).spaced) return tokens.is_word(i + 1);
  if ((tokens.is(i, U'~') || tokens.is(i, U'.')) && address.slash) return tokens.is(i + 1, U'/') || tokens.is(i + 2, U'/');
  return (address.slash || address.backslash) && is_file(tokens, i, address, english);
}

// "test.abc", "os.path.join": small letters with periods between, of which no word is an abbreviation's length.
bool is_dotted_name(const Tokens& tokens, std::size_t i, const Address& address) {
  if (address.end < i + 3 || !tokens.at(i).spaced) return false;
  for (std::size_t at = i; at < address.end; ++at) {
    const bool part = (at - i) % 2 == 0;
    if (part ? !tokens.lower(at) || tokens.str(at).size() < 3 : !tokens.is(at, U'.')) return false;
  }
  return (address.end - i) % 2 == 1;
}

bool can_begin(const Tokens& tokens, std::size_t i) {
  const char32_t c = tokens.at(i).mark;
  if (tokens.is_mark(i) && c != U'/' && c != U'~' && c != U'.') return false;
  if (!tokens.glued(i + 1) || !(tokens.is_mark(i) || tokens.is_mark(i + 1) || tokens.is_number(i + 1) || tokens.is_number(i))) {
    return false;
  }
  return tokens.at(i).spaced || is_opening(tokens.at(i - 1).mark) || tokens.is(i - 1, U'`');
}

}  // namespace

// E-mail and web addresses, file names and paths: marks by name, what is no word letter by letter.
Hit electronic(const Tokens& tokens, std::size_t i, const English& english) {
  if (!can_begin(tokens, i)) return {};
  const Address address = address_at(tokens, i, [](std::string_view mark) { return mark_in_address(mark) != nullptr; });
  if (address.end <= i + 1) return {};
  const auto hit = [&](std::size_t domain, const char* rule) {
    return say(tokens, i, address.end, read_address(tokens, i, address.end, domain), rule);
  };
  if (address.at) {
    for (std::size_t at = i + 1; at < address.end; ++at) {
      if (!tokens.is(at, U'@')) continue;
      const std::size_t domain = domain_end(tokens, at + 1, address.end, english.tables.domains);
      const bool dotted = address.last_dot > at + 1 && tokens.is_word(address.last_dot + 1);
      return domain != 0 ? hit(domain, "e-mail") : dotted ? hit(address.end, "e-mail") : Hit();
    }
  }
  if (address.scheme) {
    std::size_t host = i;
    while (host < address.end && !tokens.is(host, U'/')) ++host;
    return hit(domain_end(tokens, host + 2, address.end, english.tables.domains), "url");
  }
  if (address.www) return hit(domain_end(tokens, i, address.end, english.tables.domains), "url");
  const std::size_t domain = tokens.is_mark(i) ? 0 : domain_end(tokens, i, address.end, english.tables.domains);
  if (domain != 0 && (domain == address.end || tokens.is(domain, U'/') || tokens.is(domain, U':') || tokens.is(domain, U'?') ||
                      tokens.is(domain, U'#')))
    return hit(domain, "url");
  if (is_dotted_name(tokens, i, address)) return hit(0, "file-name");
  if (is_path(tokens, i, address, english) || (!address.slash && is_file(tokens, i, address, english)))
    return hit(0, "file-name");
  return {};
}

}  // namespace aloud::english
