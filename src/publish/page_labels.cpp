#include "publish/page_labels.h"

#include <algorithm>
#include <cassert>

#include "language/language_tag.h"
#include "publish/page_parts.h"

namespace aloud {

PageLabels::PageLabels(std::string_view language) : language_(language_subtag(std::string(language))) {
  std::string_view rest = page_label_text(language_);
  if (rest.empty()) {
    language_ = "en";
    rest = page_label_text(language_);
  }
  constexpr std::string_view kIs = " = ";
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t is = line.find(kIs);
    if (is != std::string_view::npos) texts_.emplace(line.substr(0, is), line.substr(is + kIs.size()));
  }
}

const std::string& PageLabels::operator[](std::string_view name) const {
  const auto found = texts_.find(name);
  assert(found != texts_.end());
  return found->second;
}

}  // namespace aloud
