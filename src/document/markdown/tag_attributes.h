#pragma once

#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// A word of a tag behind its name: key="value", "value", value.
struct TagAttribute {
  std::string_view key;  ///< empty where there is none
  ByteRange value;       ///< in the text, without its quotation marks
  bool quoted = false;
};

/// The words of `inside`, a part of `text`, in order. Values may be quoted by ", ' or `, and hold a quotation mark behind a
/// "\"; commas between words, as Liquid's includes have, are passed over.
std::vector<TagAttribute> tag_attributes(std::string_view text, ByteRange inside);

/// The value of the first attribute of that key; nullptr if there is none or it is empty.
const TagAttribute* find_attribute(const std::vector<TagAttribute>& attributes, std::string_view key);

/// The first in the order of `keys` that is there.
const TagAttribute* find_first_attribute(const std::vector<TagAttribute>& attributes,
                                         const std::vector<std::string_view>& keys);

/// The end of an attribute list that opens with the "{" at `at`: {#id .class key=value}, kramdown's {: … } and MkDocs' { … }
/// alike; npos for anything else, also where it does not end on its line. `bare`: whether words without a mark of their own
/// ("toc", a name that kramdown refers to) are allowed.
enum class BareWords { no, yes };
std::size_t attribute_list_end(std::string_view text, std::size_t at, BareWords bare);

}  // namespace aloud
