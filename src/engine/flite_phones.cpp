#include "engine/flite_phones.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace aloud {
namespace {

enum class Sound : std::uint8_t { consonant, vowel, none };

struct Row {
  std::string_view mnemonic;
  std::string_view phones;  // for a vowel, the first of them bears the stress
  Sound sound;
};

// eSpeak NG's English phonemes (the names that its "-x" prints) in those of CMU's lexicon. Where one begins like another, the
// longer wins.
constexpr std::array kRows = std::to_array<Row>({
    {"aI@", "ay ax0", Sound::vowel}, {"aI3", "ay er0", Sound::vowel}, {"aU@", "aw er0", Sound::vowel},
    {"i@3", "iy r", Sound::vowel},   {"i@", "iy ax0", Sound::vowel},  {"I@", "ih r", Sound::vowel},
    {"A@", "aa r", Sound::vowel},    {"O@", "ao r", Sound::vowel},    {"o@", "ao r", Sound::vowel},
    {"e@", "eh r", Sound::vowel},    {"U@", "uh r", Sound::vowel},    {"eI", "ey", Sound::vowel},
    {"aI", "ay", Sound::vowel},      {"aU", "aw", Sound::vowel},      {"oU", "ow", Sound::vowel},
    {"OI", "oy", Sound::vowel},      {"i:", "iy", Sound::vowel},      {"u:", "uw", Sound::vowel},
    {"A:", "aa", Sound::vowel},      {"O:", "ao", Sound::vowel},      {"3:", "er", Sound::vowel},
    {"@L", "ax l", Sound::vowel},    {"@2", "ax", Sound::vowel},      {"@5", "ax", Sound::vowel},
    {"@-", "ax", Sound::vowel},      {"@", "ax", Sound::vowel},       {"a#", "ax", Sound::vowel},
    {"aa", "ae", Sound::vowel},      {"a", "ae", Sound::vowel},       {"E#", "eh", Sound::vowel},
    {"E2", "eh", Sound::vowel},      {"E", "eh", Sound::vowel},       {"e", "eh", Sound::vowel},
    {"I#", "ih", Sound::vowel},      {"I2", "ih", Sound::vowel},      {"I", "ih", Sound::vowel},
    {"i", "iy", Sound::vowel},       {"0#", "aa", Sound::vowel},      {"02", "aa", Sound::vowel},
    {"0", "aa", Sound::vowel},       {"O2", "ao", Sound::vowel},      {"O", "ao", Sound::vowel},
    {"o", "ow", Sound::vowel},       {"V#", "ah", Sound::vowel},      {"V", "ah", Sound::vowel},
    {"U", "uh", Sound::vowel},       {"u", "uw", Sound::vowel},       {"3", "er", Sound::vowel},
    {"n-", "ax n", Sound::vowel},    {"m-", "ax m", Sound::vowel},    {"tS", "ch", Sound::consonant},
    {"dZ", "jh", Sound::consonant},  {"t#", "t", Sound::consonant},   {"t2", "t", Sound::consonant},
    {"d#", "d", Sound::consonant},   {"z#", "z", Sound::consonant},   {"r-", "", Sound::none},
    {"l^", "l", Sound::consonant},   {"p", "p", Sound::consonant},    {"b", "b", Sound::consonant},
    {"t", "t", Sound::consonant},    {"d", "d", Sound::consonant},    {"k", "k", Sound::consonant},
    {"g", "g", Sound::consonant},    {"f", "f", Sound::consonant},    {"v", "v", Sound::consonant},
    {"T", "th", Sound::consonant},   {"D", "dh", Sound::consonant},   {"s", "s", Sound::consonant},
    {"z", "z", Sound::consonant},    {"S", "sh", Sound::consonant},   {"Z", "zh", Sound::consonant},
    {"h", "hh", Sound::consonant},   {"m", "m", Sound::consonant},    {"n", "n", Sound::consonant},
    {"N", "ng", Sound::consonant},   {"l", "l", Sound::consonant},    {"r", "r", Sound::consonant},
    {"j", "y", Sound::consonant},    {"w", "w", Sound::consonant},    {"x", "k", Sound::consonant},
    {"C", "hh", Sound::consonant},   {"?", "", Sound::none},          {"_:", "", Sound::none},
    {"_", "", Sound::none},          {"|", "", Sound::none},          {":", "", Sound::none},
    {";", "", Sound::none},
});

const Row* row_at(std::string_view mnemonics) {
  const Row* best = nullptr;
  for (const Row& row : kRows) {
    if (mnemonics.starts_with(row.mnemonic) && (best == nullptr || row.mnemonic.size() > best->mnemonic.size())) best = &row;
  }
  return best;
}

// The first phone with its stress; the lexicon knows no stressed schwa.
std::string stressed(std::string_view phones, bool stress) {
  const std::size_t end = std::min(phones.find(' '), phones.size());
  std::string first(phones.substr(0, end));
  if (first == "ax" && stress) first = "ah";
  return first + (stress ? "1" : "0") + std::string(phones.substr(end));
}

}  // namespace

std::optional<std::string> flite_phones(std::string_view mnemonics) {
  std::string all;
  bool stress = false;
  bool voiced = false;
  for (std::size_t at = 0; at < mnemonics.size();) {
    const char c = mnemonics[at];
    if (c == '\'' || c == ',' || c == '%' || c == '=') {
      stress = c == '\'';
      ++at;
      continue;
    }
    const Row* row = row_at(mnemonics.substr(at));
    if (row == nullptr) return std::nullopt;
    at += row->mnemonic.size();
    if (row->phones.empty()) continue;
    if (!all.empty()) all += ' ';
    if (row->sound == Sound::vowel) {
      all += stressed(row->phones, stress);
      stress = false;
      voiced = true;
    } else {
      all += row->phones;
    }
  }
  if (!voiced) return std::nullopt;  // "hmm": the lexicon makes syllables of vowels
  return all;
}

}  // namespace aloud
