#include "language/spoken_form/long_identifiers.h"

#include <algorithm>

#include "language/spoken_form/word_list.h"
#include "util/ascii.h"
#include "util/table_lines.h"

namespace aloud {
namespace {

constexpr std::size_t kShortened = 4;      // characters: as many as people compare
constexpr std::size_t kShortestHash = 7;   // characters of a commit, as git shortens it
constexpr std::size_t kLongestHash = 128;  // of SHA-512

bool is_hex(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_small_hex(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f'); }

// 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between.
bool is_uuid(std::string_view chunk) {
  if (chunk.size() != 36) return false;
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? chunk[i] != '-' : !is_hex(chunk[i])) return false;
  }
  return true;
}

bool all_digits(std::string_view chunk) { return std::all_of(chunk.begin(), chunk.end(), is_ascii_digit<char>); }

// Small letters and digits of base 16, both: "3f2a9bc"; no number with an exponent, "1234567e8". A word that says so makes
// letters alone, or digits, one too.
bool is_hash(std::string_view chunk, bool named) {
  if (chunk.size() < kShortestHash || chunk.size() > kLongestHash) return false;
  if (!std::all_of(chunk.begin(), chunk.end(), is_small_hex)) return false;
  const auto letters = static_cast<std::size_t>(std::count_if(chunk.begin(), chunk.end(), is_ascii_lower<char>));
  return named || (letters >= 2 && letters < chunk.size());
}

std::string character_words(char c, const CodeWords& words) {
  if (!is_ascii_digit(c)) return std::string(1, ascii_upper(c));
  const std::vector<std::string_view> digits = fields_of(words.term("digits"));
  const auto value = static_cast<std::size_t>(c - '0');
  return value < digits.size() ? std::string(digits[value]) : std::string(1, c);
}

// Character by character, a breath where a hyphen stands.
std::string spelled(std::string_view characters, const CodeWords& words) {
  std::string said;
  for (const char c : characters) {
    if (c == '-') {
      said += ',';
    } else {
      said += (said.empty() ? "" : " ") + character_words(c, words);
    }
  }
  return said;
}

// Digits and what no one could say as a word one by one, words as they are, marks by their names: "10.1000/xyz12".
std::string spelled_reference(std::string_view text, const CodeWords& words) {
  std::string said;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_letter(text[end])) ++end;
    const std::string_view letters = text.substr(at, end - at);
    if (!said.empty()) said += ' ';
    if (letters.size() > 2 && letters.find_first_of("aeiouyAEIOUY") != std::string_view::npos) {
      said += letters;
    } else if (!letters.empty()) {
      said += spelled(letters, words);
    } else if (is_ascii_digit(text[at])) {
      said += character_words(text[at], words);
      end = at + 1;
    } else {
      end = at + 1;
      const std::string_view mark = text.substr(at, 1);
      said += mark == "." || mark == "/" || mark == "_" ? words.name_alone(mark) : ",";
    }
    at = end;
  }
  return said;
}

bool is_doi(std::string_view chunk) {
  if (!chunk.starts_with("10.")) return false;
  const std::size_t slash = chunk.find('/');
  return slash != std::string_view::npos && slash >= 7 && slash + 1 < chunk.size() && all_digits(chunk.substr(3, slash - 3));
}

// "CVE-2023-12345": a year and a number of four digits or more, which count nothing.
bool is_vulnerability(std::string_view chunk) {
  constexpr std::string_view kShape = "CVE-0000-0000";
  if (chunk.size() < kShape.size() || chunk.size() > kShape.size() + 3) return false;
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    const char shape = kShape[std::min(i, kShape.size() - 1)];
    if (shape == '0' ? !is_ascii_digit(chunk[i]) : chunk[i] != shape) return false;
  }
  return true;
}

}  // namespace

std::optional<IdentifierWords> say_identifier(std::string_view chunk, std::string_view before, LongIdentifiers how,
                                              const CodeWords& words) {
  if (chunk.size() < kShortestHash) return std::nullopt;
  const auto shortened = [&](const char* rule) {
    return IdentifierWords{spelled(how == LongIdentifiers::shorten ? chunk.substr(0, kShortened) : chunk, words), rule};
  };
  if (is_uuid(chunk)) return shortened("identifier/uuid");
  const bool named = is_among(words.term("named numbers"), ascii_lower(std::string(before)));
  if (is_hash(chunk, named)) return shortened("identifier/hash");
  if (is_vulnerability(chunk)) return IdentifierWords{spelled(chunk, words), "identifier/cve"};
  const bool named_doi = ascii_lower(std::string(chunk.substr(0, 4))) == "doi:";
  if (const std::string_view doi = named_doi ? chunk.substr(4) : chunk; is_doi(doi)) {
    return IdentifierWords{std::string(words.term("DOI")) + " " + spelled_reference(doi, words), "identifier/doi"};
  }
  return std::nullopt;
}

}  // namespace aloud
