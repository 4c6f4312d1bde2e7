#include "document/epub/read_book.h"

#include <algorithm>
#include <map>
#include <utility>

#include "document/epub/book_package.h"
#include "document/epub/book_page.h"
#include "document/epub/book_sections.h"
#include "document/epub/matter.h"
#include "document/epub/notes.h"
#include "document/epub/scanned_page.h"
#include "document/epub/tags.h"
#include "document/html/inline_text.h"
#include "document/html_text.h"
#include "document/ledger.h"
#include "util/ascii.h"
#include "util/error.h"
#include "util/utf8.h"

namespace aloud {
namespace {

AlignedText moved(const AlignedText& text, std::size_t by) {
  AlignedText result;
  for (const AlignedText::Run& run : text.runs()) {
    const std::string_view piece = std::string_view(text.text()).substr(run.text_begin, run.text_end - run.text_begin);
    result.append(piece, {run.source.begin + by, run.source.end + by}, run.mapping, run.rule);
  }
  return result;
}

ByteRange moved(ByteRange range, std::size_t by) { return {range.begin + by, range.end + by}; }

void move(Block& block, std::size_t by) {
  block.source = moved(block.source, by);
  block.content.text = moved(block.content.text, by);
  for (RichText& cell : block.cells) cell.text = moved(cell.text, by);
}

// What is left of a note's number where the way back was taken from it: ". Text", ") Text".
void drop_stop(RichText& content) {
  const std::string& text = content.text.text();
  if (text.empty() || std::string_view(".):]").find(text.front()) == std::string_view::npos) return;
  const std::size_t begin = text.find_first_not_of(".):] ");
  if (begin == std::string::npos) return;
  content.text = content.text.slice({begin, text.size()});
  for (Span& span : content.spans)
    span.text = {span.text.begin - std::min(span.text.begin, begin), span.text.end - std::min(span.text.end, begin)};
  std::erase_if(content.spans, [](const Span& span) { return span.text.empty(); });
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_alphanumeric(point.value)) letters += ascii_lower(text.substr(at, point.size));
    at += point.size;
  }
  return letters;
}

class BookReader {
 public:
  BookReader(const std::string& name, std::string_view bytes) : files_(bytes), parts_(read_parts(files_)) {
    document_.format = DocumentFormat::epub;
    document_.source = SourceText::join(name, std::move(parts_.sources));
  }

  Document read() {
    document_.findings = document_.source.findings();
    for (Finding& finding : files_.take_findings()) document_.findings.push_back(std::move(finding));
    take_metadata();
    scan();
    for (std::size_t page = 0; page < pages_.size(); ++page) read_page(page);
    tell_ill_formed();
    arrange_sections(document_, starts(), references_);
    add_title();
    close_ledger();
    return std::move(document_);
  }

 private:
  std::size_t begin_of(std::size_t page) const { return document_.source.parts()[page + parts_.first_page].decoded; }
  std::string_view text_of(std::size_t page) const {
    const auto& parts = document_.source.parts();
    const std::size_t part = page + parts_.first_page;
    const std::size_t end = part + 1 < parts.size() ? parts[part + 1].decoded : document_.source.text().size();
    return std::string_view(document_.source.text()).substr(parts[part].decoded, end - parts[part].decoded);
  }

  void take_metadata() {
    const Package& package = parts_.package;
    FrontMatter& front = document_.front_matter;
    const auto set = [](std::optional<std::string>& field, const std::string& value) {
      if (!value.empty()) field = value;
    };
    set(front.author, package.authors);
    set(front.date, package.date);
    set(front.language, package.language);
    if (parts_.first_page > 0 && !text_of_package().empty())
      document_.silent.push_back({{0, text_of_package().size()}, SilentKind::page_metadata});
  }

  std::string_view text_of_package() const { return std::string_view(document_.source.text()).substr(0, begin_of(0)); }

  void scan() {
    for (std::size_t page = 0; page < parts_.paths.size(); ++page) {
      by_path_.try_emplace(parts_.paths[page], page);
      pages_.push_back(scan_page(text_of(page), parts_.paths[page]));
    }
    notes_ = find_notes(pages_, by_path_);
    // A file with several chapters is none of them.
    for (const NavigationPoint& point : parts_.navigation.points) {
      const auto [known, added] = titles_.try_emplace(files_.locate(point.to.path).value_or(point.to.path), point.title);
      if (!added) known->second.clear();
    }
  }

