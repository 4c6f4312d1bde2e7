#include "language/packs/pack.h"

#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "language/spoken_form/tokens.h"
#include "util/ascii.h"
#include "util/error.h"
#include "util/utf8.h"

namespace aloud::packs {
namespace {

// Sections of words; the others hold lines "written = …".
constexpr std::string_view kSets[] = {"acronyms",
                                      "spelled",
                                      "plain words",
                                      "masculine",
                                      "feminine",
                                      "neuter",
                                      "feminine after one",
                                      "feminine after few",
                                      "neuter after one",
                                      "neuter after few",
                                      "domains",
                                      "file types",
                                      "telephone words",
                                      "year before",
                                      "clock before",
                                      "clock after",
                                      "masculine after one",
                                      "masculine after few",
                                      "genitive after few"};
constexpr std::string_view kTables[] = {
    "words",          "notation",       "symbols",           "letters",          "abbreviations",
    "fractions",      "after numerals", "before numerals",   "ordinal suffixes", "after years",
    "decimal places", "marks",          "hour prepositions", "day prepositions", "before ordinals"};

Error unreadable(std::string_view pack, const std::string& what) {
  return Error(ErrorKind::usage, what, {"pack " + std::string(pack), 0, 0});
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// Calls `use(key, parts)` with each line "key = part | part".
template <typename Use>
void each_entry(std::string_view pack, std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    const std::size_t equals = line.find(" = ");
    if (equals == std::string_view::npos) throw unreadable(pack, "cannot read \"" + std::string(line) + "\"");
    std::vector<std::string> parts;
    for (std::string_view rest = line.substr(equals + 3);;) {
      const std::size_t bar = std::min(rest.find(" | "), rest.size());
      parts.emplace_back(rest.substr(0, bar));
      if (bar == rest.size()) break;
      rest.remove_prefix(bar + 3);
    }
    use(line.substr(0, equals), parts);
  }
}

// "one | many | f", "one | few | many | fraction | f": gender last, masculine without.
Noun noun_of(std::vector<std::string> parts) {
  Noun noun;
  if (parts.size() > 1 && parts.back().size() == 1) {
    const char gender = parts.back()[0];
    if (gender == 'm' || gender == 'f' || gender == 'n') {
      noun.gender = gender == 'f' ? Gender::feminine : gender == 'n' ? Gender::neuter : Gender::masculine;
      parts.pop_back();
    }
  }
  noun.one = parts.front();
  noun.few = parts.size() > 1 ? parts[1] : noun.one;
  noun.many = parts.size() > 2 ? parts[2] : noun.few;
  noun.fraction = parts.size() > 3 ? parts[3] : noun.many;
  return noun;
}

}  // namespace

NumberStyle style_of(std::string_view text) {
  if (text == "year") return {NumberStyle::Kind::year, {}};
  if (text == "cardinal") return {};
  if (text == "ordinal") return {NumberStyle::Kind::ordinal, {}};
  if (text.starts_with("ordinal-")) return {NumberStyle::Kind::ordinal, agreement_of(text.substr(8))};
  return {NumberStyle::Kind::cardinal, agreement_of(text)};
}

Pack::Pack(std::string_view name, std::string_view (*text_of)(std::string_view name)) : name_(name) {
  read_sections(text_of(name), text_of);
  for (const std::string_view one : kTables) tables_.try_emplace(std::string(one), std::string(name), section(one));
  for (const std::string_view one : kSets) {
    WordSets::Set& set = sets_[std::string(one)];
    std::string words(section(one));
    std::replace(words.begin(), words.end(), '\n', ' ');
    for (std::string& word : words_of(words)) set.insert(std::move(word));
  }
  language_ = std::string(notation("language").empty() ? name : notation("language"));
  read_notation();
  read_nouns("units", units_);
  read_nouns("magnitudes", magnitudes_);
  read_currencies();
  read_months();
  each_entry(name_, section("prepositions"), [&](std::string_view key, const std::vector<std::string>& parts) {
    for (const std::string& word : words_of(key)) prepositions_[word] = agreement_of(parts.front());
  });
  each_entry(name_, section("abbreviations"), [&](std::string_view key, const std::vector<std::string>& /*parts*/) {
    const Tokens tokens(key);
    abbreviation_words_.insert(std::string(tokens.str(0)));
  });
  numbers_ = std::make_unique<const NumberWords>(language_, section("numbers"), section("ordinal forms"));
}

// Lines that follow replace those of the same key before them, so a variant comes after its base. Rules for numbers are
// replaced as a whole.
void Pack::read_sections(std::string_view text, std::string_view (*text_of)(std::string_view name)) {
  std::string* current = nullptr;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    if (line.empty() || line == "#" || line.starts_with("# ")) continue;
    if (line.starts_with("base = ")) {
      read_sections(text_of(line.substr(7)), text_of);
    } else if (line.size() > 2 && line.front() == '[' && line.back() == ']') {
      current = &sections_[std::string(line.substr(1, line.size() - 2))];
      if (line == "[numbers]" || line == "[ordinal forms]") current->clear();
    } else if (current == nullptr) {
      throw unreadable(name_, "a line before the first section: \"" + std::string(line) + "\"");
    } else {
      *current += std::string(line) + '\n';
    }
  }
}

std::string_view Pack::section(std::string_view name) const {
  const auto found = sections_.find(name);
  return found == sections_.end() ? std::string_view() : std::string_view(found->second);
}

