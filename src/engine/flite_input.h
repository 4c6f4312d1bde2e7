#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// A word that stands in Flite's input for one with a pronunciation of its own.
struct FliteAddition {
  std::string word;    ///< pronounceable, and nobody's
  std::string phones;  ///< in those of its lexicon (engine/flite_phones.h)
};

/// What Flite is handed for a text: ASCII, since it tears words apart at anything else.
struct FliteInput {
  std::string text;
  std::vector<std::uint32_t> characters;  ///< for each byte of `text`: the code point of the marked text that it comes from
  std::vector<FliteAddition> additions;
};

/// `marked` as pronunciation_marks.h tells. A pronunciation that cannot be had in Flite's phones is left to Flite.
FliteInput flite_input(std::string_view marked);

}  // namespace aloud
