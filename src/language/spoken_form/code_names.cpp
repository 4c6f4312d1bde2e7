#include "language/spoken_form/code_names.h"

#include <algorithm>
#include <string>

#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kLongestHex = 10;  // "0xDEADBEEF"; longer ones are read as identifiers

bool is_upper_at(std::string_view name, std::size_t at) { return at < name.size() && is_ascii_upper(name[at]); }
bool is_lower_at(std::string_view name, std::size_t at) { return at < name.size() && is_ascii_lower(name[at]); }

// Between "max" and "Size", and between "HTTP" and "Server"; digits stay with what stands before them.
bool begins_part(std::string_view name, std::size_t at) {
  if (at == 0 || !is_upper_at(name, at)) return false;
  const char before = name[at - 1];
  if (is_ascii_lower(before) || is_ascii_digit(before)) return true;
  return is_ascii_upper(before) && is_lower_at(name, at + 1) && !(name[at + 1] == 's' && at + 2 == name.size());  // "URLs"
}

bool has_vowel(std::string_view word) { return word.find_first_of("AEIOUY") != std::string_view::npos; }

// A part of a name in capitals, "MAX" of "MAX_SIZE", that is a word and no initialism.
bool is_shouted_word(std::string_view part) {
  static constexpr std::string_view kShort =
      "MAX MIN KEY DIR LOG RUN USE GET PUT SET ALL ANY NOT AND HAS END NEW OLD TOP OUT IN "
      "ON TO OF IS UP NO BY OR AT FOR THE ADD DAY ROW BIT BOX TAG";
  static constexpr std::string_view kInitialisms = "JSON YAML TOML UUID GUID ASCII UTF UTC IEEE ISO SASL OAUTH UEFI";
  if (!is_ascii_capitals(part) || !has_vowel(part) || is_among(kInitialisms, part)) return false;
  return part.size() > 3 || is_among(kShort, part);
}

}  // namespace

bool is_code_word_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t say_code_name(std::string_view code, std::size_t at, const CodeWords& words, Edits& edits) {
  std::size_t end = at;
  while (end < code.size() && is_code_word_byte(code[end])) ++end;
  const std::string_view name = code.substr(at, end - at);
  if (const std::string_view said = words.term("word " + std::string(name)); !said.empty()) {
    edits.push_back({{at, end}, std::string(said)});
    return end;
  }
  if (name.size() > 2 && name.starts_with("0x") && name.size() <= kLongestHex) {
    edits.push_back({{at, at + 2}, std::string(words.term("hex")) + ' '});
    return end;
  }
  const bool compound = name.find('_') != std::string_view::npos;
  for (std::size_t i = 0; i < name.size();) {
    if (name[i] == '_') {
      const std::size_t after = std::min(name.find_first_not_of('_', i), name.size());
      const bool between = i > 0 && after < name.size();
      const std::string_view mark = words.name_within(after - i == 1 ? "_" : "__");
      std::string said = between ? " " : std::string(mark);
      if (!between && after < name.size()) said += ' ';
      if (!between && i > 0) said.insert(0, 1, ' ');
      edits.push_back({{at + i, at + after}, std::move(said)});
      i = after;
      continue;
    }
    std::size_t part_end = i + 1;
    while (part_end < name.size() && name[part_end] != '_' && !begins_part(name, part_end)) ++part_end;
    const std::string_view part = name.substr(i, part_end - i);
    if (i > 0 && name[i - 1] != '_') edits.push_back({{at + i, at + i}, " "});
    if (compound && is_shouted_word(part)) edits.push_back({{at + i, at + part_end}, ascii_lower(part)});
    i = part_end;
  }
  return end;
}

}  // namespace aloud
