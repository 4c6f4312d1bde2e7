#include <cstdio>
#include <cstdlib>
#include <memory>

#include "language/pronunciation/lexicon.h"
#include "language/pronunciation/lexicon_index.h"
#include "language/pronunciation/pronouncer.h"
#include "util/error.h"
#include "util/utf8.h"

namespace {

void require(bool holds, const char* property) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", property);
  std::abort();
}

}  // namespace

// A lexicon that parses holds what the engine may be given, and finds its own words in any text.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace aloud;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto lexicon = std::make_shared<Lexicon>();
  try {
    *lexicon = parse_lexicon(text, "fuzz", "en");
  } catch (const Error& error) {
    require(error.place().path == "fuzz", "an error names the file");
    return 0;
  }
  for (const LexiconEntry& entry : lexicon->entries) {
    require(!entry.grapheme.empty() && entry.alias.empty() != entry.phonemes.empty(), "an entry is an alias or phonemes");
    require(entry.phonemes.empty() || is_harmless_phoneme_string(entry.phonemes), "phonemes are harmless");
  }
  const Pronouncer pronouncer("en", {lexicon});
  for (const LexiconEntry& entry : lexicon->entries) {
    std::vector<Pronouncer::Claim> claims;
    const AlignedText prepared = pronouncer.prepare(AlignedText::verbatim("a " + entry.grapheme + "'s b", 7), claims);
    std::size_t done = 0;
    for (const Pronunciation& one : pronouncer.pronounce(prepared, claims)) {
      require(one.spoken.begin >= done && one.spoken.end > one.spoken.begin, "pronunciations are in order and disjoint");
      require(one.spoken.end <= prepared.size(), "and within the text");
      done = one.spoken.end;
    }
  }
  return 0;
}
