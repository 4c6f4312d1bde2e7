#include <algorithm>

#include "document/article_file.h"
#include "document/document.h"

namespace aloud {
namespace {

bool has_text(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return !block.content.text.empty() ||
           std::any_of(block.cells.begin(), block.cells.end(), [](const RichText& cell) { return !cell.text.empty(); });
  });
}

}  // namespace

Document read_article(const std::string& path, std::optional<DocumentFormat> format) {
  const std::string name = article_name(path);
  Document document = read_document(SourceText::decode(name, read_article_bytes(path)), format.value_or(format_of_path(path)));
  if (!has_text(document)) throw Error(ErrorKind::input, "has no text to speak; is it the right file?", {name});
  return document;
}

}  // namespace aloud
