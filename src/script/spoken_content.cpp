#include "script/spoken_content.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string_view>

#include "language/spoken_form/code_runs.h"
#include "language/words.h"
#include "script/accounting.h"
#include "script/admonition_words.h"
#include "script/formula_speech.h"
#include "script/reasons.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::string_view kSentenceEnds = ".!?:;";

// The last character that is not white space, or 0.
char32_t last_visible(std::string_view text) {
  for (std::size_t at = text.size(); at > 0;) {
    const CodePoint point = code_point_before(text, at);
    if (!is_white_space(point.value)) return point.value;
    at -= point.size;
  }
  return 0;
}

bool is_blank(std::string_view text) { return last_visible(text) == 0; }

bool ends_sentence(char32_t value) {
  return value == U'…' || (value < 0x80 && kSentenceEnds.find(static_cast<char>(value)) != std::string_view::npos);
}

// Whether an address is an e-mail address: short, and worth nothing without the part before the "@".
bool is_mail_address(std::string_view address) {
  return address.find('@') != std::string_view::npos && address.find("//") == std::string_view::npos;
}

// The host in an address as written, without "www.", user and port; empty if there is none ("file:///x").
ByteRange host_in(std::string_view address) {
  std::size_t begin = address.find("//");
  begin = begin == std::string_view::npos ? 0 : begin + 2;
  std::size_t end = std::min(address.find_first_of("/?#", begin), address.size());
  const std::size_t user = address.substr(begin, end - begin).rfind('@');
  if (user != std::string_view::npos) begin += user + 1;
  end = std::min(address.find(':', begin), end);
  if (address.substr(begin, end - begin).starts_with("www.")) begin += 4;
  return {begin, end};
}

// What the author asks for in this place; 0: no length.
std::chrono::milliseconds pause_of(const Span& line_break) {
  int ms = 0;
  std::from_chars(line_break.target.data(), line_break.target.data() + line_break.target.size(), ms);
  return std::chrono::milliseconds(std::clamp(ms, 0, kLongestPauseMs));
}

class Preparation {
 public:
  Preparation(const RichText& content, const ContentOptions& options, ScriptSink& sink)
      : content_(content),
        options_(options),
        sink_(sink),
        languages_{options.language},
        voices_{options.voice},
        prosodies_{std::string()} {
    passage_.as_written = true;
  }

  Passage run() {
    const std::size_t size = content_.text.size();
    for (const Span& span : content_.spans) {
      const ByteRange range = {std::min(span.text.begin, size), std::min(span.text.end, size)};
      if (range.begin < done_) continue;  // inside a span that was dealt with as a whole
      while (!open_.empty() && open_.back()->text.end <= range.begin) close_span();
      if (span.kind == SpanKind::formula && span.target == "display") pause_before(range.begin);
      say_until(is_skipped_citation(span.kind) ? end_before_citation(range) : range.begin);
      if (!deal_with(span, range)) open_span(span);
    }
    while (!open_.empty()) close_span();
    say_until(size);
    return std::move(passage_);
  }

 private:
  std::string_view written(ByteRange range) const {
    return std::string_view(content_.text.text()).substr(range.begin, range.size());
  }

  void open_span(const Span& span) {
    open_.push_back(&span);
    if (is_emphasis(span)) ++emphasis_;
    if (span.kind == SpanKind::language) {
      languages_.push_back(options_.language_of(span, content_.text.source_of(span.text)));
    }
    if (span.kind == SpanKind::voice) {
      const std::string key = options_.voice_of ? options_.voice_of(span.target, content_.text.source_of(span.text)) : "";
      voices_.push_back(key.empty() ? voices_.back() : key);
    }
    if (span.kind == SpanKind::prosody) prosodies_.push_back(prosodies_.back() + span.target + ';');
    if (span.kind == SpanKind::phoneme) passage_.phonemes.push_back({content_.text.source_of(span.text), span.target});
  }

  void close_span() {
    const Span& span = *open_.back();
    say_until(std::min(span.text.end, content_.text.size()));
    if (is_emphasis(span)) --emphasis_;
    if (span.kind == SpanKind::language) languages_.pop_back();
    if (span.kind == SpanKind::voice) voices_.pop_back();
    if (span.kind == SpanKind::prosody) prosodies_.pop_back();
    open_.pop_back();
  }

  static bool is_emphasis(const Span& span) { return span.kind == SpanKind::emphasis || span.kind == SpanKind::strong; }

  // Everything that is appended goes through here, so that the stretches cover it.
  void note_stretch() {
    const std::size_t end = passage_.text.size();
    const std::size_t begin = passage_.stretches.empty() ? 0 : passage_.stretches.back().end;
    if (begin == end) return;
    const bool emphasised = options_.separate_emphasis && emphasis_ > 0;
    Stretch* last = passage_.stretches.empty() ? nullptr : &passage_.stretches.back();
    if (last != nullptr && !last->breaks && last->emphasised == emphasised && last->language == languages_.back() &&
        last->voice == voices_.back() && last->prosody == prosodies_.back()) {
      last->end = end;
    } else {
      passage_.stretches.push_back({end, emphasised, languages_.back()});
      passage_.stretches.back().voice = voices_.back();
      passage_.stretches.back().prosody = prosodies_.back();
    }
  }

