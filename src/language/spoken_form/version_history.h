#pragma once

#include <set>
#include <string>
#include <string_view>

#include "language/spoken_form/code_words.h"
#include "language/spoken_form/text_edits.h"

namespace aloud {

/// The versions that an article speaks of. A number with a point, "1.24", is a decimal or a version; where the article
/// has "1.24.0" too, or a three-part version of the thing that is named before it, it is one.
class VersionHistory {
 public:
  /// Of no article.
  VersionHistory() = default;
  /// Of an article's text, markup and all. Linear.
  explicit VersionHistory(std::string_view text);

  /// What is said for versions of two parts, of which the second is a number of its own: "3.10" is "3 point 10". Linear.
  Edits find(std::string_view text, const CodeWords& words) const;

 private:
  bool is_versioned(std::string_view name, const CodeWords& words) const;

  std::set<std::string, std::less<>> names_;    // in small letters: what versions of three parts were named after
  std::set<std::string, std::less<>> numbers_;  // "1.24" of "1.24.0"
};

}  // namespace aloud
