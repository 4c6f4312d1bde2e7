#include <algorithm>

#include "document/article_file.h"
#include "document/document.h"
#include "document/other_formats.h"

namespace aloud {
namespace {

bool has_text(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return !block.content.text.empty() ||
           std::any_of(block.cells.begin(), block.cells.end(), [](const RichText& cell) { return !cell.text.empty(); });
  });
}

}  // namespace

Document parse_any_article(const std::string& path, std::string_view bytes, std::optional<DocumentFormat> format) {
  const std::string name = article_name(path);
  SourceText source = SourceText::decode(name, bytes);
  const char* markup = format ? nullptr : other_format(path, source.text());
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
