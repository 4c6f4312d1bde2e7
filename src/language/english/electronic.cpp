#include <algorithm>
#include <array>
#include <string>

#include "language/ascii.h"
#include "language/characters.h"
#include "language/english/english.h"
#include "language/english/written_number.h"
#include "language/word_list.h"

namespace aloud::english {
namespace {

constexpr std::size_t kLongest = 250;  // tokens; nobody reads out a longer address, and looking for one must have an end

struct NamedMark {
  char32_t mark;
  const char* name;
};

constexpr std::array<NamedMark, 22> kMarks = {{{U'.', "dot"},
                                               {U'@', "at"},
                                               {U'/', "slash"},
                                               {U'\\', "backslash"},
                                               {U':', "colon"},
                                               {U'-', "dash"},
                                               {U'_', "underscore"},
                                               {U'~', "tilde"},
                                               {U'?', "question mark"},
                                               {U'=', "equals"},
                                               {U'&', "ampersand"},
                                               {U'#', "hash"},
                                               {U'%', "percent"},
                                               {U'+', "plus"},
                                               {U',', "comma"},
                                               {U';', "semicolon"},
                                               {U'!', "exclamation mark"},
                                               {U'*', "asterisk"},
                                               {U'$', "dollar"},
                                               {U'\'', "apostrophe"},
                                               {U'(', "open parenthesis"},
                                               {U')', "close parenthesis"}}};

// What is said for a mark within an address; null for one that does not belong in one.
const char* mark_in_address(char32_t c) {
  const auto* const found = std::find_if(kMarks.begin(), kMarks.end(), [&](const NamedMark& one) { return one.mark == c; });
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
      words += mark_in_address(tokens.at(at).mark);
    } else {
      const bool country = at + 1 == domain_end && tokens.str(at).size() == 2;
      words += country ? spelled_letters(tokens.str(at)) : word_in_address(tokens.str(at));
    }
  }
  return words;
}

struct Chunk {
  std::size_t end = 0;
  bool at = false, slash = false, backslash = false, scheme = false;
  std::size_t last_dot = 0;  // token
};

// The glued tokens from `i` that can be an address, without the punctuation that ends them. End 0 if they cannot.
Chunk chunk_at(const Tokens& tokens, std::size_t i) {
  Chunk chunk;
  std::size_t end = i;
  int open = 0;
  for (; end == i || tokens.glued(end); ++end) {
    if (end - i > kLongest) return {};
    const char32_t c = tokens.at(end).mark;
    if (tokens.is_mark(end) && mark_in_address(c) == nullptr) break;
    if (c == U'(') ++open;
    if (c == U')' && --open < 0) break;
  }
  while (end > i && tokens.is_mark(end - 1) && tokens.at(end - 1).mark != U'/') --end;
  for (std::size_t at = i; at < end; ++at) {
    const char32_t c = tokens.at(at).mark;
    if (c == U'@') chunk.at = true;
    if (c == U'/') chunk.slash = true;
    if (c == U'\\') chunk.backslash = true;
    if (c == U'.') chunk.last_dot = at;
    if (c == U':' && tokens.is(at + 1, U'/') && tokens.is(at + 2, U'/') && at > i) chunk.scheme = true;
  }
  chunk.end = end;
  return chunk;
}

// Labels with dots from `i`, the last a known top-level domain: its end, else 0.
std::size_t domain_end(const Tokens& tokens, std::size_t i, std::size_t end, const English& english) {
  std::size_t at = i, dots = 0;
  bool last_is_domain = false;
  for (; at < end; ++at) {
    const char32_t c = tokens.at(at).mark;
    if (c == U'.') {
      ++dots;
    } else if (c != 0 && c != U'-' && c != U'_') {
      break;
    } else {
      last_is_domain = tokens.is(at - 1, U'.') && english.tables.domains.contains(tokens.str(at));
    }
  }
  return dots > 0 && last_is_domain ? at : 0;
}

bool is_file(const Tokens& tokens, std::size_t i, const Chunk& chunk, const English& english) {
  const std::size_t dot = chunk.last_dot;
  if (dot == 0 || dot < i || dot + 1 >= chunk.end) return false;
  const std::string type(tokens.str(dot + 1, chunk.end));
  if (!english.tables.file_types.contains(type)) return false;
  const std::size_t stem = tokens.at(dot).range.begin - tokens.at(i).range.begin;
  return stem >= 2 && !(stem == 2 && type.size() == 1);
}

// "/usr/lib", "~/x", "./x", "C:\x", "src/a.cpp".
bool is_path(const Tokens& tokens, std::size_t i, const Chunk& chunk, const English& english) {
  if (chunk.end < i + 3 && !(tokens.is(i, U'/') && tokens.is_word(i + 1))) return false;
  const bool drive = tokens.is_word(i) && tokens.str(i).size() == 1 && tokens.is(i + 1, U':') && tokens.is(i + 2, U'\\');
  if (drive) return true;
  if (tokens.is(i, U'/') && tokens.at(i).spaced) return tokens.is_word(i + 1);
  if ((tokens.is(i, U'~') || tokens.is(i, U'.')) && chunk.slash) return tokens.is(i + 1, U'/') || tokens.is(i + 2, U'/');
  return (chunk.slash || chunk.backslash) && is_file(tokens, i, chunk, english);
}

// "test.abc", "os.path.join": small letters with periods between, of which no word is an abbreviation's length.
bool is_dotted_name(const Tokens& tokens, std::size_t i, const Chunk& chunk) {
  if (chunk.end < i + 3 || !tokens.at(i).spaced) return false;
  for (std::size_t at = i; at < chunk.end; ++at) {
    const bool part = (at - i) % 2 == 0;
    if (part ? !tokens.lower(at) || tokens.str(at).size() < 3 : !tokens.is(at, U'.')) return false;
  }
  return (chunk.end - i) % 2 == 1;
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
  const Chunk chunk = chunk_at(tokens, i);
  if (chunk.end <= i + 1) return {};
  const auto hit = [&](std::size_t domain, const char* rule) {
    return say(tokens, i, chunk.end, read_address(tokens, i, chunk.end, domain), rule);
  };
  if (chunk.at) {
    for (std::size_t at = i + 1; at < chunk.end; ++at) {
      if (!tokens.is(at, U'@')) continue;
      const std::size_t domain = domain_end(tokens, at + 1, chunk.end, english);
      const bool dotted = chunk.last_dot > at + 1 && tokens.is_word(chunk.last_dot + 1);
      return domain != 0 ? hit(domain, "e-mail") : dotted ? hit(chunk.end, "e-mail") : Hit();
    }
  }
  if (chunk.scheme) {
    std::size_t host = i;
    while (host < chunk.end && !tokens.is(host, U'/')) ++host;
    return hit(domain_end(tokens, host + 2, chunk.end, english), "url");
  }
  if (tokens.is(i, "www") && tokens.is(i + 1, U'.')) return hit(domain_end(tokens, i, chunk.end, english), "url");
  const std::size_t domain = tokens.is_mark(i) ? 0 : domain_end(tokens, i, chunk.end, english);
  if (domain != 0 && (domain == chunk.end || tokens.is(domain, U'/') || tokens.is(domain, U':') || tokens.is(domain, U'?') ||
                      tokens.is(domain, U'#')))
    return hit(domain, "url");
  if (is_dotted_name(tokens, i, chunk)) return hit(0, "file-name");
  if (is_path(tokens, i, chunk, english) || (!chunk.slash && is_file(tokens, i, chunk, english))) return hit(0, "file-name");
  return {};
}

}  // namespace aloud::english
