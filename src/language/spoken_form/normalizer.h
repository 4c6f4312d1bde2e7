#pragma once

#include <memory>
#include <string>

#include "language/spoken_form/engine_spelling.h"
#include "language/spoken_form/long_identifiers.h"
#include "language/spoken_form/version_history.h"
#include "util/aligned_text.h"

namespace aloud {

/// Turns a written sentence into what the engine is to say: the seam for the rules about numbers, dates, money, names. What it
/// changes is still aligned to the source, and carries the rule that found it (AlignedText::append says its form).
class Normalizer {
 public:
  virtual ~Normalizer() = default;
  virtual AlignedText normalize(const AlignedText& sentence) const = 0;
};

/// What a normalizer is told of the article and by the listener.
struct NormalizerOptions {
  LongIdentifiers identifiers = LongIdentifiers::shorten;
  std::shared_ptr<const VersionHistory> versions;  ///< of the article; nullptr: none
};

/// The normalizer for a BCP 47 tag, whose spoken forms are spelled for an engine (EngineTraits::spelling). Languages without
/// one get the common rules alone: quotes and dashes in the forms that engines read well, white space folded.
std::unique_ptr<Normalizer> make_normalizer(const std::string& language, const EngineSpelling& spelling,
                                            const NormalizerOptions& options = {});

}  // namespace aloud
