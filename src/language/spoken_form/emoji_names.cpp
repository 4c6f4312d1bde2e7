#include "language/spoken_form/emoji_names.h"

#include "language/characters.h"
#include "language/spoken_form/phrase_table.h"
#include "util/memo_table.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::string_view kFirstBytes = "\xF0\x9F";  // of all emoji of the tables

bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

std::size_t skip_looks(std::string_view text, std::size_t at) {
  constexpr char32_t kEmojiStyle = 0xFE0F;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (c.value != kEmojiStyle && !is_skin_tone(c.value)) break;
    at += c.size;
  }
  return at;
}

Edits find_emoji(std::string_view text, const PhraseTable& names) {
  Edits edits;
  for (std::size_t at = text.find(kFirstBytes); at != std::string_view::npos; at = text.find(kFirstBytes, at)) {
    const CodePoint c = code_point_at(text, at);
    const std::size_t end = at + c.size;
    if (const auto* name = names.find(text.substr(at, c.size)); name != nullptr) {
      const std::size_t after = skip_looks(text, end);
      std::string words = name->front();
      if (at > 0 && !is_white_space(code_point_before(text, at).value)) words.insert(0, 1, ' ');
      const bool apart =
          after < text.size() && (is_heard(code_point_at(text, after).value) || text.substr(after).starts_with("\xF0"));
      if (apart) words += ' ';
      edits.push_back({{at, after}, std::move(words)});
      at = after;
    } else {
      at = end;
    }
  }
  return edits;
}

}  // namespace

std::optional<Rule> emoji_name_rule(const std::string& language) {
  const std::string written = language == "nb" || language == "nn" ? "no" : language;  // Norwegian is one in CLDR's names
  const std::string_view text = emoji_table_text(written);
  if (text.empty()) return std::nullopt;
  static MemoTable<PhraseTable> tables;
  const PhraseTable* names = &tables.get(written, [&] { return PhraseTable("emoji", text); });
  return Rule{"emoji", [names](std::string_view sentence) { return find_emoji(sentence, *names); }};
}

}  // namespace aloud
