#pragma once

#include <string>

namespace aloud::cli {

// What a signal that is about to end the program prints first. Set by the thread that works, printed by a signal handler.

/// Whether a progress line stands on the terminal, which has to be wiped.
void set_progress_on_screen(bool on_screen) noexcept;

/// The line to print: what is finished, and how to go on. Empty: none.
void set_interrupt_note(const std::string& line);

/// Wipes the progress line and prints the note to standard error. Async-signal-safe.
void print_interrupt_note() noexcept;

}  // namespace aloud::cli
