#include <cstdlib>
#include <string>
#include <string_view>

#include "document/document_checks.h"
#include "document/epub/book_builder.h"
#include "document/epub/read_book.h"
#include "util/error.h"

// Any text is the package document, the table of contents and a page of a book, of which nothing is lost without a word.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::size_t third = text.size() / 3;
  aloud::BookBuilder book;
  book.page("one.xhtml", "<p>One</p>").page("two.xhtml", "<p>Two</p>");
  book.file("OPS/two.xhtml", text.substr(0, third)).file("OPS/nav.xhtml", text.substr(third, third));
  if (size % 2 == 0) book.file("OPS/book.opf", text.substr(2 * third));
  try {
    const aloud::Document document = aloud::read_book("book.epub", book.build());
    if (!aloud::violation(document).empty()) std::abort();
  } catch (const aloud::Error& error) {
    if (error.kind() != aloud::ErrorKind::input) std::abort();
  }
  return 0;
}
