#include "language/packs/number_words.h"

#include <unicode/locid.h>

#include <algorithm>

#include "language/spoken_form/digits.h"
#include "util/error.h"

namespace aloud::packs {
namespace {

constexpr std::size_t kMostDigits = 15;        // of a number that has a name in every pack
constexpr std::size_t kMostRemembered = 8192;  // numbers; some 64 bytes each

Error unreadable(std::string_view language, const std::string& what) {
  return Error(ErrorKind::usage, what, {"pack " + std::string(language), 0, 0});
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  return value;
}

}  // namespace

NumberWords::NumberWords(std::string_view language, std::string_view rules, std::string_view ordinal_forms) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  const icu::Locale locale(std::string(language).c_str());
  format_ = std::make_unique<icu::RuleBasedNumberFormat>(utf16(rules), locale, place, status);
  if (U_FAILURE(status)) throw unreadable(language, "cannot read [numbers]: " + utf8(icu::UnicodeString(place.preContext)));
  plurals_.reset(icu::PluralRules::forLocale(locale, status));
  if (U_FAILURE(status)) throw unreadable(language, "no plural rules");
  for (std::int32_t i = 0; i < format_->getNumberOfRuleSetNames(); ++i) {
    set_names_.push_back(format_->getRuleSetName(i));
    sets_.push_back(utf8(set_names_.back()).substr(1));
  }
  for (const char* needed : {"cardinal", "ordinal"}) {
    if (std::find(sets_.begin(), sets_.end(), needed) == sets_.end())
      throw unreadable(language, std::string("[numbers] has no %") + needed);
  }
  for (std::size_t one = 0; one < kAgreements; ++one) {
    const Agreement agreement{static_cast<Gender>(one / 12), static_cast<Case>(one / 2 % 6), one % 2 == 1};
    cardinal_sets_[one] = nearest_set("cardinal", agreement);
    ordinal_sets_[one] = nearest_set("ordinal", agreement);
  }
  const auto year = std::find(sets_.begin(), sets_.end(), "year");
  year_set_ = year == sets_.end() ? cardinal_sets_[0] : static_cast<std::size_t>(year - sets_.begin());
  std::vector<EndingRule>* form = nullptr;
  const std::vector<std::string_view> words = words_of(ordinal_forms);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t arrow = words[i].find('>');
    if (i + 1 < words.size() && words[i + 1] == "=") {
      form = &endings_[name_of(agreement_of(words[i++]))];
    } else if (form != nullptr && arrow != std::string_view::npos) {
      form->push_back({std::string(words[i].substr(0, arrow)), std::string(words[i].substr(arrow + 1))});
    } else {
      throw unreadable(language, "cannot read \"" + std::string(words[i]) + "\" in [ordinal forms]");
    }
  }
}

std::size_t NumberWords::nearest_set(std::string_view kind, const Agreement& agreement) const {
  Agreement no_gender = agreement, no_case = agreement;
  no_gender.gender = Gender::none;
  no_case.grammatical_case = Case::nominative;
  for (const Agreement& one : {agreement, no_gender, no_case, Agreement()}) {
    std::string name = name_of(one);
    if (kind != "cardinal" || name.empty()) name.insert(0, std::string(kind) + (name.empty() ? "" : "-"));
    const auto found = std::find(sets_.begin(), sets_.end(), name);
    if (found != sets_.end()) return static_cast<std::size_t>(found - sets_.begin());
  }
  return 0;
}

std::string NumberWords::format(std::uint64_t value, std::size_t set) const {
  const std::lock_guard lock(mutex_);
  if (said_.size() >= kMostRemembered) said_.clear();
  std::string& words = said_[{set, value}];
  if (!words.empty()) return words;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  icu::FieldPosition position;
  format_->format(static_cast<std::int64_t>(value), set_names_[set], text, position, status);
  words = U_FAILURE(status) ? std::to_string(value) : utf8(text);
  return words;
}

std::string NumberWords::inflected(std::string marked, const Agreement& agreement) const {
  const auto form = endings_.find(name_of(agreement));
  for (std::size_t at = marked.find('~'); at != std::string::npos; at = marked.find('~', at)) {
    marked.erase(at, 1);
    if (form == endings_.end()) continue;
    const std::string_view before = std::string_view(marked).substr(0, at);
    for (const EndingRule& ending : form->second) {
      if (!before.ends_with(ending.from)) continue;
      marked.replace(at - ending.from.size(), ending.from.size(), ending.to);
      break;
    }
  }
  return marked;
}

std::string NumberWords::cardinal(std::string_view digits, const Agreement& agreement) const {
  digits = without_zeros(digits);
  if (digits.size() > kMostDigits) return one_by_one(digits);
  return format(number_of(digits), cardinal_sets_[place_of(agreement)]);
}

std::string NumberWords::ordinal(std::string_view digits, const Agreement& agreement) const {
  digits = without_zeros(digits);
  if (digits.size() > kMostDigits) return one_by_one(digits);
  return inflected(format(number_of(digits), ordinal_sets_[place_of(agreement)]), agreement);
}

std::string NumberWords::year(std::uint32_t value) const { return format(value, year_set_); }

std::string NumberWords::one_by_one(std::string_view digits) const {
  const std::size_t set = cardinal_sets_[0];
  std::string words;
  for (const char digit : digits) words += (words.empty() ? "" : " ") + format(static_cast<std::uint64_t>(digit - '0'), set);
  return words;
}

std::string NumberWords::plural_category(std::string_view digits) const {
  const std::string_view last = without_zeros(digits.substr(digits.size() - std::min(digits.size(), kMostDigits)));
  return utf8(plurals_->select(static_cast<double>(number_of(last))));
}

}  // namespace aloud::packs
