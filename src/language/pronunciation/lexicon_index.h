#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/pronunciation/lexicon.h"
#include "util/byte_range.h"

namespace aloud {

/// Several lexicons in layers, looked up in running text for one language. Lexicons come strongest first: an entry hides those
/// for the same grapheme and role below it.
class LexiconIndex {
 public:
  /// Entries that `language` (BCP 47) is not are left out.
  LexiconIndex(std::vector<std::shared_ptr<const Lexicon>> layers, const std::string& language);

  bool empty() const { return words_.empty(); }

  struct Match {
    ByteRange range;                           ///< in the text, a possessive "'s" after it included
    ByteRange word;                            ///< without that
    std::vector<const LexiconEntry*> entries;  ///< with different roles; the strongest first
    std::vector<const Lexicon*> lexicons;      ///< where each is from
  };

  /// What the lexicons know in `text`, in order and disjoint: at each place the longest grapheme. A grapheme matches whole
  /// words only, as it is written; one in small letters also with a capital or in capitals.
  std::vector<Match> find(std::string_view text) const;

  /// Whether a word by itself is known.
  bool knows(std::string_view word) const;

 private:
  struct Known {
    const LexiconEntry* entry;
    const Lexicon* lexicon;
  };
  using Entries = std::vector<Known>;

  void add(const LexiconEntry& entry, const Lexicon& lexicon);
  const Entries* lookup(std::string_view written, std::string& lower) const;
  bool may_begin(char first) const;
  std::optional<Match> match_at(std::string_view text, std::size_t at, std::size_t first_end) const;

  std::vector<std::shared_ptr<const Lexicon>> layers_;
  std::unordered_map<std::string, Entries> words_;  // by grapheme
  std::unordered_map<std::string, std::vector<std::size_t>>
      lengths_;                        // by first word in small letters: of graphemes, longest first
  std::array<bool, 256> begins_ = {};  // some grapheme begins with this byte
  bool symbols_ = false;               // some grapheme starts with a mark
};

/// Whether a lexicon entry or passage in `one` concerns a text in `other`: the same language, and the same region if both say.
bool languages_agree(std::string_view one, std::string_view other);

}  // namespace aloud
