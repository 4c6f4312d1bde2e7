#pragma once

#include <unicode/plurrule.h>
#include <unicode/rbnf.h>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/packs/agreement.h"

namespace aloud::packs {

/// Numbers in words, by the rules of a pack's `[numbers]` in the notation of CLDR (RBNF), which ICU carries out. The rules are
/// the pack's own: those of CLDR lack ordinals or cases for several languages, and differ from release to release.
/// May be used by several threads.
class NumberWords {
 public:
  /// `rules`: the text of `[numbers]`; `ordinal_forms`: lines "agreement = ending>ending …" for the words that an ordinal rule
  /// marks with "~". Throws Error{usage} for rules that ICU cannot read, or without %cardinal and %ordinal.
  NumberWords(std::string_view language, std::string_view rules, std::string_view ordinal_forms);

  /// `digits` are ASCII; leading zeros do not count. More than 15 are said one by one.
  std::string cardinal(std::string_view digits, const Agreement& agreement = {}) const;
  std::string ordinal(std::string_view digits, const Agreement& agreement = {}) const;
  /// A year, by %year where the rules have it.
  std::string year(std::uint32_t value) const;
  /// "zero zero sette".
  std::string one_by_one(std::string_view digits) const;

  /// Which form a noun has after a number: ICU's plural category, "one", "few", "many", "other".
  std::string plural_category(std::string_view digits) const;

 private:
  struct EndingRule {
    std::string from, to;
  };
  struct KeyHash {
    std::size_t operator()(const std::pair<std::size_t, std::uint64_t>& key) const {
      return std::hash<std::uint64_t>()(key.second * 64 + key.first);
    }
  };

  std::string format(std::uint64_t value, std::size_t set) const;
  std::string inflected(std::string marked, const Agreement& agreement) const;
  /// The rule set for cardinals (or ordinals) that comes nearest; its place in `sets_`.
  std::size_t nearest_set(std::string_view kind, const Agreement& agreement) const;

  std::unique_ptr<icu::RuleBasedNumberFormat> format_;
  std::unique_ptr<icu::PluralRules> plurals_;
  std::vector<std::string> sets_;
  std::array<std::size_t, kAgreements> cardinal_sets_{}, ordinal_sets_{};  // by place_of
  std::size_t year_set_ = 0;
  std::vector<icu::UnicodeString> set_names_;
  std::map<std::string, std::vector<EndingRule>, std::less<>> endings_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::pair<std::size_t, std::uint64_t>, std::string, KeyHash> said_;  // guarded by mutex_
};

}  // namespace aloud::packs
