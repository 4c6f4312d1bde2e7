#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "process/phonemes.h"
#include "render/render.h"
#include "script/script.h"
#include "timeline/coverage.h"

namespace aloud::cli {

/// A part of a sentence in another language than the rest.
struct ForeignPhrase {
  std::string language;
  ByteRange source;  ///< in the decoded source
};

/// A sentence as it is written, list marker included, before any policy or rewriting.
struct WrittenSentence {
  std::string text;
  std::size_t block = 0;  ///< in Document::blocks
  ByteRange source;       ///< in the decoded source
  std::string language;   ///< BCP 47
  std::vector<ForeignPhrase> phrases;
};
std::vector<WrittenSentence> written_sentences(const Document& document, const Reading& reading);

// The stages as JSON: one object, two-space indentation, a final newline. Source ranges are bytes of the file.
// docs/formats/inspect.md describes them.
std::string blocks_json(const Document& document);
std::string sentences_json(const std::vector<WrittenSentence>& sentences, const Document& document, const Reading& reading);
std::string spoken_json(const Script& script, const std::vector<std::optional<Transcription>>& said, const Document& document);
std::string phonemes_json(const Script& script, const std::vector<std::optional<std::string>>& phonemes);
std::string script_json(const Script& script, const Document& document);
std::string coverage_json(const Coverage& coverage);

}  // namespace aloud::cli
