#include "document/other_formats.h"

#include <algorithm>
#include <array>
#include <utility>

#include "util/ascii.h"

namespace aloud {
namespace {

constexpr const char* kXmlFile =
    "is an XML file, whose tags would be read aloud; convert it to Markdown first, or give --plain to read it as it is written";
constexpr const char* kRestructuredText =
    "is reStructuredText, whose markup would be read aloud; convert it first (pandoc -f rst -t gfm), or give --plain to read "
    "it "
    "as it is written";
constexpr const char* kOrg =
    "is an Org file, whose markup would be read aloud; convert it first (pandoc -f org -t gfm), or give --plain to read it as "
    "it "
    "is written";
constexpr const char* kAsciiDoc =
    "is AsciiDoc, whose markup would be read aloud; convert it first (asciidoctor -b docbook5, then pandoc -f docbook -t gfm), "
    "or "
    "give --plain to read it as it is written";
bool begins_with(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() && ascii_lower(text.substr(0, lower_case.size())) == lower_case;
}

std::string_view without_space(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

struct Markup {
  bool xml = false;   // an XML declaration stands first
  bool page = false;  // a web page
  bool ssml = false;
};

Markup markup_of(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  const auto skip = [&](std::string_view from, std::string_view to) {
    text = without_space(text);
    if (!begins_with(text, from)) return false;
    const std::size_t end = text.find(to);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + to.size());
    return true;
  };
  const bool xml = skip("<?xml", "?>");
  while (skip("<!--", "-->")) {
  }
  const bool doctype_of_ssml = begins_with(text, "<!doctype speak");
  if (doctype_of_ssml) skip("<!doctype", ">");
  text = without_space(text);
  const bool speak = text.starts_with("<speak") && text.size() > 6 && std::string_view(" \t\r\n>/").find(text[6]) != text.npos;
  return {xml, begins_with(text, "<!doctype html") || begins_with(text, "<html"), doctype_of_ssml || speak};
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  if (text.starts_with("\r\n")) text.remove_prefix(1);
  if (!text.empty()) text.remove_prefix(1);
  return line;
}

// "WEBVTT", or "1" above "00:00:01,000 --> 00:00:02,500".
bool are_subtitles(std::string_view text) {
  text = without_space(text);
  if (text.starts_with("WEBVTT"))
    return text.size() == 6 || text[6] == ' ' || text[6] == '\t' || text[6] == '\n' || text[6] == '\r';
  const std::string_view number = take_line(text);
  const std::string_view times = take_line(text);
  return !number.empty() && number.find_first_not_of("0123456789 ") == std::string_view::npos && !times.empty() &&
         is_ascii_digit(times.front()) && times.find(" --> ") != std::string_view::npos;
}

}  // namespace

const char* other_format(std::string_view path, std::string_view text) {
  const Markup markup = markup_of(text);
  if (markup.xml && !markup.page) return kXmlFile;
  static constexpr auto kExtensions = std::to_array<std::pair<std::string_view, const char*>>({{".rst", kRestructuredText},
                                                                                               {".rest", kRestructuredText},
                                                                                               {".org", kOrg},
                                                                                               {".adoc", kAsciiDoc},
                                                                                               {".asciidoc", kAsciiDoc}});
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] == '/') return nullptr;
  const std::string extension = ascii_lower(path.substr(dot));
  const auto known =
      std::find_if(kExtensions.begin(), kExtensions.end(), [&](const auto& one) { return one.first == extension; });
  return known == kExtensions.end() ? nullptr : known->second;
}

bool begins_as_ssml(std::string_view text) { return markup_of(text).ssml; }

bool begins_as_subtitles(std::string_view text) { return are_subtitles(text); }

bool begins_as_page(std::string_view text) { return markup_of(text).page; }

}  // namespace aloud
