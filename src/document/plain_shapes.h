#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace aloud {

// What paragraphs of plain text are by the shape of their lines, which are given without white space around them.

/// A row of a table that is drawn with "|", "+" and "-": its cells, each as parts of lines (a cell may take several).
struct DrawnRow {
  std::vector<std::vector<std::string_view>> cells;
};

/// A table: of two rows and two columns or more, with a line drawn between rows.
struct DrawnTable {
  std::vector<DrawnRow> rows;
  bool header = false;  ///< the first row is one of names
};
std::optional<DrawnTable> drawn_table(const std::vector<std::string_view>& lines);

/// Boxes, arrows and axes of characters.
bool is_drawing(const std::vector<std::string_view>& lines);

/// Whether lines are meant to stay lines: verse, an address, a list of names.
bool keeps_lines(const std::vector<std::string_view>& lines);

/// Where the gap or the row of dots before a page number begins, "The Well . . . . 14"; npos for other lines.
std::size_t page_number_gap(std::string_view line);

/// Whether a line might be a headline: short, with words, and not ending as sentences do.
bool is_headline(std::string_view line);

/// Two capital letters or more, and no small one.
bool stands_in_capitals(std::string_view line);

/// "CHAPTER I.", "Kapitel 3", "Part Two: The Road": names a part of a book.
bool is_chapter_heading(std::string_view line);

/// How deep a numbered heading is: 1 for "1.  Introduction", 2 for "3.2 Frames"; 0 for other lines.
int numbered_heading_level(std::string_view line);

/// The end of a mark of time before what was said then, "[00:12]", "00:01:12.500 -"; 0 for other lines.
std::size_t time_mark_end(std::string_view line);

/// Whether somebody's name in capitals and a colon come first: "ANNA: I saw it."
bool names_speaker(std::string_view line);

}  // namespace aloud
