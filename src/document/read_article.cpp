#include <algorithm>

#include "document/article_file.h"
#include "document/document.h"
#include "document/epub/read_book.h"
#include "document/html/page_encoding.h"
#include "document/other_formats.h"
#include "util/address.h"

namespace aloud {
namespace {

bool has_text(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return !block.content.text.empty() ||
           std::any_of(block.cells.begin(), block.cells.end(), [](const RichText& cell) { return !cell.text.empty(); });
  });
}

// Of an address its path alone: "https://example.org" is no Org file.
std::string name_of_format(const std::string& path) { return is_address(path) ? path_of(path) : path; }

// That a text shows by how it begins.
std::optional<DocumentFormat> format_of_text(std::string_view text) {
  if (begins_as_page(text)) return DocumentFormat::html;
  if (begins_as_ssml(text)) return DocumentFormat::ssml;
  return begins_as_subtitles(text) ? std::optional(DocumentFormat::subtitles) : std::nullopt;
}

// A page's encoding is declared in it, so whether it is one is asked of its bytes; in UTF-16 it is seen in the text alone.
SourceText decode(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  const DocumentFormat format = options.format ? *options.format : format_of_path(name_of_format(name));
  const bool page = format == DocumentFormat::html || (!options.format && begins_as_page(bytes)) || bytes.starts_with("<?xml");
  if (!options.encoding.empty()) return SourceText::decode(name, bytes, options.encoding);
  return SourceText::decode(name, bytes, page ? declared_encoding(bytes) : std::string());
}

}  // namespace

Document parse_any_article(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  const std::string name = article_name(path);
  if (options.format == DocumentFormat::epub || (!options.format && is_book(path, bytes))) return read_book(name, bytes);
  SourceText source = decode(name, bytes, options);
  ReadOptions read = options;
  if (!read.format) read.format = format_of_text(source.text()).value_or(format_of_path(name_of_format(path)));
  const bool given = options.format || (*read.format != DocumentFormat::plain_text && *read.format != DocumentFormat::markdown);
  const char* markup = given ? nullptr : other_format(name_of_format(path), source.text());
  if (markup != nullptr) throw Error(ErrorKind::input, markup, {name});
  return read_document(std::move(source), read);
}

void require_text(const Document& document) {
  if (!has_text(document))
    throw Error(ErrorKind::input,
                document.format == DocumentFormat::html
                    ? "has no text to speak; a page that is made by scripts has to be saved from the browser"
                    : "has no text to speak; is it the right file?",
                {document.source.name()});
}

Document parse_article(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  Document document = parse_any_article(path, bytes, options);
  require_text(document);
  return document;
}

Document read_article(const std::string& path, const ReadOptions& options) {
  return parse_article(path, read_article_bytes(path), options);
}

}  // namespace aloud
