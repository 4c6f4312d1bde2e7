#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace aloud {

/// A document as bytes for another process of the same build (docs/formats/reader-message.md).
std::string to_message(const Document& document);

/// The document of a message, under the `name` that the receiver knows the article by, whose file has `bytes`. What is read is
/// as sound as if it had been parsed here, whoever wrote the message: all text is valid UTF-8, every range lies within what it
/// indexes and cuts no character, spans nest, silent ranges are disjoint and in order. On failure throws BadMessage
/// (util/message.h).
Document document_of_message(std::string_view message, const std::string& name, std::size_t bytes);

}  // namespace aloud
