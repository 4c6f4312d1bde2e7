#include "cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>
#include <vector>

#include "audio/time_text.h"
#include "cli/interrupt_note.h"
#include "util/plain_line.h"
#include "util/utf8.h"

namespace aloud::cli {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr std::chrono::milliseconds kRedrawInterval{100};
constexpr std::size_t kBarCells = 20;
constexpr std::size_t kShortestName = 8;
constexpr std::size_t kLongestName = 32;

// Before this much time a speed is noise.
constexpr Seconds kSettlingTime{0.5};

constexpr std::size_t kUsualColumns = 80;

// Rounded down: what is not over is not counted. An estimate from the first moments may be absurd; four digits of hours are
// as good as infinity.
std::string duration_text(Seconds time) { return clock_text(std::floor(std::clamp(time.count(), 0.0, 9999.0 * 3600))); }

double fraction_of(const Progress& progress) {
  return std::min(1.0, static_cast<double>(progress.bytes) / static_cast<double>(progress.total_bytes));
}

std::string bar_text(const Progress& progress) {
  if (progress.total_bytes == 0) return {};
  const auto full = static_cast<std::size_t>(fraction_of(progress) * static_cast<double>(kBarCells));
  return '[' + std::string(full, '#') + std::string(kBarCells - full, '-') + ']';
}

std::string percent_text(const Progress& progress) {
  if (progress.total_bytes == 0) return {};
  return fmt::format("{:3} %", static_cast<int>(fraction_of(progress) * 100));
}

std::string speed_text(const Progress& progress) {
  if (progress.elapsed < kSettlingTime) return {};
  const double speed = progress.audio / progress.elapsed;
  return speed < 10 ? fmt::format("{:.1f}x", speed) : fmt::format("{:.0f}x", speed);
}

std::string time_left_text(const Progress& progress) {
  if (progress.total_bytes == 0 || progress.bytes == 0 || progress.elapsed < kSettlingTime) return {};
  const double done = fraction_of(progress);
  return duration_text(progress.elapsed * ((1 - done) / done)) + " left";
}

std::string sentences_text(const Progress& progress) {
  return fmt::format("{} {}", progress.sentences, progress.sentences == 1 ? "sentence" : "sentences");
}

enum Field { kName, kBar, kPercent, kSentences, kAudio, kSpeed, kTimeLeft, kFields };
using Fields = std::array<std::string, kFields>;

std::string join(const Fields& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].empty()) continue;
    // The bar sits close to the name; everything else is two spaces apart.
    if (!line.empty()) line += i == kBar ? " " : "  ";
    line += fields[i];
  }
  return line;
}

std::size_t room_for_name(const Fields& fields, std::size_t columns) {
  Fields rest = fields;
  rest[kName] = "n";
  const std::size_t others = display_width(join(rest)) - 1;
  return columns > others ? columns - others : 0;
}

// Leaves fields out until `columns` hold the rest and as much of the name as is `wanted`. The bar stays as long as speed and
// audio can make room for it; where they cannot, they tell more than it does.
Fields fitting(const Fields& all, std::size_t wanted, std::size_t columns) {
  static const std::vector<std::vector<Field>> ways = {{},
                                                       {kSpeed},
                                                       {kSpeed, kAudio},
                                                       {kBar},
                                                       {kBar, kSpeed},
                                                       {kBar, kSpeed, kAudio},
                                                       {kBar, kSpeed, kAudio, kSentences},
                                                       {kBar, kSpeed, kAudio, kSentences, kTimeLeft}};
  Fields fields;
  for (const std::vector<Field>& way : ways) {
    fields = all;
    for (const Field field : way) fields[field].clear();
    if (room_for_name(fields, columns) >= wanted) break;
  }
  return fields;
}

bool is_set(const char* value) { return value != nullptr && *value != '\0'; }

}  // namespace

std::string progress_line(const Progress& progress, std::size_t columns) {
  Fields fields;
  fields[kBar] = bar_text(progress);
  fields[kPercent] = percent_text(progress);
  fields[kSentences] = sentences_text(progress);
  fields[kAudio] = duration_text(progress.audio) + " of audio";
  fields[kSpeed] = speed_text(progress);
  fields[kTimeLeft] = time_left_text(progress);
  const std::string name = excerpt(progress.article, kLongestName);
  const std::size_t wanted = std::min(display_width(name), kShortestName);
  fields = fitting(fields, wanted, columns);
  const std::size_t room = room_for_name(fields, columns);
  if (room > 0) fields[kName] = excerpt(name, room);
  const std::string line = join(fields);
  return display_width(line) <= columns ? line : excerpt(line, columns);
}

Visibility progress_visibility(bool is_terminal, Quiet quiet, const Environment& environment) {
  const char* const term = environment("TERM");
  const bool can_redraw = is_terminal && is_set(term) && std::string_view(term) != "dumb";
  const bool wanted = quiet == Quiet::no && !is_set(environment("CI"));
  return can_redraw && wanted ? Visibility::shown : Visibility::hidden;
}

Colour progress_colour(const Environment& environment) { return is_set(environment("NO_COLOR")) ? Colour::off : Colour::on; }

ProgressTerminal stderr_terminal(Quiet quiet) {
  const Environment environment = [](const char* name) { return std::getenv(name); };
  ProgressTerminal terminal;
  terminal.visibility = progress_visibility(isatty(STDERR_FILENO) == 1, quiet, environment);
  terminal.colour = progress_colour(environment);
  terminal.columns = [] {
    winsize size{};
    const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? std::size_t{size.ws_col} : kUsualColumns;
  };
  terminal.write = [](std::string_view text) {
    // A terminal that has gone away is no reason to fail, so what cannot be written is not.
    while (!text.empty()) {
      const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
      if (written <= 0) return;
      text.remove_prefix(static_cast<std::size_t>(written));
    }
  };
  terminal.now = [] { return std::chrono::steady_clock::now(); };
  return terminal;
}

void ProgressLine::start(std::string article, std::size_t total_bytes) {
  if (terminal_.visibility == Visibility::hidden) return;
  progress_ = {};
  progress_.article = std::move(article);
  progress_.total_bytes = total_bytes;
  begin_ = terminal_.now();
  draw();
}

void ProgressLine::update(std::size_t sentences, std::size_t bytes, Seconds audio) {
  if (terminal_.visibility == Visibility::hidden) return;
  progress_.sentences = sentences;
  progress_.bytes = bytes;
  progress_.audio = audio;
  if (!on_screen_ || terminal_.now() - drawn_at_ >= kRedrawInterval) draw();
}

void ProgressLine::clear() {
  if (!on_screen_) return;
  terminal_.write("\r\x1b[K");
  on_screen_ = false;
  set_progress_on_screen(false);
}

void ProgressLine::draw() {
  drawn_at_ = terminal_.now();
  progress_.elapsed = drawn_at_ - begin_;
  // A character in the last column makes some terminals wrap.
  const std::size_t columns = std::max<std::size_t>(terminal_.columns(), 2) - 1;
  const std::string line = progress_line(progress_, columns);
  const bool coloured = terminal_.colour == Colour::on;
  set_progress_on_screen(true);  // before it is: wiping a line too many does no harm
  // One write for all, lest a half-drawn line flicker. "\x1b[2m" is faint: messages around it are what matters.
  terminal_.write("\r\x1b[K" + (coloured ? "\x1b[2m" + line + "\x1b[0m" : line));
  on_screen_ = true;
}

}  // namespace aloud::cli
