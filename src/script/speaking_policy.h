#pragma once

#include <string_view>

namespace aloud {

/// What is done with a kind of material that a listener may not want word by word.
enum class Treatment {
  speak,      ///< say its text
  summarise,  ///< say in a few words what stands there; the text itself is left out with that reason
  skip,       ///< leave it out, with a reason in coverage
};

/// Speaking policy by kind of block and span. Set in the profile's [speak] table and by `--speak KIND=TREATMENT`.
struct SpeakingPolicy {
  Treatment code_blocks = Treatment::summarise;  ///< "Code block in Python, 12 lines."
  Treatment inline_code = Treatment::speak;      ///< summarise: "code"
  Treatment tables =
      Treatment::speak;  ///< row by row, each cell after its column's name; summarise: "Table with 3 columns and 5 rows."
  Treatment footnotes = Treatment::speak;  ///< at the end, announced; summarise: "2 footnotes."
  Treatment images = Treatment::speak;     ///< "Image: " and the description; summarise: "Image."
  Treatment badges = Treatment::skip;      ///< rows of images that tell the state of a project; speak: as images; summarise is
                                           ///< not offered
  Treatment urls = Treatment::summarise;   ///< bare addresses; summarise: the host's name alone
  Treatment list_numbers =
      Treatment::speak;                   ///< the number of an ordered list's item, the box of a task; summarise is not offered
  Treatment emphasis = Treatment::speak;  ///< speak: in the role "emphasis" if the profile has one; the words are said in any
                                          ///< case, so nothing else is offered
  Treatment math = Treatment::speak;      ///< formulas; summarise: those of several lines or many words, "formula of 3 lines"
  Treatment html = Treatment::speak;      ///< the text inside raw HTML blocks
  // Of what follows, summarise is not offered.
  Treatment citations = Treatment::skip;           ///< "[12]", "[@smith04, p. 3]", "[citation needed]"
  Treatment headings = Treatment::speak;           ///< but the title, which is always said
  Treatment quotes = Treatment::speak;             ///< block quotes, with all that stands in them
  Treatment admonition_titles = Treatment::speak;  ///< "Note." before what the note says
  Treatment matter = Treatment::skip;              ///< title page, copyright, contents, index and the like of a book

  Treatment identifiers = Treatment::summarise;  ///< UUIDs, commits, long numbers; summarise: their first four characters;
                                                 ///< skip is not offered

  bool operator==(const SpeakingPolicy&) const = default;
};

}  // namespace aloud
