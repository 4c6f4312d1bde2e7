#include "language/language_detector.h"

#include <cstdint>
#include <cstdio>  // for CLD2's header, which forgets it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <limits>

#include "language/characters.h"
#include "language/spoken_form/word_list.h"
#include "util/table_lines.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// Letters (bytes of them) from which CLD2 is believed without the common words' word.
constexpr std::size_t kLongText = 100;       // a whole article
constexpr std::size_t kLongParagraph = 120;  // one in a language without common words of its own
constexpr std::size_t kLongSibling = 240;    // one in a language that is nearly the article's

std::string bcp47(CLD2::Language language) {
  const std::string code = CLD2::LanguageCode(language);
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "no") return "nb";
  return code;
}

// Languages that are so close that a few sentences do not tell them apart.
constexpr std::array<std::string_view, 9> kFamilies = {"da nb nn sv",    "es pt gl ca",    "cs sk",
                                                       "hr sr bs sl mk", "ru uk be bg mk", "hi mr ne sa",
                                                       "ar fa ur ps",    "id ms jv su",    "nl af fy lb"};

bool are_siblings(std::string_view one, std::string_view other) {
  return std::any_of(kFamilies.begin(), kFamilies.end(),
                     [&](std::string_view family) { return is_among(family, one) && is_among(family, other); });
}

// Calls `visit` with each language that is close to `language`.
template <typename Visit>
void each_sibling(const std::string& language, Visit visit) {
  for (const std::string_view family : kFamilies) {
    if (!is_among(family, language)) continue;
    for (const std::string_view one : fields_of(family)) {
      if (one != language) visit(std::string(one));
    }
  }
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

// Whether most letters of `text` are in a script other than Latin, and than the one that most of the article's words are in.
bool is_in_other_script(std::string_view text, const LanguageTable& own) {
  std::size_t letters = 0;
  std::size_t latin = 0;
  UScriptCode script = USCRIPT_COMMON;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    if (!is_letter(c.value)) continue;
    const UScriptCode one = script_of(c.value);
    if (one == USCRIPT_INHERITED || one == USCRIPT_COMMON) continue;
    ++letters;
    if (one == USCRIPT_LATIN)
      ++latin;
    else
      script = one;
  }
  if (letters == 0 || latin * 10 > letters * 3) return false;
  const std::string sample = own.sample_word();
  return sample.empty() ? false : script_of(code_point_at(sample, 0).value) != script;
}

// Calls `visit` with each word of `text` as written: letters, with an apostrophe inside.
template <typename Visit>
void each_word(std::string_view text, Visit visit) {
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint first = code_point_at(text, at);
    if (!is_letter(first.value)) {
      at += first.size;
      continue;
    }
    word.clear();
    for (CodePoint c = first;; c = code_point_at(text, at)) {
      if (is_apostrophe(c.value)) {
        word += '\'';
      } else if (c.value < 0x80 && is_letter(c.value)) {
        word += static_cast<char>(c.value | 0x20U);
      } else if (is_letter(c.value)) {
        append_utf8(word, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
      } else {
        break;
      }
      at += c.size;
      if (at >= text.size()) break;
    }
    visit(word, is_upper(first.value));
  }
}

// "l'homme" is known by "l'".
bool is_common(const std::string& word, const LanguageTable& table) {
  if (table.is_common(word)) return true;
  const std::size_t apostrophe = word.find('\'');
  return apostrophe != std::string::npos && table.is_common(word.substr(0, apostrophe + 1));
}

bool ends_like_a_sentence(std::string_view text) {
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (stop_of(last.value) != Stop::none || last.value == U':' || last.value == U';') return true;
    if (!is_white_space(last.value) && !is_closing(last.value)) return last.value == U',';
    text.remove_suffix(last.size);
  }
  return false;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  each_word(text, [&](const std::string& /*word*/, bool /*capital*/) { ++words; });
  return words;
}

std::size_t count_common(std::string_view text, const LanguageTable& table) {
  std::size_t common = 0;
  each_word(text, [&](const std::string& word, bool /*capital*/) { common += is_common(word, table) ? 1U : 0U; });
  return common;
}

// Among languages that are nearly the same, common words judge better than letters: CLD2 takes Danish for Norwegian, and Dutch
// for Afrikaans.
void refine(LanguageGuess& guess, std::string_view text) {
  const std::string first = guess.language;
  std::size_t most = count_common(text, LanguageTable::for_language(first));
  each_sibling(first, [&](const std::string& sibling) {
    const std::size_t common = count_common(text, LanguageTable::for_language(sibling));
    if (common <= most) return;
    most = common;
    guess.language = sibling;
  });
}

}  // namespace

std::optional<LanguageGuess> guess_language(std::string_view text) {
  if (text.empty() || text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return std::nullopt;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int letters = 0;
  int valid = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(),
                                          percents.data(), scores.data(), nullptr, &letters, &reliable, &valid);
  if (!reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE || languages[0] == CLD2::TG_UNKNOWN_LANGUAGE) return std::nullopt;
  return LanguageGuess{bcp47(languages[0]), percents[0], static_cast<std::size_t>(letters)};
}

