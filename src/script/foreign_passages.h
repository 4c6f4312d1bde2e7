#pragma once

#include <functional>
#include <string>
#include <vector>

#include "document/document.h"
#include "language/language_detector.h"
#include "language/sentences/segmenter.h"
#include "script/passages.h"

namespace aloud {

/// Finds what an article says in other languages: paragraphs, sentences and quotations that clearly are in one. What the
/// article declares (HTML lang) is left alone, and so are code and raw HTML. On the way it splits texts into sentences, which
/// need not be done again.
/// The number of a list's item before its text, "3."; empty for other blocks.
inline std::string list_label(const Block& block) {
  return block.ordinal ? std::to_string(*block.ordinal) + "." : std::string();
}

class ForeignPassages {
 public:
  /// Tells whether there is a voice for a language, by BCP 47 tag; what nobody can say is not looked at.
  using Speaks = std::function<bool(const std::string& language)>;

  /// `language`: of the article, BCP 47.
  ForeignPassages(const std::string& language, Speaks speaks);

  BlockPassages find(const Block& block) const;

 private:
  using Spans = std::vector<Span>;

  TextPassages find_in(const RichText& content) const;
  TextPassages find_in(const RichText& content, const TextWords& words, std::vector<ByteRange> sentences) const;
  void add_sentence(const TextWords& text, ByteRange sentence, Spans& found) const;
  Spans quotations_of(const TextWords& text, ByteRange sentence) const;
  void add_quotation(const TextWords& text, ByteRange sentence, ByteRange phrase, Spans& found) const;

  Speaks speaks_;
  LanguageDetector detector_;
  Segmenter segmenter_;
};

/// What ForeignPassages finds in each block of an article.
ArticlePassages find_passages(const Document& document, const std::string& language, const ForeignPassages::Speaks& speaks);

/// The languages of the passages, each once, in order of appearance.
std::vector<std::string> foreign_languages(const ArticlePassages& passages);

/// The block with its language set, or with a language span around each passage. Requires: `passages` are those of the block.
Block with_passages(const Block& block, const BlockPassages& passages);

/// Whether with_passages() would change anything.
bool has_foreign(const BlockPassages& passages);

/// The language of an article by its running text, as far as it declares none; nullopt when in doubt.
std::optional<std::string> detect_language(const Document& document);

}  // namespace aloud
