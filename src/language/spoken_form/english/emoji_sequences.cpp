#include <string>

#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/english_rules.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud::english {
namespace {

constexpr char32_t kJoiner = 0x200D, kKeycap = 0x20E3, kEmojiStyle = 0xFE0F, kBlackFlag = 0x1F3F4, kLastTag = 0xE007F;
constexpr char32_t kMan = 0x1F468, kWoman = 0x1F469, kPerson = 0x1F9D1, kMale = 0x2642, kFemale = 0x2640;

bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
bool is_tag(char32_t c) { return c >= 0xE0020 && c < kLastTag; }
bool is_adult(char32_t c) { return c == kMan || c == kWoman || c == kPerson; }
bool is_family_member(char32_t c) { return is_adult(c) || c == 0x1F466 || c == 0x1F467 || c == 0x1F476 || c == 0x1F9D2; }
bool is_picture(char32_t c) { return (c >= 0x2190 && c < 0x2C00) || (c >= 0x1F000 && c < 0x1FC00); }

// Emoji joined into one picture, without the characters that say how it looks.
struct Sequence {
  std::size_t end = 0;
  std::u32string pictures;
};

std::size_t skip_looks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (c.value != kEmojiStyle && !is_skin_tone(c.value)) break;
    at += c.size;
  }
  return at;
}

Sequence sequence_at(std::string_view text, std::size_t begin) {
  constexpr std::size_t kMost = 8;
  Sequence sequence;
  for (std::size_t at = begin; at < text.size() && sequence.pictures.size() < kMost;) {
    const CodePoint picture = code_point_at(text, at);
    if (!is_picture(picture.value)) break;
    sequence.pictures += picture.value;
    sequence.end = at = skip_looks(text, at + picture.size);
    if (at >= text.size() || code_point_at(text, at).value != kJoiner) break;
    at += code_point_at(text, at).size;
  }
  return sequence;
}

const char* adult(char32_t c) { return c == kMan ? "man" : c == kWoman ? "woman" : "person"; }

// "woman" + "shrugging" for the name of a person who does something.
std::string with_gender(std::string name, char32_t sign) {
  const std::string_view person = "person ";
  const std::string who = sign == kFemale ? "woman " : "man ";
  return name.starts_with(person) ? who + name.substr(person.size()) : who + name;
}

std::string key_of(const std::u32string& pictures) {
  std::string key;
  for (const char32_t picture : pictures) {
    if (!key.empty()) append_utf8(key, kJoiner);
    append_utf8(key, picture);
  }
  return key;
}

std::string one_name(char32_t picture, const Tables& tables) {
  std::string key;
  append_utf8(key, picture);
  return emoji_name(key, tables);
}

std::string name_of(const std::u32string& pictures, const Tables& tables) {
  if (const auto* listed = tables.emoji.find(key_of(pictures))) return listed->front();
  const char32_t first = pictures.front(), last = pictures.back();
  const bool pair = pictures.size() == 2;
  if (pair && (last == kFemale || last == kMale)) return with_gender(one_name(first, tables), last);
  if (pair && is_adult(first)) {  // at work
    std::string tool;
    append_utf8(tool, kJoiner);
    append_utf8(tool, last);
    if (const auto* work = tables.emoji.find(tool)) return std::string(adult(first)) + " " + work->front();
  }
  bool family = true;
  std::string names;
  for (const char32_t picture : pictures) {
    family = family && is_family_member(picture);
    names += (names.empty() ? "" : " ") + one_name(picture, tables);
  }
  return family && pictures.size() > 2 ? "family of " + names : names;
}

std::string spaced(std::string words) { return " " + std::move(words) + " "; }

// England, Scotland and Wales have flags of tags behind a black flag.
Edit tagged_flag(std::string_view text, std::size_t begin, std::size_t at) {
  std::string region;
  for (; at < text.size(); at += code_point_at(text, at).size) {
    const char32_t c = code_point_at(text, at).value;
    if (!is_tag(c)) break;
    region += static_cast<char>(c - 0xE0000);
  }
  if (at < text.size() && code_point_at(text, at).value == kLastTag) at += code_point_at(text, at).size;
  const char* country = region == "gbeng"   ? " of England"
                        : region == "gbsct" ? " of Scotland"
                        : region == "gbwls" ? " of Wales"
                                            : "";
  return {{begin, at}, spaced(std::string("flag") + country), "emoji"};
}

// "1️⃣" is the number, with a frame around it.
Edit keycap(std::string_view text, std::size_t begin, std::size_t end) {
  const char key = text[begin];
  return {{begin, end}, spaced(key == '#' ? "hash" : key == '*' ? "star" : std::string(1, key)), "emoji/keycap"};
}

// The edit for what begins at `at`; an empty range if it is no sequence.
Edit edit_at(std::string_view text, std::size_t at, const Tables& tables) {
  const CodePoint c = code_point_at(text, at);
  const std::size_t next = at + c.size;
  if (is_ascii_digit(c.value) || c.value == U'#' || c.value == U'*') {
    const std::size_t cap = skip_looks(text, next);
    const bool capped = cap < text.size() && code_point_at(text, cap).value == kKeycap;
    return capped ? keycap(text, at, cap + code_point_at(text, cap).size) : Edit{{at, at}, {}};
  }
  if (c.value == kBlackFlag && next < text.size() && is_tag(code_point_at(text, next).value))
    return tagged_flag(text, at, next);
  if (!is_picture(c.value)) return {{at, at}, {}};
  const Sequence sequence = sequence_at(text, at);
  if (sequence.pictures.size() < 2) return {{at, at}, {}};
  const std::string name = name_of(sequence.pictures, tables);
  return name.empty() ? Edit{{at, at}, {}} : Edit{{at, sequence.end}, spaced(name), "emoji/joined"};
}

Edits find_sequences(std::string_view text) {
  Edits edits;
  const bool any = text.find("\xE2\x80\x8D") != std::string_view::npos || text.find("\xE2\x83\xA3") != std::string_view::npos ||
                   text.find("\xF3\xA0\x81") != std::string_view::npos;
  for (std::size_t at = 0; any && at < text.size();) {
    Edit edit = edit_at(text, at, built_in_tables());
    at = edit.range.empty() ? at + code_point_at(text, at).size : edit.range.end;
    if (!edit.range.empty()) edits.push_back(std::move(edit));
  }
  return edits;
}

}  // namespace
}  // namespace aloud::english

namespace aloud {

Rule emoji_sequence_rule() { return {"emoji", english::find_sequences}; }

}  // namespace aloud
