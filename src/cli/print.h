#pragma once

#include <string>

namespace aloud::cli {

// All that the program says goes through these: what an article, a file name or a profile holds cannot command a terminal or a
// CI runner there (util/safe_text.h). Audio and timelines are no talk, nor is what play draws on its screen.

/// To standard output.
void print(const std::string& text);

/// Whether who read standard output has had enough of it, as `head` does: no failure.
bool reader_has_gone();

/// JSON, to standard output.
void print_json(const std::string& json);

/// To standard error.
void say(const std::string& text);

/// "aloud: MESSAGE" on one line of standard error.
void complain(const std::string& message);

}  // namespace aloud::cli
