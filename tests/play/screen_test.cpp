// What a terminal is sent, seen through a terminal of our own that knows just what the screen uses.
#include "play/screen.h"

#include <gtest/gtest.h>

#include <utility>

#include "util/utf8.h"

namespace aloud {
namespace {

// Lines without end below each other; bold and reverse text between braces and brackets.
class Paper {
 public:
  void write(const std::string& bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
      if (bytes[i] == '\x1b') {
        i = control(bytes, i + 2);
      } else if (bytes[i] == '\r') {
        fresh_ = true;
        ++i;
      } else if (bytes[i] == '\n') {
        if (++row_ == lines_.size()) lines_.emplace_back();
        ++i;
      } else {
        put(bytes[i++]);
      }
    }
  }
  std::string text() const {
    std::string all;
    for (const std::string& line : lines_) all += line + '\n';
    return all;
  }

 private:
  // What is written at the start of a line takes the place of all that stood there: every line is erased behind its end.
  void put(char c) {
    if (std::exchange(fresh_, false)) lines_[row_].clear();
    lines_[row_] += c;
  }
  std::size_t control(const std::string& bytes, std::size_t at) {
    std::size_t end = at;
    while (bytes[end] < 0x40) ++end;
    const std::string parameters = bytes.substr(at, end - at);
    if (bytes[end] == 'A') row_ -= std::min<std::size_t>(row_, std::stoul(parameters));
    if (bytes[end] == 'J') {  // only ever behind what was just written
      lines_.resize(row_ + 1);
      if (std::exchange(fresh_, false)) lines_[row_].clear();
    }
    if (bytes[end] == 'K' && std::exchange(fresh_, false)) lines_[row_].clear();
    if (bytes[end] == 'm' && parameters != "36") {
      if (parameters == "0;1;7") put('[');
      if (parameters == "0;1") put(reverse_ ? ']' : '{');
      if (parameters == "0" && reverse_) put(']');
      if (parameters == "0" && bold_) put('}');
      reverse_ = parameters == "0;1;7";
      bold_ = parameters != "0";
    }
    return end + 1;
  }

  std::vector<std::string> lines_{1};
  std::size_t row_ = 0;
  bool bold_ = false, reverse_ = false, fresh_ = true;
};

class ScreenTest : public testing::Test {
 protected:
  void read(const std::string& markdown) {
    auto article = std::make_shared<Article>();
    article->path = "a.md";
    article->title = "Title";
    article->document = read_document(SourceText::decode("a.md", markdown), DocumentFormat::markdown);
    view.article = article;
    source = markdown;
  }
  void hear(std::size_t block, const std::string& word, const std::string& sentence) {
    view.block = block;
    const auto range = [&](const std::string& what) { return ByteRange{source.find(what), source.find(what) + what.size()}; };
    view.word = range(word);
    view.sentence_source = {range(sentence)};
    paper.write(screen.show(view, {"status", footer}, columns, rows));
  }

  Screen screen{Highlight::yes, StatusColour::off};
  View view;
  std::string source;
  std::vector<std::string> footer;
  std::size_t columns = 21, rows = 10;
  Paper paper;
};

TEST_F(ScreenTest, MarksTheWordInItsSentenceAndWritesOverWhatWas) {
  read("One two. Three four.");
  hear(0, "One", "One two.");
  EXPECT_EQ(paper.text(), "[One] two.} Three four.\nstatus\n");
  hear(0, "four", "Three four.");
  EXPECT_EQ(paper.text(), "One two. {Three [four].}\nstatus\n");
}

TEST_F(ScreenTest, WritesNothingWhenNothingHasChanged) {
  read("One two.");
  hear(0, "One", "One two.");
  EXPECT_EQ(screen.show(view, {"status", {}}, columns, rows), "");
}

TEST_F(ScreenTest, LeavesBlocksThatAreOverAsPlainText) {
  read("One two.\n\nThree four.");
  hear(0, "two", "One two.");
  hear(1, "Three", "Three four.");
  EXPECT_EQ(paper.text(), "One two.\n\n[Three] four.}\nstatus\n");
  paper.write(screen.leave(columns, rows));
  EXPECT_EQ(paper.text(), "One two.\n\nThree four.\n\n");
}

TEST_F(ScreenTest, LosesNoLineOfABlockThatIsHigherThanTheTerminal) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "word" + std::to_string(i) + " and so on" + (i == 59 ? "." : ", ");
  read(text);
  rows = 6;
  for (int i = 0; i < 60; ++i) hear(0, "word" + std::to_string(i) + " ", text);
  paper.write(screen.leave(columns, rows));
  std::string shown = paper.text();
  std::string expected = text;
  for (std::string* each : {&shown, &expected}) std::erase_if(*each, [](char c) { return c == ' ' || c == '\n'; });
  EXPECT_EQ(shown, expected);
}

TEST_F(ScreenTest, DrawsAnewWhenTheTerminalIsNarrower) {
  read("One two three four five six.");
  hear(0, "One", "One two three four five six.");
  columns = 12;
  hear(0, "six", "One two three four five six.");
  EXPECT_NE(paper.text().find("[six]"), std::string::npos) << paper.text();
}

TEST_F(ScreenTest, ShowsLinesAboveTheStatusWhenAskedTo) {
  read("One two.");
  footer = {"space  pause", "q      quit"};
  hear(0, "One", "One two.");
  EXPECT_EQ(paper.text(), "[One] two.}\nspace  pause\nq      quit\nstatus\n");
  footer.clear();
  hear(0, "One", "One two.");
  EXPECT_EQ(paper.text(), "[One] two.}\nstatus\n");
}

TEST_F(ScreenTest, MarksNothingWhenToldSo) {
  screen = Screen(Highlight::no, StatusColour::off);
  read("One two.");
  hear(0, "One", "One two.");
  EXPECT_EQ(paper.text(), "One two.\nstatus\n");
}

TEST(StatusLine, SaysWhatIsEstimatedAndLeavesOutWhatHasNoRoom) {
  View view;
  view.position = 65;
  view.total = 3725;
  EXPECT_EQ(status_line(view, 1, 80), "Playing 1:05 / ~1:02:05  [--------------------]  1 %");
  view.total_is_exact = view.paused = true;
  view.speed = 1.21;
  EXPECT_EQ(status_line(view, 1, 80), "Paused  1:05 / 1:02:05  [--------------------]  1 %  1.21x");
  EXPECT_EQ(status_line(view, 3, 80), "Paused  1:05 / 1:02:05  [--------------------]  1 %  1.21x  1/3");
  for (std::size_t columns = 1; columns < 80; ++columns) EXPECT_LE(display_width(status_line(view, 3, columns)), columns);
}

}  // namespace
}  // namespace aloud
