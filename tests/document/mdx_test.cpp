#include "document/markdown/mdx.h"

#include <gtest/gtest.h>

#include "document/dialect_test_support.h"

namespace aloud {
namespace {

using test::RewritingCase;

constexpr RewritingCase kLines[] = {
    {"import Oar from './oar.mdx';\n\nText.\n", "\n\nText.\n"},
    {"import './oar.css'\nimport {\n  A,\n  B,\n} from \"boats\"\nText.\n", "\n\nText.\n"},
    {"export const depth = [\n  {m: 3},\n\n  {m: 4},\n];\nText.\n", "\nText.\n"},
    {"export default function Page({children}) {\n  return <div>{children}</div>;\n}\n\nText.\n", "\n\nText.\n"},
    // Prose.
    {"import the oars from England\n", "import the oars from England\n"},
    {"export of oars\n", "export of oars\n"},
    {"    import Oar from 'oar'\n", "    import Oar from 'oar'\n"},
    {"```js\nimport Oar from 'oar';\n```\n", "```js\nimport Oar from 'oar';\n```\n"},
    // Children stand at the margin, with what is further in still further in.
    {"<Steps label=\"a\">\n    Row.\n\n      - far\n\n    ```sh\n    row\n    ```\n</Steps>\n\n    code\n",
     "<Steps label=\"a\">\nRow.\n\n  - far\n\n```sh\nrow\n```\n</Steps>\n\n    code\n"},
    {"<p>\n    Row.\n</p>\n", "<p>\n    Row.\n</p>\n"},
};

TEST(MdxLines, LoseModulesAndTheIndentationOfChildren) {
  for (const RewritingCase& one : kLines)
    EXPECT_EQ(test::rewritten_by(rewrite_mdx_lines, one.markdown), one.rewritten) << one.markdown;
}

constexpr RewritingCase kTags[] = {
    // Evidence: {/* … */}, import, an attribute in braces.
    {"{/* a remark\nof two lines */}\n\nRow {depth} far.\n", "\n\nRow  far.\n"},
    {"{/* x */}\n\n{\"Row\"} and{' '}{'rest'} \\{here} `{there}`\n", "\n\nRow and rest \\{here} `{there}`\n"},
    {"<Tabs values={[{label: 'it\\'s'}]}>\n<TabItem value=\"a\" label=\"By sea\">\n\nRow.\n\n</TabItem>\n</Tabs>\n",
     "\n\n\nBy sea\n\n\n\nRow.\n\n\n\n"},
    {"<Card title=\"Fast &amp; safe\" />\n", "\n\nFast &amp; safe\n\n\n"},
    {"<Callout type=\"warning\">Mind it.</Callout>\n", "‹admonition:warning=warning›. Mind it.\n"},
    {"<Aside type=\"tip\" title=\"Oars\">\nx\n</Aside>\n", "‹admonition=Oars›\n\nx\n\n"},
    {"<Note>\nx\n</Note>\n<Img />\n", "‹admonition:Note=Note›\n\nx\n\n\n"},
    {"<Br />\n\n- <Card title=\"Fast\" /> boats\n", "\n\n- Fast.  boats\n"},
    {"<Grid cols={2}>\n<div>\n**Row**\n</div>\n<br/></Grid>\n", "\n\n**Row**\n\n<br/>\n"},
    {"<Grid cols={2}/>\nUse <Red>two</Red> and <></> now.\n", "\nUse two and  now.\n"},
    // Components without a module: braces are text.
    {"<Badge type=\"tip\" />\nThe set {1, 2} of List<Item>.\n", "\nThe set {1, 2} of List<Item>.\n"},
    // No MDX.
    {"The set {1, 2}, a <b>bold</b> a < b.\n", "The set {1, 2}, a <b>bold</b> a < b.\n"},
    {"<https://example.org>\n<Ann@example.org>\n<IMG SRC=\"x\">\n",
     "<https://example.org>\n<Ann@example.org>\n<IMG SRC=\"x\">\n"},
    {"`<Card title={x}>`\n", "`<Card title={x}>`\n"},
};

TEST(MdxTags, AreSilentButForTitles) {
  for (const RewritingCase& one : kTags)
    EXPECT_EQ(test::rewritten_by(rewrite_mdx_tags, one.markdown), one.rewritten) << one.markdown;
}

TEST(MdxTags, TakeATimeThatGrowsWithTheText) {
  std::string text = "{/* x */}\n";
  for (int i = 0; i < 200'000; ++i) text += "<A {[(";
  EXPECT_LE(rewrite_mdx_tags(MarkdownScan(text)).size(), 200'001U);
}

}  // namespace
}  // namespace aloud
