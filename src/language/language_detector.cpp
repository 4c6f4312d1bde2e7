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
#include "language/language_tag.h"
#include "language/sentences/language_table.h"
#include "language/spoken_form/word_list.h"
#include "util/table_lines.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// Letters (bytes of them) from which CLD2 is believed without the common words' word.
constexpr std::size_t kLongText = 100;       // a whole article
constexpr std::size_t kLongParagraph = 120;  // one in a language without common words of its own
constexpr std::size_t kLongSibling = 240;    // one in a language that is nearly the article's
constexpr std::size_t kLettersMore = 16;     // CLD2 counts a space around each stretch of letters as well

// Percent of a text that CLD2 takes for one language.
constexpr int kMostOf = 50;
constexpr int kNearlyAllOf = 80;

using Words = std::span<const TextWord>;

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

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Whether most letters of `text` are in a script other than Latin, and than that of `sample`, a word of the article's language.
bool is_in_other_script(std::string_view text, std::string_view sample) {
  if (sample.empty() || is_ascii(text)) return false;
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
  return script_of(code_point_at(sample, 0).value) != script;
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

std::string_view part_of(std::string_view text, ByteRange range) { return text.substr(range.begin, range.size()); }

bool reports_speech(const TextWords& text, const std::string& language) {
  const LanguageTable& table = LanguageTable::for_language(language);
  std::string word;
  return std::any_of(text.all().begin(), text.all().end(), [&](const TextWord& one) {
    read_text_word(text.text(), one.begin, word);
    return table.reports_speech(word);
  });
}

// Among languages that are nearly the same, common words judge better than letters: CLD2 takes Danish for Norwegian, and Dutch
// for Afrikaans.
void refine(LanguageGuess& guess, Words words) {
  const CommonWords& known = CommonWords::built_in();
  const std::string first = guess.language;
  std::size_t most = count_common(words, known.bit_of(first));
  each_sibling(first, [&](const std::string& sibling) {
    const std::size_t common = count_common(words, known.bit_of(sibling));
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
  if (!guess || guess->percent < kMostOf) return std::nullopt;
  const TextWords words(text);
  refine(*guess, words.all());
  if (guess->letters >= kLongText) return guess->language;
  const std::size_t common = count_common(words.all(), CommonWords::built_in().bit_of(guess->language));
  return common >= 2 && common * 4 >= words.all().size() ? std::optional(guess->language) : std::nullopt;
}

LanguageDetector::LanguageDetector(const std::string& language)
    : language_(language_subtag(language)), own_(CommonWords::built_in().bit_of(language)), siblings_(0) {
  each_sibling(language_, [this](const std::string& one) { siblings_ |= CommonWords::built_in().bit_of(one); });
}

std::optional<std::string> LanguageDetector::foreign_paragraph(const TextWords& paragraph) const {
  const std::string_view text = paragraph.text();
  const Words words = paragraph.all();
  if (sounds_familiar(words)) return std::nullopt;
  const bool long_enough = text.size() + kLettersMore >= kLongParagraph;  // to be believed without common words
  if (!long_enough && !may_agree(words, 8, 3)) return std::nullopt;
  const std::optional<LanguageGuess> guess = other_language(text, words);
  if (!guess || guess->percent < kNearlyAllOf) return std::nullopt;
  if (are_siblings(guess->language, language_)) {
    return guess->letters >= kLongSibling ? std::optional(guess->language) : std::nullopt;
  }
  const LanguageSet foreign = CommonWords::built_in().bit_of(guess->language);
  if (foreign == 0 || is_in_other_script(text, sample())) {
    return guess->letters >= kLongParagraph ? std::optional(guess->language) : std::nullopt;
  }
  return words.size() >= 8 && agrees(weigh(words, foreign), 3) ? std::optional(guess->language) : std::nullopt;
}

std::optional<std::string> LanguageDetector::foreign_sentence(const TextWords& text, ByteRange sentence) const {
  const std::string_view written = part_of(text.text(), sentence);
  const Words words = text.within(sentence);
  if (sounds_familiar(words)) return std::nullopt;  // most, and soon told
  const bool whole = ends_like_a_sentence(written);
  if (is_in_other_script(written, sample())) return whole ? in_other_script(written, words) : std::nullopt;
  return whole || words.size() >= 8 ? by_common_words(written, words, words.size() <= 5 ? 2 : 3) : std::nullopt;
}

std::optional<std::string> LanguageDetector::foreign_quotation(const TextWords& text, ByteRange phrase) const {
  const std::string_view written = part_of(text.text(), phrase);
  const Words words = text.within(phrase);
  if (sounds_familiar(words)) return std::nullopt;
  const bool title = !ends_like_a_sentence(written);
  if (title && words.size() < 6) return std::nullopt;  // a title, a saying
  if (is_in_other_script(written, sample())) return in_other_script(written, words);
  return by_common_words(written, words, title || words.size() > 5 ? 3 : 2);
}

std::optional<std::string> LanguageDetector::in_other_script(std::string_view text, Words words) const {
  const std::optional<LanguageGuess> guess = other_language(text, words);
  if (!guess || guess->percent < kNearlyAllOf || are_siblings(guess->language, language_)) return std::nullopt;
  return words.size() >= 3 || guess->letters >= 24 ? std::optional(guess->language) : std::nullopt;
}

std::optional<std::string> LanguageDetector::by_common_words(std::string_view text, Words words, std::size_t least) const {
  if (!may_agree(words, 4, least)) return std::nullopt;
  const std::optional<LanguageGuess> guess = other_language(text, words);
  if (!guess || guess->percent < kNearlyAllOf || are_siblings(guess->language, language_)) return std::nullopt;
  const LanguageSet foreign = CommonWords::built_in().bit_of(guess->language);
  return agrees(weigh(words, foreign), least) ? std::optional(guess->language) : std::nullopt;
}

bool LanguageDetector::goes_with(std::string_view text, const std::string& language) const {
  const TextWords words(text);
  const Evidence evidence = weigh(words.all(), CommonWords::built_in().bit_of(language));
  if (evidence.own != 0) return false;
  return evidence.words == 0 || evidence.foreign > 0 || reports_speech(words, language);
}

std::string_view LanguageDetector::sample() const { return CommonWords::built_in().sample(own_); }

// A third of common words is more than related languages share.
bool LanguageDetector::sounds_familiar(Words words) const { return count_common(words, own_) * 3 > words.size(); }

// Whether the common words could agree with any language that CLD2 might name. Mostly they could not, and CLD2, which takes
// and gives back a lot of memory each time, need not be asked.
bool LanguageDetector::may_agree(Words words, std::size_t least_words, std::size_t least) const {
  if (words.size() < least_words) return false;
  LanguageSet seen = 0;
  for (const TextWord& word : words) seen |= word.common;
  for (seen &= ~(own_ | siblings_); seen != 0; seen &= seen - 1) {
    if (agrees(weigh(words, seen & ~(seen - 1)), least)) return true;
  }
  return false;
}

std::optional<LanguageGuess> LanguageDetector::other_language(std::string_view text, Words words) const {
  std::optional<LanguageGuess> guess = guess_language(text);
  if (guess && language_subtag(guess->language) == language_) return std::nullopt;
  if (guess) refine(*guess, words);
  if (guess && language_subtag(guess->language) == language_) guess.reset();
  return guess;
}

LanguageDetector::Evidence LanguageDetector::weigh(Words words, LanguageSet foreign) const {
  Evidence evidence;
  evidence.words = words.size();
  for (const TextWord& word : words) {
    if (word.capital) ++evidence.capitals;
    const bool theirs = (word.common & foreign) != 0;
    const bool ours = (word.common & own_) != 0;
    if (theirs && ours) ++evidence.shared;
    if (ours && !theirs) ++evidence.own;
    if (!theirs || ours) continue;
    ++evidence.foreign;
    if (!word.capital) ++evidence.foreign_small;
  }
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
