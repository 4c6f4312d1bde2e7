#pragma once

#include "aloud/document.h"
#include "document/document.h"

namespace aloud::v0 {

class Document::Impl {
 public:
  explicit Impl(aloud::Document read) : document(std::move(read)) {}

  const aloud::Document document;
};

}  // namespace aloud::v0
