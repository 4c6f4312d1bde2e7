#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "document/markdown/dialect.h"

namespace aloud {

enum class DocumentFormat { plain_text, markdown, html, epub, ssml, subtitles };

/// What of a web page is read.
enum class Extract {
  article,  ///< what a reader came for; navigation and the like are left out, for a named reason
  all,      ///< whatever a browser shows
};

/// How an article is read.
struct ReadOptions {
  ReadOptions() = default;
  ReadOptions(DocumentFormat of) : format(of) {}                 // NOLINT(google-explicit-constructor): a format is all
  ReadOptions(std::optional<DocumentFormat> of) : format(of) {}  // NOLINT(google-explicit-constructor): that most ask for

  std::optional<DocumentFormat> format;  ///< nullopt: by what it begins with, and by its name
  Extract extract = Extract::article;
  DialectSet dialects;   ///< of Markdown, besides CommonMark
  std::string chapters;  ///< of a book: "3-7,The Tide" (document/chapters.h); empty: all
  /// That whoever sent the article named (an HTTP header): believed before what the article says of itself. Empty: nothing was
  /// named. At most kLongestEncoding bytes.
  std::string encoding;
  static constexpr std::size_t kLongestEncoding = 40;
  bool explain = false;  ///< tell in Document::extraction what became of each block of a page
};

}  // namespace aloud
