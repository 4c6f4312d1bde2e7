#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <cstdint>

#include "script/document_builder.h"
#include "script/profile_schema.h"
#include "script/script.h"
#include "script/tracing.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using test::DocumentBuilder;

// Numerical Recipes' generator: the same documents on every machine.
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % limit;
  }

 private:
  std::uint32_t state_;
};

std::string random_text(Random& random) {
  static const std::vector<std::string> alphabet = {"a",      "Be ",      "é",     "7",       " ",           ". ",
                                                    "? ",     ", ",       "—",     "*",       "`",           "<http://x.y/z>",
                                                    "★",      "😀",        "\t",    "\x02",    "!(a b)",      "^(1)",
                                                    "&nbsp;", "*em ph.*", "`x y`", "{fr:un}", "{xx:ya. yo}", "|",
                                                    "\u200B", "!()"};
  std::string text;
  for (std::size_t i = random.below(30); i > 0; --i) text += alphabet[random.below(alphabet.size())];
  return text;
}

void add_random_block(DocumentBuilder& builder, Random& random) {
  constexpr BlockKind kKinds[] = {BlockKind::title, BlockKind::heading, BlockKind::paragraph,
                                  BlockKind::code,  BlockKind::html,    BlockKind::thematic_break};
  Block* block = nullptr;
  switch (random.below(4)) {
    case 0:
      block = &builder.item(static_cast<int>(random.below(4)), random_text(random));
      break;
    case 1: {
      std::vector<std::string> cells(random.below(4));
      for (std::string& cell : cells) cell = random_text(random);
      block = &builder.row(static_cast<int>(random.below(2)), random.below(3) == 0, cells);
      break;
    }
    default: {
      const BlockKind kind = kKinds[random.below(std::size(kKinds))];
      block = &builder.add(kind, kind == BlockKind::thematic_break ? "" : random_text(random));
    }
  }
  if (random.below(4) == 0) block->footnote = std::to_string(random.below(3));
  if (random.below(4) == 0) block->quote_depth = static_cast<int>(random.below(3));
  if (random.below(6) == 0) block->language = random.below(2) == 0 ? "fr" : "xx";
}

Document random_document(Random& random) {
  DocumentBuilder builder;
  for (std::size_t i = random.below(8); i > 0; --i) add_random_block(builder, random);
  return builder.build();
}

VoiceProfile random_profile(Random& random) {
  VoiceProfile profile = parse_voice_profile("", "p.toml");
  for (const PolicyKey& key : policy_keys()) {
    const auto treatment = static_cast<Treatment>(random.below(3));
    if (offers(key, treatment)) profile.policy.*key.member = treatment;
  }
  if (random.below(2) == 0) profile.roles[Role::emphasis] = profile.voice;
  if (random.below(2) == 0) profile.languages["fr"] = profile.voice;
  return profile;
}

// How often each byte of the source is spoken, and how often left out.
struct Account {
  std::vector<int> spoken, left_out;

  Account(const Script& script, std::size_t size) : spoken(size), left_out(size) {
    for (const Utterance& utterance : script.utterances) {
      for (const ByteRange piece : utterance.text.source_pieces()) add(spoken, piece);
    }
    for (const LeftOut& one : script.left_out) add(left_out, one.source);
  }

  static void add(std::vector<int>& counts, ByteRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) ++counts.at(i);
  }
};

bool is_silent_by_nature(char32_t value) {
  return is_white_space(value) || (U_GET_GC_MASK(static_cast<UChar32>(value)) & U_GC_P_MASK) != 0;
}

void expect_accounted(const RichText& content, const std::string& source, const Account& account) {
  for (const ByteRange piece : content.text.source_pieces()) {
    for (std::size_t at = piece.begin; at < piece.end;) {
      const CodePoint point = code_point_at(source, at);
      const bool spoken = account.spoken[at] > 0;
      const bool left_out = account.left_out[at] > 0;
      ASSERT_TRUE(spoken || left_out || is_silent_by_nature(point.value)) << "byte " << at << " is lost";
      ASSERT_FALSE(spoken && left_out) << "byte " << at << " is spoken and left out";
      ASSERT_LE(account.left_out[at], 1) << "byte " << at;
      at += point.size;
    }
  }
}

TEST(ComposeProperty, EveryByteIsSpokenLeftOutOrSilentByNature) {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    Random random(seed);
    const Document document = random_document(random);
    const Script script = compose(document, {random_profile(random), {}});
    const Account account(script, document.source.text().size());
    SCOPED_TRACE("seed " + std::to_string(seed) + ":\n" + document.source.text() + "\n" + describe(script));
    for (const Block& block : document.blocks) {
      SCOPED_TRACE("block of kind " + std::to_string(static_cast<int>(block.kind)) + " footnote " + block.footnote);
      expect_accounted(block.content, document.source.text(), account);
      for (const RichText& cell : block.cells) expect_accounted(cell, document.source.text(), account);
    }
    if (HasFatalFailure()) return;
  }
}

TEST(ComposeProperty, UtterancesAreInOrderShortAndAudible) {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    Random random(seed);
    const Document document = random_document(random);
    const Script script = compose(document, {random_profile(random), {}});
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < script.utterances.size(); ++i) {
      const Utterance& utterance = script.utterances[i];
      ASSERT_EQ(utterance.index, i);
      ASSERT_TRUE(utterance.sentence == sentence || utterance.sentence == sentence + 1) << "seed " << seed;
      sentence = utterance.sentence;
      ASSERT_FALSE(utterance.text.empty());
      ASSERT_LE(utterance.text.size(), espeak_traits().most_bytes);
      ASSERT_FALSE(utterance.words.empty()) << "seed " << seed << ": " << utterance.text.text();
      ASSERT_TRUE(is_valid_utf8(utterance.text.text()));
    }
  }
}

TEST(ComposeProperty, TheTraceFitsTheScript) {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    Random random(seed);
    const Document document = random_document(random);
    const ComposeOptions options = {random_profile(random), {}};
    const test::TracedScript traced = test::compose_traced(document, options);
    SCOPED_TRACE("seed " + std::to_string(seed) + ":\n" + document.source.text() + "\n" + describe(traced.script));
    ASSERT_EQ(test::mismatch(traced), "");
    ASSERT_EQ(test::to_texts(test::traced_sentences(document, options)), test::to_texts(traced.sentences));
  }
}

TEST(ComposeProperty, TheSameDocumentGivesTheSameScript) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    Random one(seed);
    Random two(seed);
    const Document document = random_document(one);
    const Document again = random_document(two);
    const VoiceProfile profile = random_profile(one);
    EXPECT_EQ(describe(compose(document, {profile, {}})), describe(compose(again, {profile, {}})));
  }
}

}  // namespace
}  // namespace aloud
