#include "play/article.h"

#include <filesystem>

#include "render/leveling.h"

namespace aloud {

std::shared_ptr<const Article> load_article(const std::string& path, std::optional<DocumentFormat> format,
                                            const VoiceChoice& voice, const SynthesizerFactory& factory) {
  auto article = std::make_shared<Article>();
  article->path = path;
  article->document = read_article(path, format);
  article->reading = choose_reading(article->document, voice);
  set_levels(article->reading.profile, AudioFormat::wav, factory);
  article->title = article->document.title();
  if (article->title.empty()) article->title = std::filesystem::path(path).filename().string();
  article->author = article->document.front_matter.author.value_or("");
  return article;
}

}  // namespace aloud
