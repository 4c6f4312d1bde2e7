#include "process/marked_text.h"

#include <algorithm>

#include "engine/pronunciation_marks.h"

namespace aloud {
namespace {

// Where an offset of the plain text lies in the marked one.
class Places {
 public:
  explicit Places(const std::vector<Pronunciation>& pronunciations) : pronunciations_(pronunciations) {}

  // Requires: offsets in rising order. The end of a word lies before what stands there, its beginning after it.
  std::size_t of(std::size_t offset, bool is_end) {
    while (next_ < pronunciations_.size()) {
      const Pronunciation& one = pronunciations_[next_];
      if (!inside_ && (one.spoken.begin < offset || (one.spoken.begin == offset && !is_end))) {
        inside_ = true;
        shift_ += kMarkBytes;
      } else if (inside_ && (one.spoken.end < offset || (one.spoken.end == offset && !is_end))) {
        inside_ = false;
        shift_ += 2 * kMarkBytes + one.phonemes.size();
        ++next_;
      } else {
        break;
      }
    }
    return offset + shift_;
  }

 private:
  const std::vector<Pronunciation>& pronunciations_;
  std::size_t next_ = 0, shift_ = 0;
  bool inside_ = false;
};

// The groups of phonemes that stand for a part of the pronounced words: the one of the same number, and for the last all that
// are left.
std::string_view phonemes_of_part(const Pronunciation& one, std::string_view plain, ByteRange part) {
  std::string_view phonemes = one.phonemes;
  for (std::size_t at = one.spoken.begin; at < part.begin; ++at) {
    if (plain[at] == ' ') phonemes.remove_prefix(std::min(phonemes.find(' '), phonemes.size() - 1) + 1);
    if (phonemes.empty()) return {};
  }
  const bool last = plain.substr(part.end, one.spoken.end - part.end).find(' ') == std::string_view::npos;
  return last ? phonemes : phonemes.substr(0, phonemes.find(' '));
}

}  // namespace

MarkedText marked_text(const Utterance& utterance) {
  const std::string& plain = utterance.text.text();
  MarkedText marked;
  std::size_t done = 0;
  for (const Pronunciation& one : utterance.pronunciations) {
    marked.text.append(plain, done, one.spoken.begin - done);
    marked.text += as_mark(std::string_view(plain).substr(one.spoken.begin, one.spoken.size()), one.phonemes);
    done = one.spoken.end;
  }
  marked.text.append(plain, done);
  Places places(utterance.pronunciations);
  for (const Word& word : utterance.words) {
    const std::size_t begin = places.of(word.spoken.begin, false);
    marked.words.push_back({begin, places.of(word.spoken.end, true)});
  }
  return marked;
}

std::string marked_word(const Utterance& utterance, const Word& word) {
  const std::string_view plain = utterance.text.text();
  std::string marked;
  std::size_t done = word.spoken.begin;
  for (const Pronunciation& one : utterance.pronunciations) {
    const ByteRange part{std::max(one.spoken.begin, done), std::min(one.spoken.end, word.spoken.end)};
    if (part.begin >= part.end) continue;
    marked += plain.substr(done, part.begin - done);
    const std::string_view phonemes = phonemes_of_part(one, plain, part);
    if (!phonemes.empty()) marked += as_mark(plain.substr(part.begin, part.size()), phonemes);
    done = part.end;
  }
  return marked.append(plain.substr(done, word.spoken.end - done));
}

}  // namespace aloud
