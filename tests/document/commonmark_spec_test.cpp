// Reads every example of the CommonMark specification (npm: commonmark-spec), and asks whether what aloud reads is what a
// browser shows of the HTML beside it. What GitHub adds is judged by cmark-gfm's own HTML writer, over the same examples and
// over more.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "document/document_checks.h"
#include "document/html_words.h"

namespace aloud {
namespace {

struct Example {
  int number = 0;
  std::string markdown, html;
};

std::string with_tabs(std::string text) {
  constexpr std::string_view kArrow = "→";  // as the specification shows a tab
  for (std::size_t at = text.find(kArrow); at != std::string::npos; at = text.find(kArrow, at)) {
    text.replace(at, kArrow.size(), "\t");
  }
  return text;
}

// Between fences of 32 backticks: Markdown, a line with a full stop, HTML.
std::vector<Example> examples_in(std::istream& specification) {
  const std::string fence(32, '`');
  std::vector<Example> examples;
  std::string* into = nullptr;
  for (std::string line; std::getline(specification, line);) {
    if (line == fence + " example") {
      into = &examples.emplace_back(Example{static_cast<int>(examples.size()) + 1, {}, {}}).markdown;
    } else if (line == fence) {
      into = nullptr;
    } else if (into != nullptr && line == "." && into == &examples.back().markdown) {
      into = &examples.back().html;
    } else if (into != nullptr) {
      *into += with_tabs(line) + "\n";
    }
  }
  return examples;
}

std::vector<Example> specification() {
  std::ifstream file(std::string(ALOUD_NODE_MODULES) + "/commonmark-spec/spec.txt");
  return file ? examples_in(file) : std::vector<Example>{};
}

// What aloud makes of it, in reading order. Behind a paragraph, so that nothing in it is taken for front matter or a title that
// stands again.
std::string read_words(std::string_view markdown) {
  const std::string before = "Begin.";
  const Document document = read_text(before + "\n\n" + std::string(markdown), DocumentFormat::markdown);
  EXPECT_EQ(violation(document), "") << markdown;
  std::string text;
  for (const Block& block : document.blocks) {
    text += block.content.text.text() + "\n";
    for (const RichText& cell : block.cells) text += cell.text.text() + "\n";
  }
  return joined_words(text.substr(before.size()));
}

std::string html_of_cmark(std::string_view markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  constexpr int kOptions = CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE;
  cmark_parser* parser = cmark_parser_new(kOptions);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  cmark_node* root = cmark_parser_finish(parser);
  char* rendered = cmark_render_html(root, kOptions, cmark_parser_get_syntax_extensions(parser));
  std::string html = rendered;
  cmark_get_default_mem_allocator()->free(rendered);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return html;
}

// Examples that are read otherwise, by what stands in them, and why.
struct Otherwise {
  const char* part;
  const char* reason;
};

bool holds_any(const Example& example, const std::vector<Otherwise>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const Otherwise& one) { return example.markdown.find(one.part) != std::string::npos; });
}

const std::vector<Otherwise>& otherwise_than_commonmark() {
  static const std::vector<Otherwise> parts = {
      {"<textarea>\n\n*foo*",
       "a block of its own kind since 0.30; cmark-gfm (0.29) reads Markdown there, and so less markup is heard"},
      {"\\[\\\\\\]", "TeX's brackets of a formula, which CommonMark takes for escaped brackets"},
      {"<Warning>\n*bar*", "a component of MDX, whose title and body are said"},
      {"*£*bravo", "currency signs are punctuation since 0.31; before, this is emphasis, and no asterisk is heard"},
  };
  return parts;
}

const std::vector<Otherwise>& otherwise_than_github() {
  static const std::vector<Otherwise> parts = {
      {"\\[\\\\\\]", "TeX's brackets of a formula, which CommonMark takes for escaped brackets"},
      {"&#87654321;", "as CommonMark has it since 0.29's successors: too many digits for a reference"},
      {"<!-- this is a --", "as CommonMark has it since 0.31: a comment"},
      {"<Warning>\n*bar*", "a component of MDX, whose title and body are said"},
      {"foo <!--> foo", "as CommonMark has it since 0.31: a comment"},
  };
  return parts;
}

