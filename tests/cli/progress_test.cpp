#include "cli/progress.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "util/utf8.h"

namespace aloud::cli {
namespace {

using std::chrono::milliseconds;
using Seconds = std::chrono::duration<double>;

Progress half_way() { return {"border.md", 12, 450, 1000, Seconds(65), Seconds(2)}; }

TEST(ProgressLineText, ShowsWhatThereIsRoomFor) {
  const struct {
    std::size_t columns;
    const char* line;
  } cases[] = {
      {200, "border.md [#########-----------]   45 %  12 sentences  1:05 of audio  32x  0:02 left"},
      {80, "border.md [#########-----------]   45 %  12 sentences  1:05 of audio  0:02 left"},
      {70, "border.md [#########-----------]   45 %  12 sentences  0:02 left"},
      {61, "border.md   45 %  12 sentences  1:05 of audio  32x  0:02 left"},
      {57, "border.md   45 %  12 sentences  1:05 of audio  0:02 left"},
      {50, "border.md   45 %  12 sentences  0:02 left"},
      {32, "border.md   45 %  0:02 left"},
      {20, "border.md   45 %"},
      {14, "border…   45 %"},
      {5, " 45 %"},
      {0, "…"},
  };
  for (const auto& item : cases) EXPECT_EQ(progress_line(half_way(), item.columns), item.line) << item.columns;
}

TEST(ProgressLineText, LeavesOutWhatItDoesNotKnow) {
  EXPECT_EQ(progress_line({"-", 1, 80, 0, Seconds(4), Seconds(2)}, 80), "-  1 sentence  0:04 of audio  2.0x");
  EXPECT_EQ(progress_line({"a.md", 0, 0, 100, Seconds(0), Seconds(0)}, 80),
            "a.md [--------------------]    0 %  0 sentences  0:00 of audio");
  EXPECT_EQ(progress_line({"a.md", 9, 100, 100, Seconds(3661), Seconds(10)}, 99),
            "a.md [####################]  100 %  9 sentences  1:01:01 of audio  366x  0:00 left");
}

TEST(ProgressLineText, NeverPassesTheWidthNorLetsANameControlTheTerminal) {
  Progress progress = half_way();
  for (const char* const name :
       {"", "日本語の記事についての長い名前.md", "a\x1b[31m\nb\r.md", "e\u0301e\u0301e\u0301", "\xFF\xFE"}) {
    progress.article = name;
    for (std::size_t columns = 1; columns < 120; ++columns) {
      const std::string line = progress_line(progress, columns);
      EXPECT_LE(display_width(line), columns) << line;
      EXPECT_EQ(line.find_first_of("\x1b\r\n"), std::string::npos);
      EXPECT_TRUE(is_valid_utf8(line));
    }
  }
}

Environment environment_of(std::map<std::string, const char*> variables) {
  return [variables](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second;
  };
}

TEST(ProgressVisibility, FollowsTerminalAndEnvironment) {
  const auto visible = [](bool is_terminal, Quiet quiet, std::map<std::string, const char*> variables) {
    return progress_visibility(is_terminal, quiet, environment_of(std::move(variables))) == Visibility::shown;
  };
  EXPECT_TRUE(visible(true, Quiet::no, {{"TERM", "xterm"}}));
  EXPECT_TRUE(visible(true, Quiet::no, {{"TERM", "xterm"}, {"CI", ""}}));
  EXPECT_FALSE(visible(false, Quiet::no, {{"TERM", "xterm"}}));
  EXPECT_FALSE(visible(true, Quiet::yes, {{"TERM", "xterm"}}));
  EXPECT_FALSE(visible(true, Quiet::no, {{"TERM", "dumb"}}));
  EXPECT_FALSE(visible(true, Quiet::no, {}));
  EXPECT_FALSE(visible(true, Quiet::no, {{"TERM", "xterm"}, {"CI", "true"}}));
}

TEST(ProgressColour, FollowsNoColor) {
  EXPECT_EQ(progress_colour(environment_of({})), Colour::on);
  EXPECT_EQ(progress_colour(environment_of({{"NO_COLOR", ""}})), Colour::on);
  EXPECT_EQ(progress_colour(environment_of({{"NO_COLOR", "1"}})), Colour::off);
}

// What a terminal shows on its line after `output`; knows what the progress line uses and nothing else.
std::string screen_after(std::string_view output) {
  std::string screen;
  for (std::size_t i = 0; i < output.size(); ++i) {
    if (output.substr(i, 4) == "\r\x1b[K") {
      screen.clear();
      i += 3;
    } else if (output[i] == '\x1b') {
      i = output.find('m', i);
    } else {
      screen += output[i];
    }
  }
  return screen;
}

// A terminal in memory with a clock that is set by hand.
struct FakeTerminal {
  std::string output;
  int writes = 0;
  std::chrono::steady_clock::time_point now;

  ProgressTerminal as(Visibility visibility, Colour colour = Colour::off) {
    return {visibility, colour, [] { return 60; },
            [this](std::string_view text) {
              output += text;
              ++writes;
            },
            [this] { return now; }};
  }
};

TEST(ProgressLine, RedrawsAtMostTenTimesASecond) {
  FakeTerminal terminal;
  ProgressLine line(terminal.as(Visibility::shown));
  line.start("a.md", 10000);
  for (std::size_t i = 1; i <= 2000; ++i) {  // two seconds
    terminal.now += milliseconds(1);
    line.update(i, i, Seconds(0));
  }
  EXPECT_EQ(terminal.writes, 21);
  EXPECT_EQ(screen_after(terminal.output), "a.md   20 %  2000 sentences  0:00 of audio  0.0x  0:08 left");
}

TEST(ProgressLine, LeavesACleanLineBehind) {
  FakeTerminal terminal;
  {
    ProgressLine line(terminal.as(Visibility::shown, Colour::on));
    line.start("a.md", 100);
    EXPECT_NE(terminal.output.find("\x1b[2m"), std::string::npos);
    EXPECT_NE(screen_after(terminal.output), "");
    line.clear();
    EXPECT_EQ(screen_after(terminal.output), "");
    line.update(1, 50, Seconds(1));  // at once, though no time has passed
    EXPECT_NE(screen_after(terminal.output), "");
  }
  EXPECT_EQ(screen_after(terminal.output), "");
}

TEST(ProgressLine, WritesNoColourWhereNoneIsWanted) {
  FakeTerminal terminal;
  ProgressLine line(terminal.as(Visibility::shown));
  line.start("a.md", 100);
  EXPECT_EQ(terminal.output.find("m\x1b"), std::string::npos);
  EXPECT_EQ(terminal.output.find("\x1b[2m"), std::string::npos);
}

TEST(ProgressLine, WritesNothingWhenHidden) {
  FakeTerminal terminal;
  {
    ProgressLine line(terminal.as(Visibility::hidden));
    line.start("a.md", 100);
    terminal.now += milliseconds(500);
    line.update(1, 50, Seconds(1));
    line.clear();
  }
  EXPECT_EQ(terminal.writes, 0);
}

TEST(ProgressLine, StartsTheClockAnewForEachArticle) {
  FakeTerminal terminal;
  ProgressLine line(terminal.as(Visibility::shown));
  line.start("a.md", 100);
  terminal.now += milliseconds(60000);
  line.start("b.md", 100);
  terminal.now += milliseconds(1000);
  line.update(1, 50, Seconds(2));
  EXPECT_EQ(screen_after(terminal.output), "b.md [##########----------]   50 %  1 sentence  0:01 left");
}

}  // namespace
}  // namespace aloud::cli
