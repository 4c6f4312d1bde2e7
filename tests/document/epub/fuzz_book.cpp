#include <cstdlib>
#include <string_view>

#include "document/document_checks.h"
#include "document/epub/read_book.h"
#include "util/error.h"

// Any bytes are a book of which nothing is lost without a word, or none.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  try {
    const aloud::Document document = aloud::read_book("book.epub", {reinterpret_cast<const char*>(data), size});
    if (!aloud::violation(document).empty()) std::abort();
  } catch (const aloud::Error& error) {
    if (error.kind() != aloud::ErrorKind::input) std::abort();
  }
  return 0;
}
