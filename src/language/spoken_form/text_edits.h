#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "util/aligned_text.h"
#include "util/byte_range.h"

namespace aloud {

/// Replaces `range` of a text. An empty range inserts; an empty replacement removes.
struct Edit {
  ByteRange range;
  std::string replacement;
  std::string rule =
      {};  ///< the name to record (AlignedText::append says its form), if it says more than the rule that finds it
};

/// In order of range.begin and disjoint.
using Edits = std::vector<Edit>;

/// A rule of a normalizer: finds what it would change in a text, and is done when it finds nothing in its own output.
struct Rule {
  const char* name;  ///< stable, kebab-case
  std::function<Edits(std::string_view text)> find;
};

/// Applies `edits` by the rule of that name. Stretches between them keep their alignment; a replacement stands for the whole
/// source of what it replaces (a part of it for each piece, if something left out lies between) and has the name of the edit's
/// rule; inserted text has no source; the source of removed text is in no run.
void apply(const Edits& edits, const char* rule, AlignedText& text);

}  // namespace aloud
