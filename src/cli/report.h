#pragma once

#include <string>

#include "document/source_text.h"
#include "render/render.h"

namespace aloud::cli {

// What articles, files and titles are called is anybody's choice; here it is printed as one line without control characters.

/// "text/a.md → out/a.ogg  3:25, 42 sentences, 1.2 MB".
std::string summary_line(const std::string& article, const std::string& output, const RenderReport& report);

/// One line per finding, as compilers print them: "text/a.md:12:3: repeated-title: …"; after `limit` lines, how many more.
std::string findings_text(const RenderReport& report, std::size_t limit);

/// The counters, one "name: value" a line.
std::string stats_text(const std::string& article, const std::string& output, const RenderReport& report);

/// For --explain-cache: whether a take was in the cache, the beginning of its key, what it says, and why.
std::string decision_line(const CacheDecision& decision);

}  // namespace aloud::cli
