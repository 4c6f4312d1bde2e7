#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/packs/agreement.h"
#include "language/packs/number_words.h"
#include "language/spoken_form/phrase_table.h"

namespace aloud {

/// The text of src/language/packs/<name>.txt, and the names of all. Generated.
std::string_view pack_text(std::string_view name);
std::string_view pack_names();

}  // namespace aloud

namespace aloud::packs {

/// Something that is counted. `fraction` stands after a decimal number, and is the genitive singular.
struct Noun {
  std::string one, few, many, fraction;
  Gender gender = Gender::masculine;
};

struct Currency {
  std::string code;  ///< ISO 4217
  Noun major;
  std::optional<Noun> minor;  ///< a hundredth
};

/// How a number is said where the language fixes it: "cardinal", "year", "feminine", "ordinal-masculine-genitive".
struct NumberStyle {
  enum class Kind : unsigned char { cardinal, year, ordinal } kind = Kind::cardinal;
  Agreement agreement;
};

/// Throws Error{usage} for a style that is none.
NumberStyle style_of(std::string_view text);

/// A language as data: src/language/packs/<name>.txt. docs/language.md describes its sections. Lives as long as the program.
class Pack {
 public:
  /// A line "base = name" at the head takes over another pack, `text_of(name)`; sections written again replace it line by line.
  /// Throws Error{usage} for what it cannot read.
  Pack(std::string_view name, std::string_view (*text_of)(std::string_view name));

  const std::string& language() const { return language_; }
  const NumberWords& numbers() const { return *numbers_; }

  /// A section's line, null if there is none.
  const std::vector<std::string>* find(std::string_view section, std::string_view key) const;
  /// The first part of a line of `[words]`. Throws Error{usage} if there is none.
  const std::string& word(std::string_view key) const;
  /// Of `[notation]`; empty if there is none.
  std::string_view notation(std::string_view key) const;
  /// Whether a section of words has this one.
  bool lists(std::string_view section, std::string_view word) const;

  const Noun* unit(std::string_view written) const { return find_noun(units_, written); }
  const Noun* magnitude(std::string_view written) const { return find_noun(magnitudes_, written); }
  /// By sign or code; a code without a line has ICU's name.
  const Currency* currency(std::string_view written) const;
  /// 1 to 12 for a month's name as written, 0 for none.
  std::uint32_t month(std::string_view written) const;
  const std::string& month_name(std::uint32_t month) const { return month_names_[month]; }

  /// The gender of a noun after a number that asks for this plural category; `none` if lists and endings do not tell.
  Gender gender_of(std::string_view noun, std::string_view category) const;
  /// What the preposition `word` asks for.
  const Agreement* preposition(std::string_view word) const;

  const PhraseTable& table(std::string_view section) const;
  /// Whether an abbreviation begins with this word: saves most look-ups.
  bool may_begin_abbreviation(std::string_view word) const { return abbreviation_words_.contains(word); }
  bool decimal_is_group(char32_t mark) const { return groups_.find(mark) != std::u32string::npos; }
  bool groups_by_space() const { return groups_by_space_; }

 private:
  using Nouns = std::unordered_map<std::string, Noun, StringHash, std::equal_to<>>;
  using Sections = std::map<std::string, std::string, std::less<>>;

  static const Noun* find_noun(const Nouns& nouns, std::string_view written);
  void read_sections(std::string_view text, std::string_view (*text_of)(std::string_view name));
  void read_nouns(std::string_view section, Nouns& nouns);
  void read_currencies();
  void read_months();
  void read_notation();
  const Currency* named_by_icu(std::string_view code) const;
  std::string_view section(std::string_view name) const;

  std::string name_, language_;
  Sections sections_;
  std::map<std::string, PhraseTable, std::less<>> tables_;
  std::map<std::string, WordSets::Set, std::less<>> sets_;
  Nouns units_, magnitudes_;
  std::unordered_map<std::string, Currency, StringHash, std::equal_to<>> currencies_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, Currency, StringHash, std::equal_to<>> icu_currencies_;  // guarded by mutex_
  std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> months_;
  std::unordered_map<std::string, Agreement, StringHash, std::equal_to<>> prepositions_;
  std::array<std::string, 13> month_names_;
  WordSets::Set abbreviation_words_;
  std::u32string groups_;
  bool groups_by_space_ = false;
  std::unique_ptr<const NumberWords> numbers_;
};

}  // namespace aloud::packs
