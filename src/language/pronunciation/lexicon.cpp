#include "language/pronunciation/lexicon.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "language/pronunciation/phoneme_table.h"
#include "language/pronunciation/pronunciation.h"
#include "util/error.h"
#include "util/regular_file.h"
#include "util/utf8.h"
#include "util/white_space.h"

namespace aloud {
namespace {

std::string_view without_mark(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text; }

bool is_xml(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '<';
}

}  // namespace

std::string folded_grapheme(std::string_view text) {
  std::string folded = fold_white_space(text);
  for (const std::string_view apostrophe : {"’", "ʼ"}) {
    for (std::size_t at = folded.find(apostrophe); at != std::string::npos; at = folded.find(apostrophe, at)) {
      folded.replace(at, apostrophe.size(), "'");
    }
  }
  return folded;
}

std::string checked_phonemes(std::string_view phonemes, PhoneticAlphabet alphabet, const std::string& language) {
  const PhonemeTable* table = PhonemeTable::for_language(language);
  if (table == nullptr) {
    throw std::invalid_argument("no phonemes are known for the language \"" + language +
                                "\" (en, de, es, fr, it, nl, pl, pt, sv have some): give an alias instead");
  }
  std::string mnemonics;
  try {
    mnemonics = alphabet == PhoneticAlphabet::ipa ? table->from_ipa(phonemes) : folded_grapheme(phonemes);
  } catch (const PhonemeTable::Unknown& unknown) {
    throw std::invalid_argument("the voices for \"" + language + "\" have no sound for \"" + unknown.symbol + "\" in /" +
                                std::string(phonemes) + "/: write the nearest that the language has");
  }
  if (const auto unknown = table->unknown_in(mnemonics)) {
    throw std::invalid_argument("eSpeak NG's voices for \"" + language + "\" have no phoneme \"" + unknown->symbol +
                                "\" in [[" + mnemonics + "]]: 'espeak-ng -x \"a word\"' shows those of a word");
  }
  if (mnemonics.size() > kMostPhonemeBytes)
    throw std::invalid_argument("is longer than 120 bytes of phonemes: give an alias instead");
  if (!is_harmless_phoneme_string(mnemonics)) throw std::invalid_argument("has no phonemes that could be heard");
  return mnemonics;
}

void set_pronunciation(LexiconEntry& entry, std::string_view pronunciation, const std::string& language) {
  const std::string text = folded_grapheme(pronunciation);
  const std::string_view view = text;
  if (view.size() >= 2 && view.front() == '/' && view.back() == '/') {
    entry.phonemes = checked_phonemes(view.substr(1, view.size() - 2), PhoneticAlphabet::ipa, language);
  } else if (view.starts_with("[[") && view.ends_with("]]") && view.size() >= 4) {
    entry.phonemes = checked_phonemes(view.substr(2, view.size() - 4), PhoneticAlphabet::espeak, language);
  } else if (text.empty()) {
    throw std::invalid_argument("has no pronunciation: write /IPA/, [[mnemonics]] or other words");
  } else if (text.size() > kMostAliasBytes) {
    throw std::invalid_argument("has an alias longer than 300 bytes");
  } else {
    entry.alias = text;
  }
}

Lexicon parse_lexicon(std::string_view text, const std::string& path, const std::string& language) {
  if (text.size() > kMostLexiconBytes)
    throw Error(ErrorKind::input, "is larger than 16 MiB: split it into several lexicons", {path, 0, 0});
  const std::string_view content = without_mark(text);
  if (!is_valid_utf8(content)) {
    std::size_t line = 1, at = 0;
    for (; at < content.size() && code_point_at(content, at).value != kReplacementCharacter;
         at += code_point_at(content, at).size) {
      line += content[at] == '\n' ? 1U : 0U;
    }
    throw Error(ErrorKind::input, "is not UTF-8: convert it, for example with iconv -t UTF-8", {path, line, 0});
  }
  Lexicon lexicon;
  lexicon.path = path;
  lexicon.rule = "lexicon/" + std::filesystem::path(path).filename().string();
  lexicon.entries = is_xml(content) ? parse_pls(content, path, language) : parse_word_list(content, path, language);
  return lexicon;
}

std::string read_lexicon_file(const std::string& path) {
  return read_regular_file(path, {"lexicon", kMostLexiconBytes, ErrorKind::input, ErrorKind::input});
}

Lexicon load_lexicon(const std::string& path, const std::string& language) {
  return parse_lexicon(read_lexicon_file(path), path, language);
}

}  // namespace aloud
