#include "document/document.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "document/directives.h"
#include "document/front_matter.h"
#include "document/ledger.h"
#include "document/lines.h"
#include "document/readers.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// For comparing titles: case folded, and no punctuation or white space but the signs that are words of their own ("C#", "R&B").
std::string comparable(const std::string& text) {
  std::string folded;
  icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(folded);
  std::string result;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    const bool sign = std::u32string_view(U"#%&@§+$€£=").find(point.value) != std::u32string_view::npos;
    if (sign || is_alphanumeric(point.value)) result += folded.substr(at, point.size);
    at += point.size;
  }
  return result.empty() ? text : result;
}

bool is_heading(const Block& block) { return block.kind == BlockKind::title || block.kind == BlockKind::heading; }

// A level 1 heading that opens the article is its title.
void promote_first_heading(Document& document) {
  if (document.blocks.empty()) return;
  Block& first = document.blocks.front();
  if (first.kind != BlockKind::heading || first.level != 1 || first.quote_depth > 0 || first.list_depth > 0) return;
  first.kind = BlockKind::title;
  first.level = 0;
}

void drop_repeated_title(Document& document, const std::string& title) {
  auto& blocks = document.blocks;
  const std::string wanted = comparable(title);
  const auto says_title = [&](const Block& block) { return comparable(block.content.text.text()) == wanted; };
  auto heading = std::find_if(blocks.begin(), blocks.end(), is_heading);
  if (!blocks.empty() && says_title(blocks.front())) heading = blocks.begin();
  if (heading == blocks.end() || !says_title(*heading)) return;
  document.silent.push_back({heading->source, SilentKind::repeated_title});
  blocks.erase(heading);
}

// A title that an article opens with and then has again, with no more than a line, a date or a name between, is said once.
void drop_second_title(Document& document) {
  constexpr std::size_t kMostBetween = 3;       // blocks
  constexpr std::size_t kLongestBetween = 120;  // bytes of text: lines, not paragraphs
  auto& blocks = document.blocks;
  if (blocks.empty() || blocks.front().content.text.size() > 2 * kLongestBetween) return;
  const std::string wanted = comparable(blocks.front().content.text.text());
  const std::string& first = blocks.front().content.text.text();
  const bool sentence = std::count(first.begin(), first.end(), ' ') >= 2;  // "No." may well be said twice
  if (wanted.empty() || !(is_heading(blocks.front()) || sentence)) return;
  const std::size_t most = is_heading(blocks.front()) ? kMostBetween : 0;
  for (std::size_t i = 1; i < blocks.size() && i <= most + 1; ++i) {
    const Block& block = blocks[i];
    const bool line = block.kind == BlockKind::paragraph || is_heading(block);
    if (line && block.list_depth == 0 && block.footnote.empty() && comparable(block.content.text.text()) == wanted) {
      document.silent.push_back({block.source, SilentKind::repeated_title});
      blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
    const bool may_stand_between = line || block.kind == BlockKind::thematic_break;
    if (!may_stand_between || block.content.text.size() > kLongestBetween) return;
  }
}

void add_title(Document& document, RichText title) {
  drop_repeated_title(document, title.text.text());
  if (!document.blocks.empty() && document.blocks.front().kind == BlockKind::title) {
    document.blocks.front().kind = BlockKind::heading;
    document.blocks.front().level = 1;
  }
  Block block;
  block.kind = BlockKind::title;
  block.source = title.text.source_of({0, title.text.size()});
  document.front_matter.title = title.text.text();
  block.content = std::move(title);
  document.blocks.insert(document.blocks.begin(), std::move(block));
}

// In the order of the kinds, all of them.
constexpr std::array<std::pair<SilentKind, const char*>, 45> kSilentKinds{{
    {SilentKind::byte_order_mark, "byte-order mark"},
    {SilentKind::front_matter, "front matter"},
    {SilentKind::markup, "markup"},
    {SilentKind::link_destination, "link destination"},
    {SilentKind::reference_definition, "reference definition"},
    {SilentKind::html_tag, "HTML tag"},
    {SilentKind::html_comment, "HTML comment"},
    {SilentKind::code_info, "code info"},
    {SilentKind::footnote_label, "footnote label"},
    {SilentKind::list_marker, "list marker"},
    {SilentKind::hidden, "hidden"},
    {SilentKind::ruby_text, "ruby text"},
    {SilentKind::repeated_title, "repeated title"},
    {SilentKind::template_tag, "template tag"},
    {SilentKind::comment, "comment"},
    {SilentKind::attribute_list, "attribute list"},
    {SilentKind::icon, "icon"},
    {SilentKind::inclusion, "inclusion"},
    {SilentKind::abbreviation, "abbreviation"},
    {SilentKind::contents, "table of contents"},
    {SilentKind::licence, "licence text"},
    {SilentKind::page_mark, "page mark"},
    {SilentKind::time_mark, "time mark"},
    {SilentKind::program, "program"},
    {SilentKind::property, "property"},
    {SilentKind::embed, "embed"},
    {SilentKind::tag, "tag"},
    {SilentKind::script, "script or style"},
    {SilentKind::page_metadata, "page metadata"},
    {SilentKind::form_control, "form control"},
    {SilentKind::directive, "directive"},
    {SilentKind::navigation, "navigation"},
    {SilentKind::page_header, "page header"},
    {SilentKind::page_footer, "page footer"},
    {SilentKind::sidebar, "sidebar"},
    {SilentKind::related, "related articles"},
    {SilentKind::comments, "comments"},
    {SilentKind::sharing, "sharing"},
    {SilentKind::advertisement, "advertisement"},
    {SilentKind::consent, "consent notice"},
    {SilentKind::subscription, "subscription"},
    {SilentKind::byline, "byline"},
    {SilentKind::other_chapter, "other chapter"},
    {SilentKind::outside, "outside the article"},
    {SilentKind::skipped, "skipped by the author"},
}};

static_assert([] {
  for (std::size_t i = 0; i < kSilentKinds.size(); ++i) {
    if (static_cast<std::size_t>(kSilentKinds[i].first) != i) return false;
  }
  return kSilentKinds.back().first == SilentKind::skipped;
}());

Document settled(Document document) {
  settle_silent(document);
  apply_directives(document);
  settle_silent(document);
  return document;
}

}  // namespace

