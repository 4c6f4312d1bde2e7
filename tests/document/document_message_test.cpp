#include "document/document_message.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "document/document_checks.h"
#include "support/test_paths.h"
#include "util/message.h"

namespace aloud {
namespace {

std::string sample() {
  return "---\ntitle: T\nlang: de\nlexicon: [a, b]\ntags: 1\n---\n# *One* \xE2\x80\x9Ctwo\xE2\x80\x9D\n\n> 3. [x](y \"z\") `c` "
         "&amp; ~~s~~\n\n"
         "- [x] done ![alt](p)\n\n|a|b|\n|-|-|\n|c\\|d|**e *f***|\n\n```cpp\nx\n```\n\n<p lang=fr>Oui</p>[^1]\n\n[^1]: "
         "note\n\n---\n";
}

// The bytes of the file behind each character, and all else that describe() does not tell.
void expect_same(const Document& left, const Document& right) {
  EXPECT_EQ(describe(left), describe(right));
  EXPECT_EQ(left.source.text(), right.source.text());
  EXPECT_EQ(left.source.byte_count(), right.source.byte_count());
  for (std::size_t at = 0; at < left.source.text().size(); ++at)
    ASSERT_EQ(left.source.source_bytes({at, at + 1}), right.source.source_bytes({at, at + 1})) << at;
  EXPECT_EQ(left.front_matter.lexicons, right.front_matter.lexicons);
  EXPECT_EQ(left.front_matter.unknown_keys, right.front_matter.unknown_keys);
  EXPECT_EQ(to_message(left), to_message(right));
}

TEST(DocumentMessage, CarriesWholeDocuments) {
  std::vector<std::pair<std::string, std::string>> articles = {{"a.md", sample()},
                                                               {"empty.txt", ""},
                                                               {"latin.txt",
                                                                "na\xEFve caf\xE9 d\xE9j\xE0 vu\n\nfa\xE7"
                                                                "ade \xE0 la carte\n"}};
  for (const auto& entry : std::filesystem::directory_iterator(ALOUD_SOURCE_DIR "/text")) {
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    articles.emplace_back(entry.path().filename(), bytes.str());
  }
  EXPECT_GT(articles.size(), 3U);
  for (const auto& [path, bytes] : articles) {
    SCOPED_TRACE(path);
    const Document document = parse_any_article(path, bytes, {});
    expect_same(document_of_message(to_message(document), path, bytes.size()), document);
  }
}

TEST(DocumentMessage, CutAnywhereIsNone) {
  const std::string message = to_message(parse_any_article("a.md", sample(), {}));
  for (std::size_t size = 0; size < message.size(); ++size)
    EXPECT_THROW(document_of_message(message.substr(0, size), "a.md", sample().size()), BadMessage) << size;
  EXPECT_THROW(document_of_message(message + '\0', "a.md", sample().size()), BadMessage);
}

// Whatever byte a stranger changes: what is taken is a sound document.
TEST(DocumentMessage, ChangedAnywhereIsNoneOrASoundDocument) {
  const std::string message = to_message(parse_any_article("a.md", sample(), {}));
  std::size_t refused = 0;
  for (std::size_t at = 0; at < message.size(); ++at) {
    for (const char c :
         {'\0', '\1', '\x7F', '\xFF', static_cast<char>(message[at] + 1), static_cast<char>(message[at] ^ 0x20)}) {
      std::string changed = message;
      changed[at] = c;
      try {
        const Document document = document_of_message(changed, "a.md", sample().size());
        EXPECT_EQ(unsound(document), "") << at;
      } catch (const BadMessage&) {
        ++refused;
      }
    }
  }
  EXPECT_GT(refused, message.size());
}

TEST(DocumentMessage, AsksForNoMemoryThatItDoesNotHave) {
  MessageWriter head;
  head.number(1);
  head.number(std::uint64_t{1} << 62);  // the size of the text
  EXPECT_THROW(document_of_message(head.take(), "a", 0), BadMessage);
  EXPECT_THROW(document_of_message(std::string(100, '\xFF'), "a", 0), BadMessage);
}

}  // namespace
}  // namespace aloud
