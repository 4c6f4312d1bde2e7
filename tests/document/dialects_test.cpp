#include "document/markdown/dialects.h"
#include "document/dialect_test_support.h"
#include "document/markdown/attribute_lists.h"
#include "document/markdown/emoji_codes.h"
#include "document/markdown/github.h"
#include "document/markdown/hugo.h"
#include "document/markdown/liquid.h"
#include "document/markdown/mkdocs.h"

namespace aloud {
namespace {

using test::DialectCase;
using test::rewritten_by;

std::string name_of(const testing::TestParamInfo<DialectCase>& one) { return one.param.name; }

class Hugo : public testing::TestWithParam<DialectCase> {};
TEST_P(Hugo, Leaves) { EXPECT_EQ(rewritten_by(rewrite_hugo, GetParam().text), GetParam().left); }

const DialectCase kHugo[] = {
    {"SilentTag", "a {{< youtube abc >}} b", "a b"},
    {"TagOnItsLine", "{{< toc >}}\n\na", "\n\na"},
    {"Figure", "{{< figure src=\"/i.jpg\" alt=\"A row\" >}}", "![A row](</i.jpg>)"},
    {"FigureWithCaption", "{{< figure src=\"i.jpg\" title=\"Spring\" caption=\"By *Ann*\" alt=\"A row\" >}}",
     "Spring. By *Ann*. ![A row](<i.jpg>)"},
    {"FigureWithCaptionAlone", "a {{< figure src=\"i.jpg\" caption=\"Ann.\" >}} b", "a ![Ann.](<i.jpg>) b"},
    {"FigureWithoutWords", "{{< figure src=\"i.jpg\" >}}", "![](<i.jpg>)"},
    {"FigureOverLines", "{{< figure\n  src=\"i.jpg\"\n  alt=\"A row\"\n>}}\n", "![A row](<i.jpg>)\n"},
    {"UnbalancedDescription", "{{< figure src=\"i.jpg\" alt=\"a ] b\" >}}", "a ] b."},
    {"Notice", "a\n{{% notice warning %}}\nb\n{{% /notice %}}\nc", "a\n\n‹admonition:warning=warning›\n\nb\n\nc"},
    {"NoticeWithTitle", "{{% notice tip \"Look out\" %}}\nb\n{{% /notice %}}", "‹admonition=Look out›\n\nb\n"},
    {"NoteInline", "{{< note >}}a{{< /note >}}", "‹admonition:note=note›. a"},
    {"Alert", "{{% alert title=\"Mind `x`\" color=\"warning\" %}}\nb\n{{% /alert %}}", "⟨Mind `x`⟩\n\nb\n"},
    {"Callout", "{{< callout type=\"info\" >}}\nb\n{{< /callout >}}", "‹admonition:info=info›\n\nb\n"},
    {"SizeIsNoCaption", "a {{< imgproc valve Fill \"600x300\" >}} b", "a ![](#) b"},
    {"SizeOfAnImage", "a {{< image \"x.png\" \"50%\" \"120px center\" \"2 birds\" >}} b", "a ![2 birds](#) b"},
    {"WordsThatBeginWithASize", "a {{< details \"3x3 cubes\" >}} b", "a ‹admonition=3x3 cubes›.  b"},
    {"NestedTabs", "{{< tabs >}}\n{{% tab \"Linux\" %}}\na\n{{% /tab %}}\n{{< /tabs >}}", "\n\nLinux\n\na\n\n"},
    {"IndentedBody", "{{< tabs >}}\n    {{< tab \"A\" >}}\n        a\n    {{< /tab >}}\n{{< /tabs >}}", "\n\nA\n\na\n\n"},
    {"SelfClosed", "a {{< icon name=\"x\" />}} b", "a b"},
    {"TextAttribute", "a {{< term id=\"p\" text=\"press\" >}} b", "a press b"},
    {"SwitchIsNoText", "a {{< tabpane text=\"true\" >}} b", "a b"},
    {"Escaped", "a {{</* toc */>}} b {{%/* x */%}}", "a b "},
    {"InDestination", "[a]({{< ref \"oil.md\" >}}#b) c", "[a](##b) c"},
    {"DefinitionsDestination", "[a]: {{< ref \"oil.md\" >}}", "[a]: #"},
    {"InAttribute", "<a href=\"{{< ref \"oil.md\" >}}\">b</a>", "<a href=\"\">b</a>"},
    {"Highlight", "{{< highlight go \"linenos=table\" >}}\nx := `1`\n{{< /highlight >}}", "```go\nx := `1`\n```"},
    {"HighlightWithFence", "{{< highlight md >}}\n```\n{{< /highlight >}}", "````md\n```\n````"},
    {"HighlightInline", "a {{< code >}}x{{< /code >}} b", "a `x` b"},
    {"Formula", "a {{< katex >}}x^2{{< /katex >}} b", "a $x^2$ b"},
    {"Comment", "a {{% comment %}}b{{% /comment %}} c", "a  c"},
    {"CodeIsLeft", "a `{{< toc >}}` b\n\n```\n{{< toc >}}\n```", "a `{{< toc >}}` b\n\n```\n{{< toc >}}\n```"},
    {"NotClosed", "a {{< b c", "a {{< b c"},
    {"OtherTemplatesAreLeft", "a {{ b }} {% c %}", "a {{ b }} {% c %}"},
    {"SeveralTexts", "{{< card header=\"**A**\" link=\"/b\" title=\"C\" >}}", "**A**. C"},
    {"BulletsColumn", "-   {{< icon \"x\" >}} a\n\n    b", "-   a\n\n    b"},
    {"QuotedEnd", "a {{< x text=\"b >}} c\" >}} d", "a b >}} c d"},
};
INSTANTIATE_TEST_SUITE_P(Cases, Hugo, testing::ValuesIn(kHugo), name_of);

class Liquid : public testing::TestWithParam<DialectCase> {};
TEST_P(Liquid, Leaves) { EXPECT_EQ(rewritten_by(rewrite_liquid, GetParam().text), GetParam().left); }

const DialectCase kLiquid[] = {
    {"Output", "a {{ page.title | upcase }} b {{{ raw }}}.", "a b ."},
    {"Include", "a\n\n{% include nav.html %}\n\nb", "a\n\n\n\nb"},
    {"If", "a {% if x %}b{% else %}c{% endif %} d", "a bc d"},
    {"Raw", "a {% raw %}{{ b }} {% c %}{% endraw %} d", "a {{ b }} {% c %} d"},
    {"RawThatNeverEnds", "a {% raw %}{{ b }}", "a "},
    {"Comment", "a {% comment %}b {{ c }}{% endcomment %} d", "a  d"},
    {"NunjucksComment", "a {# b #} c {#id}", "a c {#id}"},
    {"HandlebarsComment", "a {{!-- b }} --}} c {{! d }} e", "a c e"},
    {"Handlebars", "{{#if a}}b{{else}}c{{/if}} {{> partial}}", "bc "},
    {"Highlight", "{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\n", "```ruby\nputs 1\n```\n"},
    {"HighlightOnOneLine", "{% highlight js %}x{% endhighlight %}", "```js\nx\n```"},
    {"LinkDestination", "[a]({{ site.baseurl }}{% link x.md %}) b", "[a](#) b"},
    {"PartOfDestination", "[a]({{ site.url }}/b \"c\") ![d](/i/{{ e }}.png)", "[a](#/b \"c\") ![d](/i/#.png)"},
    {"TrimmingTags", "a {%- if b -%} c {{- d -}} e", "a c e"},
    {"TableRows", "|a|\n|-|\n{% for x in y %}\n|{{ x }}|\n{% endfor %}\n|b|", "|a|\n|-|\n||\n|b|"},
    {"IncludeWithCaption", "{% include figure.html src=\"i.png\" caption=\"A *row*\" %}", "![A *row*](<i.png>)"},
    {"HexoPostLink", "{% post_link night \"The night\" %} and {% post_link night %}.", "The night and ."},
    {"HexoLink", "{% link \"the shop\" https://x.example %}, {% link Our shop /x %}, {% link _posts/a.md %}",
     "the shop, Our shop, "},
    {"HexoQuote", "{% blockquote Ilva Torne, The Keeper https://x.example %}\na\n{% endblockquote %}",
     "Ilva Torne, The Keeper\n\na\n"},
    {"HexoTabs", "{% tabs f %}\n<!-- tab Oil@can -->\na\n<!-- endtab -->\n{% endtabs %}\n<!-- tab Oil -->",
     "\n\nOil\n\na\n<!-- endtab -->\n<!-- tab Oil -->"},
    {"Note", "{% note warning %}\na\n{% endnote %}", "‹admonition:warning=warning›\n\na\n"},
    {"NoteOfTheTheme", "{% tip %}\na\n{% endtip %}", "‹admonition:tip=tip›\n\na\n"},
    {"Callout", "{% callout \"Slow down\", \"warning\" %}\na\n{% endcallout %}", "‹admonition=Slow down›\n\na\n"},
    {"TabsOfGitBook", "{% tabs %}\n{% tab title=\"Linux\" %}\na\n{% endtab %}\n{% endtabs %}", "\n\nLinux\n\na\n\n"},
    {"CodeOfGitBook", "{% code title=\"a b\" %}\n```js\nx\n```\n{% endcode %}", "\n```js\nx\n```\n"},
    {"Markdoc", "{% callout type=\"warning\" %}\na\n{% /callout %}", "‹admonition:warning=warning›\n\na\n"},
    {"ImageByWords", "{% image \"./kiln.jpg\", \"The kiln\" %}", "![The kiln](#)"},
    {"StyleBody", "a {% style %}b{% endstyle %} c", "a  c"},
    {"TexIsLeft", "$x^{{2}} \\frac{{a}}{{b}} \\bar{{c}}$", "$x^{{2}} \\frac{{a}}{{b}} \\bar{{c}}$"},
    {"EscapedIsLeft", "a \\{{ b }}", "a \\{{ b }}"},
    {"EmptyIsLeft", "a {{}} b {{ }}", "a {{}} b {{ }}"},
    {"CodeIsLeft", "`{{ a }}` and `{% b %}`\n\n    {{ c }}\n", "`{{ a }}` and `{% b %}`\n\n    {{ c }}\n"},
    {"Secret", "a ${{ secrets.X }} b", "a b"},
    {"TwoParagraphs", "a {{ b\n\nc }} d", "a {{ b\n\nc }} d"},
};
INSTANTIATE_TEST_SUITE_P(Cases, Liquid, testing::ValuesIn(kLiquid), name_of);

class AttributeLists : public testing::TestWithParam<DialectCase> {};
TEST_P(AttributeLists, Leave) { EXPECT_EQ(rewritten_by(rewrite_attribute_lists, GetParam().text), GetParam().left); }

const DialectCase kAttributeLists[] = {
    {"Heading", "## A {#a .wide}\n\nb", "## A \n\nb"},
    {"HeadingWithoutNumber", "# A {-}", "# A "},
    {"Block", "a\n{: .note #b}\n\nc", "a\n\n\nc"},
    {"BlockByName", "a\n{:toc-like}", "a\n"},
    {"BeforeHeading", "{:.no_toc}\n## A", "\n## A"},
    {"Contents", "* TOC\n{:toc}\n\na", "\n\n\na"},
    {"ContentsNumbered", "1. will be replaced\n{:toc}", "\n"},
    {"ContentsWithMore", "- TOC\n{: toc .wide}", "\n"},
    {"Span", "*a*{: .b} [c](d){: e=\"f g\"} `h`{:.ruby}", "*a* [c](d) `h`"},
    {"SpanOfMkdocs", "[a](b){ .md-button } c", "[a](b) c"},
    {"Image", "![a](b){ width=\"300\" }{ loading=lazy }", "![a](b)"},
    {"Comment", "a {::comment}b{:/comment} c", "a  c"},
    {"CommentOverLines", "{::comment}\nb\n{:/}\nc", "\nc"},
    {"Options", "{::options toc_levels=\"1..2\" /}\na", "\na"},
    {"NoMarkdown", "{::nomarkdown}<b>a</b>{:/}", "<b>a</b>"},
    {"ListItem", "* {:.b} a", "* a"},
    {"Annotate", "a (1)\n{ .annotate }", "a (1)\n"},
    {"ElixirIsLeft", "it returns {:ok, value} or {:error}", "it returns {:ok, value} or {:error}"},
    {"BracesAreLeft", "the set {a, b}, {x} and f{y}, {a=b} c", "the set {a, b}, {x} and f{y}, {a=b} c"},
    {"TexIsLeft", "$x_{1}$ and $\\{.a\\}$", "$x_{1}$ and $\\{.a\\}$"},
    {"CodeIsLeft", "`{#a}`\n\n```\n{: .b}\n```", "`{#a}`\n\n```\n{: .b}\n```"},
};
INSTANTIATE_TEST_SUITE_P(Cases, AttributeLists, testing::ValuesIn(kAttributeLists), name_of);

class IndentedBlocks : public testing::TestWithParam<DialectCase> {};
TEST_P(IndentedBlocks, Leave) { EXPECT_EQ(rewritten_by(rewrite_indented_blocks, GetParam().text), GetParam().left); }

const DialectCase kIndentedBlocks[] = {
    {"Admonition", "!!! note\n\n    a\n\n    b\n\nc", "‹admonition:note=note›\n\na\n\nb\n\nc"},
    {"WithTitle", "!!! note \"Mind this\"\n    a\nb", "‹admonition=Mind this›\n\na\nb"},
    {"WithMarkedTitle", "!!! note \"Mind `this`\"\n    a", "⟨Mind `this`⟩\n\na"},
    {"WithoutTitle", "!!! note \"\"\n    a", "\na"},
    {"WithClasses", "!!! tip inline end \"T\"\n    a", "‹admonition=T›\n\na"},
    {"BehindText", "x\n!!! note\n    a", "x\n\n‹admonition:note=note›\n\na"},
    {"Collapsed", "??? question\n\n    a", "‹admonition:question=question›\n\na"},
    {"Expanded", "???+ bug \"B\"\n\n    a", "‹admonition=B›\n\na"},
    {"Tabs", "=== \"C\"\n\n    ``` c\n    x\n    ```\n\n=== \"D\"\n\n    d",
     "‹admonition=C›\n\n``` c\nx\n```\n\n‹admonition=D›\n\nd"},
    {"OuterOneFirst", "!!! note\n\n    !!! tip\n\n        a", "‹admonition:note=note›\n\n!!! tip\n\n    a"},
    {"InList", "- a\n\n    !!! note\n\n        b", "- a\n\n    ‹admonition:note=note›\n\n    b"},
    {"InQuote", "> !!! note\n>     a\n\nb", "> ‹admonition:note=note›\n> \n> a\n\nb"},
    {"WithTabulator", "!!! note\n\ta", "‹admonition:note=note›\n\na"},
    {"ExclamationIsLeft", "!!! wow\n\nb", "!!! wow\n\nb"},
    {"UnderlineIsLeft", "a\n===\n\n    b", "a\n===\n\n    b"},
    {"CodeIsLeft", "```\n!!! note\n    a\n```", "```\n!!! note\n    a\n```"},
};
INSTANTIATE_TEST_SUITE_P(Cases, IndentedBlocks, testing::ValuesIn(kIndentedBlocks), name_of);

class Mkdocs : public testing::TestWithParam<DialectCase> {};
TEST_P(Mkdocs, Leaves) { EXPECT_EQ(rewritten_by(rewrite_mkdocs, GetParam().text), GetParam().left); }

const DialectCase kMkdocs[] = {
    {"Keys", "press ++ctrl+alt+del++ or ++f5++, ++q++", "press ‹Control Alt Delete› or ‹F5›, ‹Q›"},
    {"NamedKey", "++cmd+\"Fire!\"++", "‹Command Fire!›"},
    {"NoKeys", "C++ and C++, i++ + ++j, a++b++, ++maybe++", "C++ and C++, i++ + ++j, a++b++, ++maybe++"},
    {"Icons", "a :material-home: b :octicons-mark-github-16:{ .lg .x } c", "a b c"},
    {"NoIcons", "a :ratio: 3:2:1 std::material-x: 10:30", "a :ratio: 3:2:1 std::material-x: 10:30"},
    {"Abbreviations", "a\n\n*[HTML]: Hypertext Markup Language\n*[W3C]: x", "a\n\n\n"},
    {"NoAbbreviation", "*[a](b)* c", "*[a](b)* c"},
    {"Snippet", "a\n\n--8<-- \"x.md\"\n\nb", "a\n\n\n\nb"},
    {"Snippets", "--8<--\nx.md\ny.md\n--8<--\nb", "\n\n\n\nb"},
    {"MarkdownInHtml", "<div class=\"grid cards\" markdown>\n- a\n</div>",
     "<div class=\"grid cards\" markdown>\n\n- a\n</div>"},
    {"MarkdownInHtmlByNumber", "<div markdown=\"1\">\n*a*\n</div>", "<div markdown=\"1\">\n\n*a*\n</div>"},
    {"MarkdownOnTheSameLine", "<div markdown=\"1\">*a*</div>", "<div markdown=\"1\">\n\n*a*</div>"},
    {"MarkdownBesideSummary", "<details markdown><summary>a</summary>\n", "<details markdown>\n\n<summary>a</summary>\n"},
    {"PlainHtml", "<div class=\"markdown\">\n*a*\n</div>", "<div class=\"markdown\">\n*a*\n</div>"},
    {"CodeIsLeft", "`++a++ :material-x:`\n\n```\n--8<-- \"a\"\n*[A]: b\n```",
     "`++a++ :material-x:`\n\n```\n--8<-- \"a\"\n*[A]: b\n```"},
};
INSTANTIATE_TEST_SUITE_P(Cases, Mkdocs, testing::ValuesIn(kMkdocs), name_of);

class GithubAlerts : public testing::TestWithParam<DialectCase> {};
TEST_P(GithubAlerts, Leave) { EXPECT_EQ(rewritten_by(rewrite_github_alerts, GetParam().text), GetParam().left); }

const DialectCase kGithubAlerts[] = {
    {"Note", "> [!NOTE]\n> a", "> ‹admonition:NOTE=NOTE›\n> \n> a"},
    {"Parted", "> [!tip]\n>\n> a", "> ‹admonition:tip=tip›\n>\n> a"},
    {"AnyKind", "> [!recipe]\n> a", "> ‹admonition:recipe=recipe›\n> \n> a"},
    {"NoKind", "> [!]\n> [!a b]\n> [!a]b\n", "> [!]\n> [!a b]\n> [!a]b\n"},
    {"NoQuote", "[!NOTE]\na", "[!NOTE]\na"},
    {"Titled", "> [!NOTE] Title\n> a", "> ‹admonition=Title›\n> \n> a"},
    {"Folded", "> [!tip|wide]- Title\n> a", "> ‹admonition=Title›\n> \n> a"},
    {"Code", "```\n> [!NOTE]\n```", "```\n> [!NOTE]\n```"},
};
INSTANTIATE_TEST_SUITE_P(Cases, GithubAlerts, testing::ValuesIn(kGithubAlerts), name_of);

class EmojiCodes : public testing::TestWithParam<DialectCase> {};
TEST_P(EmojiCodes, Leave) { EXPECT_EQ(rewritten_by(rewrite_emoji_codes, GetParam().text), GetParam().left); }

const DialectCase kEmojiCodes[] = {
    {"Known", "a :tada: b :+1: c :100:.", "a 🎉 b 👍 c 💯."},
    {"InARow", ":tada::rocket: :bug:", "🎉🚀 🐛"},
    {"ByUnicodeName", ":dog_face: :party_popper:", "🐶 🎉"},
    {"BesideOtherScripts", "好:tada:好", "好🎉好"},
    {"PicturesOfGithub", "by :octocat:", "by octocat"},
    {"UnknownIsLeft", "a :ratio: :tadaa: b", "a :ratio: :tadaa: b"},
    {"TimesAndRatiosAreLeft", "3:2:1, 10:100:15, 12:30: and 1:100:2", "3:2:1, 10:100:15, 12:30: and 1:100:2"},
    {"NamesOfCppAreLeft", "std::tada::x a:tada:b ::tada::", "std::tada::x a:tada:b ::tada::"},
    {"AddressesAreLeft", "http://a/:tada:/b", "http://a/:tada:/b"},
    {"CodeIsLeft", "`:tada:`\n\n    :tada:\n\n```\n:tada:\n```", "`:tada:`\n\n    :tada:\n\n```\n:tada:\n```"},
};
INSTANTIATE_TEST_SUITE_P(Cases, EmojiCodes, testing::ValuesIn(kEmojiCodes), name_of);

TEST(Dialects, AreKnownByTheirNames) {
  EXPECT_EQ(dialects_of("auto"), DialectSet::all());
  EXPECT_EQ(dialects_of("commonmark"), DialectSet::none());
  const auto two = dialects_of("Hugo,mkdocs");
  ASSERT_TRUE(two);
  EXPECT_TRUE(two->holds(Dialect::hugo) && two->holds(Dialect::mkdocs) && two->holds(Dialect::liquid));
  EXPECT_FALSE(dialects_of("kramdown")->holds(Dialect::hugo));
  for (const std::string& name : dialect_names()) EXPECT_TRUE(dialects_of(name)) << name;
}

TEST(Dialects, AreNotTakenForOthers) {
  for (const char* names : {"", "hugo,", "mkdoc", "hugo mkdocs"}) EXPECT_FALSE(dialects_of(names)) << names;
  std::string unknown;
  EXPECT_FALSE(dialects_of("hugo,mkdoc", &unknown));
  EXPECT_EQ(unknown, "mkdoc");
}

TEST(Dialects, AreLookedForWhereTheyAreNamedAlone) {
  const auto left = [](DialectSet dialects) {
    const std::string text = "a {{ b }} :tada: {{< c >}}";
    RewrittenMarkdown rewritten(text, 0);
    rewrite_dialects(rewritten, dialects);
    return rewritten.text();
  };
  EXPECT_EQ(left(DialectSet::all()), "a 🎉 ");
  EXPECT_EQ(left(DialectSet::none()), "a {{ b }} :tada: {{< c >}}");
  EXPECT_EQ(left(*dialects_of("github")), "a {{ b }} 🎉 {{< c >}}");
  EXPECT_EQ(left(*dialects_of("liquid")), "a :tada: {{< c >}}");
}

}  // namespace
}  // namespace aloud
