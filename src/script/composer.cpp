#include <algorithm>
#include <cassert>
#include <optional>
#include <string>
#include <utility>

#include "document/document.h"
#include "language/words.h"
#include "script/accounting.h"
#include "script/announcements.h"
#include "script/foreign_passages.h"
#include "script/reasons.h"
#include "script/script.h"
#include "script/spoken_content.h"
#include "script/table_speaker.h"
#include "script/trace.h"
#include "script/utterance_writer.h"
#include "util/byte_range.h"

namespace aloud {
namespace {

Role role_of(const Block& block) {
  if (block.kind == BlockKind::code) return Role::code;
  if (block.kind == BlockKind::table_row) return Role::table;
  if (block.kind == BlockKind::title || block.kind == BlockKind::heading) return Role::heading;
  if (!block.footnote.empty()) return Role::footnote;
  return block.quote_depth > 0 ? Role::quote : Role::body;
}

const char* reason_to_skip_matter(Matter matter) {
  switch (matter) {
    case Matter::text:
      return nullptr;
    case Matter::cover:
      return reason::kCoverSkipped;
    case Matter::title_page:
      return reason::kTitlePageSkipped;
    case Matter::copyright:
      return reason::kCopyrightSkipped;
    case Matter::contents:
      return reason::kContentsSkipped;
    case Matter::index:
      return reason::kIndexSkipped;
    case Matter::auxiliary:
      return reason::kAuxiliarySkipped;
  }
  return nullptr;
}

bool is_number(const std::string& label) {
  return !label.empty() && std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t count_lines(std::string_view text) {
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

class Composer {
 public:
  Composer(const Document& document, const ComposeOptions& options, ScriptSink& sink, ComposeUntil until)
      : document_(document),
        profile_(options.profile),
        outro_(options.clips.outro),
        sink_(sink),
        writer_(document, options, sink, until),
        known_passages_(options.passages.get()) {
    assert(known_passages_ == nullptr || known_passages_->size() == document.blocks.size());
    if (known_passages_ != nullptr || profile_.foreign_passages == ForeignPassageChoice::declared) return;
    const std::string& language = writer_.language({});
    finder_.emplace(language, [this](const std::string& tag) { return has_voice_for(profile_, tag); });
  }

  std::chrono::milliseconds run() {
    for (const ByteRange& chapter : chapters()) {
      say_blocks(Part::body, chapter);
      say_footnotes(chapter);
    }
    const bool silent = writer_.utterances() == 0;
    if (!silent && outro_) writer_.play_outro(outro_);
    writer_.finish();
    return silent ? std::chrono::milliseconds(0) : profile_.pauses.end;
  }

 private:
  enum class Part { body, footnotes };

  static bool belongs(const Block& block, Part part) { return block.footnote.empty() == (part == Part::body); }

  // What has its footnotes at its end: the chapters of a book, by the numbers of their blocks, or else all of the article.
  std::vector<ByteRange> chapters() const {
    std::vector<ByteRange> chapters{{0, document_.blocks.size()}};
    for (const Section& section : document_.sections) {
      if (section.chapter == 0 || section.block <= chapters.back().begin) continue;
      const std::size_t end = std::exchange(chapters.back().end, section.block);
      chapters.push_back({section.block, end});
    }
    return chapters;
  }

  void say_blocks(Part part, ByteRange chapter) {
    const std::string* footnote = nullptr;
    for (std::size_t i = chapter.begin; i < chapter.end;) {
      const Block& block = document_.blocks[i];
      if (!belongs(block, part)) {
        ++i;
        continue;
      }
      if (const char* reason = reason_to_skip(block)) {
        skip_block(block, reason);
        ++i;
        continue;
      }
      writer_.begin_block(i);
      if (part == Part::footnotes && (footnote == nullptr || *footnote != block.footnote)) announce_note(block);
      footnote = &block.footnote;
      i = say_block(i);
    }
  }

  // Why the policy leaves the block out as a whole; null where it does not.
  const char* reason_to_skip(const Block& block) const {
    const SpeakingPolicy& policy = profile_.policy;
    if (policy.matter == Treatment::skip && block.matter != Matter::text) return reason_to_skip_matter(block.matter);
    if (block.quote_depth > 0 && policy.quotes == Treatment::skip) return reason::kQuoteSkipped;
    if (block.kind == BlockKind::heading && policy.headings == Treatment::skip) return reason::kHeadingSkipped;
    return nullptr;
  }

  void skip_block(const Block& block, const char* reason) {
    if (block.ordinal && !block.marker.empty()) sink_.leave_out({block.marker, reason});
    if (block.task) sink_.leave_out({block.task->box, reason});
    leave_out(block.content.text, reason, sink_);
    for (const RichText& cell : block.cells) leave_out(cell.text, reason, sink_);
  }

  // The block with its passages in other languages marked; good until the next call.
  const Block& open_block(std::size_t index) {
    const Block& block = document_.blocks[index];
    if (finder_) found_passages_ = finder_->find(block);
    passages_ = known_passages_ != nullptr ? &(*known_passages_)[index] : &found_passages_;
    if (!has_foreign(*passages_)) return block;
    marked_block_ = with_passages(block, *passages_);
    return marked_block_;
  }

  // Says the block, or the whole table that starts there; returns the number of the block after it.
  std::size_t say_block(std::size_t index) {
    const Block& block = open_block(index);
    switch (block.kind) {
      case BlockKind::table_row:
        return say_table(index);
      case BlockKind::thematic_break:
        writer_.pause(block.pause_ms > 0 ? std::chrono::milliseconds(block.pause_ms) : profile_.pauses.thematic_break);
        break;
      case BlockKind::code:
        say_code(block);
        break;
      case BlockKind::html:
        say_html(block);
        break;
      case BlockKind::list_item:
        say_list_number(block);
        say_task(block);
        [[fallthrough]];
      case BlockKind::title:
      case BlockKind::heading:
      case BlockKind::paragraph:
        say_text(block);
        break;
    }
    return index + 1;
  }

  Delivery delivery_of(const Block& block) {
    return {role_of(block), writer_.voice_language(block.language, block.source),
            writer_.named_voice(block.voice, block.source)};
  }

  const Announcements& words_for(const Delivery& delivery) const {
    return announcements_for(writer_.language(delivery.language));
  }

  // `number`: of the text in the block, from 0.
  Passage prepared(const RichText& content, std::size_t number, const Delivery& delivery) {
    ContentOptions options;
    options.policy = profile_.policy;
    options.separate_emphasis = profile_.roles.contains(Role::emphasis);
    options.words = &words_for(delivery);
    options.language = delivery.language;
    options.language_of = [this](const Span& span, ByteRange source) { return writer_.voice_language(span.target, source); };
    options.voice = delivery.voice;
    options.voice_of = [this](const std::string& name, ByteRange source) { return writer_.named_voice(name, source); };
    options.formula_words = [this](const Expression& formula, const std::string& key) {
      return writer_.formula_words(formula, key);
    };
    Passage passage = prepare(content, options, sink_);
    const bool split = passage.as_written && delivery.language.empty() && number < passages_->texts.size();
    if (split) passage.sentences = passages_->texts[number].sentences;
    return passage;
  }

  void say_text(const Block& block) {
    const Delivery delivery = delivery_of(block);
    // After a list item's number or box there is a breath, not the pause between sentences.
    const bool numbered = (block.ordinal || block.task) && profile_.policy.list_numbers == Treatment::speak;
    const Pauses& pauses = profile_.pauses;
    writer_.say(prepared(block.content, 0, delivery), delivery, numbered ? pauses.clause : pauses.sentence);
  }

  void say_list_number(const Block& block) {
    if (!block.ordinal) return;
    if (profile_.policy.list_numbers == Treatment::skip) {
      if (!block.marker.empty()) sink_.leave_out({block.marker, reason::kListNumberSkipped});
      return;
    }
    AlignedText number;
    number.append(std::to_string(*block.ordinal), block.marker, Mapping::whole);
    const Delivery delivery = delivery_of(block);
    writer_.say_sentence(Passage::plain(std::move(number), delivery.language), delivery, profile_.pauses.sentence);
    writer_.continue_sentence();
  }

  // Whether the item of a task list is done, said for its box.
  void say_task(const Block& block) {
    if (!block.task) return;
    if (profile_.policy.list_numbers == Treatment::skip) return sink_.leave_out({block.task->box, reason::kTaskBoxSkipped});
    const Delivery delivery = delivery_of(block);
    const Announcements& words = words_for(delivery);
    AlignedText state;
    state.append(block.task->done ? words.done : words.to_do, block.task->box, Mapping::whole);
    const Pauses& pauses = profile_.pauses;
    writer_.say_sentence(Passage::plain(std::move(state), delivery.language), delivery,
                         block.ordinal ? pauses.clause : pauses.sentence);
    writer_.continue_sentence();
  }

  // Whether the block's text is left out; `announcement` is said instead where the treatment asks for it.
  bool replaced(const Block& block, Treatment treatment, const std::string& announcement, const char* summarised,
                const char* skipped) {
    if (treatment == Treatment::speak || !is_speakable(block.content.text.text())) return false;
    const bool skip = treatment == Treatment::skip;
    if (!skip) writer_.announce(announcement, delivery_of(block));
    leave_out(block.content.text, skip ? skipped : summarised, sink_);
    return true;
  }

  void say_html(const Block& block) {
    const char* words = words_for(delivery_of(block)).html;
    if (replaced(block, profile_.policy.html, words, reason::kHtmlSummarised, reason::kHtmlSkipped)) return;
    say_text(block);
  }

  // Code has lines, not sentences.
  void say_code(const Block& block) {
    const Delivery delivery = delivery_of(block);
    const std::string& text = block.content.text.text();
    const std::string words = announce_code_block(words_for(delivery), block.info, count_lines(text));
    if (replaced(block, profile_.policy.code_blocks, words, reason::kCodeBlockSummarised, reason::kCodeBlockSkipped)) return;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t newline = text.find('\n', begin);
      const std::size_t end = newline == std::string::npos ? text.size() : newline + 1;
      const Passage line = Passage::plain(block.content.text.slice({begin, end}), delivery.language);
      writer_.say_sentence(line, delivery, profile_.pauses.sentence);
      begin = end;
    }
  }

  std::size_t end_of_table(std::size_t index) const {
    const Block& first = document_.blocks[index];
    std::size_t end = index;
    while (end < document_.blocks.size()) {
      const Block& row = document_.blocks[end];
      if (row.kind != BlockKind::table_row || row.table != first.table || row.footnote != first.footnote) break;
      ++end;
    }
    return end;
  }

  std::size_t say_table(std::size_t index) {
    const std::size_t end = end_of_table(index);
    if (profile_.policy.tables != Treatment::speak) {
      replace_table(index, end);
      return end;
    }
    TableSpeaker table(writer_, document_, profile_.pauses, sink_);
    for (std::size_t i = index; i < end; ++i) {
      const Block& row = open_block(i);
      const Delivery delivery = delivery_of(row);
      std::vector<Passage> cells;
      for (const RichText& cell : row.cells) cells.push_back(prepared(cell, cells.size(), delivery));
      table.say_row(i, row.header_row, std::move(cells), delivery);
    }
    table.finish();
    return end;
  }

  void replace_table(std::size_t begin, std::size_t end) {
    const bool skip = profile_.policy.tables == Treatment::skip;
    std::size_t columns = 0;
    std::size_t rows = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Block& row = document_.blocks[i];
      columns = std::max(columns, row.cells.size());
      rows += row.header_row ? 0 : 1;
      for (const RichText& cell : row.cells)
        leave_out(cell.text, skip ? reason::kTableSkipped : reason::kTableSummarised, sink_);
    }
    const Delivery delivery = delivery_of(document_.blocks[begin]);
    if (!skip) writer_.announce(announce_table(words_for(delivery), columns, rows), delivery);
  }

  void say_footnotes(ByteRange chapter) {
    if (profile_.policy.footnotes == Treatment::speak) return say_blocks(Part::footnotes, chapter);
    const bool skip = profile_.policy.footnotes == Treatment::skip;
    std::size_t count = 0;
    const Block* last = nullptr;
    for (std::size_t i = chapter.begin; i < chapter.end; ++i) {
      const Block& block = document_.blocks[i];
      if (block.footnote.empty()) continue;
      if (last == nullptr || last->footnote != block.footnote) ++count;
      last = &block;
      const char* reason = skip ? reason::kFootnoteSkipped : reason::kFootnotesSummarised;
      leave_out(block.content.text, reason, sink_);
      for (const RichText& cell : block.cells) leave_out(cell.text, reason, sink_);
    }
    if (skip || last == nullptr) return;
    writer_.begin_block(static_cast<std::size_t>(last - document_.blocks.data()));
    const Delivery delivery{Role::footnote, {}};
    writer_.announce(announce_footnotes(words_for(delivery), count), delivery);
  }

  // Numbers as the reader sees them; a label that is a word ("smith") is numbered in the order of the definitions.
  void announce_note(const Block& block) {
    ++notes_;
    const Delivery delivery{Role::footnote, {}};
    const std::string number = is_number(block.footnote) ? block.footnote : std::to_string(notes_);
    writer_.announce(aloud::announce_note(words_for(delivery), number), delivery);
  }

  const Document& document_;
  const VoiceProfile& profile_;
  std::shared_ptr<const Clip> outro_;
  ScriptSink& sink_;
  UtteranceWriter writer_;
  const ArticlePassages* known_passages_;
  std::optional<ForeignPassages> finder_;  // where nobody looked before
  BlockPassages found_passages_;
  const BlockPassages* passages_ = &found_passages_;  // of the block that is said
  Block marked_block_;
  std::size_t notes_ = 0;
};

class Collector final : public ScriptSink {
 public:
  explicit Collector(Script& script) : script_(script) {}
  void say(Utterance utterance) override { script_.utterances.push_back(std::move(utterance)); }
  void leave_out(LeftOut left_out) override { script_.left_out.push_back(std::move(left_out)); }
  void report(Finding finding) override { script_.findings.push_back(std::move(finding)); }

 private:
  Script& script_;
};

class Silence final : public ScriptSink {
 public:
  void say(Utterance /*utterance*/) override {}
  void leave_out(LeftOut /*left_out*/) override {}
  void report(Finding /*finding*/) override {}
};

}  // namespace

std::chrono::milliseconds compose(const Document& document, const ComposeOptions& options, ScriptSink& sink) {
  return Composer(document, options, sink, ComposeUntil::utterances).run();
}

void trace_sentences(const Document& document, const ComposeOptions& options) {
  assert(options.trace != nullptr);
  Silence nobody;
  Composer(document, options, nobody, ComposeUntil::sentences).run();
}

Script compose(const Document& document, const ComposeOptions& options) {
  Script script;
  script.language = options.language.empty() ? options.profile.language : options.language;
  Collector collector(script);
  script.tail_pause = compose(document, options, collector);
  return script;
}

}  // namespace aloud
