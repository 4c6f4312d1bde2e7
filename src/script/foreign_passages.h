#pragma once

#include <functional>
#include <string>
#include <vector>

#include "document/document.h"
#include "language/language_detector.h"
#include "language/sentences/segmenter.h"

namespace aloud {

/// Finds what an article says in other languages: paragraphs, sentences and quotations that clearly are in one. What the
/// article declares (HTML lang) is left alone, and so are code and raw HTML.
class ForeignPassages {
 public:
  /// Tells whether there is a voice for a language, by BCP 47 tag; what nobody can say is not looked at.
  using Speaks = std::function<bool(const std::string& language)>;

  /// `language`: of the article, BCP 47.
  ForeignPassages(const std::string& language, Speaks speaks);

  /// The block with its language set, if all of it is in another one, or with a language span around each passage.
  Block marked(const Block& block);

 private:
  using Spans = std::vector<Span>;

  void mark(RichText& content);
  Spans passages_of(const RichText& content);
  void add_sentence(std::string_view text, ByteRange sentence, Spans& found);
  Spans quotations_of(std::string_view text, ByteRange sentence);
  void add_quotation(std::string_view text, ByteRange sentence, ByteRange phrase, Spans& found);

  Speaks speaks_;
  LanguageDetector detector_;
  Segmenter segmenter_;
};

/// The languages of the passages that ForeignPassages finds in the article, each once, in order of appearance.
std::vector<std::string> foreign_languages(const Document& document, const std::string& language,
                                           const ForeignPassages::Speaks& speaks);

/// The language of an article by its running text, as far as it declares none; nullopt when in doubt.
std::optional<std::string> detect_language(const Document& document);

}  // namespace aloud
