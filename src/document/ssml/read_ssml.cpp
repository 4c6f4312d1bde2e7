#include <expat.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "document/document.h"
#include "document/readers.h"
#include "document/ssml/said_as.h"
#include "document/ssml/ssml_values.h"
#include "document/ssml/x_sampa.h"
#include "util/error.h"
#include "util/plain_line.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kMostDepth = 200;
constexpr int kSentencePauseMs = 400;  // behind an <s> that no mark ends

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool ends_sentence(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text.empty()) return true;
  return std::u32string_view(U".!?…:;。！？").find(code_point_before(text, text.size()).value) != std::u32string_view::npos;
}

std::string_view local_name(std::string_view name) {
  constexpr std::string_view kPrefix = "ssml:";
  return name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name;
}

/// The attributes of a tag; empty for what is not there.
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}
  std::string_view operator[](std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
      if (name == pair[0]) return pair[1];
    }
    return {};
  }

 private:
  const char** pairs_;
};

class SsmlReader {
 public:
  SsmlReader(Document& document, XML_Parser parser) : document_(document), source_(document.source.text()), parser_(parser) {}

  void start(std::string_view name, const Attributes& attributes) {
    silence(SilentKind::html_tag);
    if (open_.size() >= kMostDepth) return fail("elements nest deeper than 200");
    name = local_name(name);
    if (open_.empty() && name != "speak") return fail("the outermost element is <" + plain_line(name) + ">, not <speak>");
    if (open_.empty()) {
      if (!attributes["xml:lang"].empty()) document_.front_matter.language = std::string(attributes["xml:lang"]);
      open_.push_back({std::string(name), open_spans_.size()});
      return;
    }
    open_.push_back({std::string(name), open_spans_.size()});
    if (ignoring_ > 0) return;
    begin(name, attributes);
    if (!attributes["xml:lang"].empty()) open_span(SpanKind::language, attributes["xml:lang"]);
  }

  void end(std::string_view name) {
    silence(SilentKind::html_tag);
    name = local_name(name);
    if (open_.empty()) return;
    const Open& element = open_.back();
    if (element.captures) end_capture();
    if (element.ignores) --ignoring_;
    while (open_spans_.size() > element.spans) close_span();
    if (name == "p" || name == "paragraph") flush();
    if (name == "s" || name == "sentence") end_sentence();
    open_.pop_back();
    if (open_.empty()) flush();
  }

