#include <cstdlib>

#include "language/sentences/segmenter.h"
#include "language/words.h"
#include "util/utf8.h"

// Any bytes: sentences are the text, on code points, none blank; words lie in order within it.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace aloud;
  static const Segmenter segmenters[] = {Segmenter("en"), Segmenter("de"), Segmenter("fr"), Segmenter("el"), Segmenter("ja"),
                                         Segmenter("hy"), Segmenter("am"), Segmenter("ur"), Segmenter("zh"), Segmenter("kk")};
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto ranges = segmenters[data[0] % std::size(segmenters)].split(text);
  std::size_t at = 0;
  for (const ByteRange& range : ranges) {
    if (range.begin != at || range.end <= range.begin) std::abort();
    if (is_valid_utf8(text) && floor_to_code_point(text, range.end) != range.end) std::abort();
    if (ranges.size() > 1 && trim_white_space(text, range).empty()) std::abort();
    at = range.end;
  }
  if (at != text.size()) std::abort();
  at = 0;
  for (const ByteRange& word : find_words(text)) {
    if (word.begin < at || word.end <= word.begin || word.end > text.size()) std::abort();
    at = word.end;
  }
  return 0;
}
