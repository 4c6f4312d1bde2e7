#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "util/error.h"

namespace aloud {

// What a reader process hands over (docs/formats/reader-message.md): a document, or why there is none.

std::string message_of_document(const Document& document);
std::string message_of_failure(const Error& error);

/// The document that the article `path` with `bytes` was read as, whoever wrote the message. On failure throws BadMessage
/// (util/message.h), or the Error{input} that the message tells, at the article.
Document document_or_failure(std::string_view message, const std::string& path, std::size_t bytes);

}  // namespace aloud
