#pragma once

#include <optional>
#include <string>
#include <vector>

#include "batch/feed.h"
#include "batch/output_directory.h"
#include "batch/plan.h"
#include "batch/report.h"
#include "document/document.h"

namespace aloud {

/// What a feed tells of an article from its front matter, and how it begins.
FeedFacts feed_facts_of(const Document& document);

/// The settings of articles whose batch has a feed: what podcast clients show (vtt, chapters) is written beside the audio.
void add_feed_timelines(SettingsPatch& settings);

/// The feed of a batch as its results stand. Requires: `results` are of `plan`'s articles.
std::string feed_of(const FeedSettings& settings, const std::vector<PlannedArticle>& articles,
                    const std::vector<ArticleResult>& results);

/// Puts it in place, unless it is there already. On failure throws Error{output}.
void write_feed(const FeedSettings& settings, const std::string& text, const OutputDirectory& directory);

/// "feed.xml is missing", "feed.xml is not as a batch would write it"; empty: it is there and as it should be.
std::string feed_problem(const FeedSettings& settings, const std::string& text, const OutputDirectory& directory);

}  // namespace aloud
