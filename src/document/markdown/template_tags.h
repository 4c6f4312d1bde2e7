#pragma once

#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// A tag of a template language.
struct TemplateTag {
  enum class Kind {
    shortcode,          ///< {{< … >}}, {{% … %}}: Hugo
    escaped_shortcode,  ///< {{</* … */>}}
    output,             ///< {{ … }}, {{{ … }}}, {{#if … }}: Liquid, Nunjucks, Handlebars, Go
    statement,          ///< {% … %}: Liquid, Nunjucks
    comment,            ///< {# … #}, {{!-- … --}}, {{/* … */}}
  };
  Kind kind = Kind::output;
  ByteRange range;          ///< all of it
  ByteRange inside;         ///< behind the name, without white space at its ends and without what trims ("-")
  std::string_view name{};  ///< the first word inside; empty where there is none
  bool closes = false;      ///< shortcode: {{< /name >}}
  bool whole = false;       ///< shortcode: {{< name />}}, which has no end
};

/// The tags of `text` in order, disjoint; code is not told from prose here. Linear: a tag that another one of its kind opens
/// in, or that never ends, is none.
std::vector<TemplateTag> find_template_tags(std::string_view text);

}  // namespace aloud
