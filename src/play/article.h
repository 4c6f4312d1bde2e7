#pragma once

#include <memory>
#include <optional>
#include <string>

#include "document/document.h"
#include "process/article_reader.h"
#include "render/render.h"

namespace aloud {

/// An article that is to be played: read, and its voice chosen.
struct Article {
  std::string path;
  Document document;
  Reading reading;
  std::string title;   ///< the article's own, else its file's name
  std::string author;  ///< empty: nobody is named
};

/// On failure (it cannot be read, no such voice) throws Error.
std::shared_ptr<const Article> load_article(const std::string& path, const ReadOptions& options, const VoiceChoice& voice,
                                            ArticleReader& reader, const ArticleLoader& load = {});

}  // namespace aloud
