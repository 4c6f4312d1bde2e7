// Where clips stand in a script: before the first words, before headings, behind the last words.
#include <gtest/gtest.h>

#include "script/document_builder.h"
#include "script/profile_schema.h"
#include "script/script.h"

namespace aloud {
namespace {

using test::DocumentBuilder;

std::shared_ptr<const Clip> clip(const std::string& name) {
  Clip clip;
  clip.name = name;
  return std::make_shared<const Clip>(std::move(clip));
}

const Clips kAll = {clip("in.wav"), clip("out.wav"), clip("cue.wav")};

std::string described(const Document& document, const Clips& clips, const VoiceProfile& profile) {
  return describe(compose(document, {profile, {}, {}, {}, clips}));
}

std::string described(DocumentBuilder& builder, const Clips& clips = kAll, const std::string& toml = {}) {
  return described(builder.build(), clips, parse_voice_profile(toml, "plain.toml"));
}

TEST(ComposeClips, StandAroundAndBeforeHeadings) {
  DocumentBuilder builder;
  builder.add(BlockKind::title, "The Tide Clock");
  builder.heading("Morning");
  builder.paragraph("It rose. It fell.");
  EXPECT_EQ(described(builder),
            "clip:intro[in.wav] pause[600ms] say:heading[The Tide Clock]\n"
            "pause[1200ms] clip:heading-cue[cue.wav] pause[250ms] say:heading[Morning]\n"
            "pause[800ms] say[It rose.] pause[350ms] say[It fell.] pause[800ms] clip:outro[out.wav] pause[500ms]\n");
}

TEST(ComposeClips, AHeadingAtTheBeginningHasBoth) {
  DocumentBuilder builder;
  builder.heading("Morning");
  EXPECT_EQ(described(builder),
            "clip:intro[in.wav] pause[600ms] clip:heading-cue[cue.wav] pause[250ms] say:heading[Morning] "
            "pause[800ms] clip:outro[out.wav] pause[500ms]\n");
}

TEST(ComposeClips, OfOneHeadingIsOne) {
  DocumentBuilder builder;
  builder.heading("Morning came. It was late.");
  EXPECT_EQ(described(builder, {nullptr, nullptr, kAll.heading_cue}),
            "clip:heading-cue[cue.wav] pause[250ms] say:heading[Morning came.] pause[350ms] say:heading[It was late.] "
            "pause[500ms]\n");
}

TEST(ComposeClips, StandOnlyWhereSomethingIsSaid) {
  DocumentBuilder builder;
  builder.heading("***");
  EXPECT_EQ(described(builder), "");
  builder.paragraph("Words.");
  EXPECT_EQ(described(builder, {nullptr, nullptr, kAll.heading_cue}), "say[Words.] pause[500ms]\n");
}

TEST(ComposeClips, TakeThePausesThatTheProfileSays) {
  DocumentBuilder builder;
  builder.heading("Morning");
  builder.paragraph("It rose.");
  EXPECT_EQ(described(builder, kAll,
                      "[pauses]\nstart = 1\nintro_after = 2\ncue_after = 3\nheading_after = 4\noutro_before = 5\nend = 6\n"),
            "pause[1ms] clip:intro[in.wav] pause[2ms] clip:heading-cue[cue.wav] pause[3ms] say:heading[Morning]\n"
            "pause[4ms] say[It rose.] pause[5ms] clip:outro[out.wav] pause[6ms]\n");
}

TEST(ComposeClips, CountAsPartOfTheSentenceTheyIntroduce) {
  DocumentBuilder builder;
  builder.paragraph("It rose.");
  builder.heading("Evening");
  builder.paragraph("It fell.");
  const Script script = compose(builder.build(), {parse_voice_profile("", "plain.toml"), {}, {}, {}, kAll});
  std::string told;
  for (const Utterance& one : script.utterances)
    told += (one.clip ? one.clip->name : one.text.text()) + ' ' + std::to_string(one.index) + ' ' +
            std::to_string(one.sentence) + ' ' + std::to_string(one.block) + '\n';
  EXPECT_EQ(told, "in.wav 0 0 0\nIt rose. 1 0 0\ncue.wav 2 1 1\nEvening 3 1 1\nIt fell. 4 2 2\nout.wav 5 2 2\n");
}

TEST(ProfileClips, ArePathsOrNone) {
  const VoiceProfile profile = parse_voice_profile("intro = \"a/in.wav\"\noutro = \"none\"\n", "v.toml");
  EXPECT_EQ(profile.clips, (ClipPaths{"a/in.wav", "", ""}));
  EXPECT_EQ(parse_voice_profile(dump_voice_profile(profile), "v.toml").clips, profile.clips);
  EXPECT_NE(dump_voice_profile(profile).find("\nintro = \"a/in.wav\"\noutro = \"none\"\nheading_cue = \"none\"\n"),
            std::string::npos);
}

}  // namespace
}  // namespace aloud
