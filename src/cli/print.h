#pragma once

#include <string>

namespace aloud::cli {

// All that the program says goes through these: what an article, a file name or a profile holds cannot command a terminal or a
// CI runner there (util/safe_text.h). Audio and timelines are no talk, nor is what play draws on its screen.

/// To standard output.
void print(const std::string& text);

/// Writes what is held of standard output.
/// \returns 0, or the errno of what could not be written. Whoever read it and had enough, as `head` does, is no failure: 0.
int flush_output();

/// JSON, to standard output.
void print_json(const std::string& json);

/// To standard error.
void say(const std::string& text);

/// "aloud: MESSAGE" on one line of standard error.
void complain(const std::string& message);

}  // namespace aloud::cli
