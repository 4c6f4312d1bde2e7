#include "language/packs/agreement.h"

#include <algorithm>
#include <array>

#include "util/error.h"

namespace aloud::packs {
namespace {

constexpr std::array<std::string_view, 4> kGenders = {"", "masculine", "feminine", "neuter"};
constexpr std::array<std::string_view, 6> kCases = {"", "genitive", "dative", "accusative", "instrumental", "locative"};

void add_part(std::string& name, std::string_view part) {
  if (part.empty()) return;
  if (!name.empty()) name += '-';
  name += part;
}

}  // namespace

std::string name_of(const Agreement& agreement) {
  std::string name(kGenders[static_cast<std::size_t>(agreement.gender)]);
  if (agreement.plural) add_part(name, "plural");
  add_part(name, kCases[static_cast<std::size_t>(agreement.grammatical_case)]);
  return name;
}

Agreement agreement_of(std::string_view name) {
  Agreement agreement;
  while (!name.empty()) {
    const std::size_t size = std::min(name.find('-'), name.size());
    const std::string_view part = name.substr(0, size);
    name.remove_prefix(std::min(size + 1, name.size()));
    const auto* gender = std::find(kGenders.begin(), kGenders.end(), part);
    const auto* grammatical_case = std::find(kCases.begin(), kCases.end(), part);
    if (part == "plural") {
      agreement.plural = true;
    } else if (gender != kGenders.end()) {
      agreement.gender = static_cast<Gender>(gender - kGenders.begin());
    } else if (grammatical_case != kCases.end()) {
      agreement.grammatical_case = static_cast<Case>(grammatical_case - kCases.begin());
    } else if (part != "nominative") {
      throw Error(ErrorKind::usage, "no gender, number or case \"" + std::string(part) + "\"", {"pack", 0, 0});
    }
  }
  return agreement;
}

}  // namespace aloud::packs