  // What the book says of a whole file.
  Matter declared_matter(std::size_t page) const {
    if (!parts_.linear[page]) return Matter::auxiliary;
    const std::string& path = parts_.paths[page];
    for (const auto* const words : {&parts_.package.guide, &parts_.navigation.landmarks}) {
      const auto found = words->find(path);
      if (found == words->end()) continue;
      if (const Matter matter = matter_of_words(found->second); matter != Matter::text) return matter;
      return Matter::text;
    }
    if (path == parts_.package.nav) return Matter::contents;
    const auto title = titles_.find(path);
    return title == titles_.end() ? Matter::text : matter_of_title(title->second);
  }

  void read_page(std::size_t page) {
    const std::size_t begin = begin_of(page);
    for (const ByteRange& tag : pages_[page].blanked) document_.silent.push_back({moved(tag, begin), SilentKind::html_tag});
    BookPage parsed(pages_[page], notes_[page]);
    BookPage::Result read = parsed.read(declared_matter(page));
    if (is_title_page(read)) std::fill(read.matter.begin(), read.matter.end(), Matter::title_page);
    int next_table = tables_;
    for (std::size_t i = 0; i < read.text.blocks.size(); ++i) {
      Block& block = read.text.blocks[i].block;
      move(block, begin);
      if (block.table >= 0) next_table = std::max(next_table, (block.table += tables_) + 1);
      block.matter = read.matter[i];
      const std::size_t reference = read.note[i] == nullptr ? kNoReference : make_note(block, *read.note[i]);
      references_.push_back(reference);
      document_.blocks.push_back(std::move(block));
    }
    tables_ = next_table;
    for (const LeftOutPart& part : read.text.left_out) {
      const ByteRange source = parsed.source_of(part.node);
      if (!source.empty()) document_.silent.push_back({moved(source, begin), part.verdict.kind});
    }
    for (const ByteRange& comment : read.comments) {
      if (!comment.empty()) document_.silent.push_back({moved(comment, begin), SilentKind::html_comment});
    }
    for (const ByteRange& tag : read.ignored) ignored_.push_back(moved(tag, begin));
    last_note_ = nullptr;
    pages_[page].text = {};
  }

  // The book's title, its authors, and hardly more: a publisher.
  bool is_title_page(const BookPage::Result& page) const {
    constexpr std::size_t kMostBesides = 40;  // letters
    const ByteRange title = parts_.package.title;
    if (title.empty()) return false;
    const std::string wanted =
        letters_of(readable(std::string_view(document_.source.text()).substr(title.begin, title.size())));
    const std::size_t most = wanted.size() + letters_of(parts_.package.authors).size() + kMostBesides;
    std::string text;
    for (std::size_t i = 0; i < page.text.blocks.size() && text.size() <= most; ++i) {
      if (page.matter[i] != Matter::text || page.note[i] != nullptr) return false;
      text += letters_of(page.text.blocks[i].block.content.text.text());
    }
    return !wanted.empty() && text.size() <= most && text.find(wanted) != std::string::npos;
  }

  // Makes the block that of a note; returns where it is referred to. Its number is said with it, not that of a list.
  std::size_t make_note(Block& block, const BookNote& note) {
    if (&note != last_note_ && note.label.empty()) ++unnamed_notes_;
    last_note_ = &note;
    if (block.kind == BlockKind::list_item) {
      block.kind = BlockKind::paragraph;
      block.ordinal.reset();
    }
    block.list_depth = 0;
    drop_stop(block.content);
    block.footnote = note.label.empty() ? "unnamed " + std::to_string(unnamed_notes_) : note.label;
    if (note.label.empty()) return kNoReference;
    if (block.matter == Matter::auxiliary) block.matter = Matter::text;
    return begin_of(note.page) + note.at;
  }

