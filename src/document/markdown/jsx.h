#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace aloud {

/// An attribute of a JSX tag. Its value without quotes where it is a string ("…", '…', {"…"}); else empty.
struct JsxAttribute {
  std::string_view name;
  std::string_view value;
};

/// "<Card title="…">", "</Card>", "<>".
struct JsxTag {
  std::size_t end = 0;    ///< in the text
  std::string_view name;  ///< empty: a fragment
  bool closing = false;
  bool self_closing = false;
  bool has_expression = false;  ///< an attribute in braces: no HTML
  std::vector<JsxAttribute> attributes;

  /// The value of the first attribute of that name; empty where there is none.
  std::string_view value_of(std::string_view name) const;
  bool is_component() const;  ///< by its name: "Card", "Tabs.Item", or a fragment; not "div" or "IMG"
};

/// Finds tags and expressions in a text. What it looks through in vain is bounded, so that a text of opening brackets alone
/// takes a time that grows with its length.
class JsxScanner {
 public:
  explicit JsxScanner(std::string_view text);

  /// The tag at `at`, where a "<" stands; nullopt where it is none.
  std::optional<JsxTag> tag_at(std::size_t at);

  /// Behind the bracket that closes the one at `at`, strings and comments in between passed over; nullopt where none does.
  std::optional<std::size_t> bracket_end(std::size_t at);

 private:
  std::optional<std::size_t> attribute_end(std::size_t at, JsxTag& tag);
  std::size_t string_end(std::size_t at) const;

  std::string_view text_;
  std::size_t left_;  // bytes that may still be looked through in vain
};

}  // namespace aloud
