#include "play/article.h"

#include <filesystem>

namespace aloud {

std::shared_ptr<const Article> load_article(const std::string& path, std::optional<DocumentFormat> format,
                                            const VoiceChoice& voice) {
  auto article = std::make_shared<Article>();
  article->path = path;
  article->document = read_article(path, format);
  article->reading = choose_reading(article->document, voice);
  article->title = article->document.title();
  if (article->title.empty()) article->title = std::filesystem::path(path).filename().string();
  article->author = article->document.front_matter.author.value_or("");
  return article;
}

}  // namespace aloud
