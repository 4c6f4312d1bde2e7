#pragma once

#include <cstddef>
#include <string>

namespace aloud {

/// How German numbers from a thousand on are written: "zweitausend vierzig" or "zweitausendvierzig".
enum class GermanThousands : unsigned char { apart, joined };

/// How a text has to be written so that a speech engine says all of it, and says it right. Each engine has its own; what a
/// text says does not depend on it.
struct EngineSpelling {
  std::size_t longest_word;        ///< letters of a word; a longer one is cut by spaces
  std::size_t longest_number;      ///< digits of a number, likewise
  std::size_t longest_dotted_run;  ///< letters of "a.b.c."; then a comma stands for a period
  std::size_t most_apostrophes;    ///< in a word; those that follow are left out
  std::size_t most_marks;          ///< combining marks on one letter, likewise
  std::size_t most_equal_marks;    ///< equal punctuation marks in a row, likewise
  std::string phoneme_opening;     ///< what begins phonemes in the engine's input, and is kept apart; empty: nothing
  GermanThousands german_thousands;
};

}  // namespace aloud
