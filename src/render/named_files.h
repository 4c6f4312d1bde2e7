#pragma once

#include <string>

#include "document/document.h"
#include "render/render.h"

namespace aloud {

/// The files that an article may name in its front matter, and a voice profile that lies beside it: those of its project, and
/// those beside the article. Whoever wrote them says nothing about the rest of the disk.
class NamedFiles {
 public:
  /// Requires: both outlive this.
  NamedFiles(const Document& document, const VoiceChoice& choice);

  /// The path of the file that the front matter names so, from the article's directory; one that is not there is looked for in
  /// the current one. `what` is for messages: "voice".
  /// On failure (it lies elsewhere, or a link leads elsewhere) throws Error{input} at the article.
  std::string of_article(const std::string& what, const std::string& path) const;

  /// The path of the lexicon or clip that the profile at `profile` names so, from the profile's directory. What lies in the
  /// project, beside the article or in the current directory names nothing outside of it. On failure throws Error{profile} at
  /// the profile.
  std::string of_profile(const std::string& profile, const std::string& what, const std::string& path) const;

 private:
  const Document& document_;
  const VoiceChoice& choice_;
  std::string beside_;  // the article's directory
};

}  // namespace aloud
