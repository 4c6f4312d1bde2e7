#include "render/article_cover.h"

#include "audio/cover.h"

namespace aloud {

std::shared_ptr<const Cover> choose_cover(const std::string& asked) {
  if (asked.empty() || asked == kNoCover) return nullptr;
  return std::make_shared<const Cover>(load_cover(asked));
}

}  // namespace aloud
