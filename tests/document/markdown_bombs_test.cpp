// Markdown that costs a parser far more than its size: each is read all the same, every byte of it accounted for.
#include <gtest/gtest.h>

#include "document/document_checks.h"
#include "document/markdown/memory.h"

namespace aloud {
namespace {

std::string repeated(const std::string& piece, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += piece;
  return text;
}

const Finding* too_complex(const Document& document) {
  for (const Finding& finding : document.findings) {
    if (finding.code == "markdown-too-complex") return &finding;
  }
  return nullptr;
}

TEST(MarkdownBombs, AreReadAsPlainText) {
  const std::string columns = '|' + repeated("a|", 3000) + "\n|" + repeated("-|", 3000) + '\n' + repeated("|b|\n", 3000);
  const std::string quoted = '>' + repeated("a|", 3000) + "\n>" + repeated("-|", 3000) + '\n' + repeated(">b\n", 3000);
  for (const std::string& bomb : {columns, quoted}) {
    const Document document = read_text("Before.\n\n" + bomb + "\n\nAfter.\n", DocumentFormat::markdown);
    EXPECT_EQ(violation(document), "");
    EXPECT_NE(too_complex(document), nullptr);
    EXPECT_EQ(document.blocks.back().content.text.text(), "After.");
  }
}

TEST(MarkdownBombs, AreNoneWherePeopleWriteMuch) {
  for (const std::string& text :
       {'|' + repeated("a|", 100) + "\n|" + repeated("-|", 100) + '\n' + repeated('|' + repeated("b|", 100) + '\n', 100),
        repeated("- a\n", 20'000), repeated("*a* `b` [c](d) ", 4'000), repeated("**a *a ", 8'000) + repeated("a* a** ", 8'000),
        repeated("> ", 2'000) + "a\n", repeated("a\n\n", 20'000)}) {
    EXPECT_EQ(too_complex(read_text(text, DocumentFormat::markdown)), nullptr) << text.substr(0, 40);
  }
}

void take_and_give(void* context) {
  const auto rounds = *static_cast<int*>(context);
  cmark_mem* memory = MarkdownMemory::allocator();
  for (int i = 0; i < rounds; ++i) {
    void* piece = memory->calloc(100, 10);
    memory->free(memory->realloc(piece, 2000));
    if (i % 2 == 0) memory->calloc(1, 1000);
  }
}

TEST(MarkdownMemory, EndsTheWorkAtTheBound) {
  for (const auto& [rounds, fits] : {std::pair(50, true), std::pair(1'000'000'000, false)}) {
    MarkdownMemory memory(100'000);
    int count = rounds;
    EXPECT_EQ(memory.run(&take_and_give, &count), fits);
    EXPECT_LE(memory.peak(), 100'000U);
    EXPECT_GT(memory.peak(), 25'000U);
  }
}

TEST(MarkdownMemory, RefusesSizesThatAreNone) {
  MarkdownMemory memory(100'000);
  const auto absurd = [](void*) { MarkdownMemory::allocator()->calloc(std::size_t{1} << 40, std::size_t{1} << 40); };
  EXPECT_FALSE(memory.run(absurd, nullptr));
}

}  // namespace
}  // namespace aloud
