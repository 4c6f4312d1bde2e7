#pragma once

#include <string>
#include <string_view>

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// The emoji that a short code stands for ("tada", "+1", "rocket"): those that GitHub, GitLab and Slack have for what people
/// write most, and every emoji by its Unicode name ("dog_face"). Empty for other words.
std::string emoji_of_code(std::string_view code);

/// `:tada:` becomes its emoji, which is said by its name in the article's language. Codes that nobody knows, times (10:30:15),
/// ratios and names in C++ stay as they are.
Rewrites rewrite_emoji_codes(const MarkdownScan& scan);

}  // namespace aloud
