#include "document/document_message.h"

#include <limits>

#include "util/findings_message.h"
#include "util/message.h"

namespace aloud {
namespace {

constexpr std::uint64_t kVersion = 4;

// The fewest bytes that one of each takes.
constexpr std::size_t kSpanBytes = 4, kRunBytes = 5, kBlockBytes = 22, kSilentBytes = 3, kTextBytes = 3, kStringBytes = 1,
                      kExtractionBytes = 6, kSectionBytes = 4;

constexpr auto kLastBlockKind = static_cast<std::uint64_t>(BlockKind::thematic_break);
constexpr auto kLastSpanKind = static_cast<std::uint64_t>(SpanKind::formula);
constexpr auto kLastSilentKind = static_cast<std::uint64_t>(SilentKind::skipped);
constexpr auto kLastFormat = static_cast<std::uint64_t>(DocumentFormat::subtitles);
constexpr auto kLastMatter = static_cast<std::uint64_t>(Matter::auxiliary);
constexpr auto kLastSyntax = static_cast<std::uint64_t>(FrontMatter::Syntax::lines);

/// Front matter's texts, in the order of the message.
constexpr std::optional<std::string> FrontMatter::*kFields[] = {
    &FrontMatter::title, &FrontMatter::author, &FrontMatter::date,  &FrontMatter::language,  &FrontMatter::voice,
    &FrontMatter::slug,  &FrontMatter::tts,    &FrontMatter::draft, &FrontMatter::published, &FrontMatter::publish_date};

class Writer {
 public:
  std::string write(const Document& document) {
    out_.number(kVersion);
    out_.number(static_cast<std::uint64_t>(document.format));
    document.source.write(out_);
    write(document.front_matter);
    out_.number(document.blocks.size());
    for (const Block& block : document.blocks) write(block);
    out_.number(document.silent.size());
    for (const SilentRange& range : document.silent) {
      out_.range(range.source);
      out_.number(static_cast<std::uint64_t>(range.kind));
    }
    write_findings(out_, document.findings);
    write(document.sections);
    write(document.extraction);
    return out_.take();
  }

 private:
  void write(const std::vector<std::string>& texts) {
    out_.number(texts.size());
    for (const std::string& text : texts) out_.text(text);
  }

  void write(const std::vector<Section>& sections) {
    out_.number(sections.size());
    for (const Section& section : sections) {
      out_.text(section.title);
      out_.signed_number(section.depth);
      out_.number(section.block);
      out_.signed_number(section.chapter);
    }
  }

  void write(const std::vector<ExtractionLine>& lines) {
    out_.number(lines.size());
    for (const ExtractionLine& line : lines) {
      out_.range(line.source);
      out_.flag(line.kept);
      out_.signed_number(line.score);
      out_.text(line.rule);
      out_.text(line.text);
    }
  }

  void write(const FrontMatter& front_matter) {
    out_.number(static_cast<std::uint64_t>(front_matter.syntax));
    out_.range(front_matter.source);
    for (const auto field : kFields) out_.optional_text(front_matter.*field);
    write(front_matter.lexicons);
    write(front_matter.unknown_keys);
  }

  void write(const RichText& rich) {
    out_.text(rich.text.text());
    out_.number(rich.text.runs().size());
    for (const AlignedText::Run& run : rich.text.runs()) {
      out_.number(run.text_end - run.text_begin);
      out_.range(run.source);
      out_.flag(run.mapping == Mapping::linear);
      out_.text(run.rule);
    }
    out_.number(rich.spans.size());
    for (const Span& span : rich.spans) {
      out_.number(static_cast<std::uint64_t>(span.kind));
      out_.range(span.text);
      out_.text(span.target);
    }
  }

  void write(const Block& block) {
    out_.number(static_cast<std::uint64_t>(block.kind));
    out_.range(block.source);
    write(block.content);
    out_.number(block.cells.size());
    for (const RichText& cell : block.cells) write(cell);
    for (const int value : {block.level, block.table, block.quote_depth, block.list_depth}) out_.signed_number(value);
    out_.flag(block.header_row);
    out_.number(static_cast<std::uint64_t>(block.pause_ms));
    for (const std::string* text : {&block.info, &block.language, &block.voice, &block.footnote}) out_.text(*text);
    out_.number(static_cast<std::uint64_t>(block.matter));
    out_.flag(block.ordinal.has_value());
    if (block.ordinal) out_.signed_number(*block.ordinal);
    out_.range(block.marker);
    out_.flag(block.task.has_value());
    if (!block.task) return;
    out_.range(block.task->box);
    out_.flag(block.task->done);
  }

  MessageWriter out_;
};

class Reader {
 public:
  explicit Reader(std::string_view message) : in_(message) {}

  Document read(const std::string& name, std::size_t bytes) {
    in_.require(in_.number() == kVersion);
    document_.format = static_cast<DocumentFormat>(in_.number_up_to(kLastFormat));
    document_.source = SourceText::read(in_, name, bytes);
    size_ = document_.source.text().size();
    read_front_matter();
    for (std::size_t left = in_.count(kBlockBytes); left > 0; --left) document_.blocks.push_back(block());
    read_silent();
    document_.findings = read_findings(in_, size_);
    read_sections();
    for (std::size_t left = in_.count(kExtractionBytes); left > 0; --left) document_.extraction.push_back(extraction_line());
    in_.expect_end();
    return std::move(document_);
  }

