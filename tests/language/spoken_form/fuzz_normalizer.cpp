#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "language/spoken_form/spoken_properties.h"

// The first byte says in which language: all of them for each text would make it a part as many texts.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  constexpr const char* kLanguages[] = {"en", "de", "fr", "es", "es-MX", "it", "nl", "pt", "pl", "cs", "sv", "ru", "uk"};
  if (size == 0) return 0;
  const char* language = kLanguages[data[0] % std::size(kLanguages)];
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (!aloud::is_valid_utf8(text)) return 0;  // a Document's text is valid UTF-8
  if (const char* property = aloud::broken_property(text, language)) {
    std::fprintf(stderr, "%s: does not hold: %s\n", language, property);
    std::abort();
  }
  return 0;
}
