#pragma once

#include <map>
#include <string>
#include <string_view>

namespace aloud {

/// What the page's controls are called in a language.
class PageLabels {
 public:
  /// The labels of page/labels/<language>.txt for a BCP 47 tag; English where there are none.
  explicit PageLabels(std::string_view language);

  /// The language that the labels are in: "en".
  const std::string& language() const { return language_; }

  /// Requires: a name that every file of page/labels has.
  const std::string& operator[](std::string_view name) const;

 private:
  std::string language_;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace aloud
