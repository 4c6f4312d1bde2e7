// Mixtures of what dialects add to Markdown: all that is prose is in a block, nothing of the markup is, and every byte is
// accounted for, whatever stands beside what.
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "document/document_checks.h"

namespace aloud {
namespace {

// "@" becomes a word that is to be read, "~" one that is not.
const std::vector<std::string> kInline{
    "@",
    "*@*",
    "[@](/~)",
    "`~`",
    "{{ ~ }}",
    "{{{ ~ }}}",
    "{% if ~ %}@{% else %}@{% endif %}",
    "{% comment %}~ {{ ~ }}{% endcomment %}",
    "{# ~ #}",
    "{{!-- ~ --}}",
    "{{#if ~}}@{{/if}}",
    "[@]({{ ~ }}{% link ~ %})",
    "{{< ~ a=\"~\" >}}",
    "{{< ~ text=\"@\" >}}",
    "{{< ref \"~\" >}}",
    "{{%/* ~ */%}}",
    "{{< badge >}}@{{< /badge >}}",
    "{{< figure src=\"~.png\" alt=\"@\" caption=\"@ *@*\" >}}",
    "*@*{: .~ }",
    "[@](~){ .~ #~ }",
    "{::comment}~{:/comment}",
    ":material-~:",
    ":octicons-~-16:{ .~ }",
    "++ctrl+\"@\"++",
    ":tada:",
    "@.",
    "![@](~){ width=\"3\" }",
};
const std::vector<std::string> kBlocks{
    "## @ {#~ .~}",
    "!!! note \"@\"\n\n    @ @\n\n    - @",
    "!!! tip\n    @",
    "??? bug\n    @\n\n    !!! note\n        @",
    "=== \"@\"\n\n    @",
    "> [!NOTE]\n> @",
    "> !!! info\n>     @",
    "{{% notice info %}}\n@\n\n@\n{{% /notice %}}",
    "{{< tabs >}}\n    {{< tab \"@\" >}}\n        @\n    {{< /tab >}}\n{{< /tabs >}}",
    "{{< figure\n  src=\"~\"\n  caption=\"@\"\n>}}",
    "{% note warning %}\n@\n{% endnote %}",
    "{% include ~.html %}",
    "{% raw %}\n@\n{% endraw %}",
    "{% highlight js %}\n~\n{% endhighlight %}",
    "{{< highlight go >}}\n~\n{{< /highlight >}}",
    "* ~\n{:toc}",
    "@\n{: .~ #~}",
    "{:.~}\n@",
    "{::options ~=\"~\" /}",
    "--8<-- \"~\"",
    "*[~]: ~",
    "<div class=\"~\" markdown>\n- *@*\n</div>",
    "| @ | @ |\n|---|---|\n| {{ ~ }} | @ |\n{: .~}",
    "1. @\n\n    !!! note\n\n        @",
    "```\n~ {{ ~ }}\n```",
};

struct Mixture {
  std::string text;
  std::vector<std::string> said;
};

class Mixer {
 public:
  explicit Mixer(unsigned seed) : random_(seed) {}

  Mixture mix() {
    Mixture mixture;
    for (std::size_t block = 0; block < 1 + random_() % 6; ++block) {
      if (random_() % 2 == 0) {
        add(kBlocks[random_() % kBlocks.size()], mixture);
      } else {
        for (std::size_t i = 0; i < 1 + random_() % 6; ++i) {
          add(kInline[random_() % kInline.size()], mixture);
          mixture.text += random_() % 5 == 0 ? "\n" : " ";
        }
      }
      mixture.text += "\n\n";
    }
    return mixture;
  }

 private:
  void add(const std::string& pattern, Mixture& mixture) {
    for (const char c : pattern) {
      if (c == '@') {
        mixture.said.push_back("said" + std::to_string(++words_) + "x");
        mixture.text += mixture.said.back();
      } else if (c == '~') {
        mixture.text += "hush" + std::to_string(++words_);
      } else {
        mixture.text += c;
      }
    }
  }

