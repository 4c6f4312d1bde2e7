#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/read_options.h"
#include "document/source_text.h"
#include "util/aligned_text.h"
#include "util/byte_range.h"
#include "util/findings.h"

namespace aloud {

enum class BlockKind {
  title,           ///< the article's title where it is written in the body or taken from front matter; at most one
  heading,         ///< Block::level 1 to 6
  paragraph,       ///< also the later paragraphs of a list item, a quote or a footnote
  list_item,       ///< the first paragraph of a list item
  code,            ///< a fenced or indented code block; Block::info holds the language
  table_row,       ///< Block::cells holds one text per column, Block::text is empty
  html,            ///< a block of raw HTML whose text is in Block::text (tags are markup)
  thematic_break,  ///< no text; a pause
};

/// "title", "list-item", "table-row", …
const char* to_string(BlockKind kind);

enum class SpanKind {
  emphasis,
  strong,
  strikethrough,
  code,
  link,                ///< text with a destination in Span::target
  url,                 ///< a link whose text is the address itself (autolink, bare URL, e-mail address)
  image,               ///< the text is the image's description (alt text)
  footnote_reference,  ///< the text is the label as written, e.g. "1"; Span::target the label
  line_break,          ///< the space that stands for a line break which the author asked for; Span::target empty, or the
                       ///< milliseconds of a pause that is asked for in this place
  badge,               ///< a row of images that tell the state of a project
  language,            ///< an HTML lang attribute; Span::target the BCP 47 tag
  citation,            ///< a reference to a source or note that is no link: "[12]", "[@smith04, p. 3]", "[citation needed]"
  admonition,          ///< what opens a note, a tip, a warning: Span::target the kind ("note"), whose word is said in the
                       ///< article's language; empty where the author gave a title, which is the text
  prosody,             ///< how it is said: Span::target as script/prosody.h reads it ("rate=120%;pitch=-20%")
  phoneme,             ///< how it is pronounced: Span::target in IPA
  voice,               ///< who says it: Span::target the name of a voice profile
  formula,             ///< the text is the formula's TeX source, or a <math> element; Span::target "display" or "inline"
};

/// "emphasis", "footnote", …
const char* to_string(SpanKind kind);

/// A stretch of a block's text with a meaning of its own. Spans nest or are disjoint; ordered by begin, outer first.
struct Span {
  SpanKind kind = SpanKind::emphasis;
  ByteRange text;      ///< in the text of the block (or of the cell) that it belongs to
  std::string target;  ///< link destination, image address, footnote label, language tag; else empty

  bool operator==(const Span&) const = default;
};

/// Text of a block as a reader would see it: markup gone, entities decoded, hard-wrapped lines joined by one space.
struct RichText {
  AlignedText text;
  std::vector<Span> spans;
};

/// The box before an item of a task list.
struct Task {
  ByteRange box;      ///< "[x]" or "[ ]", in the decoded source
  bool done = false;  ///< [x]
};

/// What stands in a book besides its text, and is not read to a listener who does not ask for it.
enum class Matter {
  text,  ///< the book itself
  cover,
  title_page,
  copyright,
  contents,  ///< also lists of figures and tables
  index,
  auxiliary,  ///< what the book keeps out of its reading order (linear="no")
};

/// "cover", "title page", …
const char* to_string(Matter matter);

/// The longest pause that an article may ask for: a minute.
inline constexpr int kLongestPauseMs = 60'000;

/// A leaf of the article in reading order. The tree that it hung in is told by the context fields.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  ByteRange source;             ///< the whole block with its markup, in the decoded source
  RichText content;             ///< empty for table_row and thematic_break
  std::vector<RichText> cells;  ///< table_row only
  int level = 0;                ///< heading: 1–6
  bool header_row = false;      ///< table_row: the row of column names
  int table = -1;               ///< table_row: number of the table in the document, from 0; else -1
  std::string info;             ///< code: the language named after the fence; else empty
  std::string language;         ///< BCP 47 tag when the block declares one (HTML lang); else empty
  int quote_depth = 0;          ///< how many block quotes it stands in
  int list_depth = 0;           ///< how many lists it stands in; 1 for a top-level list item
  std::optional<int> ordinal;   ///< list_item of an ordered list: its number
  ByteRange marker;             ///< list_item: the bullet or the number as written ("3."), in the decoded source; else empty
  std::optional<Task> task;     ///< list_item of a task list
  std::string voice;            ///< name of a voice profile that the author asks for; else empty
  int pause_ms = 0;             ///< thematic_break: how long, where the author says it; else 0
  std::string footnote;         ///< label of the footnote definition it belongs to; else empty
  Matter matter = Matter::text;
};

/// A chapter of a book, or a section of one, as its table of contents has it: it goes to the next one.
struct Section {
  std::string title;      ///< may be empty
  int depth = 0;          ///< 0 for those that stand in no other
  std::size_t block = 0;  ///< where it begins: the number of its first block
  int chapter = 0;        ///< its number, from 1; 0 for what is no chapter: a section of one, or matter besides the text

  bool operator==(const Section&) const = default;
};

