#include "language/spoken_form/spoken_rules.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "language/characters.h"
#include "util/utf8.h"

namespace aloud {
namespace {

auto category(char32_t c) { return U_GET_GC_MASK(static_cast<UChar32>(c)); }

bool is_mark(char32_t c) { return c >= 0x300 && (category(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0; }

// Joins letters of Arabic and Indic scripts into other shapes, and so other sounds; elsewhere it is for the eye alone.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool is_joined_script(char32_t c) { return (c >= 0x600 && c < 0x800) || (c >= 0x900 && c < 0xE00); }

bool is_unspeakable(char32_t c) {
  if (is_white_space(c)) return false;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == kReplacementCharacter) return true;
  if (c < 0xAD) return false;
  const bool variation_selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  return variation_selector || (category(c) & (U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CN_MASK | U_GC_CS_MASK)) != 0;
}

Edits strip_control(std::string_view text) {
  Edits edits;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const std::size_t end = at + c.size;
    if (is_unspeakable(c.value) && !(is_joiner(c.value) && is_joined_script(before))) {
      if (!edits.empty() && edits.back().range.end == at) {
        edits.back().range.end = end;
      } else {
        edits.push_back({{at, end}, ""});
      }
    } else {
      before = c.value;
    }
    at = end;
  }
  return edits;
}

// Every stretch of white space is one space, and none stands at the ends.
Edits fold_space(std::string_view text) {
  Edits edits;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = skip_white_space(text, at);
    if (end == at) {
      at += code_point_at(text, at).size;
      continue;
    }
    const char* wanted = at == 0 || end == text.size() ? "" : " ";
    if (text.substr(at, end - at) != wanted) edits.push_back({{at, end}, wanted});
    at = end;
  }
  return edits;
}

// Engines read straight quotes as they read curly ones, and eSpeak NG reports the place of the word after them right.
const char* straight_form(char32_t c) {
  if (std::u32string_view(U"“”„‟«»〝〞＂").find(c) != std::u32string_view::npos) return "\"";
  if (std::u32string_view(U"‘’‚‛‹›＇ʼ").find(c) != std::u32string_view::npos) return "'";
  if (c == U'‑' || c == U'‐') return "-";
  return nullptr;
}

Edits straighten_quotes(std::string_view text) {
  Edits edits;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const char* straight = c.value < 0x80 ? nullptr : straight_form(c.value);
    if (straight != nullptr) edits.push_back({{at, at + c.size}, straight});
    at += c.size;
  }
  return edits;
}

Edits compose_letters(std::string_view text) {
  Edits edits;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(piece, status)) return edits;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    do end += code_point_at(text, end).size;
    while (end < text.size() && !nfc->hasBoundaryBefore(static_cast<UChar32>(code_point_at(text, end).value)));
    std::string composed;
    const std::string_view part = text.substr(at, end - at);
    const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8({part.data(), static_cast<std::int32_t>(part.size())});
    nfc->normalize(utf16, status).toUTF8String(composed);
    if (composed != part && is_valid_utf8(part)) edits.push_back({{at, end}, composed});
    at = end;
  }
  return edits;
}

Edits limit_marks(std::string_view text, std::size_t most) {
  Edits edits;
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    marks = is_mark(c.value) ? marks + 1 : 0;
    if (marks > most) edits.push_back({{at, at + c.size}, ""});
    at += c.size;
  }
  return edits;
}

bool is_punctuation(char32_t c) { return (category(c) & (U_GC_P_MASK | U_GC_SM_MASK | U_GC_SK_MASK | U_GC_SC_MASK)) != 0; }

Edits collapse_punctuation(std::string_view text, std::size_t most) {
  Edits edits;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    std::size_t end = at, count = 0;
    while (end < text.size() && code_point_at(text, end).value == c.value) {
      end += c.size;
      ++count;
    }
    if (count > most && is_punctuation(c.value)) edits.push_back({{at + most * c.size, end}, ""});
    at = end;
  }
  return edits;
}

// "[[" starts phonemes in the engine's input, which nobody wrote.
Edits break_phoneme_brackets(std::string_view text, std::string_view opening) {
  Edits edits;
  if (opening.empty()) return edits;
  for (std::size_t at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at + 1)) {
    edits.push_back({{at + 1, at + 1}, " "});
  }
  return edits;
}

Edits limit_apostrophes(std::string_view text, std::size_t most) {
  Edits edits;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ' ') count = 0;
    if (text[at] == '\'' && ++count > most) edits.push_back({{at, at + 1}, ""});
  }
  return edits;
}

bool is_long_script(char32_t c) { return is_letter(c) && !is_unspaced_script(c); }

// A space after every `most` letters (or digits) of a run, not before a mark that belongs to a letter.
Edits cut_runs(std::string_view text, bool (*belongs)(char32_t), std::size_t most) {
  Edits edits;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!belongs(c.value)) {
      count = 0;
    } else if (!is_mark(c.value) && ++count > most) {
      edits.push_back({{at, at}, " "});
      count = 1;
    }
    at += c.size;
  }
  return edits;
}

// The last period that fits into a run of dotted letters or digits becomes a comma, spaces in between or not.
Edits break_dotted_runs(std::string_view text, std::size_t longest) {
  Edits edits;
  std::size_t count = 0, letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == U'.') {
      count = letters == 1 ? count + 1 : 0;
      letters = 0;
      if (count >= longest) {
        edits.push_back({{at, at + 1}, ","});
        count = 0;
      }
    } else if (c.value != U' ' && !is_mark(c.value)) {
      const bool counts = is_letter(c.value) || is_digit(c.value);
      letters = counts ? letters + 1 : 0;
      if (!counts || letters > 1) count = 0;
    }
    at += c.size;
  }
  return edits;
}

}  // namespace

std::vector<Rule> common_rules(const EngineSpelling& spelling) {
  using Text = std::string_view;
  return {
      {"strip-control", strip_control},
      {"fold-space", fold_space},
      {"straighten-quote", straighten_quotes},
      {"compose-letters", compose_letters},
      {"limit-marks", [most = spelling.most_marks](Text text) { return limit_marks(text, most); }},
      {"collapse-punctuation", [most = spelling.most_equal_marks](Text text) { return collapse_punctuation(text, most); }},
      {"limit-apostrophes", [most = spelling.most_apostrophes](Text text) { return limit_apostrophes(text, most); }},
      {"break-dotted-run", [longest = spelling.longest_dotted_run](Text text) { return break_dotted_runs(text, longest); }},
      {"break-phoneme-brackets",
       [opening = spelling.phoneme_opening](Text text) { return break_phoneme_brackets(text, opening); }},
      {"cut-word", [most = spelling.longest_word](Text text) { return cut_runs(text, is_long_script, most); }},
      {"cut-number", [most = spelling.longest_number](Text text) { return cut_runs(text, is_digit, most); }},
  };
}

}  // namespace aloud
