#include <algorithm>

#include "document/article_file.h"
#include "document/document.h"

namespace aloud {
namespace {

constexpr const char* kHtmlPage =
    "is an HTML page, whose tags would be read aloud; convert it to Markdown first (pandoc does), or give --markdown to read "
    "the text between them";

constexpr const char* kXmlFile =
    "is an XML file, whose tags would be read aloud; convert it to Markdown first, or give --plain to read it as it is written";

bool has_text(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return !block.content.text.empty() ||
           std::any_of(block.cells.begin(), block.cells.end(), [](const RichText& cell) { return !cell.text.empty(); });
  });
}

bool begins_with(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() && std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b | 0x20) : b);
         });
}

// What is no article, but a whole page or file in markup; nullptr for others, Markdown with some HTML in it included.
const char* markup_of(std::string_view text) {
  const auto skip = [&](std::string_view from, std::string_view to) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!begins_with(text, from)) return false;
    const std::size_t end = text.find(to);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + to.size());
    return true;
  };
  const bool xml = skip("<?xml", "?>");
  while (skip("<!--", "-->")) {
  }
  if (begins_with(text, "<!doctype html") || begins_with(text, "<html")) return kHtmlPage;
  return xml ? kXmlFile : nullptr;
}

}  // namespace

Document parse_any_article(const std::string& path, std::string_view bytes, std::optional<DocumentFormat> format) {
  const std::string name = article_name(path);
  SourceText source = SourceText::decode(name, bytes);
  const char* markup = format ? nullptr : markup_of(source.text());
  if (markup != nullptr) throw Error(ErrorKind::input, markup, {name});
  return read_document(std::move(source), format.value_or(format_of_path(path)));
}

void require_text(const Document& document) {
  if (!has_text(document))
    throw Error(ErrorKind::input, "has no text to speak; is it the right file?", {document.source.name()});
}

Document parse_article(const std::string& path, std::string_view bytes, std::optional<DocumentFormat> format) {
  Document document = parse_any_article(path, bytes, format);
  require_text(document);
  return document;
}

Document read_article(const std::string& path, std::optional<DocumentFormat> format) {
  return parse_article(path, read_article_bytes(path), format);
}

}  // namespace aloud