TEST(CommonMarkSpecification, IsReadAsItsHtmlReads) {
  const std::vector<Example> examples = specification();
  if (examples.empty()) GTEST_SKIP() << "commonmark-spec is missing (npm install in tests/)";
  ASSERT_GT(examples.size(), 640U);
  std::size_t otherwise = 0;
  for (const Example& example : examples) {
    if (holds_any(example, otherwise_than_commonmark())) {
      ++otherwise;
      continue;
    }
    EXPECT_EQ(read_words(example.markdown), words_of_html(example.html)) << "example " << example.number << ":\n"
                                                                         << example.markdown;
  }
  EXPECT_EQ(otherwise, otherwise_than_commonmark().size());
}

TEST(CommonMarkSpecification, IsReadAsGitHubsHtmlReads) {
  const std::vector<Example> examples = specification();
  if (examples.empty()) GTEST_SKIP() << "commonmark-spec is missing (npm install in tests/)";
  std::size_t otherwise = 0;
  for (const Example& example : examples) {
    if (holds_any(example, otherwise_than_github())) {
      ++otherwise;
      continue;
    }
    EXPECT_EQ(read_words(example.markdown), words_of_html(html_of_cmark(example.markdown)))
        << "example " << example.number << ":\n"
        << example.markdown;
  }
  EXPECT_EQ(otherwise, otherwise_than_github().size());
}

// GitHub's extensions, which the specification of CommonMark has no examples for: tables, struck out text, tasks, addresses and
// footnotes, each with its borders.
TEST(GitHubExtensions, AreReadAsTheirHtmlReads) {
  const char* const texts[] = {
      "| boat | masts |\n| --- | --- |\n| sloop | one |\n| ketch | two |\n",
      "| a | right |\n:-: | -----------:\nb | c\n",
      "| a\\|b  |\n| ------ |\n| c `\\|` d |\n| e **\\|** f |\n",
      "| a | b |\n| --- | --- |\n| c | d |\n> quote\n",
      "| a | b |\n| --- | --- |\n| c | d |\ne\n\nf\n",
      "| a | b |\n| --- |\n| c |\n",
      "| a | b |\n| --- | --- |\n| c |\n",
      "| a | b |\n| --- | --- |\n",
      "Text before\n| a | b |\n| --- | --- |\n| *c* | `d` |\n",
      "- item\n\n  | a |\n  |---|\n  | b |\n",
      "> | a |\n> |---|\n> | b |\n",
      "~~Hi~~ Hello, ~there~ world!\n",
      "This ~~has a\n\nnew paragraph~~.\n",
      "This will ~~~not~~~ strike.\n",
      "- [ ] to do\n- [x] done\n",
      "- [x] outer\n  - [ ] inner\n  - [X] other\n- [ ] last\n",
      "1. [ ] ordered\n2. [x]not a task\n",
      "www.example.org and www.example.org/help for\n",
      "Visit www.example.org. Now www.example.org/a.b.\n",
      "www.example.org/search?q=Markup+(business) (www.example.org/search?q=(business))\n",
      "www.example.org/search?q=commonmark&hl=en www.example.org/search?q=commonmark&hl;\n",
      "www.example.org/he<lp\n",
      "http://example.org and (https://example.org/search?q=Markup+(business)) ftp://a.example\n",
      "anna@bar.example and hello@mail+xyz.example isn't; hello+xyz@mail.example is.\n",
      "a.b-c_d@a.b a.b-c_d@a.b. a.b-c_d@a.b- a.b-c_d@a.b_\n",
      "[a](b)c [d][e]\n\n[e]: f\n",
      "a\\\nb  \nc<br>d\n",
  };
  for (const char* text : texts) {
    EXPECT_EQ(read_words(text), words_of_html(html_of_cmark(text))) << text;
  }
}

}  // namespace
}  // namespace aloud
