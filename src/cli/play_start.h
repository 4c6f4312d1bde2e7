#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "play/positions.h"
#include "play/track.h"

namespace aloud::cli {

/// What --from says: a number is a sentence (from 1), "1:30", "1:02:03" and "90s", "2m", "1h5m" are times, the rest is text to
/// look for. On failure (nothing, sentence 0) throws Error{usage}.
struct From {
  enum class Kind { beginning, sentence, time, text } kind = Kind::beginning;
  std::size_t sentence = 0;  ///< from 0
  double seconds = 0;
  std::string text;
};
From parse_from(const std::string& from);

/// A time for `option`, as --from takes it: "30m", "1h5m", "90s", "20:00". On failure (anything else, or none at all) throws
/// Error{usage}.
std::chrono::seconds parse_duration(const std::string& text, const char* option);

/// What was begun and remembered, asked for on the terminal: the newest first. Empty: nothing was chosen.
/// On failure (nothing was begun yet) throws Error{usage}.
std::vector<std::string> choose_begun_article(const PositionStore& positions);

/// Where to begin in each article: the first as --from says, each as it was left under --resume, when it is opened for the
/// first time. Throws Error{usage} for a text that an article does not hold.
std::function<Start(const Article&)> start_chooser(const PlayArguments& arguments, const PositionStore& positions);

}  // namespace aloud::cli
