#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "play/page.h"
#include "play/player.h"

namespace aloud {

enum class Highlight { no, yes };
enum class StatusColour { off, on };

/// What stands below the text.
struct Footer {
  std::string status;              ///< one line
  std::vector<std::string> lines;  ///< above it: the keys, when they are asked for
};

/// `Playing  1:05 / ~12:40  [####----]  8 %  1.2x  Title`, at most `columns` columns: what has no room is left out.
std::string status_line(const View& view, std::size_t articles, std::size_t columns);

/// The read-along view as the bytes that a terminal is sent. The block that is heard stands at the bottom of the terminal, with
/// the status below it; when it is over, it stays in the scrollback as plain text. Of a block that is higher than the terminal,
/// lines are left behind as they are read. Nothing but the lines of that block and the footer is ever written again.
///
/// Knows no terminal: it returns what is to be written, empty when nothing has changed.
class Screen {
 public:
  Screen(Highlight highlight, StatusColour colour) : highlight_(highlight), colour_(colour) {}

  /// Requires: view.article is not null.
  std::string show(const View& view, const Footer& footer, std::size_t columns, std::size_t rows);

  /// Leaves the text plain, takes the footer away, and puts the cursor on a line of its own. The next show() begins anew.
  std::string leave(std::size_t columns, std::size_t rows);

 private:
  struct Line {
    std::string text;  // with what marks it
    std::size_t width = 0;
  };

  void turn_to(const View& view);
  std::string settle_block(const View& view, std::size_t width);
  std::string scroll_to(std::size_t current, std::size_t room);
  std::string back_to_top(std::size_t columns, std::size_t rows) const;
  std::vector<Line> marked_lines(const View& view, std::size_t columns, std::size_t& current) const;
  std::string plain_lines(std::size_t from, std::size_t to, std::size_t columns) const;

  Highlight highlight_;
  StatusColour colour_;
  std::shared_ptr<const Article> article_;
  std::size_t block_ = 0;
  std::optional<Page> page_;
  std::size_t left_behind_ = 0;  // lines of the page that are in the scrollback, at columns_
  std::size_t columns_ = 0;
  std::vector<std::size_t> drawn_;  // widths of the lines that stand on the terminal and may be written again
  std::string last_;                // what was drawn
};

}  // namespace aloud