std::optional<std::string> detect_language(std::string_view text) {
  std::optional<LanguageGuess> guess = guess_language(text);
  if (!guess || guess->percent < 50) return std::nullopt;
  refine(*guess, text);
  if (guess->letters >= kLongText) return guess->language;
  const std::size_t common = count_common(text, LanguageTable::for_language(guess->language));
  return common >= 2 && common * 4 >= count_words(text) ? std::optional(guess->language) : std::nullopt;
}

LanguageDetector::LanguageDetector(const std::string& language)
    : language_(language_subtag(language)), own_(LanguageTable::for_language(language)) {}

std::optional<std::string> LanguageDetector::foreign_paragraph(std::string_view text) {
  const std::optional<LanguageGuess> guess = other_language(text);
  if (!guess || guess->percent < 80) return std::nullopt;
  if (are_siblings(guess->language, language_)) {
    return guess->letters >= kLongSibling ? std::optional(guess->language) : std::nullopt;
  }
  const LanguageTable& foreign = LanguageTable::for_language(guess->language);
  if (foreign.sample_word().empty() || is_in_other_script(text, own_)) {
    return guess->letters >= kLongParagraph ? std::optional(guess->language) : std::nullopt;
  }
  const Evidence evidence = weigh(text, foreign);
  return evidence.words >= 8 && agrees(evidence, 3) ? std::optional(guess->language) : std::nullopt;
}

std::optional<std::string> LanguageDetector::foreign_sentence(std::string_view text) {
  const std::optional<LanguageGuess> guess = other_language(text);
  if (!guess || guess->percent < 80 || are_siblings(guess->language, language_)) return std::nullopt;
  const std::size_t words = count_words(text);
  const bool whole = ends_like_a_sentence(text);
  if (is_in_other_script(text, own_)) {
    return whole && (words >= 3 || guess->letters >= 24) ? std::optional(guess->language) : std::nullopt;
  }
  if (words < 4 || !(whole || words >= 8)) return std::nullopt;
  const LanguageTable& foreign = LanguageTable::for_language(guess->language);
  return agrees(weigh(text, foreign), words <= 5 ? 2 : 3) ? std::optional(guess->language) : std::nullopt;
}

std::optional<std::string> LanguageDetector::foreign_quotation(std::string_view text) {
  const std::size_t words = count_words(text);
  if (!ends_like_a_sentence(text) && words < 6) return std::nullopt;  // a title, a saying
  const std::optional<LanguageGuess> guess = other_language(text);
  if (!guess || guess->percent < 80 || are_siblings(guess->language, language_)) return std::nullopt;
  if (is_in_other_script(text, own_)) {
    return words >= 3 || guess->letters >= 24 ? std::optional(guess->language) : std::nullopt;
  }
  const bool title = !ends_like_a_sentence(text);
  const std::size_t least = title || words > 5 ? 3 : 2;
  return words >= 4 && agrees(weigh(text, LanguageTable::for_language(guess->language)), least) ? std::optional(guess->language)
                                                                                                : std::nullopt;
}

bool LanguageDetector::goes_with(std::string_view text, const std::string& language) {
  const LanguageTable& foreign = LanguageTable::for_language(language);
  const Evidence evidence = weigh(text, foreign);
  bool speech = false;
  each_word(text, [&](const std::string& word, bool /*capital*/) { speech = speech || foreign.reports_speech(word); });
  return evidence.own == 0 && (evidence.words == 0 || evidence.foreign > 0 || speech);
}

// A third of common words is more than related languages share, and spares most sentences the question to CLD2, which takes
// and gives back a lot of memory each time.
bool LanguageDetector::sounds_familiar(std::string_view text) const {
  std::size_t words = 0;
  std::size_t common = 0;
  each_word(text, [&](const std::string& word, bool /*capital*/) {
    ++words;
    common += is_common(word, own_) ? 1U : 0U;
  });
  return words > 0 && common * 3 > words;
}

std::optional<LanguageGuess> LanguageDetector::other_language(std::string_view text) {
  if (sounds_familiar(text)) return std::nullopt;
  std::optional<LanguageGuess> guess = guess_language(text);
  if (guess && language_subtag(guess->language) == language_) return std::nullopt;
  if (guess) refine(*guess, text);
  if (guess && language_subtag(guess->language) == language_) guess.reset();
  return guess;
}

LanguageDetector::Evidence LanguageDetector::weigh(std::string_view text, const LanguageTable& foreign) const {
  Evidence evidence;
  each_word(text, [&](const std::string& word, bool capital) {
    ++evidence.words;
    if (capital) ++evidence.capitals;
    const bool theirs = is_common(word, foreign);
    const bool ours = is_common(word, own_);
    if (theirs && ours) ++evidence.shared;
    if (ours && !theirs) ++evidence.own;
    if (!theirs || ours) return;
    ++evidence.foreign;
    if (!capital) ++evidence.foreign_small;
  });
  return evidence;
}

bool LanguageDetector::agrees(const Evidence& evidence, std::size_t least) const {
  constexpr std::size_t kLongerThanTitles = 12;  // words; "The City on the Edge of Forever" is none to be said otherwise
  const bool title = evidence.words < kLongerThanTitles && evidence.capitals * 2 > evidence.words;
  const bool enough = !title && evidence.foreign >= least && evidence.foreign_small >= 1 &&
                      (evidence.foreign + evidence.shared) * 4 >= evidence.words;
  return enough && evidence.own * 4 <= evidence.foreign;
}

}  // namespace aloud
