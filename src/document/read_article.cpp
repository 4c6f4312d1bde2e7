#include <algorithm>

#include "document/article_file.h"
#include "document/document.h"

namespace aloud {
namespace {

constexpr const char* kHtmlPage =
    "is an HTML page, whose tags would be read aloud; convert it to Markdown first (pandoc does), or give --markdown to read "
    "the text between them";

bool has_text(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return !block.content.text.empty() ||
           std::any_of(block.cells.begin(), block.cells.end(), [](const RichText& cell) { return !cell.text.empty(); });
  });
}

// A whole page, and not Markdown with some HTML in it.
bool is_html_page(std::string_view text) {
  std::string begin(text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()), 14));
  std::transform(begin.begin(), begin.end(), begin.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

}  // namespace

Document parse_article(const std::string& path, std::string_view bytes, std::optional<DocumentFormat> format) {
  const std::string name = article_name(path);
  SourceText source = SourceText::decode(name, bytes);
  if (!format && is_html_page(source.text())) throw Error(ErrorKind::input, kHtmlPage, {name});
  Document document = read_document(std::move(source), format.value_or(format_of_path(path)));
  if (!has_text(document)) throw Error(ErrorKind::input, "has no text to speak; is it the right file?", {name});
  return document;
}

Document read_article(const std::string& path, std::optional<DocumentFormat> format) {
  return parse_article(path, read_article_bytes(path), format);
}

}  // namespace aloud
