#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "language/common_words.h"
#include "language/text_words.h"
#include "util/byte_range.h"

namespace aloud {

/// What CLD2 makes of a text.
struct LanguageGuess {
  std::string language;     ///< BCP 47: "de", "nb", "zh-Hant"
  int percent = 0;          ///< of the text that is in it
  std::size_t letters = 0;  ///< bytes of the text that are letters
};

/// nullopt where CLD2 is not sure, or the text is not UTF-8. Depends on the text alone.
std::optional<LanguageGuess> guess_language(std::string_view text);

/// The language of an article, from its running text: by CLD2, and for short texts only if the language's common words agree.
/// nullopt when in doubt.
std::optional<std::string> detect_language(std::string_view text);

/// Finds passages in other languages than the article's. Two witnesses have to agree: CLD2, which judges by letters and so
/// takes names for their language, and the common words of the language tables, which names and titles have few of. What has no
/// table is believed only over a long stretch.
class LanguageDetector {
 public:
  /// `language`: of the article, BCP 47.
  explicit LanguageDetector(const std::string& language);

  /// The language of a paragraph if it is another one.
  std::optional<std::string> foreign_paragraph(const TextWords& paragraph) const;
  /// The same for a sentence of it, with its stop.
  std::optional<std::string> foreign_sentence(const TextWords& text, ByteRange sentence) const;
  /// The same for what stands between quotation marks within a sentence, without them.
  std::optional<std::string> foreign_quotation(const TextWords& text, ByteRange phrase) const;

  /// Whether `text`, the rest of a sentence around a quotation in `language`, is in that language too: it has a common word or
  /// a verb of speech of it (", sagte Anna."), or no word at all, and no common word of the article's language alone.
  bool goes_with(std::string_view text, const std::string& language) const;

 private:
  using Words = std::span<const TextWord>;
  struct Evidence {
    std::size_t words = 0;
    std::size_t capitals = 0;       // words that begin with one
    std::size_t foreign = 0;        // common words of the foreign language that are not the article's
    std::size_t foreign_small = 0;  // …of them in small letters, which names and titles are not
    std::size_t own = 0;            // common words of the article's language that are not the foreign one's
    std::size_t shared = 0;
  };
  std::optional<std::string> in_other_script(std::string_view text, Words words) const;
  std::optional<std::string> by_common_words(std::string_view text, Words words, std::size_t least) const;
  std::optional<LanguageGuess> other_language(std::string_view text, Words words) const;
  Evidence weigh(Words words, LanguageSet foreign) const;
  bool agrees(const Evidence& evidence, std::size_t least) const;
  bool may_agree(Words words, std::size_t least_words, std::size_t least) const;
  bool sounds_familiar(Words words) const;
  std::string_view sample() const;

  std::string language_;
  LanguageSet own_;
  LanguageSet siblings_;
};

}  // namespace aloud
