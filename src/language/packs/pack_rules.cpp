#include "language/packs/pack_rules.h"

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "language/language_tag.h"
#include "language/packs/recognisers.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud {
namespace {

using packs::Pack;

// At each token the first that recognises something has it: the more a form needs to be itself, the earlier it stands.
constexpr std::array<Recogniser<Pack>, 14> kRecognisers = {{
    {"abbreviation", true, false, false, packs::abbreviation},
    {"electronic", true, false, false, packs::electronic},
    {"date", false, true, false, packs::date},
    {"telephone", false, true, true, packs::telephone},
    {"version", false, true, false, packs::version},
    {"time", false, true, false, packs::clock_time},
    {"ordinal", false, true, false, packs::ordinal},
    {"fraction", false, true, true, packs::fraction},
    {"quantity", true, true, true, packs::quantity},
    {"roman-numeral", true, false, false, packs::roman},
    {"designator", true, true, false, packs::designator},
    {"initialism", true, false, false, packs::initialism},
    {"tag", false, false, true, packs::tag},
    {"symbol", true, false, true, packs::symbol},
}};

// Most words are plain: not short, of small letters after the first, with a space or a comma after the last.
bool is_plain_word(const Tokens& tokens, std::size_t i, const Pack& /*pack*/) {
  constexpr std::size_t kLongestShort = 5;  // bytes of what may be an abbreviation without its period, a unit or a currency
  if (!tokens.is_word(i) || !tokens.at(i).spaced || tokens.is_number(i + 1)) return false;
  const std::string_view word = tokens.str(i);
  const bool capitals = is_ascii_upper(word[0]) && is_ascii_upper(word[1 % word.size()]);
  if (word.size() <= kLongestShort || capitals) return false;
  if (static_cast<unsigned char>(word[0]) >= 0x80 && tokens.capitalised(i)) return false;
  return !tokens.glued(i + 1) || (tokens.is(i + 1, U',') && !tokens.glued(i + 2));
}

// Packs live as long as the program; one is read when its language is first asked for.
const Pack* pack_of(std::string_view tag) {
  std::string name = language_subtag(std::string(tag));
  if (name == "pt" && !region_subtag(tag).empty() && region_subtag(tag) != "BR") name = "pt-PT";
  if (!is_among(pack_names(), name)) return nullptr;
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<const Pack>> packs;
  const std::lock_guard lock(mutex);
  std::unique_ptr<const Pack>& pack = packs[name];
  if (pack == nullptr) pack = std::make_unique<const Pack>(name, pack_text);
  return pack.get();
}

}  // namespace

std::optional<Rule> pack_rule(std::string_view tag) {
  const Pack* pack = pack_of(tag);
  if (pack == nullptr) return std::nullopt;
  return Rule{"read-out", [pack](std::string_view text) { return read_out<Pack>(text, kRecognisers, *pack, is_plain_word); }};
}

}  // namespace aloud
