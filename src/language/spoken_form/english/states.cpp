#include <string>

#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"
#include "util/ascii.h"

namespace aloud::english {
namespace {

// "Portland, Ore.,": a state's short form after a city.
Hit shortened_state(const Tokens& tokens, std::size_t i, const English& english) {
  const bool after_city = tokens.is(i - 1, U',') && tokens.capitalised(i - 2) && tokens.at(i).spaced;
  if (!after_city || !tokens.is(i + 1, U'.') || !tokens.glued(i + 1)) return {};
  const auto* state = english.tables.states.find(tokens.str(i, i + 2));
  if (state == nullptr) return {};
  return say(tokens, i, i + 2 < tokens.size() ? i + 2 : i + 1, state->front(), "address");
}

// "78701", "62704-1234" after a state.
Hit with_zip(const Tokens& tokens, std::size_t i, std::size_t code, const std::string& state) {
  Hit hit = say(tokens, i, i + 1, state, "address/zip");
  std::string zip = digit_by_digit(tokens.str(code));
  hit.end = code + 1;
  if (tokens.is(code + 1, U'-') && tokens.digits(code + 2, 4) && tokens.glued(code + 2)) {
    zip += ", " + digit_by_digit(tokens.str(code + 2));
    hit.end = code + 3;
  }
  hit.edits.push_back({tokens.range(code, hit.end), zip});
  return hit;
}

bool is_initials(std::string_view word) { return word.size() > 1 && is_ascii_capitals(word); }

// "MRI, CT, and PET", "PhD, MD": one of several in capitals.
bool is_in_list_of_initials(const Tokens& tokens, std::size_t i, const English& english) {
  std::size_t next = i + 1;
  if (tokens.is(next, U',')) ++next;
  const bool joined = next > i + 1 || tokens.is(next, "and") || tokens.is(next, "or");
  if (tokens.is(next, "and") || tokens.is(next, "or")) ++next;
  const std::string_view after = tokens.str(next);
  const bool state = is_among("USA US", after) || english.tables.states.find(after) != nullptr;
  return joined && is_initials(after) && !state;
}

// "Jo Lane, MD": a doctor, unless a city of Maryland stands there, or a word says that the name is a place's.
bool is_degree(const Tokens& tokens, std::size_t i, const English& english) {
  static constexpr std::string_view kDegrees = "MD MA MS PA DO";
  if (!is_among(kDegrees, tokens.str(i))) return false;
  if (english.tables.given.contains(tokens.str(i - 3))) return true;
  if (!tokens.is(i, "MD")) return false;
  static constexpr std::string_view kBeforePlace = "in In of from From near Near at At to around outside";
  const std::string_view city = tokens.str(i - 2);
  if (english.tables.maryland.contains(city)) return false;
  return !is_among(kBeforePlace, tokens.str(i - 3)) && !is_among(kBeforePlace, tokens.str(i - 4));
}

// "Austin, TX": not in a list of initials, nor a word or a degree that looks like a state.
bool follows_city(const Tokens& tokens, std::size_t i, const English& english) {
  static constexpr std::string_view kWordsToo = "OK HI ME OR IN OH";  // "Yes, OK."
  if (!tokens.is(i - 1, U',') || !tokens.capitalised(i - 2) || tokens.is(i + 1, U'\'')) return false;
  if (is_initials(tokens.str(i - 2)) || is_among(kWordsToo, tokens.str(i)) || is_degree(tokens, i, english)) return false;
  if (is_in_list_of_initials(tokens, i, english)) return false;
  static constexpr std::string_view kAfterScan = "scan scans scanner scanning imaging angiography";
  return !is_among(kAfterScan, tokens.str(i + 1));
}

// "Rep. Vint (R-TX) spoke", "(D-Calif.)": the party of a politician, and where it is from, set off by commas.
Hit party(const Tokens& tokens, std::size_t i, const English& english) {
  const std::size_t letter = i + 1, name = i + 3;
  if (!tokens.is(i, U'(') || !is_among("R D I", tokens.str(letter)) || !tokens.is_range_dash(letter + 1)) return {};
  if (!tokens.glued(letter + 1) || !tokens.is_word(name) || !tokens.glued(name) || !tokens.is_word(i - 1)) return {};
  const auto* state = tokens.str(name).size() == 2 ? english.tables.states.find(tokens.str(name)) : nullptr;
  std::size_t close = name + 1;
  if (state == nullptr && tokens.is(close, U'.') && tokens.glued(close)) {
    const std::string_view written = tokens.str(name, close + 1);
    state = english.tables.states.find(written);
    if (state == nullptr) state = english.tables.words.find(written);
    ++close;
  }
  if (!tokens.is(close, U')')) return {};
  const std::string place = state != nullptr ? state->front() : std::string(tokens.str(name));
  if (state == nullptr && place.size() < 4) return {};
  Hit hit{close + 1, {}, "party"};
  std::string words = ", " + std::string(tokens.str(letter)) + " " + place + (tokens.is_word(close + 1) ? "," : "");
  hit.edits.push_back({{tokens.at(i - 1).range.end, tokens.at(close).range.end}, std::move(words)});
  return hit;
}

// "Austin, TX 78701", "IL 62704-1234", "Austin, TX".
Hit state_and_zip(const Tokens& tokens, std::size_t i, const English& english) {
  const std::vector<std::string>* state = tokens.str(i).size() == 2 ? english.tables.states.find(tokens.str(i)) : nullptr;
  if (state == nullptr || !tokens.begins_clean(i)) return {};
  const std::size_t code = tokens.is(i + 1, U',') ? i + 2 : i + 1;  // "FL, 95051"
  if (tokens.digits(code, 5) && tokens.at(code).spaced && tokens.ends_clean(code + 1)) {
    return with_zip(tokens, i, code, state->front());
  }
  const bool ends = tokens.at(i + 1).kind == TokenKind::none || tokens.is_mark(i + 1) || tokens.lower(i + 1);
  return ends && follows_city(tokens, i, english) ? say(tokens, i, i + 1, state->front(), "address") : Hit();
}

}  // namespace

// States after cities, before ZIP codes, and of politicians.
Hit state(const Tokens& tokens, std::size_t i, const English& english) {
  if (Hit hit = party(tokens, i, english)) return hit;
  if (Hit hit = shortened_state(tokens, i, english)) return hit;
  return state_and_zip(tokens, i, english);
}

}  // namespace aloud::english
