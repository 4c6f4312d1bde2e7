#include <gtest/gtest.h>

#include "document/document.h"
#include "document/pause_length.h"

namespace aloud {
namespace {

std::string read(const std::string& text, DocumentFormat format = DocumentFormat::markdown) {
  const Document document = read_document(SourceText::decode("a.md", text), format);
  std::string all;
  for (const Block& block : document.blocks) {
    if (!all.empty()) all += " | ";
    if (block.kind == BlockKind::thematic_break) all += '[' + std::to_string(block.pause_ms) + ']';
    if (!block.voice.empty()) all += block.voice + ':';
    all += block.content.text.text();
    for (const RichText& cell : block.cells) all += cell.text.text() + ';';
    for (const Span& span : block.content.spans)
      all += " {" + std::string(to_string(span.kind)) + '(' + span.target +
             "):" + block.content.text.text().substr(span.text.begin, span.text.size()) + '}';
  }
  for (const Finding& finding : document.findings) all += " !" + finding.code;
  return all;
}

TEST(Directives, DoWhatTheirAuthorAsks) {
  const std::pair<const char*, const char*> cases[] = {
      {"One.\n\n<!-- aloud: pause 800 -->\n\nTwo.\n", "One. | [800] | Two."},
      {"One.\n\n<!--aloud:pause 1.5s-->\n\nTwo.\n", "One. | [1500] | Two."},
      {"One <!-- aloud: pause 800 --> two.\n", "One two. {line-break(800): }"},
      {"One.\n\n<!-- aloud: pause 0 -->\n\nTwo.\n", "One. | Two."},
      {"One.\n\n<!-- aloud: skip -->\n\nTwo.\n\n- three\n\n<!-- aloud: end -->\n\nFour.\n", "One. | Four."},
      {"One <!-- aloud: skip -->two *three*<!-- aloud: end --> **four**.\n", "One  four. {strong():four}"},
      {"<!-- aloud: voice en-gb -->\n\nOne.\n\n<!-- aloud: end -->\n\nTwo.\n", "en-gb:One. | Two."},
      {"One <!-- aloud: voice en-gb -->two<!-- aloud: end --> three.\n", "One two three. {voice(en-gb):two}"},
      {"<!-- a remark about aloud: none -->\n\nOne.\n", "One."},
      {"`<!-- aloud: skip -->` One.\n", "<!-- aloud: skip --> One. {code():<!-- aloud: skip -->}"},
      {"One.\n\n<!-- aloud: skip -->\n\nTwo.\n", "One. | Two. !unclosed-directive"},
      {"One.\n\n<!-- aloud: end -->\n\nTwo.\n", "One. | Two. !unknown-directive"},
      {"<!-- aloud: shout -->\n\nOne.\n", "One. !unknown-directive"},
      {"<!-- aloud: pause soon -->\n\nOne.\n", "One. !unknown-directive"},
      {"<!-- aloud: skip -->\n\nOne.\n\n<!-- aloud: skip -->\n\nTwo.\n\n<!-- aloud: end -->\n\n<!-- aloud: end -->\n\nThree.\n",
       "Three."},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(read(text), expected) << text;
}

TEST(Directives, WorkOnWebPages) {
  EXPECT_EQ(
      read("<!doctype html><p>One.</p><!-- aloud: skip --><p>Two.</p><!-- aloud: end --><!-- aloud: pause 2s --><p>Three.</p>",
           DocumentFormat::html),
      "One. | [2000] | Three.");
}

TEST(Directives, AccountForWhatTheySkip) {
  const Document document = read_document(
      SourceText::decode("a.md", "One.\n\n<!-- aloud: skip -->\n\nTwo.\n\n<!-- aloud: end -->\n"), DocumentFormat::markdown);
  std::string kinds;
  for (const SilentRange& one : document.silent) kinds += std::string(to_string(one.kind)) + ';';
  EXPECT_EQ(kinds, "directive;skipped by the author;directive;");
}

TEST(PauseLength, IsInMillisecondsOrSeconds) {
  const std::pair<const char*, std::optional<int>> cases[] = {{"800", 800},
                                                              {"800ms", 800},
                                                              {"0.8s", 800},
                                                              {".5s", 500},
                                                              {"2s", 2000},
                                                              {"0", 0},
                                                              {"100s", 60000},
                                                              {"999999999", 60000},
                                                              {"", std::nullopt},
                                                              {"s", std::nullopt},
                                                              {"-1", std::nullopt},
                                                              {"1 s", std::nullopt},
                                                              {"1.2.3s", std::nullopt},
                                                              {"1m", std::nullopt},
                                                              {"9999999999", std::nullopt}};
  for (const auto& [text, length] : cases) EXPECT_EQ(pause_length(text), length) << text;
}

}  // namespace
}  // namespace aloud