  void say(ByteRange range) {
    passage_.text.append(content_.text.slice(range));
    note_stretch();
  }

  void say_until(std::size_t end) {
    if (end <= done_) return;
    say({done_, end});
    done_ = end;
  }

  void insert(std::string_view text) {
    passage_.as_written = false;
    passage_.text.append_inserted(text);
    note_stretch();
  }

  void drop(ByteRange range, const char* reason) {
    passage_.as_written = false;
    passage_.omissions.push_back({passage_.text.size(), content_.text.slice(range)});
    leave_out(passage_.omissions.back().written, reason, sink_);
  }

  // Whether the span is said otherwise than by its text in place; if so it is done.
  bool deal_with(const Span& span, ByteRange range) {
    switch (span.kind) {
      case SpanKind::code:
        deal_with_code(range);
        break;
      case SpanKind::url:
        deal_with_url(range);
        break;
      case SpanKind::image:
        deal_with_image(range);
        break;
      case SpanKind::formula:
        deal_with_formula(range, span.target == "display");
        break;
      case SpanKind::line_break:
        say(range);
        if (!passage_.stretches.empty()) {
          passage_.stretches.back().breaks = true;
          passage_.stretches.back().pause = pause_of(span);
        }
        break;
      case SpanKind::badge:
        if (options_.policy.badges == Treatment::speak) return false;
        drop(range, reason::kBadgeSkipped);
        break;
      case SpanKind::footnote_reference:
        passage_.as_written = false;
        leave_out(content_.text.slice(range), reason::kFootnoteReference, sink_);
        break;
      case SpanKind::citation:
        if (!is_skipped_citation(span.kind)) return false;
        passage_.as_written = false;
        passage_.omissions.push_back({passage_.text.size(), content_.text.slice({done_, range.end})});
        leave_out(content_.text.slice(range), reason::kCitationSkipped, sink_);
        break;
      case SpanKind::admonition:
        if (options_.policy.admonition_titles == Treatment::skip) {
          drop(range, reason::kAdmonitionTitleSkipped);
        } else if (span.target.empty()) {
          return false;  // a title of the author's own
        } else {
          deal_with_admonition(span.target, range);
        }
        break;
      default:
        return false;
    }
    done_ = std::max(done_, range.end);
    return true;
  }

  // "!!! note": the kind's word, in the article's language.
  void deal_with_admonition(std::string_view kind, ByteRange range) {
    passage_.as_written = false;
    passage_.text.append(admonition_word(options_.words->language, kind), content_.text.source_of(range), Mapping::whole);
    note_stretch();
  }

  bool is_skipped_citation(SpanKind kind) const {
    return kind == SpanKind::citation && options_.policy.citations == Treatment::skip;
  }

  // Where the text ends that stands before a citation which is left out: "grow [12]." becomes "grow." and not "grow .".
  std::size_t end_before_citation(ByteRange citation) const {
    const std::string_view text = content_.text.text();
    const bool word_follows = citation.end < text.size() && is_alphanumeric(code_point_at(text, citation.end).value);
    std::size_t end = citation.begin;
    while (!word_follows && end > done_ && is_white_space(code_point_before(text, end).value)) {
      end -= code_point_before(text, end).size;
    }
    return end;
  }

  void deal_with_code(ByteRange range) {
    if (options_.policy.inline_code == Treatment::speak) return say_code(range);
    const bool skip = options_.policy.inline_code == Treatment::skip;
    if (!skip) insert(options_.words->inline_code);
    drop(range, skip ? reason::kInlineCodeSkipped : reason::kInlineCodeSummarised);
  }

  // As it is written, with a mark for what splits and says it.
  void say_code(ByteRange range) {
    AlignedText code = content_.text.slice(range);
    code.name_rule({0, code.size()}, kCodeRule);
    passage_.text.append(code);
    note_stretch();
  }

  // In words, with a pause before and behind one that stands on lines of its own.
  void deal_with_formula(ByteRange range, bool display) {
    if (options_.policy.math == Treatment::skip) return drop(range, reason::kFormulaSkipped);
    FormulaSpeech speech = speech_of_formula(written(range), options_, languages_.back());
    const std::string_view rest = written({range.end, content_.text.size()});
    if (rest.starts_with("th")) speech.words += '\'';  // "n'th", which engines say as one word
    if (parts_words(passage_.text.text())) insert(" ");
    if (speech.summarised) {
      insert(speech.words);
      drop(range, reason::kFormulaSummarised);
    } else {
      passage_.as_written = false;
      passage_.text.append(speech.words, content_.text.source_of(range), Mapping::whole, "formula");
      note_stretch();
    }
    if (display && !is_blank(rest) && is_alphanumeric(last_visible(passage_.text.text()))) insert(",");
    if (!rest.empty() && parts_words(rest.substr(0, code_point_at(rest, 0).size)) && !continues_word(rest)) insert(" ");
  }

