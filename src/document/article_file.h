#pragma once

#include <functional>
#include <optional>
#include <string>

#include "document/read_options.h"

namespace aloud {

/// What messages call an article: its path, or "standard input" for "-".
std::string article_name(const std::string& path);

/// All bytes of the file, or of standard input for "-". On failure (missing, a directory, no permission, over 1 GiB) throws
/// Error{input}.
std::string read_article_bytes(const std::string& path);

/// An article as it was got, and what whoever gave it told of it.
struct ArticleBytes {
  std::string bytes;
  std::optional<DocumentFormat> format = {};  ///< nullopt: nothing was told
  std::string encoding = {};                  ///< IANA name; empty: nothing was told
};

/// Gets the article that is called so. On failure throws Error{input}.
using ArticleLoader = std::function<ArticleBytes(const std::string& path)>;

/// `options`, and what was told of the article where they leave it open.
ReadOptions options_with(const ReadOptions& options, const ArticleBytes& article);

}  // namespace aloud
