#include "document/conversion.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

std::string what(std::string_view path, std::string_view bytes, const ReadOptions& options = {}) {
  const Conversion* conversion = conversion_of(path, bytes, options);
  return conversion == nullptr ? "" : conversion->what;
}

TEST(Conversion, IsToldByContentElseByName) {
  const std::string zip = "PK\x03\x04" + std::string(26, ' ');
  struct Case {
    std::string path, bytes, what;
  };
  for (const Case& one : {Case{"a.docx", zip, "a Word document"},
                          {"a.bin", zip + "word/document.xml", "a Word document"},
                          {"a", zip + "mimetypeapplication/vnd.oasis.opendocument.textPK", "an OpenDocument text"},
                          {"a.zip", zip, ""},
                          {"a.epub", zip + "mimetypeapplication/epub+zipPK", ""},
                          {"a.txt", "{\\rtf1 x}", "Rich Text"},
                          {"a", "%PDF-1.7", "a PDF"},
                          {"a.RST", "x", "reStructuredText"},
                          {"a.org", "x", "an Org file"},
                          {"org", "x", ""},
                          {"a.org/b", "x", ""},
                          {"a.tex", "x", "LaTeX"},
                          {"a.ipynb", "{}", "a notebook"},
                          {"a.xml", "<?xml version='1.0'?><FictionBook>", "a FictionBook"},
                          {"a.xml", "<?xml version='1.0'?><x>", ""},
                          {"a.wiki", "x", "a wiki's page"},
                          {"a.md", "x", ""},
                          {"", "", ""}})
    EXPECT_EQ(what(one.path, one.bytes), one.what) << one.path;
}

TEST(Conversion, IsNoneWhereAFormatIsAskedFor) {
  EXPECT_EQ(what("a.rst", "x", DocumentFormat::plain_text), "");
  EXPECT_EQ(what("a.docx", "x", DocumentFormat::markdown), "");
}

}  // namespace
}  // namespace aloud
