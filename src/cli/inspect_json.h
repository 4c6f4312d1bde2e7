#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "process/phonemes.h"
#include "render/render.h"
#include "script/script.h"
#include "script/trace.h"
#include "timeline/coverage.h"

namespace aloud::cli {

// The stages as JSON: one object, two-space indentation, a final newline. Source ranges are bytes of the file.
// docs/formats/inspect.md describes them.
std::string extraction_json(const Document& document);
std::string outline_json(const Document& document);
std::string blocks_json(const Document& document);
std::string sentences_json(const std::vector<SentenceTrace>& sentences, const Document& document, const Reading& reading);
std::string spoken_json(const Script& script, const std::vector<std::optional<Transcription>>& said, const Document& document);
std::string phonemes_json(const Script& script, const std::vector<std::optional<std::string>>& phonemes);
std::string script_json(const Script& script, const Document& document);
std::string coverage_json(const Coverage& coverage);

}  // namespace aloud::cli
