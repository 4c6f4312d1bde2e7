#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "language/spoken_form/text_edits.h"

namespace aloud {

/// Reads out abbreviations that eSpeak NG spells, or takes for the end of a sentence: "Gen. Lee" → "General Lee",
/// "Fig. 3" → "figure 3". One table per language, src/language/spoken_form/tables/.
class SpokenAbbreviations {
 public:
  /// Reads a table. Throws Error{usage} with the line for an unknown section or an entry without a spoken form.
  explicit SpokenAbbreviations(std::string_view table);

  Edits find(std::string_view text) const;

 private:
  enum class Before : unsigned char { name, number, any };
  struct Entry {
    std::string spoken;
    Before before;
  };
  static bool fits(Before before, std::string_view rest);
  /// What `written` is read as where `rest` follows; null if nothing.
  const std::string* spoken_for(const std::string& written, std::string_view rest) const;

  std::unordered_map<std::string, Entry> entries_, numbers_;
};

/// The text of the built-in table for a language subtag ("en"), empty if there is none. Generated from spoken/*.txt.
std::string_view spoken_table_text(std::string_view language);

}  // namespace aloud
