#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aloud::packs {

/// `none`: a number that counts nothing, or a language without genders.
enum class Gender : unsigned char { none, masculine, feminine, neuter };
enum class Case : unsigned char { nominative, genitive, dative, accusative, instrumental, locative };

/// What a number or an ordinal agrees with.
struct Agreement {
  Gender gender = Gender::none;
  Case grammatical_case = Case::nominative;
  bool plural = false;

  bool operator==(const Agreement&) const = default;
};

constexpr std::size_t kAgreements = 48;
/// A number below kAgreements for each.
constexpr std::size_t place_of(const Agreement& agreement) {
  return (static_cast<std::size_t>(agreement.gender) * 6 + static_cast<std::size_t>(agreement.grammatical_case)) * 2 +
         (agreement.plural ? 1 : 0);
}

/// "feminine-genitive", "plural": its parts in this order, the nominative and no gender by nothing. The names of rule sets in
/// `[numbers]` and of lines in `[ordinal forms]`.
std::string name_of(const Agreement& agreement);

/// The reverse. Throws Error{usage} for a part that is none.
Agreement agreement_of(std::string_view name);

}  // namespace aloud::packs