void Pack::read_notation() {
  for (const std::string& group : words_of(notation("groups"))) {
    if (group == "space") {
      groups_by_space_ = true;
    } else {
      groups_ += code_point_at(group, 0).value;
    }
  }
}

void Pack::read_nouns(std::string_view name, Nouns& nouns) {
  each_entry(name_, section(name), [&](std::string_view key, const std::vector<std::string>& parts) {
    for (const std::string& written : words_of(key)) nouns[written] = noun_of(parts);
  });
}

// "EUR € = euro | euro | m + centesimo | centesimi | m": parts of money after the "+".
void Pack::read_currencies() {
  each_entry(name_, section("currencies"), [&](std::string_view key, const std::vector<std::string>& parts) {
    std::vector<std::string> major, minor;
    bool after_plus = false;
    for (const std::string& part : parts) {
      const std::size_t plus = part.find(" + ");
      (after_plus ? minor : major).push_back(part.substr(0, plus));
      if (plus == std::string::npos) continue;
      after_plus = true;
      minor.push_back(part.substr(plus + 3));
    }
    const std::vector<std::string> written = words_of(key);
    Currency currency{written.front(), noun_of(major), {}};
    if (!minor.empty()) currency.minor = noun_of(minor);
    for (const std::string& one : written) currencies_[one] = currency;
  });
}

// "3 = marzo | mar. mar": as it is said in a date, and further forms that are written.
void Pack::read_months() {
  each_entry(name_, section("months"), [&](std::string_view key, const std::vector<std::string>& parts) {
    const auto month = static_cast<std::uint32_t>(std::clamp(std::atoi(std::string(key).c_str()), 1, 12));
    month_names_[month] = parts.front();
    months_[parts.front()] = month;
    if (parts.size() < 2) return;
    for (const std::string& written : words_of(parts[1])) months_[written] = month;
  });
}

const std::vector<std::string>* Pack::find(std::string_view section, std::string_view key) const {
  return table(section).find(key);
}

const PhraseTable& Pack::table(std::string_view section) const { return tables_.find(section)->second; }

const std::string& Pack::word(std::string_view key) const {
  const auto* parts = find("words", key);
  if (parts == nullptr) throw unreadable(name_, "[words] has no \"" + std::string(key) + "\"");
  return parts->front();
}

std::string_view Pack::notation(std::string_view key) const {
  const auto* parts = find("notation", key);
  return parts == nullptr ? std::string_view() : std::string_view(parts->front());
}

bool Pack::lists(std::string_view section, std::string_view word) const {
  const auto set = sets_.find(section);
  return set != sets_.end() && set->second.contains(word);
}

const Noun* Pack::find_noun(const Nouns& nouns, std::string_view written) {
  const auto found = nouns.find(written);
  return found == nouns.end() ? nullptr : &found->second;
}

const Currency* Pack::currency(std::string_view written) const {
  if (const auto found = currencies_.find(written); found != currencies_.end()) return &found->second;
  return written.size() == 3 && is_ascii_capitals(written) ? named_by_icu(written) : nullptr;
}

const Currency* Pack::named_by_icu(std::string_view code) const {
  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = icu_currencies_.try_emplace(std::string(code));
  Currency& currency = entry->second;
  if (is_new) {
    const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8({code.data(), static_cast<std::int32_t>(code.size())});
    const icu::UnicodeString written(utf16);
    const auto form = [&](const char* category) {
      UErrorCode status = U_ZERO_ERROR;
      UBool choice = false;
      std::int32_t size = 0;
      icu::UnicodeString terminated(written);
      const UChar* name =
          ucurr_getPluralName(terminated.getTerminatedBuffer(), language_.c_str(), &choice, category, &size, &status);
      std::string text;
      if (U_SUCCESS(status)) icu::UnicodeString(name, size).toUTF8String(text);
      return text;
    };
    if (const std::string one = form("one"); one != code) {
      currency = {std::string(code), {one, form("few"), form("many"), form("other"), Gender::masculine}, {}};
      if (form("few") == form("other")) currency.major.many = currency.major.few = form("other");
    }
  }
  return currency.code.empty() ? nullptr : &currency;
}

std::uint32_t Pack::month(std::string_view written) const {
  const auto found = months_.find(written);
  return found == months_.end() ? 0 : found->second;
}

Gender Pack::gender_of(std::string_view noun, std::string_view category) const {
  constexpr std::size_t kLongestEnding = 16;  // bytes
  constexpr std::pair<std::string_view, Gender> kGenders[] = {
      {"masculine", Gender::masculine}, {"feminine", Gender::feminine}, {"neuter", Gender::neuter}};
  const std::string after = " after " + std::string(category);
  const auto listed = [&](std::string_view word) {
    for (const auto& [name, gender] : kGenders) {
      if (lists(name, word) || lists(std::string(name) + after, word)) return gender;
    }
    return Gender::none;
  };
  if (const Gender gender = listed(noun); gender != Gender::none) return gender;
  for (std::size_t size = std::min(noun.size(), kLongestEnding); size > 0; --size) {
    const Gender gender = listed("*" + std::string(noun.substr(noun.size() - size)));
    if (gender != Gender::none) return gender;
  }
  return Gender::none;
}

const Agreement* Pack::preposition(std::string_view word) const {
  const auto found = prepositions_.find(word);
  return found == prepositions_.end() ? nullptr : &found->second;
}

}  // namespace aloud::packs
