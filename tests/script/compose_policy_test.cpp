#include <gtest/gtest.h>

#include "script/document_builder.h"
#include "script/profile_schema.h"
#include "script/script.h"

namespace aloud {
namespace {

using test::DocumentBuilder;

Document with_code_block() {
  DocumentBuilder builder;
  Block& block = builder.add(BlockKind::code, "x = 1\n}\nprint(x)\n");
  block.info = "python";
  return builder.build();
}

Document with_table() {
  DocumentBuilder builder;
  builder.row(0, true, {"A", "B"});
  builder.row(0, false, {"1", "2"});
  return builder.build();
}

Document with_footnotes() {
  DocumentBuilder builder;
  builder.paragraph("Text^(1).");
  builder.paragraph("Small print.").footnote = "1";
  builder.paragraph("More.").footnote = "2";
  return builder.build();
}

Document with_html() {
  DocumentBuilder builder;
  builder.add(BlockKind::html, "Inside. Outside.");
  return builder.build();
}

Document with_list() {
  DocumentBuilder builder;
  builder.item(3, "Third.");
  return builder.build();
}

Document with_task() { return read_document(SourceText::decode("article", "1. [x] Third.\n"), DocumentFormat::markdown); }

struct Case {
  const char* policy;
  Document (*document)();
  const char* script;

