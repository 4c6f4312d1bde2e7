#include <cstdlib>

#include "language/language_detector.h"
#include "util/utf8.h"

// Any bytes: a guess names a language and is the same twice; what is not UTF-8 gives none.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace aloud;
  static const LanguageDetector english("en");
  static const LanguageDetector russian("ru");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const TextWords words(text);
  const ByteRange all = {0, text.size()};
  for (const LanguageDetector* detector : {&english, &russian}) {
    for (const auto& found : {detector->foreign_paragraph(words), detector->foreign_sentence(words, all),
                              detector->foreign_quotation(words, all)}) {
      if (found && (found->empty() || !is_valid_utf8(text))) std::abort();
    }
  }
  if (detect_language(text) != detect_language(text)) std::abort();
  return 0;
}
