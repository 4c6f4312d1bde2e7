#include "language/pronunciation/pronunciation.h"

#include <algorithm>

namespace aloud {

bool is_harmless_phoneme_string(std::string_view phonemes) {
  if (phonemes.size() > kMostPhonemeBytes || phonemes.find("_^") != std::string_view::npos) return false;
  const auto allowed = [](char c) { return c >= ' ' && c <= '~' && c != '[' && c != ']'; };
  const auto heard = [](char c) { return std::string_view(" '`,%=|_").find(c) == std::string_view::npos; };
  return std::all_of(phonemes.begin(), phonemes.end(), allowed) && std::any_of(phonemes.begin(), phonemes.end(), heard);
}

}  // namespace aloud
