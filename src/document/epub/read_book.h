#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace aloud {

/// Whether bytes are taken for an EPUB: by its name, or since they are a ZIP archive that says so.
bool is_book(std::string_view path, std::string_view bytes);

/// Reads an EPUB 2 or 3. On failure (no archive, no page, protected against copying, larger than any book) throws
/// Error{input} at the book.
Document read_book(const std::string& name, std::string_view bytes);

}  // namespace aloud
