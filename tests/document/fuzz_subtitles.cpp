#include <cstddef>
#include <cstdint>

#include "document/document_checks.h"

// Every text keeps the promises of document_checks.h, read as cues.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  aloud::require_promises({reinterpret_cast<const char*>(data), size}, aloud::DocumentFormat::subtitles);
  return 0;
}
