#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"

namespace aloud::english {
namespace {

bool dotted_at(const Tokens& tokens, std::size_t i) { return tokens.is(i + 1, U'.') && tokens.glued(i + 1); }

// "Main", "42nd".
bool follows_street_name(const Tokens& tokens, std::size_t i) {
  return tokens.capitalised(i - 1) || is_ordinal_ending(tokens.str(i - 1));
}

// "St." and "Dr." after a name are a street, before one a saint or a doctor.
Hit street_or_person(const Tokens& tokens, std::size_t i, std::string_view street, std::string_view person) {
  const bool dotted = dotted_at(tokens, i);
  const std::size_t end = dotted ? i + 2 : i + 1;
  if (!tokens.ends_clean(i + 1)) return {};
  // "Main St", "42nd St.", "Main St., Springfield"; but "the St. Louis …", "in St. Paul's".
  const bool after_name = follows_street_name(tokens, i);
  const bool name_follows = tokens.capitalised(end) && tokens.at(end).spaced;
  const bool starts = i < 2 || tokens.is(i - 2, U'.');  // "At St. Paul's": the word before may be capitalised by its place
  const bool is_street = after_name && (!name_follows || (!starts && tokens.is_number(i - 2)));
  if (!is_street && !name_follows) return {};
  const bool keeps_stop = dotted && end >= tokens.size();
  return say(tokens, i, keeps_stop ? end - 1 : end, std::string(is_street ? street : person));
}

// "Mk 48", "Mk. VII".
bool is_mark_number(const Tokens& tokens, std::size_t i) {
  const bool roman = tokens.capitalised(i) && tokens.str(i).find_first_not_of("IVX") == std::string_view::npos;
  return tokens.at(i).spaced && (tokens.is_number(i) || roman);
}

// "12th", "21st", with white space after it.
bool follows_ordinal(const Tokens& tokens, std::size_t i) {
  return tokens.at(i).spaced && tokens.glued(i - 1) && tokens.is_number(i - 2) && is_ordinal_ending(tokens.str(i - 1));
}

}  // namespace

// Abbreviations whose reading depends on more than the next word.
Hit abbreviation(const Tokens& tokens, std::size_t i, const English&) {
  if (!tokens.at(i).spaced && !tokens.is_mark(i - 1)) return {};
  const std::string_view word = tokens.str(i);
  if (word == "St") return street_or_person(tokens, i, "street", "saint");
  if (word == "Dr") return street_or_person(tokens, i, "drive", "doctor");
  if (word == "No" && tokens.is_number(i + 1) && tokens.at(i + 1).spaced) {  // "No 10", but "No 3 people agree"
    return i == 0 && tokens.lower(i + 2) ? Hit() : say(tokens, i, i + 1, "number");
  }
  const bool dotted = dotted_at(tokens, i);
  const std::size_t after = dotted ? i + 2 : i + 1;
  const bool name_follows = tokens.capitalised(after) && tokens.at(after).spaced && tokens.str(after).size() > 1;
  if (word == "Mk" && is_mark_number(tokens, after)) return say(tokens, i, after, "Mark");
  if (word == "c" && dotted && follows_ordinal(tokens, i)) {  // "the 12th c."
    return say(tokens, i, after < tokens.size() ? after : i + 1, "century");
  }
  const bool guest = word == "ft" || word == "feat" || word == "Feat";  // of a song, not "a remarkable feat."
  if (guest && dotted && (name_follows || tokens.is_number(after))) return say(tokens, i, after, "featuring");
  if (word == "Mt" && name_follows) return say(tokens, i, after, "Mount");
  if (word == "Sts" && name_follows) return say(tokens, i, after, "saints");
  if (word == "Ste" && name_follows) return say(tokens, i, after, "sainte");
  if (word == "Ste" && tokens.is_number(after)) return say(tokens, i, after, "suite");
  if (word == "Apt" && tokens.is_number(i + 1) && tokens.at(i + 1).spaced) return say(tokens, i, i + 1, "apartment");
  if (word == "Ave" && !tokens.is(i + 1, U'.')) {  // "Ave Maria"
    return follows_street_name(tokens, i) ? say(tokens, i, i + 1, "avenue") : Hit();
  }
  if ((word == "Jr" || word == "Sr") && dotted) return {};
  if (dotted && (word == "b" || word == "d" || word == "r" || word == "fl") && tokens.is_number(i + 2)) {
    const char* spoken = word == "b" ? "born" : word == "d" ? "died" : word == "r" ? "reigned" : "flourished";
    return say(tokens, i, i + 2, spoken);
  }
  if (dotted && word == "c" && tokens.is_number(i + 2)) return say(tokens, i, i + 2, "circa");
  return {};
}

// "U.S.", "Ph.D.", "a.m.", "U.S.A.'s": letters with periods between, said without pauses.
Hit dotted_letters(const Tokens& tokens, std::size_t i, const English&) {
  if (!tokens.begins_clean(i) || (tokens.glued(i) && tokens.is(i - 1, U'.'))) return {};
  std::string letters;
  std::size_t end = i;
  while (tokens.is_word(end) && tokens.str(end).size() == 1 && tokens.is(end + 1, U'.') && tokens.glued(end + 1) &&
         (end == i || tokens.glued(end)) && letters.size() < 12) {
    letters += tokens.str(end);
    end += 2;
  }
  const bool open = tokens.is_word(end) && tokens.glued(end) && tokens.str(end).size() == 1 && !letters.empty();  // "U.S.A"
  if (open) letters += tokens.str(end++);
  if (letters.size() < 2 || !tokens.ends_clean(end)) return {};
  const bool plural = tokens.is(end, U'\'') && tokens.is(end + 1, "s") && tokens.glued(end + 1);
  const bool last = end >= tokens.size() && !open;
  if (plural) return say(tokens, i, end + 2, spelled_letters(letters) + "'s");
  return say(tokens, i, last ? end - 1 : end, spelled_letters(letters));
}

// "J. R. R. Tolkien": an initial's period is no pause. A lone "A." keeps it, lest it be taken for the article.
Hit initial(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.single_capital(i) || !tokens.begins_clean(i) || !tokens.is(i + 1, U'.') || !tokens.glued(i + 1)) return {};
  const bool name_follows = tokens.capitalised(i + 2) && (tokens.at(i + 2).spaced || tokens.str(i + 2).size() > 1);
  const bool beside_initial = (tokens.is(i + 3, U'.') && tokens.single_capital(i + 2)) ||
                              (i > 1 && tokens.is(i - 1, U'.') && tokens.single_capital(i - 2));
  if (!name_follows || (tokens.str(i) == "A" && !beside_initial)) return {};
  // Without its period "John V. Tarn" would be John the fifth.
  if (is_among("I V X", tokens.str(i)) && english.tables.regnal.contains(tokens.str(i - 1))) return {i + 2, {}, nullptr};
  return say(tokens, i, i + 2, std::string(tokens.str(i)));
}

}  // namespace aloud::english
