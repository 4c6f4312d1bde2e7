#pragma once

#include <cstddef>
#include <string>

#include "document/document.h"
#include "render/render.h"

namespace aloud {

/// The pictures of an article's page: those that lie where the article may name files (NamedFiles) stand within the page, so
/// that it works wherever it goes; the others are addressed as the article does.
class PagePictures {
 public:
  /// Requires: both outlive this.
  PagePictures(const Document& document, const VoiceChoice& choice) : document_(document), choice_(choice) {}

  /// A data: address for a PNG or JPEG that can be had and is not too large, also not all together; else `address` itself.
  std::string address_of(const std::string& address);

 private:
  const Document& document_;
  const VoiceChoice& choice_;
  std::size_t bytes_ = 0;
};

}  // namespace aloud
