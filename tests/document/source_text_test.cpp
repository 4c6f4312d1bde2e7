#include "document/source_text.h"

#include <gtest/gtest.h>

#include <string>

namespace aloud {
namespace {

using namespace std::string_literals;

std::string error_of(const std::string& bytes) {
  try {
    SourceText::decode("article", bytes);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

struct Case {
  const char* name;
  std::string bytes;
  std::string encoding;
  std::string text;
  std::string word;  // a word of the text …
  ByteRange source;  // … and where the file has it

  friend void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }
};

class Decode : public testing::TestWithParam<Case> {};

TEST_P(Decode, GivesTextAndTheWayBack) {
  const SourceText source = SourceText::decode("article", GetParam().bytes);
  EXPECT_EQ(source.encoding(), GetParam().encoding);
  EXPECT_EQ(source.text(), GetParam().text);
  EXPECT_TRUE(source.findings().empty());
  const std::size_t at = source.text().find(GetParam().word);
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(source.source_bytes({at, at + GetParam().word.size()}), GetParam().source);
}

const Case kCases[] = {
    {"Utf8", "né à", "UTF-8", "né à", "à", {4, 6}},
    {"Utf8Mark", "\xEF\xBB\xBFné", "UTF-8", "né", "é", {4, 6}},
    {"Utf16Little",
     "\xFF\xFE"
     "a\0\x3D\xD8\x00\xDE"
     "b\0"s,
     "UTF-16LE",
     "a😀b",
     "b",
     {8, 10}},
    {"Utf16Big", "\xFE\xFF\0a\0\xE9\0b"s, "UTF-16BE", "aéb", "é", {4, 6}},
    {"Utf16WithoutMark", "h\0e\0l\0l\0o\0 \0\xE9\0"s, "UTF-16LE", "hello é", "é", {12, 14}},
    {"Utf32Little", "\xFF\xFE\0\0a\0\0\0\x00\xF6\x01\0b\0\0\0"s, "UTF-32LE", "a😀b", "😀", {8, 12}},
    {"Windows1252",
     "\x93"
     "caf\xE9\x94 r\xE9sum\xE9",
     "windows-1252",
     "“café” résumé",
     "résumé",
     {7, 13}},
    {"Koi8",
     "\xF0\xD2\xC9\xD7\xC5\xD4, \xCD\xC9\xD2! \xFC\xD4\xCF \xD4\xC5\xCB\xD3\xD4 \xCE\xC1 \xD2\xD5\xD3\xD3\xCB\xCF\xCD "
     "\xD1\xDA\xD9\xCB\xC5.",
     "KOI8-R",
     "Привет, мир! Это текст на русском языке.",
     "мир",
     {8, 11}},
    {"ShiftJis",
     "\x82\xB1\x82\xF1\x82\xC9\x82\xBF\x82\xCD abc \x90\xA2\x8A\x45\x81\x42",
     "Shift_JIS",
     "こんにちは abc 世界。",
     "世界",
     {15, 19}},
    {"EucKr",
     "\xBE"
     "\xC8"
     "\xB3"
     "\xE7"
     "\xC7"
     "\xCF"
     "\xBC"
     "\xBC"
     "\xBF"
     "\xE4"
     ". \xBF"
     "\xC0"
     "\xB4"
     "\xC3"
     "\xC0"
     "\xBA"
     " abc \xB3"
     "\xAF"
     "\xBE"
     "\xBE"
     "\xB0"
     "\xA1"
     " \xC1"
     "\xC1"
     "\xBD"
     "\xC0"
     "\xB4"
     "\xCF"
     "\xB4"
     "\xD9"
     ".",
     "KS_C_5601-1987",
     "안녕하세요. 오늘은 abc 날씨가 좋습니다.",
     "날씨가",
     {23, 29}},
    {"Gb18030",
     "\xBD"
     "\xF1"
     "\xCC"
     "\xEC"
     "\xCC"
     "\xEC"
     "\xC6"
     "\xF8"
     "\xBA"
     "\xDC"
     "\xBA"
     "\xC3"
     "\xA3"
     "\xAC"
     "\xCE"
     "\xD2"
     "\xC3"
     "\xC7"
     "\xD2"
     "\xBB"
     "\xC6"
     "\xF0"
     "\xC8"
     "\xA5"
     "\xB9"
     "\xAB"
     "\xD4"
     "\xB0"
     "\xC9"
     "\xA2"
     "\xB2"
     "\xBD"
     "\xB0"
     "\xC9"
     "\xA1"
     "\xA3"
     "",
     "GB18030",
     "今天天气很好，我们一起去公园散步吧。",
     "公园",
     {24, 28}},
};

INSTANTIATE_TEST_SUITE_P(Table, Decode, testing::ValuesIn(kCases), [](const auto& tested) { return tested.param.name; });

TEST(SourceText, ReplacesAndCountsWhatIsBroken) {
  const SourceText source = SourceText::decode("article", "é é é\xFF é\xFE a");
  EXPECT_EQ(source.text(), "é é é\uFFFD é\uFFFD a");
  ASSERT_EQ(source.findings().size(), 1U);
  EXPECT_EQ(source.findings()[0].code, "undecodable-bytes");
  EXPECT_EQ(source.findings()[0].message, "2 byte sequences are not valid UTF-8; each was replaced by U+FFFD (here the first)");
  EXPECT_EQ(source.source_bytes(source.findings()[0].source), (ByteRange{8, 9}));
}

TEST(SourceText, RefusesWhatIsNoText) {
  EXPECT_EQ(error_of("\x89PNG\r\n\x1A\n"),
            "article: looks like a PNG image, not text; convert it to plain text or Markdown first");
  EXPECT_EQ(error_of("%PDF-1.7"), "article: looks like a PDF document, not text; convert it to plain text or Markdown first");
  EXPECT_EQ(error_of("some\0text"s), "article: looks like binary data, not text; convert it to plain text or Markdown first");
  EXPECT_EQ(error_of("\x01\x02\x03\x04\x05\x06\x07\x10\x11 abc"),
            "article: looks like binary data, not text; convert it to plain text or Markdown first");
}

TEST(SourceText, TellsLatin9ByWhatIsOddInWindows1252) {
  const auto text_of = [](const std::string& bytes) { return SourceText::decode("article", bytes).text(); };
  EXPECT_EQ(text_of("Die Stra\xDF"
                    "e kostet 5 \xA4. C\xBDur, \xE9t\xE9."),
            "Die Straße kostet 5 €. Cœur, été.");
  EXPECT_EQ(text_of("Un verre : \xBC l, 1\xBD tasse \xE0 20\xB0"
                    "C."),
            "Un verre : ¼ l, 1½ tasse à 20°C.");
  EXPECT_EQ(text_of("5 \x80, 3\xBD"
                    "h, d\xE9j\xE0."),
            "5 €, 3½h, déjà.");
}

TEST(SourceText, ReadsUtf32WithoutAMark) {
  const std::string bytes("H\0\0\0\xEF\0\0\0.\0\0\0", 12);
  EXPECT_EQ(SourceText::decode("article", bytes).encoding(), "UTF-32LE");
  EXPECT_EQ(SourceText::decode("article", bytes).text(), "Hï.");
}

TEST(SourceText, ReadsMailInIso2022) {
  const SourceText source = SourceText::decode("article", "\x1B$B$3$l$OF|K\\8l$NJ8>O$G$9!#\x1B(B OK.\n");
  EXPECT_EQ(source.encoding(), "ISO-2022-JP");
  EXPECT_EQ(source.text(), "これは日本語の文章です。 OK.\n");
}

TEST(SourceText, TakesAWordForAWord) {
  for (const char* text : {"RIFF is a file format.", "GIF89a came in 1989.", "OggS begins every page.", "fLaC: four letters"}) {
    EXPECT_EQ(SourceText::decode("article", text).text(), text);
  }
  EXPECT_EQ(error_of("RIFF\x24\x08\0\0WAVEfmt "s),
            "article: looks like a RIFF file (WAV, AVI or WebP), not text; convert it to plain text or Markdown first");
}

TEST(SourceText, CountsLinesOfEveryKind) {
  const SourceText source = SourceText::decode("article", "a\r\nb\rc\néd");
  EXPECT_EQ(source.place_of(0), (Place{"article", 1, 1}));
  EXPECT_EQ(source.place_of(3), (Place{"article", 2, 1}));
  EXPECT_EQ(source.place_of(9), (Place{"article", 4, 2}));
}

TEST(SourceText, EveryRangeOfUtf16GoesBackExactly) {
  std::string bytes = "\xFF\xFE"s;
  std::vector<std::size_t> begins;  // decoded offset of each character
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    begins.push_back(text.size());
    bytes += i % 3 == 0 ? "\xE9\0"s : "a\0"s;
    text += i % 3 == 0 ? "é" : "a";
  }
  const SourceText source = SourceText::decode("article", bytes);
  ASSERT_EQ(source.text(), text);
  for (std::size_t i = 0; i + 5 < begins.size(); ++i) {
    EXPECT_EQ(source.source_bytes({begins[i], begins[i + 5]}), (ByteRange{2 + 2 * i, 12 + 2 * i}));
  }
}

}  // namespace
}  // namespace aloud
