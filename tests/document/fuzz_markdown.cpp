#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "document/document_checks.h"

// Front matter included: every input that is text keeps the promises of document_checks.h.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aloud;
  try {
    const Document document = read_text({reinterpret_cast<const char*>(data), size}, DocumentFormat::markdown);
    const std::string problem = violation(document);
    if (problem.empty()) return 0;
    std::fprintf(stderr, "%s\n", problem.c_str());
    std::abort();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) std::abort();
  }
  return 0;
}
