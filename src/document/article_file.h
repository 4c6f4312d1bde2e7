#pragma once

#include <string>

namespace aloud {

/// What messages call an article: its path, or "standard input" for "-".
std::string article_name(const std::string& path);

/// All bytes of the file, or of standard input for "-". On failure (missing, a directory, no permission, over 1 GiB) throws
/// Error{input}.
std::string read_article_bytes(const std::string& path);

}  // namespace aloud
