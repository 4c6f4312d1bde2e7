#include "cli/interrupt_note.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <string_view>

#include "util/safe_text.h"

namespace aloud::cli {
namespace {

struct Note {
  std::array<char, 400> text{};
  std::size_t size = 0;
};

// A handler sees one note whole: the next is written beside the one that it may be printing.
std::array<Note, 2> notes;
std::atomic<const Note*> current{nullptr};
std::atomic<bool> progress_on_screen{false};

void write_all(std::string_view text) noexcept {
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

void set_progress_on_screen(bool on_screen) noexcept { progress_on_screen = on_screen; }

void set_interrupt_note(const std::string& line) {
  if (line.empty()) {
    current = nullptr;
    return;
  }
  Note& next = notes.at(current == &notes[0] ? 1 : 0);
  const std::string text = safe_line(line) + '\n';
  next.size = std::min(text.size(), next.text.size());
  std::copy_n(text.begin(), next.size, next.text.begin());
  current = &next;
}

void print_interrupt_note() noexcept {
  if (progress_on_screen) write_all("\r\x1b[K");
  if (const Note* note = current) write_all({note->text.data(), note->size});
}

}  // namespace aloud::cli
