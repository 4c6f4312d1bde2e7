#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "batch/manifest.h"

namespace aloud {

/// A podcast feed as a project asks for it: [feed] in aloud.toml. docs/formats/feed.md describes every key.
struct FeedSettings {
  std::string file = "feed.xml";  ///< below the output directory
  std::string url;                ///< where the output directory stands on the web; ends in "/"
  std::string link;               ///< of the site; empty: `url`
  std::string title, description, language, author, email, image, category, copyright;
  std::string type = "episodic";   ///< or "serial"
  std::string medium = "podcast";  ///< or "audiobook", …
  bool is_explicit = false, locked = true;
};

/// What a feed tells of an article beside what its manifest entry does.
struct FeedFacts {
  std::string author, summary;
  std::optional<std::int64_t> published;  ///< seconds since 1970
};

struct FeedEpisode {
  SharedArticle article;  ///< with at least one audio file
  FeedFacts facts;
};

/// The feed: RSS 2.0 with the namespaces of iTunes and of podcastindex.org. Episodes by date, the latest first, those without a
/// date last, by name. The same for the same episodes: no clock has a say.
std::string feed_text(const FeedSettings& settings, std::vector<FeedEpisode> episodes);

/// What keeps a feed from being one: "[feed] needs \"url\" …"; empty: nothing.
std::string objection_to(const FeedSettings& settings);

}  // namespace aloud
