#include <algorithm>

#include "language/packs/recognisers.h"
#include "language/packs/verbaliser.h"

namespace aloud::packs {

Hit hit_of(const Tokens& tokens, std::size_t begin, std::size_t end, const Value& value, const Pack& pack) {
  Hit hit = aloud::say(tokens, begin, end, say(value, pack));
  hit.edits.front().rule = rule_of(value) + fields_of(value);
  return hit;
}

bool is_joined(const Tokens& tokens, std::size_t first, std::size_t last) {
  for (std::size_t at = first + 1; at < last; ++at) {
    if (!tokens.glued(at)) return false;
  }
  return true;
}

std::size_t without_last_stop(const Tokens& tokens, std::size_t end) {
  return end >= tokens.size() && tokens.is(end - 1, U'.') ? end - 1 : end;
}

namespace {

// Where groups of three digits after token `i` end; `i + 1` if there are none.
std::size_t end_of_groups(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (!tokens.digits(i, 1, 3) || tokens.str(i) == "0") return i + 1;
  std::size_t end = i + 1;
  const bool spaced = pack.groups_by_space() && tokens.at(end).spaced && !tokens.is_number(i - 1);
  if (spaced) {
    while (tokens.digits(end, 3) && tokens.at(end).spaced && !(tokens.glued(end + 1) && tokens.is_word(end + 1))) ++end;
    return end;
  }
  const char32_t mark = tokens.at(end).mark;
  if (!tokens.is_mark(end) || !pack.decimal_is_group(mark)) return i + 1;
  while (tokens.is(end, mark) && tokens.glued(end) && tokens.digits(end + 1, 3) && tokens.glued(end + 1)) end += 2;
  // "1.234.5" is no number in groups.
  const bool more = tokens.is(end, mark) && tokens.glued(end) && tokens.glued(end + 1) && tokens.is_number(end + 1);
  return more ? i + 1 : end;
}

}  // namespace

FoundNumber number_at(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (!tokens.is_number(i)) return {};
  FoundNumber found{end_of_groups(tokens, i, pack), {}};
  for (std::size_t at = i; at < found.end; ++at) {
    if (tokens.is_number(at)) found.number.whole += tokens.str(at);
  }
  found.number.grouped = found.end > i + 1;
  const std::size_t mark = found.end;
  const bool comma = tokens.is(mark, U','), point = tokens.is(mark, U'.') && !found.number.grouped;
  const bool in_list = tokens.follows(i, U",") && tokens.is_number(i - 2);
  if ((comma || point) && !in_list && tokens.glued(mark) && tokens.is_number(mark + 1) && tokens.glued(mark + 1)) {
    const bool list = tokens.at(mark + 2).mark == tokens.at(mark).mark && tokens.glued(mark + 2) && tokens.glued(mark + 3) &&
                      tokens.is_number(mark + 3);  // "1,2,3"
    if (!list) {
      found.number.fraction = tokens.str(mark + 1);
      found.number.point = point;
      found.end = mark + 2;
    }
  }
  return found;
}

Agreement agreement_before(const Tokens& tokens, std::size_t i, const Pack& pack) {
  const bool short_form = tokens.is(i - 1, U'.') && i > 1;  // "ok."
  const Agreement* asked =
      tokens.is_word(i - 1) || short_form ? pack.preposition(tokens.str(short_form ? i - 2 : i - 1, i)) : nullptr;
  return asked == nullptr ? Agreement() : *asked;
}

NounAfter noun_after(std::string_view section, const Tokens& tokens, std::size_t begin, std::size_t at, const Pack& pack) {
  if (!tokens.is_word(at)) return {};
  for (std::size_t end = at + 2; end > at; --end) {
    if (end > at + 1 && !(tokens.glued(at + 1) && tokens.is(at + 1, U'.'))) continue;
    const auto* parts = pack.find(section, tokens.str(at, end));
    if (parts == nullptr || !tokens.ends_clean(end)) continue;
    std::string_view form = parts->front();
    for (std::size_t one = 1; one < parts->size(); ++one) {
      const std::string_view part = (*parts)[one];
      const std::size_t space = part.find(' ');
      if (space != std::string_view::npos && tokens.is(begin - 1, part.substr(0, space))) form = part.substr(space + 1);
    }
    const std::size_t space = form.find(' ');
    NounAfter noun{end, agreement_of(form.substr(0, space)), {}};
    if (space != std::string_view::npos) noun.words = form.substr(space + 1);
    return noun;
  }
  return {};
}

}  // namespace aloud::packs
