#pragma once

#include <memory>
#include <string>
#include <vector>

#include "util/aligned_text.h"
#include "util/byte_range.h"

namespace aloud {

/// One change from written to spoken form, for `inspect --stage spoken`.
struct Rewrite {
  ByteRange spoken;  ///< in Spoken::text
  std::string rule;  ///< stable, kebab-case, e.g. "strip-control", "straighten-quote"
};

/// The spoken form of a sentence, still aligned to the source.
struct Spoken {
  AlignedText text;
  std::vector<Rewrite> rewrites;
};

/// Turns a written sentence into what the engine is to say: the seam for the rules about numbers, dates, money, names.
class Normalizer {
 public:
  virtual ~Normalizer() = default;
  virtual Spoken normalize(const AlignedText& sentence) const = 0;
};

/// The normalizer for a BCP 47 tag. Languages without one get the common rules alone: quotes and dashes in the forms that
/// eSpeak NG reads well, white space folded.
std::unique_ptr<Normalizer> make_normalizer(const std::string& language);

}  // namespace aloud
