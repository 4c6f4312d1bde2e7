#include <string_view>

#include "document/document_checks.h"

// Any bytes are a page, of which nothing is lost without a word.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  aloud::require_promises({reinterpret_cast<const char*>(data), size}, aloud::DocumentFormat::html);
  return 0;
}
