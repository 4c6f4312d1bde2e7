#include <cstdlib>

#include "language/language_detector.h"
#include "util/utf8.h"

// Any bytes: a guess names a language and is the same twice; what is not UTF-8 gives none.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace aloud;
  static LanguageDetector english("en");
  static LanguageDetector russian("ru");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (LanguageDetector* detector : {&english, &russian}) {
    for (const auto& found :
         {detector->foreign_paragraph(text), detector->foreign_sentence(text), detector->foreign_quotation(text)}) {
      if (found && (found->empty() || !is_valid_utf8(text))) std::abort();
    }
  }
  if (detect_language(text) != detect_language(text)) std::abort();
  return 0;
}
