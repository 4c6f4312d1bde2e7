#pragma once

#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

namespace aloud {

// What stands before a line's words and parts it from others. Lines are given without white space around them.

/// "Present: Mrs. Dunn", "From: Rob", "Apologies:": a name of one to three words that begins with a capital, and a colon.
bool is_field(std::string_view line);

/// Whether lines are fields, two or more, some of them going on in the next line (`indented`, by line).
bool are_fields(const std::vector<std::string_view>& lines, const std::vector<bool>& indented);

/// Where items begin within a paragraph: "a) ", "(b) ", "ii) "; "i. " and "a. " where the next of its kind stands there as
/// well; "2.1 " where two such numbers do, or "2. " begins the paragraph. False for the other lines.
std::vector<bool> item_beginnings(const std::vector<std::string_view>& lines);

/// The value of a paragraph that is a Roman numeral in capitals and nothing else, "IV" or "IV."; 0 for others.
int roman_heading(std::string_view line);

/// The numbers in brackets that stand behind something in their line, "older.[1]": notes that are referred to.
std::set<std::string_view> noted_numbers(std::string_view text);

/// "[12] " at the beginning of a note's line: behind the bracket; 0 for other lines.
std::size_t note_label_end(std::string_view line);

}  // namespace aloud
