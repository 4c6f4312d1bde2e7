#include "language/pronunciation/phoneme_table.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "language/language_tag.h"
#include "language/pronunciation/pronunciation.h"
#include "util/error.h"
#include "util/memo_table.h"
#include "util/table_lines.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// "ã" may be written as one code point or as two.
std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  std::string result;
  nfd->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status)
      .toUTF8String(result);
  return result;
}

// What says nothing about a sound that eSpeak NG could follow: syllable dots, slurs, ties above and below, the brackets around
// a sound that may be missing, the mark of a vowel that makes no syllable.
bool is_ignored(char32_t c) {
  return c == U'.' || c == U'(' || c == U')' || c == U'|' || c == 0x203F || c == 0x0361 || c == 0x035C || c == 0x032F;
}

// The marks of eSpeak NG that stand among phonemes: stress, and borders between phonemes.
constexpr std::string_view kMarks = "',%=| ";

constexpr std::size_t kLongestKey = 16;

}  // namespace

PhonemeTable::PhonemeTable(std::string_view table) {
  bool mnemonics = false;
  for (const TableLine& line : table_lines(table)) {
    const std::vector<std::string_view> fields = fields_of(line.text);
    if (line.text == "[ipa]" || line.text == "[mnemonics]") {
      mnemonics = line.text == "[mnemonics]";
    } else if (mnemonics) {
      for (const std::string_view one : fields) {
        mnemonics_.emplace(one);
        longest_mnemonic_ = std::max(longest_mnemonic_, one.size());
      }
    } else if (fields.size() == 2) {
      add(fields[0], fields[1]);
    } else {
      throw Error(ErrorKind::usage, "phonemes: line " + std::to_string(line.number) + ": a symbol and its mnemonics");
    }
  }
}

void PhonemeTable::add(std::string_view symbol, std::string_view mnemonics) {
  const std::string key = decomposed(symbol);
  longest_ipa_ = std::max(longest_ipa_, std::min(key.size(), kLongestKey));
  ipa_.emplace(key, mnemonics);
}

const PhonemeTable* PhonemeTable::for_language(const std::string& language) {
  static MemoTable<std::unique_ptr<const PhonemeTable>> tables;
  const std::string subtag = language_subtag(language);
  const auto& table = tables.get(subtag, [&] {
    const std::string_view text = pronunciation_table_text(subtag + "-phonemes");
    return text.empty() ? nullptr : std::make_unique<const PhonemeTable>(text);
  });
  return table.get();
}

std::string PhonemeTable::from_ipa(std::string_view ipa) const {
  const std::string text = decomposed(ipa);
  std::string mnemonics;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    std::size_t size = std::min(longest_ipa_, rest.size());
    while (size > 0 && !ipa_.contains(rest.substr(0, size))) --size;
    if (size > 0) {
      mnemonics += ipa_.find(rest.substr(0, size))->second;
      at += size;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (c.value == U'ˈ' || c.value == U'\'') {
      mnemonics += '\'';
    } else if (c.value == U'ˌ') {
      mnemonics += ',';
    } else if (is_white_space(c.value)) {
      if (!mnemonics.empty() && mnemonics.back() != ' ') mnemonics += ' ';
    } else if (!is_ignored(c.value)) {
      throw Unknown{text.substr(at, c.size), std::min(at, ipa.size())};
    }
    at += c.size;
  }
  while (!mnemonics.empty() && mnemonics.back() == ' ') mnemonics.pop_back();
  return mnemonics;
}

std::optional<PhonemeTable::Unknown> PhonemeTable::unknown_in(std::string_view mnemonics) const {
  for (std::size_t at = 0; at < mnemonics.size();) {
    std::size_t size = std::min(longest_mnemonic_, mnemonics.size() - at);
    while (size > 0 && !mnemonics_.contains(mnemonics.substr(at, size))) --size;
    if (size == 0 && kMarks.find(mnemonics[at]) != std::string_view::npos) size = 1;
    if (size == 0) return Unknown{std::string(mnemonics.substr(at, code_point_at(mnemonics, at).size)), at};
    at += size;
  }
  return std::nullopt;
}

}  // namespace aloud
