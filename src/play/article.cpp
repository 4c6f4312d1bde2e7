#include "play/article.h"

#include <filesystem>

namespace aloud {

std::shared_ptr<const Article> load_article(const std::string& path, const ReadOptions& options, const VoiceChoice& voice,
                                            ArticleReader& reader, const ArticleLoader& load) {
  auto article = std::make_shared<Article>();
  article->path = path;
  article->document = reader.load(path, options, load);
  require_text(article->document);
  article->reading = choose_reading(article->document, voice);
  article->title = article->document.title();
  if (article->title.empty()) article->title = std::filesystem::path(path).filename().string();
  article->author = article->document.front_matter.author.value_or("");
  return article;
}

}  // namespace aloud
