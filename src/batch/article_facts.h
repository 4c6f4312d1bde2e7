#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "document/document.h"

namespace aloud {

/// What a batch has to know of an article before it decides anything.
struct ArticleFacts {
  std::string sha256;  ///< of its bytes
  std::size_t bytes = 0;
  FrontMatter front_matter;
  std::optional<std::string> opted_out;  ///< "tts: false"
  std::optional<std::string> draft;      ///< "draft: true", "published: false"
};

/// From the bytes of the article at `path`. On failure (no text; front matter that cannot be read whole, so that nobody knows
/// what it withholds; a field that makes no sense) throws Error{input} at it.
ArticleFacts facts_of(const std::string& path, const std::string& bytes);

/// "date: 2031-01-01" where front matter dates the article (publishDate, else date) after `now`, in seconds since 1970.
/// On failure (a date that cannot be read) throws Error{input} at `path`.
std::optional<std::string> future_date(const FrontMatter& front_matter, std::int64_t now, const std::string& path);

/// The output name that a slug asks for, for an article that would be called `stem`: the slug in place of its last part.
/// On failure (a slug that is no file name) throws Error{input} at `path`.
std::string stem_for_slug(const std::string& stem, const std::string& slug, const std::string& path);

}  // namespace aloud
