#include "play/keys.h"

#include <array>

#include "util/utf8.h"

namespace aloud {
namespace {

constexpr char kEscape = '\x1b';

struct Sequence {
  std::string_view bytes;  // behind ESC
  SpecialKey key;
};

constexpr std::array kSequences = {
    Sequence{"[D", SpecialKey::left},
    Sequence{"OD", SpecialKey::left},
    Sequence{"[C", SpecialKey::right},
    Sequence{"OC", SpecialKey::right},
    Sequence{"[A", SpecialKey::up},
    Sequence{"OA", SpecialKey::up},
    Sequence{"[B", SpecialKey::down},
    Sequence{"OB", SpecialKey::down},
    Sequence{"[1;2D", SpecialKey::shift_left},
    Sequence{"[d", SpecialKey::shift_left},
    Sequence{"[1;2C", SpecialKey::shift_right},
    Sequence{"[c", SpecialKey::shift_right},
    Sequence{"[5~", SpecialKey::page_up},
    Sequence{"[6~", SpecialKey::page_down},
    Sequence{"[H", SpecialKey::home},
    Sequence{"OH", SpecialKey::home},
    Sequence{"[1~", SpecialKey::home},
    Sequence{"[7~", SpecialKey::home},
    Sequence{"[F", SpecialKey::end},
    Sequence{"OF", SpecialKey::end},
    Sequence{"[4~", SpecialKey::end},
    Sequence{"[8~", SpecialKey::end},
};

/// How many bytes of `rest` (which begins with ESC) are one sequence; 0 if more have to come.
std::size_t sequence_size(std::string_view rest) {
  if (rest.size() < 2) return 0;
  if (rest[1] == 'O') return rest.size() < 3 ? 0 : 3;
  if (rest[1] != '[') return 1;
  for (std::size_t i = 2; i < rest.size(); ++i)
    if (rest[i] >= 0x40 && rest[i] <= 0x7E) return i + 1;  // ECMA-48: the final byte
  return rest.size() > 32 ? rest.size() : 0;
}

Key special(SpecialKey key) { return {key, 0}; }

std::optional<Key> key_of_sequence(std::string_view sequence) {
  if (sequence.size() == 1) return special(SpecialKey::escape);
  for (const Sequence& known : kSequences)
    if (known.bytes == sequence.substr(1)) return special(known.key);
  return std::nullopt;
}

Key key_of_character(char32_t c) {
  if (c == 0x7F || c == 0x08) return special(SpecialKey::backspace);
  if (c == U'\r' || c == U'\n') return special(SpecialKey::enter);
  return {SpecialKey::none, c};
}

/// Whether the bytes are the beginning of a character whose rest has to come.
bool is_cut(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes.front());
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  return bytes.size() < size;
}

struct Binding {
  Key key;
  PlayCommand command;
};

constexpr Key character(char32_t c) { return {SpecialKey::none, c}; }

constexpr std::array kBindings = {
    Binding{character(U' '), PlayCommand::toggle_pause},
    Binding{character(U'p'), PlayCommand::toggle_pause},
    Binding{{SpecialKey::left}, PlayCommand::previous_sentence},
    Binding{{SpecialKey::right}, PlayCommand::next_sentence},
    Binding{{SpecialKey::shift_left}, PlayCommand::previous_word},
    Binding{{SpecialKey::shift_right}, PlayCommand::next_word},
    Binding{{SpecialKey::up}, PlayCommand::previous_paragraph},
    Binding{{SpecialKey::down}, PlayCommand::next_paragraph},
    Binding{{SpecialKey::page_up}, PlayCommand::previous_heading},
    Binding{{SpecialKey::page_down}, PlayCommand::next_heading},
    Binding{character(U'['), PlayCommand::slower},
    Binding{character(U'-'), PlayCommand::slower},
    Binding{character(U']'), PlayCommand::faster},
    Binding{character(U'+'), PlayCommand::faster},
    Binding{character(U'='), PlayCommand::faster},
    Binding{{SpecialKey::backspace}, PlayCommand::normal_speed},
    Binding{character(U'('), PlayCommand::quieter},
    Binding{character(U')'), PlayCommand::louder},
    Binding{character(U'{'), PlayCommand::previous_heading},
    Binding{character(U'}'), PlayCommand::next_heading},
    Binding{character(U'A'), PlayCommand::mark_loop_start},
    Binding{character(U'B'), PlayCommand::mark_loop_end},
    Binding{character(U'i'), PlayCommand::information},
    Binding{{SpecialKey::end}, PlayCommand::end},
    Binding{character(U'm'), PlayCommand::toggle_mute},
    Binding{character(U'l'), PlayCommand::toggle_repeat},
    Binding{{SpecialKey::home}, PlayCommand::beginning},
    Binding{character(U'<'), PlayCommand::previous_article},
    Binding{character(U'>'), PlayCommand::next_article},
    Binding{character(U'/'), PlayCommand::search},
    Binding{character(U'n'), PlayCommand::search_again},
    Binding{character(U'?'), PlayCommand::help},
    Binding{character(U'q'), PlayCommand::quit},
    Binding{character(U'Q'), PlayCommand::quit_and_remember},
};

}  // namespace

std::vector<Key> KeyDecoder::decode(std::string_view bytes) {
  rest_ += bytes;
  std::vector<Key> keys;
  std::size_t at = 0;
  while (at < rest_.size()) {
    const std::string_view rest = std::string_view(rest_).substr(at);
    if (rest.front() == kEscape) {
      const std::size_t size = sequence_size(rest);
      if (size == 0) break;
      if (const auto key = key_of_sequence(rest.substr(0, size))) keys.push_back(*key);
      at += size;
      continue;
    }
    if (is_cut(rest)) break;
    const CodePoint point = code_point_at(rest, 0);
    keys.push_back(key_of_character(point.value));
    at += point.size;
  }
  rest_.erase(0, at);
  return keys;
}

std::vector<Key> KeyDecoder::settle() {
  std::vector<Key> keys;
  if (rest_ == std::string(1, kEscape)) keys.push_back(special(SpecialKey::escape));
  rest_.clear();
  return keys;
}

std::optional<PlayCommand> command_of(const Key& key) {
  if (key.character >= U'0' && key.character <= U'9') return PlayCommand::tenth;
  for (const Binding& binding : kBindings)
    if (binding.key == key) return binding.command;
  return std::nullopt;
}

std::vector<std::string> key_help() {
  return {
      "space p           pause, go on",
      "left right        previous, next sentence",
      "shift+left right  previous, next word",
      "up down           previous, next paragraph",
      "PgUp PgDn  { }    previous, next heading",
      "Home End          to the beginning, to the last sentence",
      "0 - 9             to 0 %, 10 %, … 90 % of it",
      "/ n               search text, search on",
      "[ ]  - +          slower, faster; Backspace: normal speed",
      "( )  m            quieter, louder; mute",
      "l                 repeat the sentence",
      "A B               repeat from A to B; A again: go on",
      "i                 title, voice and language",
      "< >               previous, next article",
      "q Q               quit; quit and remember the place (--resume)",
      "?                 show or hide these keys",
  };
}

}  // namespace aloud