  void characters(std::string_view text) {
    const ByteRange range = current_range();
    if (ignoring_ > 0) return silence(SilentKind::page_metadata);
    const bool same = source_.substr(range.begin, range.size()) == text;
    if (!same) return take(text, range, Mapping::whole);
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!is_space(text[at])) continue;
      take(text.substr(done, at - done), {range.begin + done, range.begin + at}, Mapping::linear);
      take(" ", {range.begin + at, range.begin + at + 1}, Mapping::whole);
      done = at + 1;
    }
    take(text.substr(done), {range.begin + done, range.begin + text.size()}, Mapping::linear);
  }

  /// Comments, declarations, instructions, marks of CDATA.
  void other() { silence(SilentKind::markup); }

  void fail(const std::string& message) {
    if (failure_.empty()) {
      failure_ = message;
      failed_at_ = current_range().begin;
      XML_StopParser(parser_, XML_FALSE);
    }
  }

  void finish(XML_Status status) {
    if (status != XML_STATUS_OK && failure_.empty()) {
      failure_ = XML_ErrorString(XML_GetErrorCode(parser_));
      failed_at_ = current_range().begin;
    }
    if (!failure_.empty())
      throw Error(ErrorKind::input, "is no SSML: " + failure_, document_.source.place_of(std::min(failed_at_, source_.size())));
  }

 private:
  struct Open {
    std::string name;
    std::size_t spans = 0;  // that were open before it
    bool captures = false, ignores = false;
  };
  struct OpenSpan {
    SpanKind kind;
    std::string target;
    std::size_t index;  // in the block's spans
  };

  ByteRange current_range() const {
    const auto begin = static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_), 0));
    return {begin, begin + static_cast<std::size_t>(std::max(XML_GetCurrentByteCount(parser_), 0))};
  }

  void silence(SilentKind kind) {
    const ByteRange range = current_range();
    if (!range.empty()) document_.silent.push_back({range, kind});
  }

  void report(std::string_view what, const std::string& message) {
    if (reported_.insert(std::string(what)).second)
      document_.findings.push_back({"unsupported-markup", current_range(), plain_line(what) + ": " + message});
  }

  void begin(std::string_view name, const Attributes& attributes) {
    if (name == "p" || name == "paragraph") return flush();
    if (name == "s" || name == "sentence") return space({current_range().begin, current_range().begin});
    if (name == "break") return take_break(attributes);
    if (name == "sub") return begin_capture("sub", attributes["alias"], {});
    if (name == "say-as") return begin_capture("say-as", attributes["interpret-as"], attributes["format"]);
    if (name == "phoneme") return begin_phoneme(attributes);
    if (name == "emphasis") return begin_emphasis(attributes["level"]);
    if (name == "prosody") return begin_prosody(attributes);
    if (name == "voice") return begin_voice(attributes);
    if (name == "lang" || name == "speak" || name == "w" || name == "token") {
      if (!attributes["role"].empty()) report("role", "nothing is made of it");
      return;
    }
    if (name == "desc" || name == "metadata" || name == "meta") {
      open_.back().ignores = true;
      ++ignoring_;
      return;
    }
    if (name == "audio") return report("<audio>", "no recording is heard in its place; what stands in it is said");
    if (name == "mark") return report("<mark>", "timelines tell of words, with their bytes here, and not of marks");
    if (name == "lexicon" || name == "lookup") return report("<lexicon>", "name it with --lexicon");
    report("<" + std::string(name) + ">", "aloud has nothing for it; its text is said");
  }

  void take_break(const Attributes& attributes) {
    const std::optional<int> length = break_length(attributes["time"], attributes["strength"]);
    if (!length) return report("<break>", "no length is understood; it is passed by");
    if (*length > 0) pause(*length);
  }

  void pause(int length) {
    AlignedText& text = block_.content.text;
    const ByteRange tag = current_range();
    if (text.empty()) {
      Block& block = document_.blocks.emplace_back();
      block.kind = BlockKind::thematic_break;
      block.source = tag;
      block.pause_ms = length;
      return;
    }
    space({tag.begin, tag.begin});
    const ByteRange range = {text.size() - 1, text.size()};
    std::vector<Span>& spans = block_.content.spans;
    const bool again = !spans.empty() && spans.back().kind == SpanKind::line_break && spans.back().text == range;
    if (again) {
      spans.back().target = std::to_string(std::max(length, std::stoi(spans.back().target)));
    } else {
      spans.push_back({SpanKind::line_break, range, std::to_string(length)});
    }
  }

  void begin_capture(const char* element, std::string_view what, std::string_view format) {
    if (capturing_ || what.empty()) {
      if (what.empty()) report("<" + std::string(element) + ">", "does not say as what; its text is said");
      return;
    }
    open_.back().captures = capturing_ = true;
    element_ = element;
    what_ = what;
    format_ = format;
    captured_ = {};
  }

  void end_capture() {
    capturing_ = false;
    AlignedText captured = std::exchange(captured_, {});
    while (captured.text().ends_with(' ')) captured = captured.slice({0, captured.size() - 1});
    std::optional<std::string> said = what_;
    if (element_ == "say-as") {
      said = said_as(captured.text(), what_, format_, language());
      if (!said) report("interpret-as=\"" + what_ + "\"", "aloud does not know it; the text is said as it is written");
    }
    if (!said || *said == captured.text()) return append(captured);
    const std::size_t here = current_range().begin;
    const ByteRange source = captured.empty() ? ByteRange{here, here} : captured.source_of({0, captured.size()});
    AlignedText text;
    text.append(*said, source, Mapping::whole, element_ == "sub" ? "ssml/sub" : "ssml/say-as");
    append(text);
  }

  std::string language() const {
    for (auto span = open_spans_.rbegin(); span != open_spans_.rend(); ++span) {
      if (span->kind == SpanKind::language) return span->target;
    }
    return document_.front_matter.language.value_or("en");
  }

  void begin_phoneme(const Attributes& attributes) {
    const std::string_view phonemes = attributes["ph"];
    const std::string alphabet(attributes["alphabet"].empty() ? "ipa" : attributes["alphabet"]);
    std::optional<std::string> ipa;
    if (alphabet == "ipa") ipa = phonemes;
    if (alphabet == "x-sampa" || alphabet == "x-SAMPA") ipa = ipa_of_x_sampa(phonemes);
    if (!ipa || ipa->empty()) return report("<phoneme>", "its phonemes are not understood; its text is said");
    open_span(SpanKind::phoneme, *ipa);
  }

  void begin_emphasis(std::string_view level) {
    if (level == "reduced" || level == "none")
      return report("<emphasis level=\"" + std::string(level) + "\">", "is said as all else");
    open_span(level == "strong" ? SpanKind::strong : SpanKind::emphasis, "");
  }

  void begin_prosody(const Attributes& attributes) {
    std::string target;
    const auto add = [&](const char* name, std::optional<int> (*parse)(std::string_view)) {
      const std::string_view value = attributes[name];
      if (value.empty()) return;
      const std::optional<int> percent = parse(value);
      if (!percent) return report(std::string(name) + "=\"" + std::string(value) + "\"", "is not understood; it is passed by");
      if (*percent != 100) target += (target.empty() ? "" : ";") + std::string(name) + '=' + std::to_string(*percent) + '%';
    };
    add("rate", rate_percent);
    add("pitch", pitch_percent);
    add("range", pitch_percent);
    if (!attributes["volume"].empty()) report("<prosody volume>", "every voice comes out at the loudness of the article");
    for (const char* name : {"contour", "duration"}) {
      if (!attributes[name].empty()) report("<prosody " + std::string(name) + ">", "no engine is told of it");
    }
    if (!target.empty()) open_span(SpanKind::prosody, target);
  }

  void begin_voice(const Attributes& attributes) {
    std::string_view name = attributes["name"];
    name = name.substr(0, name.find(' '));
    const std::string_view languages = attributes["languages"];
    if (!languages.empty()) open_span(SpanKind::language, languages.substr(0, languages.find_first_of(" :")));
    if (!name.empty()) open_span(SpanKind::voice, name);
    for (const char* other : {"gender", "age", "variant"}) {
      if (!attributes[other].empty()) report("<voice " + std::string(other) + ">", "voices are chosen by name or language");
    }
  }

  void open_span(SpanKind kind, std::string_view target) {
    open_spans_.push_back({kind, std::string(target), block_.content.spans.size()});
    const std::size_t at = block_.content.text.size();
    block_.content.spans.push_back({kind, {at, at}, std::string(target)});
  }

  void close_span() {
    block_.content.spans[open_spans_.back().index].text.end = block_.content.text.size();
    open_spans_.pop_back();
  }

  // White space that stands for a place in the source; none at the beginning, and no two in a row.
  void space(ByteRange source) {
    AlignedText& text = capturing_ ? captured_ : block_.content.text;
    if (!text.empty() && !text.text().ends_with(' ')) text.append(" ", source, Mapping::whole);
  }

  void take(std::string_view text, ByteRange source, Mapping mapping) {
    if (text.empty()) return;
    if (text.size() == 1 && is_space(text.front())) return space(source);
    (capturing_ ? captured_ : block_.content.text).append(text, source, mapping);
  }

  void append(const AlignedText& text) { block_.content.text.append(text); }

  void end_sentence() {
    const std::string& text = block_.content.text.text();
    if (!text.empty() && !ends_sentence(text)) return pause(kSentencePauseMs);
    space({current_range().begin, current_range().begin});
  }

  // Ends the block; what is open goes on in the next.
  void flush() {
    RichText& content = block_.content;
    for (const OpenSpan& one : open_spans_) content.spans[one.index].text.end = content.text.size();
    if (content.text.text().ends_with(' ')) content.text = content.text.slice({0, content.text.size() - 1});
    const std::size_t size = content.text.size();
    for (Span& span : content.spans) span.text = {std::min(span.text.begin, size), std::min(span.text.end, size)};
    settle_pause(size);
    std::erase_if(content.spans, [](const Span& span) { return span.text.empty(); });
    // A break may mark the space before a span that was opened already.
    std::stable_sort(content.spans.begin(), content.spans.end(), [](const Span& a, const Span& b) {
      return a.text.begin != b.text.begin ? a.text.begin < b.text.begin : a.text.end > b.text.end;
    });
    if (size > 0) {
      block_.source = content.text.source_of({0, size});
      document_.blocks.push_back(std::move(block_));
    }
    if (pause_behind_ > 0) {
      Block& block = document_.blocks.emplace_back();
      block.kind = BlockKind::thematic_break;
      block.source = {current_range().begin, current_range().begin};
      block.pause_ms = std::exchange(pause_behind_, 0);
    }
    block_ = Block();
    for (OpenSpan& one : open_spans_) {
      one.index = block_.content.spans.size();
      block_.content.spans.push_back({one.kind, {0, 0}, one.target});
    }
  }

  // A break at the end of a paragraph stood on the space that is gone.
  void settle_pause(std::size_t size) {
    for (const Span& span : block_.content.spans) {
      if (span.kind == SpanKind::line_break && span.text == ByteRange{size, size}) pause_behind_ = std::stoi(span.target);
    }
  }

  Document& document_;
  const std::string_view source_;
  XML_Parser parser_;
  std::vector<Open> open_;
  std::vector<OpenSpan> open_spans_;
  Block block_;
  AlignedText captured_;
  bool capturing_ = false;
  std::string element_, what_, format_;  // of what is captured
  int ignoring_ = 0, pause_behind_ = 0;
  std::set<std::string> reported_;
  std::string failure_;
  std::size_t failed_at_ = 0;
};

SsmlReader& reader_of(void* data) { return *static_cast<SsmlReader*>(data); }

void on_start(void* data, const char* name, const char** attributes) { reader_of(data).start(name, Attributes(attributes)); }
void on_end(void* data, const char* name) { reader_of(data).end(name); }
void on_characters(void* data, const char* text, int size) {
  reader_of(data).characters(std::string_view(text, static_cast<std::size_t>(size)));
}
void on_other(void* data, const char* /*text*/, int /*size*/) { reader_of(data).other(); }
void on_entity(void* data, const char* /*name*/, int /*is_parameter*/, const char* /*value*/, int /*size*/,
               const char* /*base*/, const char* /*system*/, const char* /*public_id*/, const char* /*notation*/) {
  reader_of(data).fail("it declares entities of its own");
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

void read_ssml(Document& document) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser(XML_ParserCreate("UTF-8"));
  if (!parser) throw std::bad_alloc();
  SsmlReader reader(document, parser.get());
  XML_SetUserData(parser.get(), &reader);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_characters);
  XML_SetDefaultHandler(parser.get(), on_other);
  XML_SetEntityDeclHandler(parser.get(), on_entity);
  const std::string& text = document.source.text();
  reader.finish(XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE));
}

}  // namespace aloud
