#include "language/packs/recognisers.h"
#include "language/packs/verbaliser.h"

namespace aloud::packs {
namespace {

bool follows_clock_word(const Tokens& tokens, std::size_t i, const Pack& pack) {
  const std::size_t before = tokens.is(i - 1, U'.') ? i - 2 : i - 1;
  return i > 0 && pack.lists("clock before", tokens.str(before, i));
}

std::size_t after_clock_word(const Tokens& tokens, std::size_t i, const Pack& pack) {
  for (std::size_t end = i + 2; end > i; --end) {
    if (end > i + 1 && !tokens.glued(i + 1)) continue;
    if (tokens.is_word(i) && pack.lists("clock after", tokens.str(i, end)) && tokens.ends_clean(end)) return end;
  }
  return i;
}

// The case that "o", "od" ask an hour to have, also before "godz.".
Agreement hour_agreement(const Tokens& tokens, std::size_t i, const Pack& pack) {
  std::size_t before = i - 1;
  if (tokens.is(before, U'.') && i > 2 && pack.lists("clock before", tokens.str(before - 1))) before -= 2;
  const auto* form = pack.find("hour prepositions", tokens.str(before));
  return form == nullptr ? Agreement() : agreement_of(form->front());
}

}  // namespace

namespace {

// "15:30", "15:30:45", "15.30 uur", "15h30", "kl. 8.05".
Hit one_time(const Tokens& tokens, std::size_t i, const Pack& pack, std::optional<Case> in_case = {}) {
  if (!tokens.digits(i, 1, 2) || !tokens.begins_clean(i) || tokens.follows(i, U".,:/")) return {};
  Value value;
  value.kind = Kind::time;
  value.hour = tokens.value(i);
  const bool h = tokens.is(i + 1, "h") && !pack.notation("clock h").empty() && tokens.glued(i + 1);
  const bool colon = tokens.is(i + 1, U':'), dot = tokens.is(i + 1, U'.');
  const bool minutes = tokens.digits(i + 2, 2) && is_joined(tokens, i, i + 3) && (h || colon || dot);
  std::size_t end = minutes ? i + 3 : i + 2;
  if (!minutes && !h) return {};
  if (minutes) value.minute = tokens.value(i + 2);
  if (colon && minutes && tokens.is(end, U':') && tokens.digits(end + 1, 2) && is_joined(tokens, i, end + 2)) {
    value.second = tokens.value(end + 1);
    value.has_second = true;
    end += 2;
  }
  if (value.hour > 24 || value.minute > 59 || value.second > 59 || !tokens.ends_clean(end)) return {};
  if (tokens.glued(end) && (tokens.is(end, U':') || tokens.is(end, U'.') || tokens.is(end, U',')) && tokens.glued(end + 1))
    return {};
  const std::size_t after = after_clock_word(tokens, end, pack);
  if (dot && after == end && !follows_clock_word(tokens, i, pack)) return {};
  value.agreement = hour_agreement(tokens, i, pack);
  if (in_case) value.agreement.grammatical_case = *in_case;
  return hit_of(tokens, i, without_last_stop(tokens, after), value, pack);
}

}  // namespace

// A time, or two with a dash between.
Hit clock_time(const Tokens& tokens, std::size_t i, const Pack& pack) {
  Hit from = one_time(tokens, i, pack);
  if (!from || !tokens.is_range_dash(from.end)) return from;
  const Case both = agreement_of(pack.notation("times range")).grammatical_case;
  Hit to = one_time(tokens, from.end + 1, pack, both);
  if (!to) return from;
  from = one_time(tokens, i, pack, both);
  Hit hit = aloud::say(
      tokens, i, to.end,
      filled(pack.word("range of times"), {{"a", from.edits.front().replacement}, {"b", to.edits.front().replacement}}));
  hit.edits.front().rule = from.edits.front().rule;
  hit.edits.front().rule.insert(hit.edits.front().rule.size() - 1,
                                ".." + to.edits.front().rule.substr(5, to.edits.front().rule.size() - 6));
  return hit;
}

}  // namespace aloud::packs
