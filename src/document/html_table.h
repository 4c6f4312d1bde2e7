#pragma once

#include <cstddef>
#include <vector>

#include "document/html_text.h"

namespace aloud {

/// Puts the cells of one table row after another together, while somebody walks over the HTML.
class HtmlRows {
 public:
  bool in_row() const { return in_row_; }
  bool in_cell() const { return in_cell_; }
  const std::string& language() const { return row_.language; }

  /// Forgets what cells of earlier rows reach down to.
  void begin_table() { reaching_down_.clear(); }
  void begin_row(const std::string& language);
  /// Requires: in_row(), and not in_cell().
  void begin_cell(const HtmlTag& tag);
  void end_cell(RichText text);
  /// The row; without cells where nothing stands in them. Requires: not in_cell().
  HtmlPart end_row();
  /// The cells that have text, as paragraphs: the row turned out to be none. Requires: not in_cell().
  std::vector<HtmlPart> dissolve();

 private:
  void add_cell(RichText text, std::size_t rows);

  HtmlPart row_;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool all_names_ = true;    // th elements alone
  std::size_t columns_ = 1;  // of the open cell
  std::size_t rows_ = 1;
  std::vector<std::size_t> reaching_down_;  // by column: how many of the next rows a cell of an earlier one takes part in
};

}  // namespace aloud
