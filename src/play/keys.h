#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

enum class SpecialKey {
  none,
  left,
  right,
  up,
  down,
  shift_left,
  shift_right,
  page_up,
  page_down,
  home,
  end,
  backspace,
  enter,
  escape
};

struct Key {
  SpecialKey special = SpecialKey::none;
  char32_t character = 0;  ///< where `special` is none

  bool operator==(const Key&) const = default;
};

/// Makes keys of the bytes that a terminal sends (xterm's sequences, in normal and in application mode).
class KeyDecoder {
 public:
  std::vector<Key> decode(std::string_view bytes);

  /// To be called when nothing came for a while: an ESC that nothing followed was the key.
  std::vector<Key> settle();
  bool is_waiting() const { return !rest_.empty(); }

 private:
  std::string rest_;
};

/// What keys do while playing.
enum class PlayCommand {
  toggle_pause,
  previous_sentence,
  next_sentence,
  previous_word,
  next_word,
  previous_paragraph,
  next_paragraph,
  previous_heading,
  next_heading,
  slower,
  faster,
  normal_speed,
  quieter,
  louder,
  toggle_mute,
  toggle_repeat,
  beginning,
  end,
  tenth,  ///< 0 to 9: that many tenths of the article
  mark_loop_start,
  mark_loop_end,
  information,
  previous_article,
  next_article,
  search,
  search_again,
  help,
  quit,
  quit_and_remember,
};

std::optional<PlayCommand> command_of(const Key& key);

/// The keys and what they do, one a line.
std::vector<std::string> key_help();

}  // namespace aloud
