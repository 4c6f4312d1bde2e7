#include "document/html_words.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <regex>
#include <sstream>

#include "document/html_text.h"

namespace aloud {
namespace {

// Elements that begin and end a line. Those that HTML does not know do not.
bool breaks_line(const std::string& name) {
  constexpr std::string_view kBlocks[] = {
      "address", "article", "aside",  "blockquote", "br",       "center", "dd", "details", "div",    "dl",
      "dt",      "figure",  "footer", "h1",         "h2",       "h3",     "h4", "h5",      "h6",     "header",
      "hr",      "input",   "li",     "main",       "nav",      "ol",     "p",  "pre",     "search", "section",
      "summary", "table",   "tbody",  "td",         "textarea", "tfoot",  "th", "thead",   "tr",     "ul"};
  return std::find(std::begin(kBlocks), std::end(kBlocks), name) != std::end(kBlocks);
}

std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto entity = entity_at(text, at)) {
      result += entity->text;
      at += entity->size;
    } else {
      result += text[at++];
    }
  }
  return result;
}

std::string name_of(const std::string& tag) {
  std::string name;
  for (std::size_t at = tag[1] == '/' ? 2 : 1; at < tag.size() && std::isalnum(static_cast<unsigned char>(tag[at])) != 0;
       ++at) {
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(tag[at])));
  }
  return name;
}

std::string description_of(const std::string& tag) {
  static const std::regex kAlt(R"re(\salt="([^"]*)")re");
  std::smatch match;
  return std::regex_search(tag, match, kAlt) ? decoded(match[1].str()) : std::string();
}

}  // namespace

std::string joined_words(std::string_view text) {
  static const std::regex kNoBreak("\u00A0");  // a blank to the ear as well
  std::istringstream words(std::regex_replace(std::string(text), kNoBreak, " "));
  std::string result;
  for (std::string word; words >> word;) result += (result.empty() ? "" : " ") + word;
  return result;
}

std::string words_of_html(std::string_view html) {
  static const std::regex kTag(
      R"re(<!-->|<!--->|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<![A-Za-z][^>]*>|<\?[\s\S]*?\?>|)re"
      R"re(<(script|style)\b[^>]*>[\s\S]*?(?:</\1>|$)|</?[A-Za-z][A-Za-z0-9-]*(?:"[^"]*"|'[^']*'|[^<>"'])*>)re",
      std::regex::icase);
  const std::string text(html);
  std::string shown;
  auto from = text.begin();
  for (std::sregex_iterator tag(text.begin(), text.end(), kTag), end; tag != end; ++tag) {
    shown += decoded(std::string(from, (*tag)[0].first));
    const std::string name = name_of(tag->str());
    if (name == "img") shown += description_of(tag->str());
    if (breaks_line(name)) shown += '\n';
    from = (*tag)[0].second;
  }
  return joined_words(shown + decoded(std::string(from, text.end())));
}

}  // namespace aloud