const char* to_string(SilentKind kind) { return kSilentKinds.at(static_cast<std::size_t>(kind)).second; }

const char* to_string(Matter matter) {
  switch (matter) {
    case Matter::text:
      return "text";
    case Matter::cover:
      return "cover";
    case Matter::title_page:
      return "title page";
    case Matter::copyright:
      return "copyright";
    case Matter::contents:
      return "contents";
    case Matter::index:
      return "index";
    case Matter::auxiliary:
      return "auxiliary";
  }
  return "text";
}

std::string Document::title() const {
  if (front_matter.title) return *front_matter.title;
  const auto title =
      std::find_if(blocks.begin(), blocks.end(), [](const Block& block) { return block.kind == BlockKind::title; });
  return title == blocks.end() ? std::string() : title->content.text.text();
}

DocumentFormat format_of_path(const std::string& path) {
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string::npos || path[dot] == '/') return DocumentFormat::plain_text;
  const std::string extension = ascii_lower(std::string_view(path).substr(dot));
  constexpr std::array<std::string_view, 7> kMarkdown{".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"};
  constexpr std::array<std::string_view, 4> kHtml{".html", ".htm", ".xhtml", ".xht"};
  if (std::find(kMarkdown.begin(), kMarkdown.end(), extension) != kMarkdown.end()) return DocumentFormat::markdown;
  if (std::find(kHtml.begin(), kHtml.end(), extension) != kHtml.end()) return DocumentFormat::html;
  if (extension == ".epub") return DocumentFormat::epub;
  if (extension == ".ssml") return DocumentFormat::ssml;
  return extension == ".srt" || extension == ".vtt" ? DocumentFormat::subtitles : DocumentFormat::plain_text;
}

Document read_document(SourceText source, const ReadOptions& options) {
  const DocumentFormat format = options.format ? *options.format : format_of_path(source.name());
  Document document;
  document.format = format;
  document.findings = source.findings();
  document.source = std::move(source);
  if (format == DocumentFormat::html) {
    read_html_page(document, options);
    return settled(std::move(document));
  }
  if (format == DocumentFormat::ssml || format == DocumentFormat::subtitles) {
    format == DocumentFormat::ssml ? read_ssml(document) : read_subtitles(document);
    settle_silent(document);
    return document;
  }
  auto front_matter = read_front_matter(document.source.text());
  std::size_t body_begin = 0;
  if (front_matter) {
    document.front_matter = std::move(front_matter->fields);
    document.findings.insert(document.findings.end(), front_matter->findings.begin(), front_matter->findings.end());
    document.silent.push_back({document.front_matter.source, SilentKind::front_matter});
    body_begin = document.front_matter.source.end;
  }
  format == DocumentFormat::markdown ? read_markdown(document, body_begin, options.dialects)
                                     : read_plain_text(document, body_begin);
  promote_first_heading(document);
  if (front_matter && !front_matter->title.empty()) {
    add_title(document, format == DocumentFormat::markdown ? read_markdown_line(front_matter->title)
                                                           : RichText{std::move(front_matter->title), {}});
  }
  drop_second_title(document);
  return settled(std::move(document));
}

}  // namespace aloud
