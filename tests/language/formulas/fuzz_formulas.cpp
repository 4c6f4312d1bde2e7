#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>

#include "language/formulas/formula_words.h"
#include "language/formulas/mathml_parser.h"
#include "language/formulas/tex_parser.h"
#include "util/utf8.h"

// TeX and MathML of any kind have words, which are valid UTF-8; those of TeX without a backslash. The first byte says in which
// language.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  constexpr const char* kLanguages[] = {"en", "de", "fr", "es"};
  if (size == 0) return 0;
  const std::string_view tex(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (!aloud::is_valid_utf8(tex)) return 0;  // a Document's text is valid UTF-8
  const aloud::SayPlain as_written = [](std::string_view plain) { return std::string(plain); };
  const std::string words =
      aloud::formula_words(aloud::parse_tex(tex), kLanguages[data[0] % std::size(kLanguages)], as_written);
  const std::string of_elements = aloud::formula_words(aloud::parse_mathml(tex), "en", as_written);
  if (!aloud::is_valid_utf8(words) || !aloud::is_valid_utf8(of_elements) || words.find('\\') != std::string::npos) {
    std::fprintf(stderr, "no words: %s\n", words.c_str());
    std::abort();
  }
  return 0;
}