 private:
  std::vector<std::string> texts() {
    std::vector<std::string> texts;
    for (std::size_t left = in_.count(kStringBytes); left > 0; --left) texts.emplace_back(in_.text());
    return texts;
  }

  int integer(std::int64_t least) {
    const std::int64_t value = in_.signed_number();
    in_.require(value >= least && value <= std::numeric_limits<int>::max());
    return static_cast<int>(value);
  }

  void read_front_matter() {
    FrontMatter& front_matter = document_.front_matter;
    front_matter.syntax = static_cast<FrontMatter::Syntax>(in_.number_up_to(kLastSyntax));
    front_matter.source = in_.range_within(size_);
    for (const auto field : kFields) front_matter.*field = in_.optional_text();
    front_matter.lexicons = texts();
    front_matter.unknown_keys = texts();
  }

  RichText rich_text() {
    RichText rich;
    const std::string_view text = in_.text();
    std::size_t at = 0;
    for (std::size_t left = in_.count(kRunBytes); left > 0; --left) {
      const std::size_t size = in_.number_up_to(text.size() - at);
      const ByteRange source = in_.range_within(size_);
      const Mapping mapping = in_.flag() ? Mapping::linear : Mapping::whole;
      const std::string_view rule = in_.text();
      in_.require(size > 0 && (mapping == Mapping::whole || text.substr(at, size) == source_at(source)));
      rich.text.append(text.substr(at, size), source, mapping, rule);
      at += size;
    }
    in_.require(at == text.size());
    read_spans(rich);
    return rich;
  }

  std::string_view source_at(ByteRange range) const {
    return std::string_view(document_.source.text()).substr(range.begin, range.size());
  }

  static bool cuts(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  }

  void read_spans(RichText& rich) {
    const std::string& text = rich.text.text();
    std::vector<std::size_t> open;  // where the spans end that the next one may lie in
    std::size_t before = 0;
    for (std::size_t left = in_.count(kSpanBytes); left > 0; --left) {
      const auto kind = static_cast<SpanKind>(in_.number_up_to(kLastSpanKind));
      const ByteRange range = in_.range_within(text.size());
      in_.require(!cuts(text, range.begin) && !cuts(text, range.end) && range.begin >= before);
      while (!open.empty() && open.back() <= range.begin) open.pop_back();
      in_.require(open.empty() || range.end <= open.back());
      open.push_back(range.end);
      before = range.begin;
      rich.spans.push_back({kind, range, std::string(in_.text())});
    }
  }

  Block block() {
    Block block;
    block.kind = static_cast<BlockKind>(in_.number_up_to(kLastBlockKind));
    block.source = in_.range_within(size_);
    block.content = rich_text();
    for (std::size_t left = in_.count(kTextBytes); left > 0; --left) block.cells.push_back(rich_text());
    block.level = integer(0);
    block.table = integer(-1);
    block.quote_depth = integer(0);
    block.list_depth = integer(0);
    block.header_row = in_.flag();
    block.pause_ms = static_cast<int>(in_.number_up_to(kLongestPauseMs));
    for (std::string* text : {&block.info, &block.language, &block.voice, &block.footnote}) *text = in_.text();
    block.matter = static_cast<Matter>(in_.number_up_to(kLastMatter));
    if (in_.flag()) block.ordinal = integer(std::numeric_limits<int>::min());
    block.marker = in_.range_within(size_);
    if (in_.flag()) {
      const ByteRange box = in_.range_within(size_);
      block.task = Task{box, in_.flag()};
    }
    return block;
  }

  void read_sections() {
    std::size_t before = 0;
    for (std::size_t left = in_.count(kSectionBytes); left > 0; --left) {
      Section section;
      section.title = in_.text();
      section.depth = integer(0);
      section.block = in_.number_up_to(document_.blocks.size());
      section.chapter = integer(0);
      in_.require(section.block >= before);
      before = section.block;
      document_.sections.push_back(std::move(section));
    }
  }

  ExtractionLine extraction_line() {
    ExtractionLine line;
    line.source = in_.range_within(size_);
    line.kept = in_.flag();
    line.score = integer(std::numeric_limits<int>::min());
    line.rule = in_.text();
    line.text = in_.text();
    return line;
  }

  void read_silent() {
    std::size_t before = 0;
    for (std::size_t left = in_.count(kSilentBytes); left > 0; --left) {
      const ByteRange source = in_.range_within(size_);
      in_.require(source.begin >= before && !source.empty());
      before = source.end;
      document_.silent.push_back({source, static_cast<SilentKind>(in_.number_up_to(kLastSilentKind))});
    }
  }

  MessageReader in_;
  Document document_;
  std::size_t size_ = 0;
};

}  // namespace

std::string to_message(const Document& document) { return Writer().write(document); }

Document document_of_message(std::string_view message, const std::string& name, std::size_t bytes) {
  return Reader(message).read(name, bytes);
}

}  // namespace aloud
