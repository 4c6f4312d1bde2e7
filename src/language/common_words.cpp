#include "language/common_words.h"

#include <bit>
#include <cassert>
#include <limits>

#include "language/language_tag.h"
#include "language/sentences/language_table.h"
#include "language/sentences/table_entries.h"
#include "util/table_lines.h"

namespace aloud {

const CommonWords& CommonWords::built_in() {
  static const CommonWords all = [] {
    CommonWords words;
    for (const std::string_view language : fields_of(language_table_names())) {
      words.add(language, language_table_text(language));
    }
    return words;
  }();
  return all;
}

void CommonWords::add(std::string_view language, std::string_view table) {
  assert(languages_.size() < std::numeric_limits<LanguageSet>::digits);
  const LanguageSet bit = LanguageSet{1} << languages_.size();
  Language added{std::string(language), {}};
  each_table_entry(table, [&](std::string_view section, std::string_view entry, std::size_t /*line*/) {
    if (section != "[starters]" && section != "[common]") return;
    words_[entry] |= bit;
    if (added.sample.empty()) added.sample = entry;
  });
  if (!added.sample.empty()) languages_.push_back(std::move(added));
}

LanguageSet CommonWords::find(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? 0 : found->second;
}

LanguageSet CommonWords::languages_of(std::string_view word) const {
  const LanguageSet whole = find(word);
  const std::size_t apostrophe = word.find('\'');
  return apostrophe == std::string_view::npos ? whole : whole | find(word.substr(0, apostrophe + 1));
}

LanguageSet CommonWords::bit_of(const std::string& tag) const {
  const std::string subtag = language_subtag(tag);
  for (std::size_t i = 0; i < languages_.size(); ++i) {
    if (languages_[i].subtag == subtag) return LanguageSet{1} << i;
  }
  return 0;
}

std::string_view CommonWords::sample(LanguageSet bit) const {
  return bit == 0 ? std::string_view() : languages_[static_cast<std::size_t>(std::countr_zero(bit))].sample;
}

}  // namespace aloud
