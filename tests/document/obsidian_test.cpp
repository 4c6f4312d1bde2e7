#include "document/markdown/obsidian.h"

#include <gtest/gtest.h>

#include "document/dialect_test_support.h"

namespace aloud {
namespace {

using test::RewritingCase;

constexpr RewritingCase kCases[] = {
    // Links.
    {"[[Leaf mould]]", "Leaf mould"},
    {"[[notes/soil/Worms.md|the *worms*]]", "the *worms*"},
    {"[[notes/soil/Worms.md]]", "Worms"},
    {"[[Soil#Structure#Clay]]", "Soil, Structure, Clay"},
    {"[[#Structure]]", "Structure"},
    {"[[Soil#^a1b2c3]]", "Soil"},
    {"| [[Soil\\|earth]] | x |", "| earth | x |"},
    {"[[_TOC_]] [[ -f x ]] [[1]](#note) [[x", "[[_TOC_]] [[ -f x ]] [[1]](#note) [[x"},
    {"`[[Soil]]`", "`[[Soil]]`"},
    // Embeds.
    {"![[heap.png]]![[heap.png|300]]![[heap.png|300x200]]![[Soil#Recipe]]", ""},
    {"![[heap.png|A heap]]", "‹image:heap.png=A heap›"},
    {"((64fa0c12-0b3e-4e4c-9d4e-0123456789ab)) ((a + b))", " ((a + b))"},
    {"```dataview\nLIST\n```\n\n```sql\nLIST\n```\n", "\n\n```sql\nLIST\n```\n"},
    // Marks and comments.
    {"a ==marked part== and ==(this)==, ==that==.", "a marked part and (this), that."},
    {"a == b == c, x==y==z, ====", "a == b == c, x==y==z, ===="},
    {"a %%hidden%% b, 100%% and 50%%", "a  b, 100%% and 50%%"},
    {"%%\nhidden\n\nlines\n%%\nshown", "\nshown"},
    {"%%\nnever closed", "%%\nnever closed"},
    // Tags: alone on a line, and in a text that shows a note.
    {"#soil #garden/beds\n", "\n"},
    {"#soil\n", "#soil\n"},
    {"#soil\n\n[[Worms]]\n", "\n\nWorms\n"},
    {"[[Worms]] in #soil, not #1 or C#, a#b\n", "Worms in soil, not #1 or C#, a#b\n"},
    {"Look at the #main part\n", "Look at the #main part\n"},
    // Blocks' names.
    {"Dig. ^a1b2c3\n\n^table-one\n", "Dig. \n\n\n"},
    {"2 ^10\nDig^a1b2c3\n", "2 ^10\nDig^a1b2c3\n"},
    // Properties and fields.
    {"- Dig\n  id:: 64fa\n  collapsed:: true\n", "- Dig\n  \n  \n"},
    {"rating:: 5\n- depth:: two feet\n", "rating: 5\n\n- depth: two feet\n"},
    {"up:: [[House]]\npeople:: Ines\n", "up: House\n\n\npeople: Ines\n"},
    {"It is [rating:: 5] and (kind:: good) and std::vector, a[i::2].\n",
     "It is rating: 5 and good and std::vector, a[i::2].\n"},
};

TEST(Obsidian, LosesItsMarkup) {
  for (const RewritingCase& one : kCases)
    EXPECT_EQ(test::rewritten_by(rewrite_obsidian, one.markdown), one.rewritten) << one.markdown;
}

}  // namespace
}  // namespace aloud
