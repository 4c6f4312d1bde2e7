#include <cstdint>
#include <cstdlib>

#include "document/document_checks.h"
#include "process/reader_message.h"
#include "util/error.h"
#include "util/message.h"

// What a reader process hands over, whoever wrote it: refused, or a sound document that would be sent as it came.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view message(reinterpret_cast<const char*>(data), size);
  constexpr std::size_t kFile = 1000;
  try {
    const aloud::Document document = aloud::document_or_failure(message, "a.md", kFile);
    if (!aloud::unsound(document).empty()) std::abort();
    const std::string again = aloud::message_of_document(document);
    if (aloud::message_of_document(aloud::document_or_failure(again, "a.md", kFile)) != again) std::abort();
  } catch (const aloud::BadMessage&) {
    return 0;
  } catch (const aloud::Error& error) {
    if (error.kind() != aloud::ErrorKind::input) std::abort();
  }
  return 0;
}
