#include "engine/pronunciation_marks.h"

#include "language/pronunciation/pronunciation.h"
#include "util/utf8.h"

namespace aloud {
namespace {

std::string as_utf8(char32_t mark) {
  std::string text;
  append_utf8(text, mark);
  return text;
}

bool is_mark(char32_t c) { return c == kWordMark || c == kPhonemeMark || c == kEndMark; }

}  // namespace

std::string as_mark(std::string_view word, std::string_view phonemes) {
  std::string mark = as_utf8(kWordMark);
  mark.append(word).append(as_utf8(kPhonemeMark)).append(phonemes).append(as_utf8(kEndMark));
  return mark;
}

std::optional<Mark> mark_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size() || code_point_at(text, offset).value != kWordMark) return std::nullopt;
  const std::size_t word = offset + kMarkBytes;
  const std::size_t middle = text.find(as_utf8(kPhonemeMark), word);
  if (middle == std::string_view::npos) return std::nullopt;
  const std::size_t phonemes = middle + kMarkBytes;
  const std::size_t end = text.find(as_utf8(kEndMark), phonemes);
  if (end == std::string_view::npos) return std::nullopt;
  const Mark mark{text.substr(word, middle - word), text.substr(phonemes, end - phonemes), word, end + kMarkBytes};
  if (mark.word.find(as_utf8(kWordMark)) != std::string_view::npos || !is_harmless_phoneme_string(mark.phonemes))
    return std::nullopt;
  return mark;
}

std::string without_marks(std::string_view marked) {
  std::string plain;
  for (std::size_t at = 0; at < marked.size();) {
    if (const std::optional<Mark> mark = mark_at(marked, at)) {
      plain += mark->word;
      at = mark->end;
      continue;
    }
    const CodePoint c = code_point_at(marked, at);
    if (!is_mark(c.value)) plain.append(marked, at, c.size);
    at += c.size;
  }
  return plain;
}

}  // namespace aloud
