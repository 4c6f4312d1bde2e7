#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/epub/scanned_page.h"

namespace aloud {

/// A footnote or endnote that a link leads to.
struct BookNote {
  std::string label;     ///< as the link has it, without brackets: "12", "*"
  std::size_t page = 0;  ///< of the link that leads to it first
  std::size_t at = 0;    ///< where that link begins in its page
};

/// What of one page is of notes, by where tags begin in it.
struct PageNotes {
  std::map<std::size_t, std::string> references;  ///< links to notes, and their labels
  std::map<std::size_t, BookNote> notes;          ///< tags that have the name that links to a note lead to
  std::vector<std::size_t> back;                  ///< links that lead from a note back; in order
};

/// Tells notes by what links say of themselves (epub:type, role), or by their shape: a number or sign that is raised, bracketed
/// or named as notes are, within a text, and leads to something that leads back.
std::vector<PageNotes> find_notes(const std::vector<ScannedPage>& pages, const std::map<std::string, std::size_t>& by_path);

/// "12" of "[12]", "*" of "(*)".
std::string note_label(const std::string& text);

}  // namespace aloud
