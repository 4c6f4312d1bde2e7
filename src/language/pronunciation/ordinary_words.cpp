#include "language/pronunciation/ordinary_words.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "language/language_tag.h"
#include "language/pronunciation/pronunciation.h"
#include "util/ascii.h"
#include "util/memo_table.h"

namespace aloud {
namespace {

using WordSet = std::unordered_set<std::string_view>;

// Words between white space; lines that begin with "#" are for the reader. The table lives as long as the program.
WordSet words_of(std::string_view table) {
  WordSet words;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    for (std::size_t at = line.starts_with('#') ? line.size() : 0; at < line.size();) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      if (end > at) words.insert(line.substr(at, end - at));
      at = end + 1;
    }
  }
  return words;
}

// "walked" → "walk", "making" → "make", "stopped" → "stop", "cities" → "city". scripts/make-ordinary-words.py has the same.
bool is_regular_form(const std::string& word, const WordSet& words) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kEndings = {{{"ies", "y"},
                                                                                              {"ied", "y"},
                                                                                              {"ier", "y"},
                                                                                              {"iest", "y"},
                                                                                              {"ily", "y"},
                                                                                              {"s", ""},
                                                                                              {"es", ""},
                                                                                              {"ed", ""},
                                                                                              {"ed", "e"},
                                                                                              {"ing", ""},
                                                                                              {"ing", "e"},
                                                                                              {"er", ""},
                                                                                              {"er", "e"},
                                                                                              {"est", ""},
                                                                                              {"est", "e"},
                                                                                              {"ly", ""}}};
  constexpr std::size_t kShortestStem = 3;
  for (const auto& [ending, instead] : kEndings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + kShortestStem) continue;
    std::string stem = word.substr(0, word.size() - ending.size()) + std::string(instead);
    if (words.contains(stem)) return true;
    const bool doubled = instead.empty() && stem[stem.size() - 1] == stem[stem.size() - 2];
    if (doubled && words.contains(std::string_view(stem).substr(0, stem.size() - 1))) return true;
  }
  return false;
}

void replace_last(std::string& word, std::string_view written, std::string_view instead) {
  if (const std::size_t at = word.rfind(written); at != std::string::npos) word.replace(at, written.size(), instead);
}

// "centre" → "center", "organised" → "organized", "colour" → "color": the table has American spellings.
std::string american_spelling(std::string word) {
  replace_last(word, "tre", "ter");
  replace_last(word, "is", "iz");
  replace_last(word, "our", "or");
  return word;
}

// Without "'s", "'d" and the like.
void strip_contraction(std::string& word) {
  for (const std::string_view ending : {"'s", "'d", "'m", "'re", "'ve", "'ll", "n't", "'"}) {
    if (!word.ends_with(ending)) continue;
    word.resize(word.size() - ending.size());
    return;
  }
}

bool is_ordinary_part(std::string word, const WordSet& words) {
  strip_contraction(word);
  constexpr std::size_t kShort = 2;  // "if", "I": as people and rules say them
  if (!word.empty() && word.size() <= kShort) return true;
  if (words.contains(word) || is_regular_form(word, words)) return true;
  const std::string american = american_spelling(word);
  return words.contains(american) || is_regular_form(american, words);
}

}  // namespace

bool is_ordinary_word(const std::string& language, std::string_view word) {
  const std::string subtag = language_subtag(language);
  const std::string_view table = pronunciation_table_text(subtag + "-ordinary");
  if (table.empty() || word.empty()) return false;
  static MemoTable<WordSet> tables;
  const WordSet& words = tables.get(subtag, [&] { return words_of(table); });
  const std::string lower = ascii_lower(word);
  for (std::size_t at = 0; at <= lower.size();) {  // "north-east"
    const std::size_t end = std::min(lower.find('-', at), lower.size());
    if (!is_ordinary_part(lower.substr(at, end - at), words)) return false;
    at = end + 1;
  }
  return true;
}

}  // namespace aloud
