#include "batch/feed_file.h"

#include <algorithm>
#include <map>

#include "batch/publication_date.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

constexpr std::size_t kSummaryColumns = 300;
constexpr std::size_t kLargestFeed = std::size_t{1} << 30;

}  // namespace

FeedFacts feed_facts_of(const Document& document) {
  const FrontMatter& front_matter = document.front_matter;
  FeedFacts facts;
  facts.author = plain_line(front_matter.author.value_or(""));
  const std::optional<std::string>& date = front_matter.publish_date ? front_matter.publish_date : front_matter.date;
  if (date) facts.published = seconds_of_date(*date);
  const auto paragraph = std::find_if(document.blocks.begin(), document.blocks.end(),
                                      [](const Block& block) { return block.kind == BlockKind::paragraph; });
  if (paragraph != document.blocks.end()) facts.summary = excerpt(paragraph->content.text.text(), kSummaryColumns);
  return facts;
}

void add_feed_timelines(SettingsPatch& settings) {
  std::vector<TimelineKind> kinds = settings.timelines.value_or(std::vector<TimelineKind>{});
  for (const TimelineKind kind : {TimelineKind::vtt, TimelineKind::chapters}) {
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
  }
  settings.timelines = std::move(kinds);
}

std::string feed_of(const FeedSettings& settings, const std::vector<PlannedArticle>& articles,
                    const std::vector<ArticleResult>& results) {
  std::map<std::string, const PlannedArticle*> by_name;
  for (const PlannedArticle& article : articles) by_name.emplace(article.article.name, &article);
  std::vector<FeedEpisode> episodes;
  for (const ArticleResult& result : results) {
    const auto article = by_name.find(result.name);
    if (result.entry && article != by_name.end()) episodes.push_back({result.entry, article->second->facts});
  }
  return feed_text(settings, std::move(episodes));
}

void write_feed(const FeedSettings& settings, const std::string& text, const OutputDirectory& directory) {
  if (feed_problem(settings, text, directory).empty()) return;
  const std::unique_ptr<StagedFile> file = directory.files().create(settings.file);
  file->write_text(text);
  file->prepare();
  file->commit();
}

std::string feed_problem(const FeedSettings& settings, const std::string& text, const OutputDirectory& directory) {
  if (directory.files().kind_of(settings.file) == EntryKind::missing) return settings.file + " is missing";
  return directory.files().read(settings.file, kLargestFeed) == text ? "" : settings.file + " is not as a batch would write it";
}

}  // namespace aloud
