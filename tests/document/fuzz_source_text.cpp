#include <cstdint>
#include <cstdlib>

#include "document/source_text.h"
#include "util/utf8.h"

// Whatever the bytes: an error of kind input, or valid UTF-8 whose offsets go back into the file in order.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aloud;
  try {
    const SourceText source = SourceText::decode("fuzz", {reinterpret_cast<const char*>(data), size});
    if (!is_valid_utf8(source.text())) std::abort();
    std::size_t last = 0;
    for (std::size_t at = 0; at < source.text().size();) {
      const std::size_t end = at + code_point_at(source.text(), at).size;
      const ByteRange bytes = source.source_bytes({at, end});
      if (bytes.begin < last || bytes.end < bytes.begin || bytes.end > size) std::abort();
      last = bytes.end;
      at = end;
    }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) std::abort();
  }
  return 0;
}
