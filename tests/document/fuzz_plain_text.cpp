#include <cstddef>
#include <cstdint>

#include "document/document_checks.h"

// Front matter included: every input that is text keeps the promises of document_checks.h.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  aloud::require_promises({reinterpret_cast<const char*>(data), size}, aloud::DocumentFormat::plain_text);
  return 0;
}
