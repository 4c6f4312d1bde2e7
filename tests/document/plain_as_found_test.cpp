// Plain text as people find it: books, memos, transcripts, letters.

#include <chrono>

#include <gtest/gtest.h>

#include "document/document_checks.h"
#include "document/plain_shapes.h"

namespace aloud {
namespace {

// The blocks without their places; what is silent for a reason of its own after them.
std::string read(std::string_view text, DocumentFormat format = DocumentFormat::plain_text) {
  const Document document = read_text(text, format);
  EXPECT_EQ(violation(document), "") << text;
  std::string result;
  for (const Block& block : document.blocks) {
    result += to_string(block.kind);
    if (block.level > 0) result += std::to_string(block.level);
    if (!block.info.empty()) result += "(" + block.info + ")";
    result += "[" + block.content.text.text();
    for (const RichText& cell : block.cells) result += (&cell == block.cells.data() ? "" : "|") + cell.text.text();
    result += "]";
    for (const Span& span : block.content.spans) result += to_string(span.kind);
    result += " ";
  }
  for (const SilentRange& silent : document.silent) {
    if (silent.kind < SilentKind::licence && silent.kind != SilentKind::repeated_title) continue;
    result += std::string("-") + to_string(silent.kind) + " ";
  }
  if (!result.empty()) result.pop_back();
  return result;
}

struct Case {
  const char* text;
  const char* blocks;
};

TEST(PlainAsFound, LeavesOutTheLicenceAroundABook) {
  EXPECT_EQ(read("The Project Gutenberg eBook of The Salt Road\n\nThis eBook is for anyone.\n\n"
                 "*** START OF THE PROJECT GUTENBERG EBOOK THE SALT ROAD ***\n\nProduced by two people\nand a third.\n\n"
                 "THE SALT ROAD\n\nIt was late.\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE SALT ROAD ***\n\nMore terms.\n"),
            "title[THE SALT ROAD] paragraph[It was late.] -licence text -licence text");
  EXPECT_EQ(read("A book\n\n*** They started early. ***\n"), "title[A book] paragraph[*** They started early. ***]");
}

TEST(PlainAsFound, PassesOverTheEndsOfPages) {
  for (const auto& [text, blocks] : std::vector<Case>{
           {"A sentence that goes\n\n\nBrenn      Informational      [Page 1]\n\nRFC 9951      Heron Protocol      March "
            "2021\n\n\non here.\n",
            "paragraph[A sentence that goes on here.] -page mark"},
           {"It ends.\n\nBrenn      Informational      [Page 1]\n\f\nRFC 9951      Heron Protocol      March 2021\n\nNext.\n",
            "paragraph[It ends.] paragraph[Next.] -page mark"},
           {"He went\n\n[Pg 12]\n\nhome.\n", "paragraph[He went home.] -page mark"},
           {"He went [Pg 12] home.\n", "paragraph[He went  home.] -page mark"},
           {"He went.\n\n[Pg 12]\n\nHome.\n", "paragraph[He went.] paragraph[Home.] -page mark"},
           {"See [Page 9a] and [page].\n", "paragraph[See [Page 9a] and [page].]"},
           {"The end of\n\n12\n\f\nthe page.\n", "paragraph[The end of the page.] -page mark"},
           {"It says:\n\n12\n\nand no more.\n", "paragraph[It says:] paragraph[12] paragraph[and no more.]"},
       }) {
    EXPECT_EQ(read(text), blocks) << text;
  }
}

TEST(PlainAsFound, ReadsContentsLineByLine) {
  EXPECT_EQ(read("Text.\n\nCHAPTER I. The Mule                     1\nCHAPTER II. The Well                   14\n"),
            "paragraph[Text.] paragraph[CHAPTER I. The Mule, 1] paragraph[CHAPTER II. The Well, 14]");
  EXPECT_EQ(read("Text.\n\nThe Mule . . . . . 3\nThe Well ......... 14\n"),
            "paragraph[Text.] paragraph[The Mule, 3] paragraph[The Well, 14]");
  EXPECT_EQ(read("Text.\n\nThere were 14\nand then 15.\n"), "paragraph[Text.] paragraph[There were 14 and then 15.]");
}

TEST(PlainAsFound, KnowsHeadings) {
  for (const auto& [text, blocks] : std::vector<Case>{
           {"Text.\n\nCHAPTER I.\n\nTHE MULE.\n\nIt was late.\n",
            "paragraph[Text.] heading2[CHAPTER I.] heading3[THE MULE.] paragraph[It was late.]"},
           {"Text.\n\nChapter Two: The Well\n\nIt was late.\n",
            "paragraph[Text.] heading2[Chapter Two: The Well] paragraph[It was late.]"},
           {"Text.\n\nChapter two was better than the first.\n",
            "paragraph[Text.] paragraph[Chapter two was better than the first.]"},
           {"Text.\n\nSection 3 says that the\nowner pays.\n",
            "paragraph[Text.] paragraph[Section 3 says that the owner pays.]"},
           {"Text.\n\nLetter I sent him\n", "paragraph[Text.] paragraph[Letter I sent him]"},
           {"Text.\n\nTHE MULE.\n\nIt was late.\n", "paragraph[Text.] paragraph[THE MULE.] paragraph[It was late.]"},
           {"Text.\n\n1.  Introduction\n\n   It is a memo.\n",
            "paragraph[Text.] heading2[1.  Introduction] paragraph[It is a memo.]"},
           {"Text.\n\n3.2 Frames\n\nThey are small.\n", "paragraph[Text.] heading3[3.2 Frames] paragraph[They are small.]"},
           {"Text.\n\n1. Eggs\n\n2. Milk\n", "paragraph[Text.] list-item[Eggs] list-item[Milk]"},
           {"Text.\n\n3.2 Frames are small.\n\nThey are.\n",
            "paragraph[Text.] paragraph[3.2 Frames are small.] paragraph[They are.]"},
       }) {
    EXPECT_EQ(read(text), blocks) << text;
  }
}

TEST(PlainAsFound, KeepsLinesThatAreLines) {
  EXPECT_EQ(read("The tide comes in\nThe tide goes out\nAnd nobody at all\nKnows what about."),
            "paragraph[The tide comes in, The tide goes out, And nobody at all, Knows what about.]");
  EXPECT_EQ(read("Text.\n\nMrs Oda Brenn\n12 Harbour Street\nOlt\n"),
            "paragraph[Text.] paragraph[Mrs Oda Brenn, 12 Harbour Street, Olt]");
  EXPECT_EQ(read("The tide comes in and\nnobody at all sees it,\nfor it is late."),
            "paragraph[The tide comes in and nobody at all sees it, for it is late.]");
}

TEST(PlainAsFound, SummarisesDrawingsAndReadsTables) {
  EXPECT_EQ(read("Text.\n\n   +--------+------+\n   | length | body |\n   +--------+------+\n"),
            "paragraph[Text.] code(drawing)[+--------+------+\n| length | body |\n+--------+------+]");
  EXPECT_EQ(read("Text.\n\nClient ---- frame ---> Nest\nClient <--- answer --- Nest\n"),
            "paragraph[Text.] code(drawing)[Client ---- frame ---> Nest\nClient <--- answer --- Nest]");
  EXPECT_EQ(read("Text.\n\n+------+-----+\n| Name | Age |\n+------+-----+\n| Olt  | 7   |\n| Ilva | 8   |\n+------+-----+\n"),
            "paragraph[Text.] table-row[Name|Age] table-row[Olt|7] table-row[Ilva|8]");
  EXPECT_EQ(read("Text.\n\nHe came -- she went -- and so\nit was -- or not.\n"),
            "paragraph[Text.] paragraph[He came -- she went -- and so it was -- or not.]");
}

TEST(PlainAsFound, TakesTranscriptsApart) {
  EXPECT_EQ(read("00:12 ANNA: I saw it.\n00:15 BO: You did?\n00:18 ANNA: I did.\n"),
            "paragraph[ANNA: I saw it.] paragraph[BO: You did?] paragraph[ANNA: I did.] -time mark -time mark -time mark");
  EXPECT_EQ(read("[00:12]\nI saw it.\n[00:15]\nYou did.\n[00:18]\nI did.\n"),
            "paragraph[I saw it.] paragraph[You did.] paragraph[I did.] -time mark -time mark -time mark");
  EXPECT_EQ(read("ANNA: I saw it.\nAll of it.\nBO: You did?\nANNA: I did.\n"),
            "paragraph[ANNA: I saw it. All of it.] paragraph[BO: You did?] paragraph[ANNA: I did.]");
  EXPECT_EQ(read("09:00 Opening\n10:30 Talk\n12:00 Lunch\n"), "paragraph[09:00 Opening, 10:30 Talk, 12:00 Lunch]");
  EXPECT_EQ(read("At night,\n12:30 it was,\nthey came.\n"), "paragraph[At night, 12:30 it was, they came.]");
}

TEST(PlainAsFound, DescribesIllustrations) {
  EXPECT_EQ(read("Text.\n\n[Illustration: The mule\nat the well.]\n\nMore.\n"),
            "paragraph[Text.] paragraph[The mule at the well.]image paragraph[More.]");
  EXPECT_EQ(read("Text.\n\n[Illustrated edition]\n"), "paragraph[Text.] paragraph[[Illustrated edition]]");
}

TEST(PlainAsFound, KnowsMoreKindsOfItems) {
  EXPECT_EQ(read("Text:\n\n   o  The length.\n\n   o  The body.\n"),
            "paragraph[Text:] list-item[The length.] list-item[The body.]");
  EXPECT_EQ(read("Text.\n\n(a) Eggs\n(b) Milk\n"), "paragraph[Text.] list-item[(a) Eggs] list-item[(b) Milk]");
  EXPECT_EQ(read("Text.\n\nii) Eggs\n"), "paragraph[Text.] list-item[ii) Eggs]");
  EXPECT_EQ(read("Text.\n\n(see) Eggs\n"), "paragraph[Text.] paragraph[(see) Eggs]");
  EXPECT_EQ(read("Text.\n\no the sea\n"), "paragraph[Text.] paragraph[o the sea]");
}

TEST(PlainAsFound, TellsItemsWithinParagraphsFromLabelsInSentences) {
  for (const auto& [text, blocks] : std::vector<Case>{
           {"Text.\n\n3. Other business\n   a) The piano.\n   b) Keys:\n   i. one\n   ii. two\n",
            "paragraph[Text.] list-item[Other business] list-item[a) The piano.] list-item[b) Keys:] list-item[i. one] "
            "list-item[ii. two]"},
           {"Text.\n\n2. Roof\n   2.1 Three quotes\n      came in.\n",
            "paragraph[Text.] list-item[Roof] list-item[2.1 Three quotes came in.]"},
           {"Text.\n\nI shall bring (a) the slings,\n(b) two ropes and (c) coffee.\n",
            "paragraph[Text.] paragraph[I shall bring (a) the slings, (b) two ropes and (c) coffee.]"},
           {"Text.\n\nIt grew by\n2.1 Million in a year.\n", "paragraph[Text.] paragraph[It grew by 2.1 Million in a year.]"},
           {"Text.\n\nthat is to say,\ni. e. all of it\n", "paragraph[Text.] paragraph[that is to say, i. e. all of it]"},
           {"Text.\n\n1. Minutes of the last meeting\nThe minutes were agreed.\n",
            "paragraph[Text.] list-item[Minutes of the last meeting] paragraph[The minutes were agreed.]"},
       }) {
    EXPECT_EQ(read(text), blocks) << text;
  }
}

TEST(PlainAsFound, KeepsColumnsAndFieldsApart) {
  for (const auto& [text, blocks] : std::vector<Case>{
           {"Text.\n\nPresent:   Mrs. Dunn,\n           Mr. Ashby\nApologies: Dr. Olm\n",
            "paragraph[Text.] paragraph[Present:   Mrs. Dunn, Mr. Ashby] paragraph[Apologies: Dr. Olm]"},
           {"Text.\n\nRemember: the tide\nwaits for nobody.\n",
            "paragraph[Text.] paragraph[Remember: the tide waits for nobody.]"},
           {"Harbour Group                     I. Torne\nCategory: Informational         March 2031\n\nText.\n",
            "paragraph[Harbour Group, I. Torne] paragraph[Category: Informational, March 2031] paragraph[Text.]"},
           {"Text.\n\n  Firm        Price   Weeks\n  -------------------------\n  Slate       4,200       3\n  Roof & Co.  "
            "3,950\n"
            "  -------------------------\n",
            "paragraph[Text.] table-row[Firm|Price|Weeks] table-row[Slate|4,200|3] table-row[Roof & Co.|3,950|]"},
           {"Text.\n\nName      Age\n----      ---\nOlt       7\nIlva      8\n",
            "paragraph[Text.] table-row[Name|Age] table-row[Olt|7] table-row[Ilva|8]"},
           {"Text.\n\nThe  wide  title\n----------------\n\nIt was late.\n",
            "paragraph[Text.] heading2[The  wide  title] paragraph[It was late.]"},
       }) {
    EXPECT_EQ(read(text), blocks) << text;
  }
}

TEST(PlainAsFound, ReadsLetters) {
  EXPECT_EQ(read("From: Rob Ashby <rob@x.example>\nMessage-ID: <1@x.example>\nSubject: The mast\n\nHello,\n\nOn Monday, Ines "
                 "<ines@x.example> wrote:\n> Is it free?\n\nRob\n\n-- \nRob Ashby\nQuay 4\n"),
            "paragraph[From: Rob Ashby] paragraph[Subject: The mast] paragraph[Hello,] paragraph[On Monday, Ines wrote:] "
            "paragraph[Is it free?] paragraph[Rob] -page metadata -page footer");
  // No letter: an address in a sentence, dashes without their blank, a signature that goes on.
  EXPECT_EQ(read("Write to Rob <rob@x.example> today.\n\n--\nRob\n"),
            "paragraph[Write to Rob <rob@x.example> today.] paragraph[-- Rob]");
}

TEST(PlainAsFound, ReadsNotesAndNumeralsOfStanzas) {
  EXPECT_EQ(read("Text is old.[1]\n\n[1] See p. 14.\n\n[2] No note\n"),
            "title[Text is old.[1]] paragraph[See p. 14.] paragraph[[2] No note]");
  EXPECT_EQ(read("Text.\n\nI\n\nOne.\n\nII.\n\nTwo.\n"),
            "paragraph[Text.] heading3[1] paragraph[One.] heading3[2] paragraph[Two.]");
  EXPECT_EQ(read("Text.\n\nI\n\nwas late.\n"), "paragraph[Text.] paragraph[I] paragraph[was late.]");
}

TEST(PlainAsFound, SaysATitleOnce) {
  for (const auto& [text, blocks] : std::vector<Case>{
           {"The Salt Road\n\nThe Salt Road\n\nIt was late.\n", "title[The Salt Road] paragraph[It was late.] -repeated title"},
           {"The Salt Road\nThe Salt Road\n\nIt was late.\n", "title[The Salt Road] paragraph[It was late.] -repeated title"},
           {"The Salt Road\n=============\n\nBy Oda Brenn\n\nTHE SALT ROAD\n\nIt was late.\n",
            "title[The Salt Road] paragraph[By Oda Brenn] paragraph[It was late.] -repeated title"},
           {"The Salt Road\n\nMay 2021\n\n***\n\nThe Salt Road\n\nIt was late.\n",
            "title[The Salt Road] paragraph[May 2021] thematic-break[] paragraph[It was late.] -repeated title"},
           {"Is it late now?\n\nIs it late now?\n\nIt was.\n", "paragraph[Is it late now?] paragraph[It was.] -repeated title"},
           {"No.\n\nNo.\n\nIt was late.\n", "paragraph[No.] paragraph[No.] paragraph[It was late.]"},
           {"The Salt Road\n\nThe salt roads\n\nIt was late.\n",
            "title[The Salt Road] paragraph[The salt roads] paragraph[It was late.]"},
       }) {
    EXPECT_EQ(read(text), blocks) << text;
  }
  EXPECT_EQ(read("# The Road\n\n*The Road*\n\nIt was late.\n", DocumentFormat::markdown),
            "title[The Road] paragraph[It was late.] -repeated title");
  EXPECT_EQ(read("---\ntitle: The Road\n---\nThe Road\n\nIt was late.\n", DocumentFormat::markdown),
            "title[The Road] paragraph[It was late.] -repeated title");
}

TEST(PlainAsFound, TakesLinearTime) {
  for (const char* part : {"[Pg 1] ",   "[Pg 1]\n\n",  "\f\n",           "12\n\f\n",
                           "00:12 a\n", "AB: a\n",     "+-+\n",          "|a|b|\n",
                           "|\n",       "a . . . 1\n", "CHAPTER I.\n\n", "x   y   [Page 1]\n\n",
                           "(a) b\n",   "[",           "\n\n\n",         "a) b\n",
                           "i. a\n",    "A: b\n",      "a    b\n",       "a   b\n---\n",
                           "x <a@b> ",  "[1] a\n\n",   "-- \n",          "1.1 A\n"}) {
    std::string text;
    while (text.size() < 200'000) text += part;
    const auto begin = std::chrono::steady_clock::now();
    read_text(text, DocumentFormat::plain_text);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << part;
  }
}

TEST(PlainShapes, TellsMarksOfTimeFromTimes) {
  for (const auto& [line, end] : std::vector<std::pair<const char*, std::size_t>>{{"00:12 a", 6},
                                                                                  {"[00:12] a", 8},
                                                                                  {"(1:02:33) a", 10},
                                                                                  {"00:01:12.500 - a", 15},
                                                                                  {"00:12", 5},
                                                                                  {"00:12:", 0},
                                                                                  {"12 a", 0},
                                                                                  {"1:5 a", 0},
                                                                                  {"[00:12 a", 0}}) {
    EXPECT_EQ(time_mark_end(line), end) << line;
  }
}

}  // namespace
}  // namespace aloud
