#pragma once

#include <functional>
#include <string>

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

/// Where to begin in each article: the first as --from says, each as it was left under --resume, when it is opened for the
/// first time. Throws Error{usage} for a text that an article does not hold.
std::function<Start(const Article&)> start_chooser(const PlayArguments& arguments, const PositionStore& positions);

}  // namespace aloud::cli
