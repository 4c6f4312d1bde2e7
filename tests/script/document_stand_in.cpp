#include "document/source_text.h"

namespace aloud {

SourceText SourceText::decode(std::string name, std::string_view bytes) {
  SourceText source;
  source.name_ = std::move(name);
  source.text_ = bytes;
  source.byte_count_ = bytes.size();
  return source;
}

}  // namespace aloud
