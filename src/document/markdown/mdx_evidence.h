#pragma once

#include <cstddef>
#include <string_view>

#include "document/markdown/jsx.h"
#include "document/markdown/scan.h"

namespace aloud {

/// What a text shows of MDX.
enum class MdxEvidence {
  none,
  components,  ///< lines that begin with a component's tag: tags are markup, braces are text
  module,      ///< import, export, {/* comments */} or attributes in braces: it is MDX
};

MdxEvidence mdx_evidence(const MarkdownScan& scan);

/// The end of the last line of the import or export that begins at `at`, the start of a line; `at` where none does.
std::size_t mdx_module_end(std::string_view text, std::size_t at, JsxScanner& jsx);

}  // namespace aloud
