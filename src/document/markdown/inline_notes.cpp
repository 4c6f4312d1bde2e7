#include "document/markdown/inline_notes.h"

#include <algorithm>
#include <string>
#include <vector>

#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t npos = std::string_view::npos;

class InlineNotes {
 public:
  explicit InlineNotes(const MarkdownScan& scan) : scan_(scan), text_(scan.text()) {}

  Rewrites run() {
    if (text_.find("^[") == npos || ends_in_code()) return {};
    for (const ScannedLine& line : scan_.lines()) {
      if (line.kind != ScannedLine::Kind::text || begins_block(line)) open_.clear();
      if (line.kind != ScannedLine::Kind::text) continue;
      for (std::size_t at = std::max(line.content, done_); at < line.range.end;) at = take(at, line.range.end);
    }
    return rewrites();
  }

 private:
  struct Open {
    std::size_t at = 0;  // of the bracket
    bool note = false;
  };

  // What is put behind such a text would be code or a comment.
  bool ends_in_code() const {
    const ScannedLine::Kind last = scan_.lines().back().kind;
    return last == ScannedLine::Kind::code || last == ScannedLine::Kind::html_comment;
  }

  // A note ends with its paragraph, and with its line in a quote.
  bool begins_block(const ScannedLine& line) const {
    const std::string_view prefix = text_.substr(line.range.begin, line.content - line.range.begin);
    return prefix.find('>') != npos || scan_.content(line).find_first_of("-*+#|=") == 0;
  }

  std::size_t take(std::size_t at, std::size_t limit) {
    at = std::min(text_.substr(0, limit).find_first_of("[]\\`<", at), limit);
    if (at >= limit) return at;
    if (const std::size_t behind = scan_.behind_code(at); behind != at) return done_ = behind;
    if (text_[at] == '\\') return std::min(at + 2, limit);
    if (text_[at] == '[') open_.push_back({at, at > 0 && text_[at - 1] == '^'});
    if (text_[at] == ']' && !open_.empty()) {
      const Open open = open_.back();
      open_.pop_back();
      if (open.note) close_note(open.at, at);
    }
    return at + 1;
  }

  void close_note(std::size_t bracket, std::size_t close) {
    const ByteRange words = trim(text_, {bracket + 1, close});
    if (words.empty() || !reads_as_note(bracket - 1, words)) return;
    while (!notes_.empty() && notes_.back().whole.begin > bracket) notes_.pop_back();  // a note in a note is read with it
    notes_.push_back({{bracket - 1, close + 1}, words});
  }

  // "2^[n]" is a power; a note of one word stands behind a word or a mark.
  bool reads_as_note(std::size_t at, ByteRange note) const {
    const std::string_view words = text_.substr(note.begin, note.size());
    const bool power = at > 0 && is_ascii_digit(text_[at - 1]);
    const bool word = words.size() > 1 && !is_ascii_digit(words[0]);
    return words.find(' ') != npos || (!power && word);
  }

  Rewrites rewrites() const {
    Rewrites all, read_behind;
    for (const Note& note : notes_) {
      const std::string label = "[^inline-note-" + std::to_string(read_behind.size() + 1) + "]";
      all.push_back({{note.whole.begin, note.words.begin}, label});
      all.push_back({note.words, ""});
      all.push_back({{note.words.end, note.whole.end}, ""});
      read_behind.push_back({.range = {text_.size(), text_.size()}, .text = "\n\n" + label + ": ", .moved = note.words});
    }
    all.insert(all.end(), read_behind.begin(), read_behind.end());
    return all;
  }

  struct Note {
    ByteRange whole, words;
  };

  const MarkdownScan& scan_;
  std::string_view text_;
  std::vector<Open> open_;   // brackets
  std::vector<Note> notes_;  // in order, disjoint
  std::size_t done_ = 0;
};

}  // namespace

Rewrites rewrite_inline_notes(const MarkdownScan& scan) { return InlineNotes(scan).run(); }

}  // namespace aloud