/// Why bytes of the source are never spoken, apart from white space and punctuation, which need no reason.
enum class SilentKind {
  byte_order_mark,
  front_matter,
  markup,                ///< *, #, |, fences and the like
  link_destination,      ///< the address and title in [text](address "title")
  reference_definition,  ///< [label]: address
  html_tag,
  html_comment,
  code_info,       ///< the words after a fence
  footnote_label,  ///< [^1]: at a definition
  list_marker,
  hidden,          ///< what HTML says is not to be shown, and what a browser does not show
  ruby_text,       ///< how to say a word, written above it; the word is said
  repeated_title,  ///< a heading that says the title again; spoken once
  template_tag,    ///< {{ … }}, {% … %}, {{< … >}}: for the site's generator
  comment,         ///< of a dialect, as {% comment %}
  attribute_list,  ///< {#id .class key=value}
  icon,            ///< :material-home:
  inclusion,       ///< what stands for the text of another file
  abbreviation,    ///< *[HTML]: what it is short for
  contents,        ///< where a site's generator puts a table of contents: "[TOC]", a list marked {:toc}
  licence,         ///< what a distributor put before and behind a book
  page_mark,       ///< heads and feet of pages, and their numbers, within running text
  time_mark,       ///< when something was said, in a transcript
  program,         ///< what a page computes: import and export, {expressions}, raw TeX
  property,        ///< what a note says of itself: id:: …, :name: …, #| echo: false
  embed,           ///< what is shown in this place and stands elsewhere: ![[note]], ((id)), queries
  tag,             ///< lines of #tags alone
  script,          ///< script, style, template: for machines
  page_metadata,   ///< what stands in a page's head
  form_control,    ///< buttons, fields, choices
  directive,       ///< for aloud itself: <!-- aloud: pause 800 -->

  // From here on: left out of a web page, since it is not the article.
  navigation,
  page_header,
  page_footer,
  sidebar,
  related,        ///< other articles
  comments,       ///< what readers wrote below
  sharing,        ///< "Share on …", "Follow us"
  advertisement,  ///< also what is sponsored
  consent,        ///< cookies, privacy
  subscription,   ///< newsletters, accounts, paywalls
  byline,         ///< author, date, tags, reading time: metadata
  other_chapter,  ///< of a book, where others were asked for
  outside,        ///< none of these, and not in what holds the article

  skipped,  ///< between <!-- aloud: skip --> and <!-- aloud: end -->
};
const char* to_string(SilentKind kind);

/// Whether it is material that somebody might have wanted to hear, and that is left out.
constexpr bool is_left_out(SilentKind kind) { return kind >= SilentKind::navigation; }

struct SilentRange {
  ByteRange source;  ///< in the decoded source
  SilentKind kind = SilentKind::markup;
};

struct FrontMatter {
  enum class Syntax { none, yaml, toml, json, lines };  ///< lines: "Title: …", as Pelican and MultiMarkdown have it
  Syntax syntax = Syntax::none;
  ByteRange source;  ///< with its delimiter lines, in the decoded source
  std::optional<std::string> title, author, date, language, voice;
  std::vector<std::string> lexicons;  ///< paths as written, relative to the article
  /// What a batch asks for: the name of the outputs, and whether there shall be any ("true", "no", a date, … as written).
  std::optional<std::string> slug, tts, draft, published, publish_date;
  std::vector<std::string> unknown_keys;  ///< top-level keys that aloud leaves alone, in order
};

/// What became of a block of a web page, and why (document/html/extraction.h).
struct ExtractionLine {
  ByteRange source;  ///< in the decoded source
  bool kept = false;
  int score = 0;     ///< of what the rule looked at; above 0 speaks for the article
  std::string rule;  ///< "main: article", "navigation: class nav", …
  std::string text;  ///< how it begins
};

/// An article, read. Every byte of source.text() is in the text of a block, in `silent`, or is white space or punctuation:
/// anything else is a bug of the reader, found by coverage (timeline/coverage.h).
struct Document {
  DocumentFormat format = DocumentFormat::plain_text;  ///< that it was read as
  SourceText source;
  FrontMatter front_matter;
  std::vector<Block> blocks;
  std::vector<SilentRange> silent;  ///< ordered by source.begin, disjoint
  std::string converted_by;         ///< program whose text of the file `source` is ("pandoc"); empty: the file itself
  Findings findings;
  std::vector<Section> sections;           ///< of a book, in order of their blocks; else empty
  std::vector<ExtractionLine> extraction;  ///< of a web page, where ReadOptions::explain asks for it; in order

  /// Front matter's title, else the title block's text, else empty.
  std::string title() const;
};

/// By extension: .md .markdown .mdown .mkd .mdx .qmd .rmd → markdown; .html .htm .xhtml .xht → html; .epub → epub; .ssml →
/// ssml; .srt .vtt → subtitles; anything else, "-" included → plain text.
DocumentFormat format_of_path(const std::string& path);

/// Parses a decoded article. Never fails: odd material is in Document::findings. Errors in front matter are findings as well
/// ("front-matter", with the line; the block is then left out as front matter, never spoken).
/// `options.format`: by the article's name where it says nothing.
Document read_document(SourceText source, const ReadOptions& options);

/// Reads the file (or stdin for "-") and parses it: as options.format says, else as a web page if it begins like one, else by
/// its name. On failure (missing, a directory, no permission, binary, over 1 GiB) throws Error{input}.
Document read_article(const std::string& path, const ReadOptions& options = {});

/// The same for a file whose bytes were read already.
Document parse_article(const std::string& path, std::string_view bytes, const ReadOptions& options = {});

/// The same for one that may have nothing to say.
Document parse_any_article(const std::string& path, std::string_view bytes, const ReadOptions& options);

/// On failure (nothing but front matter, markup and white space) throws Error{input} at the article.
void require_text(const Document& document);

/// The blocks, spans, silent ranges and findings as text, one a line, for `inspect --stage blocks` and tests.
std::string describe(const Document& document);

}  // namespace aloud
