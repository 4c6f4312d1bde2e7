#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "aloud/engine.h"
#include "aloud/errors.h"

namespace aloud::v0 {

/// How an article is written.
enum class Syntax {
  by_name,     ///< an EPUB if it is one; a web page if it begins like one or its name ends in .html, .htm, .xhtml or .xht;
               ///< Markdown for a name that ends in .md, .markdown, .mdown or .mkd; else plain text
  plain_text,  ///< paragraphs, underlined headings and simple lists are recognised
  markdown,    ///< CommonMark with GitHub's extensions, YAML or TOML front matter
  web_page,    ///< HTML, of which the article is read
};

/// A stretch of an article: bytes of the file as it was given, whatever its encoding, byte-order mark included. Half open.
struct SourceRange {
  std::size_t begin = 0, end = 0;

  std::size_t size() const { return end - begin; }
  bool operator==(const SourceRange&) const = default;
};

/// Something odd in an article that failed no job: what was found, and what was done instead.
struct Finding {
  std::string code;     ///< stable, e.g. "repeated-title"; docs/findings.md lists all of them
  std::string message;  ///< one line
  Place place;          ///< without a line where it concerns the whole article
};

/// A leaf of an article in reading order, as it is written; what of it is said depends on the voice.
struct Block {
  std::string kind;  ///< "title", "heading", "paragraph", "list-item", "code", "table-row", "html", "thematic-break"
  int level = 0;     ///< of a heading, 1 to 6; else 0
  std::string text;  ///< without markup, entities decoded; the cells of a row separated by tabs
  SourceRange source;
};

/// An article, read. Immutable: copies share one article and cost nothing, and any thread may use them. Lives on its own: the
/// file and the text that it was made from are not needed any longer.
class ALOUD_API Document {
 public:
  /// Reads a file, or standard input for "-". Text in other encodings than UTF-8 is detected and decoded. It is parsed in a
  /// process of its own, started as those that speak (of `engine`, program counts here), with limits: a crash over an article
  /// is an error of that article. On failure (missing, no permission, a directory, no text, over 1 GiB) throws Error{input}.
  static Document from_file(const std::string& path, Syntax syntax = Syntax::by_name, const EngineOptions& engine = {});

  /// The same for text that is there already. `name` is what messages call it; files that the article asks for (lexicons) are
  /// looked for beside it. On failure throws Error{input}.
  static Document from_text(std::string_view bytes, const std::string& name = "text", Syntax syntax = Syntax::by_name,
                            const EngineOptions& engine = {});

  Document(const Document&);
  Document(Document&&) noexcept;
  Document& operator=(const Document&);
  Document& operator=(Document&&) noexcept;
  ~Document();

  const std::string& name() const;  ///< the path, or what from_text() was told

  std::string title() const;     ///< the front matter's, else the one in the text; may be empty
  std::string author() const;    ///< the front matter's; empty: it names none
  std::string date() const;      ///< likewise, as written
  std::string language() const;  ///< likewise, BCP 47; empty: it declares none

  std::string encoding() const;    ///< of the file, IANA name: "UTF-8", "windows-1252"
  std::size_t byte_count() const;  ///< of the file

  std::vector<Block> blocks() const;      ///< in reading order
  std::vector<Finding> findings() const;  ///< of reading alone; a render has them too

  class Impl;
  const Impl& impl() const { return *impl_; }  ///< the library's own

 private:
  explicit Document(std::shared_ptr<const Impl> impl);

  std::shared_ptr<const Impl> impl_;
};

}  // namespace aloud::v0
