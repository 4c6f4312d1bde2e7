#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "document/document.h"

namespace aloud {

/// What an article's front matter says against rendering it.
struct ArticleFacts {
  std::optional<std::string> opted_out;  ///< "tts: false"
  std::optional<std::string> draft;      ///< "draft: true", "published: false"
};

/// On failure (front matter that could not be read whole, so that nobody knows what it withholds; a field that makes no sense)
/// throws Error{input} at the article.
ArticleFacts facts_of(const Document& document);

/// "date: 2031-01-01" where front matter dates the article (publishDate, else date) after `now`, in seconds since 1970.
/// On failure (a date that cannot be read) throws Error{input} at `path`.
std::optional<std::string> future_date(const FrontMatter& front_matter, std::int64_t now, const std::string& path);

/// The output name that a slug asks for, for an article that would be called `stem`: the slug in place of its last part.
/// On failure (a slug that is no file name) throws Error{input} at `path`.
std::string stem_for_slug(const std::string& stem, const std::string& slug, const std::string& path);

}  // namespace aloud
