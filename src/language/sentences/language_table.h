#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "language/language_tag.h"

namespace aloud {

/// How an abbreviation behaves when its period is followed by a space (docs/language.md).
enum class Abbreviation : unsigned char {
  none,
  title,   ///< stands before a name, never ends a sentence: "Dr."
  inner,   ///< never ends a sentence: "e.g."
  number,  ///< stands before a number: "Fig. 3", but "No. He left."
  final,   ///< ends a sentence only before a word that begins sentences: "Inc.", "U.S."
  time,    ///< ends a sentence before any capital, except a day or a month: "p.m.", "etc."
};

/// What the sentence splitter knows about a language: one file of src/language/sentences/tables/, read.
class LanguageTable {
 public:
  /// Reads a table. Throws Error{usage} with the line for an unknown section; the built-in tables are tested.
  explicit LanguageTable(std::string_view table);

  /// The built-in table for a BCP 47 tag ("de-AT" reads "de"), with the abbreviations of the common one, "und", behind its
  /// own; the common one alone for a language without its own. Read once, and kept until the process ends: a table takes
  /// longer to read than a short article to split. Any thread may ask.
  static const LanguageTable& for_language(const std::string& language);

  /// `token` is written without its last period: "Dr", "e.g". An elided article does not count: "l'art" is "art".
  Abbreviation abbreviation(const std::string& token) const;
  bool begins_sentences(const std::string& word) const { return starters_.contains(word); }
  /// The same for a word in small letters, as careless writers begin sentences.
  bool begins_sentences_small(const std::string& word) const { return small_starters_.contains(word); }
  bool is_calendar(const std::string& word) const { return calendar_.contains(word); }
  bool is_exclaimed_name(const std::string& token) const { return exclaimed_.contains(token); }
  bool reports_speech(const std::string& word) const { return speech_.contains(word); }
  /// Ordinals with which names begin: "Second Circuit", "First Lady".
  bool names_by_number(const std::string& word) const { return ordinals_.contains(word); }
  bool option(const std::string& name) const { return options_.contains(name); }

 private:
  using Words = std::unordered_set<std::string>;
  void add(std::string_view section, const std::string& entry, std::size_t line);
  void add_abbreviations_of(const LanguageTable& other);

  std::unordered_map<std::string, Abbreviation> abbreviations_;
  std::vector<std::pair<std::string, Abbreviation>> capitalised_;  // spellings with capitals, while the table is read
  std::vector<std::pair<std::string, Abbreviation>> endings_;      // of "*str": few, tried in order
  Words starters_, small_starters_, calendar_, exclaimed_, speech_, ordinals_, options_;
};

/// The text of the built-in table for a language subtag ("en"), empty if there is none. Generated from tables/*.txt.
std::string_view language_table_text(std::string_view language);

/// The subtags of all built-in tables, "und" among them, each with a space before it.
std::string_view language_table_names();

}  // namespace aloud