  void tell_ill_formed() {
    std::size_t count = 0, first = 0;
    for (std::size_t page = pages_.size(); page > 0; --page) {
      if (!pages_[page - 1].ill_formed) continue;
      ++count;
      first = begin_of(page - 1) + *pages_[page - 1].ill_formed;
    }
    if (count > 0)
      document_.findings.push_back({"book-markup",
                                    {first, first + 1},
                                    std::to_string(count) + (count == 1 ? " page is" : " pages are") +
                                        " not well-formed XHTML; read as browsers read HTML (here the first)"});
    if (ignored_.empty()) return;
    document_.findings.push_back({"deep-nesting", ignored_.front(),
                                  std::to_string(ignored_.size()) +
                                      " tags nest too deeply, or have too much in them; they were ignored (here the first)"});
  }

  // By the table of contents; without one, by the pages.
  std::vector<SectionStart> starts() const {
    std::vector<SectionStart> starts;
    for (const NavigationPoint& point : parts_.navigation.points) {
      const auto page = by_path_.find(files_.locate(point.to.path).value_or(point.to.path));
      if (page == by_path_.end()) continue;
      const auto& names = pages_[page->second].names;
      const auto name = point.to.fragment.empty() ? names.end() : names.find(point.to.fragment);
      const std::size_t begin = begin_of(page->second);
      starts.push_back({point.title, point.depth, begin + (name == names.end() ? 0 : name->second), begin});
    }
    if (!starts.empty()) return starts;
    std::vector<std::size_t> pages;
    for (std::size_t page = 0; page < pages_.size(); ++page) pages.push_back(begin_of(page));
    return starts_by_headings(document_, pages);
  }

  void add_title() {
    const ByteRange written = parts_.package.title;
    if (written.empty()) return;
    const std::string_view text = document_.source.text();
    AlignedText decoded;
    append_text(text, written, decoded);
    document_.front_matter.title = decoded.text();
    if (decoded.empty()) return;
    Block block;
    block.kind = BlockKind::title;
    block.source = written;
    block.content.text = std::move(decoded);
    document_.blocks.insert(document_.blocks.begin(), std::move(block));
    for (Section& section : document_.sections) ++section.block;
  }

  static void append_text(std::string_view text, ByteRange range, AlignedText& out) {
    InlineText line;
    for (std::size_t at = range.begin; at < range.end;) {
      const std::size_t entity = std::min(text.find('&', at), range.end);
      if (entity > at) line.add(text, {at, entity}, text.substr(at, entity - at));
      at = entity;
      if (at >= range.end) break;
      const auto found = entity_at(text.substr(0, range.end), at);
      const std::size_t size = found ? found->size : 1;
      line.add(text, {at, at + size}, found ? std::string_view(found->text) : text.substr(at, 1));
      at += size;
    }
    out = line.take().text;
  }

  void close_ledger() {
    settle_silent(document_);
    const std::string& text = document_.source.text();
    for (const ByteRange& gap : unclaimed(document_, text, {0, text.size()}))
      document_.silent.push_back({gap, SilentKind::html_tag});
    settle_silent(document_);
  }

  BookFiles files_;
  BookParts parts_;
  Document document_;
  std::map<std::string, std::size_t> by_path_;
  std::map<std::string, std::string> titles_;  // of files that are one chapter
  std::vector<ScannedPage> pages_;
  std::vector<PageNotes> notes_;
  std::vector<std::size_t> references_;  // of each block: where its note is referred to
  std::vector<ByteRange> ignored_;
  const BookNote* last_note_ = nullptr;
  std::size_t unnamed_notes_ = 0;
  int tables_ = 0;
};

}  // namespace

bool is_book(std::string_view path, std::string_view bytes) {
  if (format_of_path(std::string(path)) == DocumentFormat::epub) return true;
  if (!ZipArchive::is_one(bytes)) return false;
  constexpr std::size_t kHead = 120;
  return bytes.substr(0, kHead).find("mimetypeapplication/epub+zip") != std::string_view::npos;
}

Document read_book(const std::string& name, std::string_view bytes) {
  try {
    return BookReader(name, bytes).read();
  } catch (const Error& error) {
    if (!error.place().path.empty()) throw;
    throw Error(error.kind(), error.message(), {name});
  }
}

}  // namespace aloud
