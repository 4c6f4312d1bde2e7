#pragma once

#include <string_view>

namespace aloud {

// What is known of an element of HTML by its name, in lower case. An element that HTML does not know is none of these.

/// Whether HTML (the WHATWG's standard, with what older ones had and pages still have) knows it.
bool is_html_element(std::string_view name);

/// Whether it never has content, such as br.
bool is_void_element(std::string_view name);

/// Whether its content is for machines (script, style) or is shown only where something else cannot be
/// (video, rp).
bool hides_content(std::string_view name);

/// Whether it starts a line of its own, so that words on its two sides do not belong together. An empty name is a comment.
bool breaks_text(std::string_view name);

}  // namespace aloud
