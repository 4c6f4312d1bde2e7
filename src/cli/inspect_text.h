#pragma once

#include <optional>
#include <string>

#include "document/document.h"
#include "process/phonemes.h"
#include "script/script.h"
#include "script/trace.h"

namespace aloud::cli {

/// The stage "text": what is read of an article, a block a line, without markup; cells of tables between "|".
/// Of a web page and a book without its title and the descriptions of its images.
std::string article_text(const Document& document);

/// The stage "outline": a line for each section of a book, with the number of its chapter ("-": none), its title, and what it
/// is where it is not the book's text; for other articles a line for each heading.
std::string outline_text(const Document& document);

/// The stage "sentences" of a sentence as text: as it is written; an announcement as it is said.
std::string sentence_text(const SentenceTrace& sentence);

/// The stage "spoken" of an utterance as text: what is written; "→" what is said, where that differs; one line for each
/// change, with its rule; and the phonemes between slashes. docs/formats/inspect.md describes it.
std::string spoken_text(const Utterance& utterance, const std::optional<Transcription>& said, const std::string& source);

}  // namespace aloud::cli
