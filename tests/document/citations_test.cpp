#include "document/markdown/citations.h"

#include <gtest/gtest.h>

#include "document/dialect_test_support.h"

namespace aloud {
namespace {

using test::RewritingCase;

constexpr RewritingCase kCases[] = {
    // Pandoc.
    {"It rains [@smith04, p. 3].", "It rains ‹citation=Smith 04, p. 3›."},
    {"It rains [see @a_b; -@{doe 1}].", "It rains ‹citation=see A b; Doe 1›."},
    {"As @smith04 says [@doe], me@x.org.", "As ‹Smith 04› says ‹citation=Doe›, me@x.org."},
    {"As @smith04 says.", "As @smith04 says."},
    {"See @fig-heap.", "See ‹Figure heap›."},
    {"[@ann](https://example.org) `[@ann]`", "[@ann](https://example.org) `[@ann]`"},
    // Encyclopedias.
    {"Trees grow.[12] They do[3][4].", "Trees grow.‹citation=[12]› They do‹citation=[3]›‹citation=[4]›."},
    {"Trees grow [12].", "Trees grow ‹citation=[12]›."},
    {"Trees grow [1, 3–5].", "Trees grow ‹citation=[1, 3–5]›."},
    {"Trees grow.\\[12\\]", "Trees grow.‹citation=[12]›"},
    {"Trees grow.[\\[12\\]](#cite_note-12) So.", "Trees grow.‹citation=[12]› So."},
    {"They grow.[citation needed] So.[note 2]", "They grow.‹citation=[citation needed]› So.‹citation=[note 2]›"},
    {"They grow.\n[7] So.[8]", "They grow.\n‹citation=[7]› So.‹citation=[8]›"},
    {"Trees grow.¹² They do.² In 1.² m² x.²a", "Trees grow.‹citation=¹²› They do.‹citation=²› In 1.² m² x.²a"},
    // What is none.
    {"From 1514.[4]: 12–14  In 1812.", "From 1514.‹citation=[4]: 12–14›  In 1812."},
    {"From 1514.[4]:\u00A03, 7 In 1812.", "From 1514.‹citation=[4]:\u00A03, 7› In 1812."},
    {"See the lists.[4]: 12 people came.", "See the lists.[4]: 12 people came."},
    {"array[3] and x[1]", "array[3] and x[1]"},
    {"Trees grow.[12] So array[3] and x[1] and grown[4].",
     "Trees grow.‹citation=[12]› So array[3] and x[1] and grown‹citation=[4]›."},
    {"As shown in [3].", "As shown in [3]."},
    {"Press [1] to row.", "Press [1] to row."},
    {"Grow.[0] Grow.[2024] Grow.[x]", "Grow.[0] Grow.[2024] Grow.[x]"},
    {"Grow.[1] Grow.[2](u)\n\n[1]: https://example.org", "Grow.[1] Grow.[2](u)\n\n[1]: https://example.org"},
    {"`Grow.[1]` ![1] [1][x]", "`Grow.[1]` ![1] [1][x]"},
};

TEST(Citations, BecomeAtoms) {
  for (const RewritingCase& one : kCases)
    EXPECT_EQ(test::rewritten_by(rewrite_citations, one.markdown), one.rewritten) << one.markdown;
}

}  // namespace
}  // namespace aloud
