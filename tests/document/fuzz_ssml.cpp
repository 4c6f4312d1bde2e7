#include <cstddef>
#include <cstdint>

#include "document/document_checks.h"

// Well-formed SSML keeps the promises of document_checks.h; what is not is refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  aloud::require_promises({reinterpret_cast<const char*>(data), size}, aloud::DocumentFormat::ssml);
  return 0;
}