  friend void PrintTo(const Case& one, std::ostream* out) { *out << one.policy; }
};

class ComposePolicy : public testing::TestWithParam<Case> {};

TEST_P(ComposePolicy, DecidesWhatIsSaid) {
  VoiceProfile profile = parse_voice_profile("pauses.end = 0", "plain.toml");
  apply_override(profile, "speak", GetParam().policy);
  EXPECT_EQ(describe(compose(GetParam().document(), {profile, {}})), GetParam().script) << GetParam().policy;
}

const Case kBlocks[] = {
    {"code_blocks=speak", with_code_block, "say:code[x equals one] pause[350ms] say:code[print(x)]\n"},
    {"code_blocks=summarise", with_code_block,
     "say:code[Code block in Python, three lines.]\nleave_out[0..17 code block summarised]\n"},
    {"code_blocks=skip", with_code_block, "leave_out[0..17 code block skipped]\n"},
    {"tables=speak", with_table, "say:table[A: one] pause[300ms] say:table[B: two]\n"},
    {"tables=summarise", with_table,
     "say:table[Table with two columns and one row.]\nleave_out[2..3 table summarised]\nleave_out[6..7 table summarised]\n"
     "leave_out[11..12 table summarised]\nleave_out[15..16 table summarised]\n"},
    {"tables=skip", with_table,
     "leave_out[2..3 table skipped]\nleave_out[6..7 table skipped]\nleave_out[11..12 table skipped]\n"
     "leave_out[15..16 table skipped]\n"},
    {"footnotes=summarise", with_footnotes,
     "say[Text.]\npause[700ms] say:footnote[two footnotes.]\nleave_out[6..7 footnote reference]\n"
     "leave_out[11..23 footnotes summarised]\nleave_out[25..30 footnotes summarised]\n"},
    {"footnotes=skip", with_footnotes,
     "say[Text.]\nleave_out[6..7 footnote reference]\nleave_out[11..23 footnote skipped]\nleave_out[25..30 footnote "
     "skipped]\n"},
    {"html=speak", with_html, "say[Inside.] pause[350ms] say[Outside.]\n"},
    {"html=summarise", with_html, "say[H T M L block.]\nleave_out[0..16 HTML summarised]\n"},
    {"html=skip", with_html, "leave_out[0..16 HTML skipped]\n"},
    {"list_numbers=speak", with_list, "say[three] pause[60ms] say[Third.]\n"},
    {"list_numbers=speak", with_task, "say[one] pause[60ms] say[Done] pause[60ms] say[Third.]\n"},
    {"list_numbers=skip", with_task, "say[Third.]\nleave_out[0..2 list number skipped]\nleave_out[3..6 task box skipped]\n"},
    {"list_numbers=skip", with_list, "say[Third.]\nleave_out[0..2 list number skipped]\n"},
};

Document with_heading() {
  DocumentBuilder builder;
  builder.add(BlockKind::title, "Title");
  builder.heading("Part").level = 2;
  builder.paragraph("Text.");
  return builder.build();
}

Document with_quote() {
  DocumentBuilder builder;
  builder.paragraph("Before.");
  Block& item = builder.item(3, "Quoted.");
  item.quote_depth = 1;
  Block& row = builder.row(0, true, {"A"});
  row.quote_depth = 1;
  Block& rule = builder.add(BlockKind::thematic_break);
  rule.quote_depth = 1;
  return builder.build();
}

const Case kWholeBlocks[] = {
    {"headings=speak", with_heading, "say:heading[Title]\npause[1200ms] say:heading[Part]\npause[800ms] say[Text.]\n"},
    {"headings=skip", with_heading, "say:heading[Title]\npause[1200ms] say[Text.]\nleave_out[7..11 heading skipped]\n"},
    {"quotes=speak", with_quote,
     "say[Before.]\npause[800ms] say:quote[three] pause[60ms] say:quote[Quoted.]\npause[700ms] say:table[A]\n"},
    {"quotes=skip", with_quote,
     "say[Before.]\nleave_out[9..11 quote skipped]\nleave_out[12..19 quote skipped]\nleave_out[23..24 quote skipped]\n"},
    {"headings=skip,list_numbers=skip", with_list, "say[Third.]\nleave_out[0..2 list number skipped]\n"},
};

INSTANTIATE_TEST_SUITE_P(WholeBlocks, ComposePolicy, testing::ValuesIn(kWholeBlocks));

INSTANTIATE_TEST_SUITE_P(Blocks, ComposePolicy, testing::ValuesIn(kBlocks));

Document with_code() { return test::paragraph("Use `ls -l` now."); }
Document with_image() { return test::paragraph("!(A gear)"); }
Document with_image_first() { return test::paragraph("!(A gear) It turns."); }
Document with_image_inside() { return test::paragraph("Click !(gear) now."); }
Document with_bare_image() { return test::paragraph("!()"); }
Document with_url() { return test::paragraph("See <https://www.example.org:80/a?b=c>."); }
Document with_mail() { return test::paragraph("Write to <ann@example.org>."); }
Document with_file() { return test::paragraph("See <file:///etc/motd>."); }

const Case kSpans[] = {
    {"inline_code=speak", with_code, "say[Use ls dash l now.]\n"},
    {"inline_code=summarise", with_code, "say[Use code now.]\nleave_out[5..10 inline code summarised]\n"},
    {"inline_code=skip", with_code, "say[Use now.]\nleave_out[5..10 inline code skipped]\n"},
    {"images=speak", with_image, "say[Image: A gear]\n"},
    {"images=speak", with_image_first, "say[Image: A gear.] pause[350ms] say[It turns.]\n"},
    {"images=speak", with_image_inside, "say[Click (image: gear) now.]\n"},
    {"images=speak", with_bare_image, "say[Image.]\n"},
    {"images=summarise", with_image, "say[Image.]\nleave_out[2..8 image summarised]\n"},
    {"images=summarise", with_image_inside, "say[Click (image) now.]\nleave_out[8..12 image summarised]\n"},
    {"images=skip", with_image, "leave_out[2..8 image skipped]\n"},
    {"urls=speak", with_url,
     "say[See H T T P S colon slash slash W W W dot example dot org colon eight zero slash A question mark B equals C.]\n"},
    {"urls=summarise", with_url,
     "say[See link to example dot org.]\nleave_out[5..17 URL summarised]\nleave_out[28..37 URL summarised]\n"},
    {"urls=summarise", with_mail, "say[Write to ann at example dot org.]\n"},
    {"urls=summarise", with_file, "say[See link.]\nleave_out[5..21 URL summarised]\n"},
    {"urls=skip", with_mail, "say[Write to .]\nleave_out[10..25 URL skipped]\n"},
};

Document with_citation() { return test::paragraph("Trees grow @([12]). They do."); }
Document with_citation_behind_stop() { return test::paragraph("Trees grow.@([12]) They do."); }
Document with_citation_before_word() { return test::paragraph("Kant @([1])says so."); }
Document with_admonition() { return test::paragraph("!!(Note)"); }

Document with_matter() {
  DocumentBuilder builder;
  builder.paragraph("Rights.").matter = Matter::copyright;
  builder.paragraph("Text.");
  return builder.build();
}

Document with_chapters() {
  DocumentBuilder builder;
  builder.paragraph("One.");
  builder.paragraph("Small.").footnote = "1";
  builder.paragraph("Two.");
  Document document = builder.build();
  document.sections = {{"First", 0, 0, 1}, {"Second", 0, 2, 2}};
  return document;
}

const Case kBooks[] = {
    {"matter=skip", with_matter, "say[Text.]\nleave_out[0..7 copyright skipped]\n"},
    {"matter=speak", with_matter, "say[Rights.]\npause[700ms] say[Text.]\n"},
    {"footnotes=summarise", with_chapters,
     "say[One.]\npause[700ms] say:footnote[one footnote.]\npause[700ms] say[Two.]\nleave_out[6..12 footnotes summarised]\n"},
};

INSTANTIATE_TEST_SUITE_P(Books, ComposePolicy, testing::ValuesIn(kBooks));

const Case kReferences[] = {
    {"citations=speak", with_citation, "say[Trees grow [twelve].] pause[350ms] say[They do.]\n"},
    {"citations=skip", with_citation, "say[Trees grow.] pause[350ms] say[They do.]\nleave_out[13..17 citation skipped]\n"},
    {"citations=skip", with_citation_behind_stop,
     "say[Trees grow.] pause[350ms] say[They do.]\nleave_out[13..17 citation skipped]\n"},
    {"citations=skip", with_citation_before_word, "say[Kant says so.]\nleave_out[7..10 citation skipped]\n"},
    {"admonition_titles=speak", with_admonition, "say[Note]\n"},
    {"admonition_titles=skip", with_admonition, "leave_out[3..7 admonition title skipped]\n"},
};

INSTANTIATE_TEST_SUITE_P(References, ComposePolicy, testing::ValuesIn(kReferences));

INSTANTIATE_TEST_SUITE_P(Spans, ComposePolicy, testing::ValuesIn(kSpans));

TEST(ComposePolicyLanguage, AnnouncementsFollowTheArticle) {
  const VoiceProfile profile = parse_voice_profile("pauses.end = 0", "plain.toml");
  EXPECT_EQ(describe(compose(with_image(), {profile, "de"})), "say[Bild: A gear]\n");
  EXPECT_EQ(describe(compose(with_image(), {profile, "ja"})), "say[Image: A gear]\n");
}

}  // namespace
}  // namespace aloud