  // A comma for the white space before `end`, where words come before it and no mark.
  void pause_before(std::size_t end) {
    if (options_.policy.math == Treatment::skip || end <= done_) return;
    std::size_t begin = end;
    while (begin > done_ && is_white_space(code_point_before(content_.text.text(), begin).value)) {
      begin -= code_point_before(content_.text.text(), begin).size;
    }
    if (begin == done_ || !is_alphanumeric(code_point_before(content_.text.text(), begin).value)) return;
    say_until(begin);
    insert(", ");
    done_ = end;
  }

  // Whether a letter or digit ends it, so that words have to be kept apart.
  static bool parts_words(std::string_view text) {
    return !text.empty() && is_alphanumeric(code_point_before(text, text.size()).value);
  }

  // "$n$th", "$x$s"
  static bool continues_word(std::string_view rest) {
    return rest.starts_with("th") || (rest.starts_with("s") && (rest.size() == 1 || !is_ascii_letter(rest[1])));
  }

  void deal_with_url(ByteRange range) {
    const std::string_view address = written(range);
    if (options_.policy.urls == Treatment::skip) return drop(range, reason::kUrlSkipped);
    if (options_.policy.urls == Treatment::speak || is_mail_address(address)) return say(range);
    const ByteRange host = host_in(address);
    if (host.empty()) {
      insert(options_.words->link);
      return drop(range, reason::kUrlSummarised);
    }
    const ByteRange kept = {range.begin + host.begin, range.begin + host.end};
    const std::string around = announce_link(*options_.words, "\n");
    const std::size_t gap = around.find('\n');
    insert(std::string_view(around).substr(0, gap));
    drop({range.begin, kept.begin}, reason::kUrlSummarised);
    say(kept);
    drop({kept.end, range.end}, reason::kUrlSummarised);
    insert(std::string_view(around).substr(gap + 1));
  }

  // "Image: a gear" where a sentence may begin, "(image: a gear)" inside one.
  void deal_with_image(ByteRange range) {
    if (options_.policy.images == Treatment::skip) return drop(range, reason::kImageSkipped);
    const char32_t before = last_visible(passage_.text.text());
    const bool inside = before != 0 && !ends_sentence(before);
    const bool last = is_blank(written({range.end, content_.text.size()}));
    const bool described = options_.policy.images == Treatment::speak && !is_blank(written(range));
    insert(inside ? std::string("(") + options_.words->image_inline : std::string(options_.words->image));
    if (described) {
      insert(": ");
      say(range);
    } else {
      drop(range, reason::kImageSummarised);
    }
    if (inside) return insert(")");
    const bool needs_stop = !described || !last;
    if (needs_stop && !ends_sentence(last_visible(passage_.text.text()))) insert(".");
  }

  const RichText& content_;
  const ContentOptions& options_;
  ScriptSink& sink_;
  Passage passage_;
  std::vector<const Span*> open_;
  std::vector<std::string> languages_, voices_, prosodies_;  // of the open spans, the innermost last
  int emphasis_ = 0;
  std::size_t done_ = 0;
};

}  // namespace

Passage Passage::plain(AlignedText text, const std::string& language) {
  Passage passage;
  if (!text.empty()) passage.stretches.push_back({text.size(), false, language});
  passage.text = std::move(text);
  return passage;
}

void Passage::append(const Passage& other) {
  const std::size_t shift = text.size();
  text.append(other.text);
  sentences.clear();
  as_written = as_written && other.as_written;
  phonemes.insert(phonemes.end(), other.phonemes.begin(), other.phonemes.end());
  for (const Omission& omission : other.omissions) omissions.push_back({omission.at + shift, omission.written});
  for (Stretch stretch : other.stretches) {
    stretch.end += shift;
    stretches.push_back(std::move(stretch));
  }
}

bool has_sound(const AlignedText& text, ByteRange range) {
  if (is_speakable(std::string_view(text.text()).substr(range.begin, range.size()))) return true;
  const AlignedText part = text.slice(range);
  const std::vector<ByteRange> code = code_runs(part);
  return std::any_of(code.begin(), code.end(),
                     [&](ByteRange one) { return !is_blank(std::string_view(part.text()).substr(one.begin, one.size())); });
}

Passage prepare(const RichText& content, const ContentOptions& options, ScriptSink& sink) {
  if (content.spans.empty()) {  // most, and quicker
    Passage passage = Passage::plain(content.text, options.language);
    passage.as_written = true;
    return passage;
  }
  return Preparation(content, options, sink).run();
}

}  // namespace aloud