  std::mt19937 random_;
  std::size_t words_ = 0;
};

std::string prose_of(const Document& document) {
  std::string prose;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::code) continue;
    std::vector<RichText> texts = block.cells;
    texts.push_back(block.content);
    for (const RichText& text : texts) {
      std::size_t at = 0;
      for (const Span& span : text.spans) {  // code is not prose
        if (span.kind != SpanKind::code) continue;
        prose += text.text.text().substr(at, span.text.begin - at);
        at = span.text.end;
      }
      prose += text.text.text().substr(at) + "\n";
    }
  }
  return prose;
}

TEST(DialectProperty, ReadsAllProseOfMixturesAndNoMarkup) {
  Mixer mixer(3);
  for (int round = 0; round < 4000; ++round) {
    const Mixture mixture = mixer.mix();
    const Document document = read_text(mixture.text, DocumentFormat::markdown);
    ASSERT_EQ(violation(document), "") << mixture.text;
    const std::string prose = prose_of(document);
    for (const std::string& word : mixture.said)
      ASSERT_NE(prose.find(word), std::string::npos) << word << " of\n" << mixture.text;
    ASSERT_EQ(prose.find("hush"), std::string::npos) << prose << "of\n" << mixture.text;
    ASSERT_EQ(prose.find_first_of("{}%#+*`<>[]|"), std::string::npos) << prose << "of\n" << mixture.text;
  }
}

const std::vector<std::string> kPieces{"{{",
                                       "}}",
                                       "{{<",
                                       ">}}",
                                       "{{%",
                                       "%}}",
                                       "{%",
                                       "%}",
                                       "{#",
                                       "#}",
                                       "{{!--",
                                       "--}}",
                                       "{{/*",
                                       "*/}}",
                                       "{",
                                       "}",
                                       ":",
                                       "{:",
                                       "{::comment}",
                                       "{:/}",
                                       ".a",
                                       "#b",
                                       "c=\"",
                                       "\"",
                                       "`",
                                       "```",
                                       "\n",
                                       "\n\n",
                                       "    ",
                                       "!!! note",
                                       "??? x \"t\"",
                                       "=== \"t\"",
                                       "> ",
                                       "[!NOTE]",
                                       "- ",
                                       "a",
                                       " ",
                                       "++ctrl+",
                                       "++",
                                       ":tada:",
                                       ":material-a:",
                                       "--8<--",
                                       "*[A]: b",
                                       "<div markdown>",
                                       "raw",
                                       "endraw",
                                       " note ",
                                       "/note",
                                       "](",
                                       "[a]",
                                       ")",
                                       "\t",
                                       "é",
                                       "\r\n",
                                       "|",
                                       "{{< figure alt=\"",
                                       "{% highlight a %}",
                                       "{% endhighlight %}",
                                       "{{< katex >}}",
                                       "{{< /katex >}}"};

TEST(DialectProperty, AccountsForEveryByteOfSoup) {
  std::mt19937 random(5);
  for (int round = 0; round < 8000; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 1 + random() % 20; ++i) text += kPieces[random() % kPieces.size()];
    ASSERT_EQ(violation(read_text(text, DocumentFormat::markdown)), "") << testing::PrintToString(text);
  }
}

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// Quadratic work on these takes minutes.
TEST(DialectProperty, TakesNoLongTimeForAnything) {
  constexpr std::size_t kBytes = 300'000;
  for (const char* piece : {"{{",
                            "{{<",
                            "{{< a ",
                            "{{< a >}}",
                            "{{< /a >}}",
                            "{{<\"",
                            "{{ a",
                            "{%",
                            "{% a ",
                            "{% raw %}",
                            "{% note %}\n",
                            "{#  ",
                            "{: a",
                            "{:.a}",
                            "{.a ",
                            "{::comment}",
                            "!!! a\n",
                            "!!! a \"b\"\n",
                            "!!! a\n    b\n",
                            ":a",
                            ":tada:",
                            ":material-a",
                            "++a+",
                            "++\"",
                            "*[",
                            "--8<--\n",
                            "> [!NOTE]\n",
                            "[a]({{ b }}",
                            "{{!--",
                            "{{< figure alt=\"a\" ",
                            "<div markdown>\n",
                            "{{ a\n"}) {
    const auto begin = std::chrono::steady_clock::now();
    const Document document = read_text(repeated(piece, kBytes), DocumentFormat::markdown);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << piece;
    EXPECT_EQ(document.source.text().size(), repeated(piece, kBytes).size());
  }
}

}  // namespace
}  // namespace aloud
