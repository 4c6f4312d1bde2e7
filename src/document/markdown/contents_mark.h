#pragma once

#include <string_view>

namespace aloud {

/// Whether the text of a paragraph is where a site's generator puts a table of contents: "[TOC]", "[[_TOC_]]", "{:toc}",
/// whatever the case.
bool is_contents_mark(std::string_view paragraph);

}  // namespace aloud
