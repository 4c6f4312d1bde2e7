#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "document/document.h"
#include "document/document_checks.h"
#include "document/epub/book_builder.h"
#include "document/epub/read_book.h"
#include "util/error.h"

namespace aloud {
namespace {

BookBuilder book() {
  return BookBuilder().page("one.xhtml", "<p>One</p>").page("two.xhtml", "<p>Two</p>").chapter("One", "one.xhtml");
}

// "One/Two; book-type" : the text without the title, and the codes of what was found.
std::string outcome(const std::string& bytes) {
  try {
    const Document document = read_book("book.epub", bytes);
    EXPECT_EQ(violation(document), "");
    std::string text;
    for (const Block& block : document.blocks) {
      if (block.kind != BlockKind::title) text += (text.empty() ? "" : "/") + block.content.text.text();
    }
    for (const Finding& finding : document.findings) text += "; " + finding.code;
    return text;
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_EQ(error.place().path, "book.epub");
    return "error: " + error.message();
  }
}

// A package document whose first page is named so.
std::string naming(const std::string& name) {
  return "<package><manifest><item id='a' href='" + name +
         "' media-type='application/xhtml+xml'/><item id='b' href='two.xhtml' media-type='application/xhtml+xml'/></manifest>"
         "<spine><itemref idref='a'/><itemref idref='b'/></spine></package>";
}

TEST(BrokenBooks, AreReadAsReadersReadThem) {
  const struct {
    const char* fault;
    std::string bytes, outcome;
  } cases[] = {
      {"none", book().build(), "One/Two"},
      {"no mimetype", book().without("mimetype").build(), "One/Two; book-type"},
      {"another mimetype", book().type("application/zip").build(), "One/Two; book-type"},
      {"a mimetype with a line end", book().type("application/epub+zip\n").build(), "One/Two"},
      {"no container", book().without("META-INF/container.xml").build(), "One/Two; book-package"},
      {"a container that names nothing", book().file("META-INF/container.xml", "<container/>").build(),
       "One/Two; book-package"},
      {"no package", book().without("OPS/book.opf").build(), "Contents/One/One/Two; book-package"},
      {"an empty spine", book().file("OPS/book.opf", "<package/>").build(), "Contents/One/One/Two; book-package"},
      {"a page that is missing", book().without("OPS/one.xhtml").build(), "Two; book-missing-file"},
      {"a page by another case", book().file("OPS/book.opf", naming("ONE.XHTML")).build(), "One/Two; book-file-name"},
      {"a page beyond the root", book().file("OPS/book.opf", naming("../../../../OPS/one.xhtml")).build(), "One/Two"},
      {"a page in another folder", book().file("OPS/book.opf", naming("text/one.xhtml")).build(), "One/Two; book-file-name"},
      {"a page with an escape", book().file("OPS/book.opf", naming("%6Fne.xhtml")).build(), "One/Two"},
      {"a page elsewhere", book().file("OPS/book.opf", naming("https://example.org/one.xhtml")).build(),
       "Two; book-missing-file"},
      {"a page twice", book().file("OPS/book.opf", naming("two.xhtml")).build(), "Two; book-repeated-page"},
      {"an image in the order",
       book()
           .file("OPS/book.opf",
                 "<package><manifest><item id='a' href='a.png' media-type='image/png'/>"
                 "<item id='b' href='two.xhtml'/></manifest><spine><itemref idref='a'/>"
                 "<itemref idref='b'/><itemref idref='c'/></spine></package>")
           .build(),
       "Two; book-no-page; book-missing-file"},
      {"an image with a page instead",
       book()
           .file("OPS/book.opf",
                 "<package><manifest><item id='a' href='a.svg' media-type='image/svg+xml'"
                 " fallback='c'/><item id='c' href='one.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>")
           .build(),
       "One"},
      {"a name twice", book().file("OPS/three.xhtml", "x").file("OPS/three.xhtml", "y").build(),
       "One/Two; book-duplicate-file"},
      {"tags that do not match", book().file("OPS/one.xhtml", "<html><body><p>One<b>!</p></body></html>").build(),
       "One!/Two; book-markup"},
      {"a page cut off", book().file("OPS/one.xhtml", "<html><body><p>One</p><p id='").build(), "One/Two"},
      {"a page that is no text", book().file("OPS/one.xhtml", std::string("\x89PNG\r\n\x1a\n\0\0", 10)).build(),
       "Two; book-damaged-file"},
      {"no directory", book().archive().build_without_directory(), "One/Two; book-archive"},
      {"something before it", "#!/bin/sh\n" + book().build(), "One/Two"},
      {"something behind it", book().build() + "\n\n", "One/Two"},
  };
  for (const auto& one : cases) EXPECT_EQ(outcome(one.bytes), one.outcome) << one.fault;
}

std::string encryption(const std::string& algorithm, const std::string& file) {
  return "<encryption><EncryptedData><EncryptionMethod Algorithm=\"" + algorithm + "\"/><CipherData><CipherReference URI=\"" +
         file + "\"/></CipherData></EncryptedData></encryption>";
}

TEST(BrokenBooks, ThatAreProtectedAreRefusedInWords) {
  const std::string aes = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
  const std::string path = "META-INF/encryption.xml";
  const std::string refusal = ", so that only its seller's programs can read it; a book without DRM can be read aloud";
  EXPECT_EQ(outcome(book().file(path, encryption(aes, "OPS/two.xhtml")).build()),
            "error: is protected against copying (DRM)" + refusal);
  EXPECT_EQ(outcome(book().file(path, encryption(aes, "OPS/one.xhtml")).file("META-INF/rights.xml", "<rights/>").build()),
            "error: is protected against copying (DRM: Adobe Digital Editions)" + refusal);
  EXPECT_EQ(outcome(book().file(path, encryption(aes, "OPS/film.mp4")).build()), "One/Two");
  EXPECT_EQ(outcome(book().file(path, encryption("http://www.idpf.org/2008/embedding", "OPS/two.xhtml")).build()), "One/Two");
  EXPECT_EQ(outcome(book().file(path, encryption("http://ns.adobe.com/pdf/enc#RC", "OPS/font.otf")).build()), "One/Two");
}

TEST(BrokenBooks, ThatWouldFillMemoryEndInAnError) {
  const std::string zeros(std::size_t{60} << 20, ' ');
  EXPECT_EQ(
      outcome(book().file("OPS/one.xhtml", "<p>" + zeros + "</p>").build()),
      "error: unpacks to more text than a book of its size can hold (OPS/one.xhtml); such archives are made to fill memory");
  EXPECT_EQ(outcome(book().file("OPS/picture.svg", zeros).build()), "One/Two");
  ArchiveBuilder many;
  for (int i = 0; i < 100'000; ++i) many.add("f" + std::to_string(i), "", Packing::stored);
  EXPECT_EQ(outcome(many.build()), "error: has more than 50000 files in it, which no book has");
  EXPECT_EQ(outcome(many.build_without_directory()), "error: has more than 50000 files in it, which no book has");
  EXPECT_EQ(outcome("It is no archive."), "error: is no EPUB: it is no ZIP archive, or has no files in it");
  EXPECT_EQ(outcome(ArchiveBuilder().add("a.txt", "x").build()), "error: is an EPUB without any page that can be read");
}

TEST(BrokenBooks, CutAnywhereAreReadOrRefused) {
  const std::string bytes = book().build();
  for (std::size_t size = 4; size < bytes.size(); ++size) {
    const std::string result = outcome(bytes.substr(0, size));
    EXPECT_TRUE(result.starts_with("error: ") || result.find("book-archive") != std::string::npos) << size << ": " << result;
  }
}

TEST(BrokenBooks, WithAnyByteWrongAreReadOrRefused) {
  const std::string bytes = book().build();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string wrong = bytes;
    wrong[at] = static_cast<char>(wrong[at] ^ 0x55);
    (void)outcome(wrong);
  }
}

TEST(BrokenBooks, TakeTimeByTheirSize) {
  const auto begin = std::chrono::steady_clock::now();
  std::string tags, links, items;
  for (int i = 0; i < 50'000; ++i) {
    tags += "<a b=\"";
    links += "x<sup><a id='r" + std::to_string(i) + "' href='#r" + std::to_string(i / 2) + "'>1</a></sup>";
    items += "<item id='i" + std::to_string(i) + "' href='none" + std::to_string(i) + "'/><itemref idref='i" +
             std::to_string(i) + "'/>";
  }
  (void)outcome(book().file("OPS/one.xhtml", "<p>" + tags).build());
  (void)outcome(book().file("OPS/one.xhtml", "<p>" + links).build());
  (void)outcome(book().file("OPS/book.opf", "<package>" + items).build());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace aloud
