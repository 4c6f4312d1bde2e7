#include <cstdio>
#include <cstdlib>

#include "language/spoken_form/spoken_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!aloud::is_valid_utf8(text)) return 0;  // a Document's text is valid UTF-8
  for (const char* language : {"en", "de", "fr", "es", "es-MX"}) {
    if (const char* property = aloud::broken_property(text, language)) {
      std::fprintf(stderr, "%s: does not hold: %s\n", language, property);
      std::abort();
    }
  }
  return 0;
}
