#include "batch/article_facts.h"

#include <algorithm>
#include <filesystem>

#include "batch/path_text.h"
#include "batch/publication_date.h"
#include "document/front_matter.h"
#include "util/error.h"

namespace aloud {
namespace {

// As YAML 1.1 and TOML write them.
std::optional<bool> truth_of(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  if (text == "true" || text == "yes" || text == "on") return true;
  if (text == "false" || text == "no" || text == "off") return false;
  return std::nullopt;
}

std::optional<std::string> note_if(const std::optional<std::string>& value, bool wanted, const char* key,
                                   const std::string& path) {
  if (!value) return std::nullopt;
  const std::optional<bool> truth = truth_of(*value);
  if (!truth)
    throw Error(ErrorKind::input, std::string("\"") + key + "\" must be true or false, not \"" + *value + '"', {path, 0, 0});
  if (*truth != wanted) return std::nullopt;
  return std::string(key) + (wanted ? ": true" : ": false");
}

// Closed when in doubt: a draft may stand behind the line that is broken.
[[noreturn]] void refuse(const Finding& finding, const SourceText& source) {
  const std::string what = finding.message.substr(0, finding.message.rfind("; "));  // and not what was done about it
  throw Error(ErrorKind::input, "is not rendered, since its front matter cannot be read whole: " + what,
              source.place_of(finding.source.begin));
}

}  // namespace

ArticleFacts facts_of(const Document& document) {
  for (const Finding& finding : document.findings) {
    if (finding.code == kFrontMatterFinding) refuse(finding, document.source);
  }
  const FrontMatter& front_matter = document.front_matter;
  const std::string& path = document.source.name();
  ArticleFacts facts;
  facts.opted_out = note_if(front_matter.tts, false, "tts", path);
  facts.draft = note_if(front_matter.draft, true, "draft", path);
  if (!facts.draft) facts.draft = note_if(front_matter.published, false, "published", path);
  return facts;
}

std::optional<std::string> future_date(const FrontMatter& front_matter, std::int64_t now, const std::string& path) {
  const std::optional<std::string>& date = front_matter.publish_date ? front_matter.publish_date : front_matter.date;
  if (!date) return std::nullopt;
  const std::optional<std::int64_t> seconds = seconds_of_date(*date);
  if (!seconds) {
    throw Error(ErrorKind::input, "cannot tell whether the date \"" + *date + "\" is in the future: write it as 2026-05-01",
                {path, 0, 0});
  }
  return *seconds > now ? std::optional("date: " + *date) : std::nullopt;
}

std::string stem_for_slug(const std::string& stem, const std::string& slug, const std::string& path) {
  const bool printable =
      std::none_of(slug.begin(), slug.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  if (!is_inner_path(slug) || !printable || slug.front() == '.' || slug.find("/.") != std::string::npos)
    throw Error(ErrorKind::input, "the slug \"" + slug + "\" is no name for a file", {path, 0, 0});
  return (std::filesystem::path(stem).parent_path() / slug).string();
}

}  // namespace aloud
