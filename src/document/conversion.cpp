#include "document/conversion.h"

#include <algorithm>
#include <array>
#include <utility>

#include "util/ascii.h"

namespace aloud {
namespace {

// Markdown that aloud reads whole: lines as they are, headings with #, metadata as front matter. --sandbox: pandoc opens
// nothing but its input.
Conversion by_pandoc(const char* what, const char* reader) {
  return {
      what,
      "pandoc",
      "pandoc",
      {"--sandbox", "-f", reader, "-t", "gfm+footnotes+yaml_metadata_block+tex_math_dollars", "--standalone", "--wrap=none"},
      DocumentFormat::markdown};
}

struct Known {
  std::vector<std::string_view> extensions;
  Conversion conversion;
};

const std::array<Known, 11>& known_conversions() {
  static const std::array<Known, 11> known = {{
      {{".docx"}, by_pandoc("a Word document", "docx")},
      {{".odt"}, by_pandoc("an OpenDocument text", "odt")},
      {{".rtf"}, by_pandoc("Rich Text", "rtf")},
      {{".rst", ".rest"}, by_pandoc("reStructuredText", "rst")},
      {{".org"}, by_pandoc("an Org file", "org")},
      {{".tex", ".latex", ".ltx"}, by_pandoc("LaTeX", "latex")},
      {{".ipynb"}, by_pandoc("a notebook", "ipynb")},
      {{".fb2"}, by_pandoc("a FictionBook", "fb2")},
      {{".docbook", ".dbk"}, by_pandoc("DocBook", "docbook")},
      {{".mediawiki", ".wiki", ".mw"}, by_pandoc("a wiki's page", "mediawiki")},
      {{".pdf"}, {"a PDF", "pdftotext", "poppler-utils", {"-enc", "UTF-8", "-nopgbrk", "-", "-"}, DocumentFormat::plain_text}},
  }};
  return known;
}

const Conversion* named(std::string_view extension) {
  for (const Known& known : known_conversions()) {
    if (std::find(known.extensions.begin(), known.extensions.end(), extension) != known.extensions.end())
      return &known.conversion;
  }
  return nullptr;
}

// The extension of what a file surely is, whatever its name; empty where its name decides.
std::string_view extension_by_content(std::string_view bytes) {
  constexpr std::string_view kOpenDocument = "mimetypeapplication/vnd.oasis.opendocument.text";
  constexpr std::size_t kMimetypeAt = 30;  // behind the header of a ZIP file's first member
  constexpr std::size_t kLookedAt = 4096;
  const std::string_view head = bytes.substr(0, kLookedAt);
  if (head.starts_with("%PDF-")) return ".pdf";
  if (head.starts_with("{\\rtf")) return ".rtf";
  if (!head.starts_with("PK\x03\x04")) return head.starts_with("<?xml") && head.find("<FictionBook") != head.npos ? ".fb2" : "";
  if (head.substr(std::min(kMimetypeAt, head.size())).starts_with(kOpenDocument)) return ".odt";
  constexpr std::size_t kDirectory = 65536;  // holds the names of a document's last members
  const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kDirectory));
  return tail.find("word/document.xml") != tail.npos || head.find("word/document.xml") != head.npos ? ".docx" : "";
}

std::string extension_of(std::string_view path) {
  const std::size_t dot = path.find_last_of("./");
  return dot == std::string_view::npos || path[dot] == '/' ? std::string() : ascii_lower(path.substr(dot));
}

}  // namespace

const Conversion* conversion_of(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  if (options.format) return nullptr;
  const std::string_view by_content = extension_by_content(bytes);
  const std::string by_name = extension_of(path);
  return named(by_content.empty() ? std::string_view(by_name) : by_content);
}

}  // namespace aloud
