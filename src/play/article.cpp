#include "play/article.h"

#include <filesystem>

#include "document/article_file.h"

namespace aloud {

std::shared_ptr<const Article> load_article(const std::string& path, const ReadOptions& options, const VoiceChoice& voice,
                                            ArticleReader& reader) {
  auto article = std::make_shared<Article>();
  article->path = path;
  article->document = reader.read(path, read_article_bytes(path), options);
  require_text(article->document);
  article->reading = choose_reading(article->document, voice);
  article->title = article->document.title();
  if (article->title.empty()) article->title = std::filesystem::path(path).filename().string();
  article->author = article->document.front_matter.author.value_or("");
  return article;
}

}  // namespace aloud
