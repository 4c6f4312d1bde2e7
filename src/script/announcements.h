#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aloud {

/// What is said about material that is not read as it stands, in the words of one language. "{}" is where the number or name
/// goes.
struct Announcements {
  const char* language;      ///< primary subtag
  const char* image;         ///< "Image", before a description or alone
  const char* image_inline;  ///< the same inside a sentence
  const char* inline_code;   ///< instead of a piece of code in a sentence
  const char* code_block;    ///< "Code block"
  const char* in_language;   ///< " in {}"
  const char* one_line;
  const char* many_lines;
  const char* table;  ///< "Table with {columns} and {rows}."
  const char* one_column;
  const char* many_columns;
  const char* one_row;
  const char* many_rows;
  const char* note;  ///< before a footnote's text
  const char* one_footnote;
  const char* many_footnotes;
  const char* link;  ///< instead of an address without a host
  const char* link_to;
  const char* html;
  const char* done;        ///< before the item of a task list whose box is ticked
  const char* to_do;       ///< before one whose box is not
  const char* formula;     ///< instead of a formula
  const char* formula_of;  ///< of several lines: "formula of {}"
};

/// The words for a BCP 47 tag; English for languages that the table lacks.
const Announcements& announcements_for(const std::string& language);

std::string announce_code_block(const Announcements& words, std::string_view info, std::size_t lines);
std::string announce_table(const Announcements& words, std::size_t columns, std::size_t rows);
std::string announce_note(const Announcements& words, std::string_view label);
std::string announce_footnotes(const Announcements& words, std::size_t count);
/// "formula", "formula of 3 lines"
std::string announce_formula(const Announcements& words, std::size_t lines);
std::string announce_link(const Announcements& words, std::string_view host);

}  // namespace aloud
