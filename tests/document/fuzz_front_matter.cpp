#include <cstdint>
#include <cstdlib>
#include <string>

#include "document/front_matter.h"
#include "util/utf8.h"

// Front matter in any syntax: what is told of it lies within the text, and a key that withholds the article is never lost where
// all of it was read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!aloud::is_valid_utf8(text)) return 0;  // a decoded source is valid
  const auto reading = aloud::read_front_matter(text);
  if (!reading) return 0;
  if (reading->fields.source.begin > reading->fields.source.end || reading->fields.source.end > size) std::abort();
  for (const aloud::Finding& finding : reading->findings) {
    if (finding.code != aloud::kFrontMatterFinding || finding.source.end > size) std::abort();
  }
  if (reading->title.text() != reading->fields.title.value_or("")) std::abort();
  const auto range = reading->title.source_of({0, reading->title.size()});
  if (range.end > reading->fields.source.end) std::abort();
  return 0;
}
