#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace aloud::cli {

/// How far a job has come.
struct Progress {
  std::string article;
  std::size_t sentences = 0;                 ///< done
  std::size_t bytes = 0, total_bytes = 0;    ///< of the source: done, all; a total of 0 means that it is not known
  std::chrono::duration<double> audio{0};    ///< made so far
  std::chrono::duration<double> elapsed{0};  ///< since the article was begun
};

/// `border.md [#########-----------]  45 %  12 sentences  1:05 of audio  31x  0:12 left`, at most `columns` columns. Where room
/// is short, the bar goes first, then speed, audio, sentences and time left; the name is cut, and the percentage stays. Free of
/// control characters.
std::string progress_line(const Progress& progress, std::size_t columns);

enum class Quiet { no, yes };
enum class Visibility { hidden, shown };
enum class Colour { off, on };

/// Looks a variable up, as std::getenv does: nullptr where it is not set.
using Environment = std::function<const char*(const char*)>;

/// Shown on a terminal that can redraw a line (TERM is set and not "dumb"), unless `quiet` or CI is set to something.
Visibility progress_visibility(bool is_terminal, Quiet quiet, const Environment& environment);

/// Off where NO_COLOR is set to something (https://no-color.org).
Colour progress_colour(const Environment& environment);

/// Where a progress line is drawn.
struct ProgressTerminal {
  Visibility visibility = Visibility::hidden;
  Colour colour = Colour::off;
  std::function<std::size_t()> columns;         ///< asked at every drawing, since windows change
  std::function<void(std::string_view)> write;  ///< must not throw
  std::function<std::chrono::steady_clock::time_point()> now;
};

/// Standard error, as it is set up.
ProgressTerminal stderr_terminal(Quiet quiet);

/// One line of a terminal that is redrawn while a job runs, at most ten times a second, and wiped when the object goes.
class ProgressLine {
 public:
  explicit ProgressLine(ProgressTerminal terminal) : terminal_(std::move(terminal)) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Begins an article: sets the clock to zero.
  void start(std::string article, std::size_t total_bytes);

  /// Another article of the same job: the clock goes on.
  void rename(std::string article) { progress_.article = std::move(article); }

  void update(std::size_t sentences, std::size_t bytes, std::chrono::duration<double> audio);

  /// Wipes the line, so that a message can be printed. The next update draws again at once.
  void clear();

 private:
  void draw();

  ProgressTerminal terminal_;
  Progress progress_;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point drawn_at_;
  bool on_screen_ = false;
};

}  // namespace aloud::cli
