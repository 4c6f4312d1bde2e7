// Every kind of bad input: one clear line that names the place and the way out, an exit code, and nothing half-written.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/aloud_program.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"

namespace aloud::test {
namespace {

class BadInput : public testing::Test {
 protected:
  // The message without "aloud: ", and with the directory of the test written as DIR; checks that nothing was written.
  std::string complaint(std::vector<std::string> arguments, int status, const RunOptions& options = {}) {
    const std::string before = directory_.listing();
    const Outcome outcome = aloud(std::move(arguments), options);
    EXPECT_EQ(outcome.status, status) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(directory_.listing(), before);
    std::string text = outcome.err;
    for (std::size_t at; (at = text.find(directory_.path().string())) != std::string::npos;) {
      text.replace(at, directory_.path().string().size(), "DIR");
    }
    return text;
  }

  TemporaryDirectory directory_;
};

TEST_F(BadInput, MissingFile) {
  EXPECT_EQ(complaint({"render", directory_ / "no.md", "-o", directory_ / "a.wav"}, 1),
            "aloud: DIR/no.md: cannot open: No such file or directory; is the name right?\n");
  directory_.put("report.md", "Hello.\n");
  directory_.put("other.md", "Hello.\n");
  EXPECT_EQ(complaint({"render", directory_ / "raport.md", "-o", directory_ / "a.wav"}, 1),
            "aloud: DIR/raport.md: cannot open: No such file or directory (did you mean \"report.md\"?)\n");
  EXPECT_EQ(complaint({"render", "", "-o", directory_ / "a.wav"}, 2),
            "aloud: ARTICLE: must not be empty\nTry 'aloud render --help'.\n");
  EXPECT_EQ(complaint({"render", directory_ / "report.md", "-o", ""}, 2),
            "aloud: --output: must not be empty\nTry 'aloud render --help'.\n");
}

TEST_F(BadInput, Directory) {
  EXPECT_EQ(complaint({"render", directory_.path().string(), "-o", directory_ / "a.wav"}, 1),
            "aloud: DIR: is a directory; name the article in it\n");
}

TEST_F(BadInput, UnreadableFile) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const std::string article = directory_.put("a.txt", "Hello.\n");
  ASSERT_EQ(::chmod(article.c_str(), 0), 0);
  EXPECT_EQ(complaint({"render", article, "-o", directory_ / "a.wav"}, 1),
            "aloud: DIR/a.txt: cannot open: Permission denied\n");
}

TEST_F(BadInput, ClosedStreams) {
  const auto shell = [&](const std::string& rest) {
    return run({"/bin/sh", "-c", "ALOUD_VOICES='" ALOUD_SOURCE_DIR "/voices' exec '" ALOUD_BINARY "' " + rest}, {});
  };
  const Outcome no_input = shell("inspect - <&-");
  EXPECT_EQ(no_input.status, 1);
  EXPECT_EQ(no_input.err, "aloud: standard input: cannot read: Bad file descriptor\n");
  const Outcome no_output = shell("inspect " + directory_.put("a.txt", "Hello.\n") + " >&-");
  EXPECT_EQ(no_output.status, 1);
  EXPECT_EQ(no_output.err, "aloud: standard output: cannot write\n");
}

TEST_F(BadInput, BinaryFile) {
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", 20);
  EXPECT_EQ(complaint({"render", directory_.put("a.txt", png), "-o", directory_ / "a.wav"}, 1),
            "aloud: DIR/a.txt: looks like a PNG image, not text; convert it to plain text or Markdown first\n");
}

TEST_F(BadInput, XmlFile) {
  const std::string feed = directory_.put("a.txt", "\n<?xml version='1.0'?>\n<rss><title>Hello.</title></rss>\n");
  EXPECT_EQ(
      complaint({"render", feed, "-o", directory_ / "a.wav"}, 1),
      "aloud: DIR/a.txt: is an XML file, whose tags would be read aloud; convert it to Markdown first, or give --plain to "
      "read it as it is written\n");
  const std::string page = directory_.put("a.html", "\n<!DOCTYPE HTML>\n<html><body><p>Hello.</p></body></html>\n");
  EXPECT_EQ(aloud({"inspect", page, "--stage", "text"}).out, "Hello.\n");
  EXPECT_EQ(aloud({"inspect", page, "--stage", "sentences", "--markdown"}).out, "Hello.\n");
}

TEST_F(BadInput, EmptyArticle) {
  EXPECT_EQ(complaint({"render", directory_.put("a.txt", " \n\n"), "-o", directory_ / "a.wav"}, 1),
            "aloud: DIR/a.txt: has no text to speak; is it the right file?\n");
}

TEST_F(BadInput, UnknownVoice) {
  EXPECT_EQ(complaint({"render", directory_.put("a.txt", "Hello.\n"), "-o", directory_ / "a.wav", "--voice", "en-sg"}, 2),
            "aloud: no voice \"en-sg\" (did you mean \"en-gb\"?); \"aloud voices\" lists the voices\n");
}

TEST_F(BadInput, VoiceOfTheArticleIsUnknown) {
  EXPECT_EQ(complaint({"render", directory_.put("a.md", "---\nvoice: nobody\n---\nHello.\n"), "-o", directory_ / "a.wav"}, 1),
            "aloud: DIR/a.md: no voice \"nobody\"; \"aloud voices\" lists the voices\n");
}

TEST_F(BadInput, BadProfile) {
  const std::string profile = directory_.put("mine.toml", "language = \"en\"\n\npich = 3\n");
  EXPECT_EQ(complaint({"render", directory_.put("a.txt", "Hello.\n"), "-o", directory_ / "a.wav", "--voice", profile}, 1),
            "aloud: DIR/mine.toml:3:1: unknown key \"pich\" (did you mean \"pitch\"?)\n");
}

TEST_F(BadInput, NoSuchEngineVoice) {
  const std::string profile = directory_.put("mine.toml", "language = \"en\"\nengine_voice = \"gmw/xx\"\n");
  const std::string text =
      complaint({"render", directory_.put("a.txt", "Hello.\n"), "-o", directory_ / "a.wav", "--voice", profile}, 1);
  EXPECT_NE(text.find("gmw/xx"), std::string::npos) << text;
}

TEST_F(BadInput, UnwritableDirectory) {
  EXPECT_EQ(complaint({"render", directory_.put("a.txt", "Hello.\n"), "-o", directory_ / "no/a.wav"}, 1),
            "aloud: DIR/no/a.wav: cannot write: there is no directory DIR/no; make it first\n");
}

TEST_F(BadInput, FullDisk) {
  EXPECT_EQ(complaint({"render", directory_.put("a.txt", "Hello.\n"), "-o", "/dev/full", "--format", "wav"}, 1),
            "aloud: /dev/full: cannot write: No space left on device; make room, or write to another disk\n");
}

TEST_F(BadInput, FullDiskUnderTheTimelineLeavesNoAudioEither) {
  std::filesystem::create_symlink("/dev/full", directory_ / "a.json");
  EXPECT_EQ(complaint({"render", directory_.put("a.txt", "Hello.\n"), "-o", directory_ / "a.wav", "-t", "json"}, 1),
            "aloud: DIR/a.json: cannot write: No space left on device; make room, or write to another disk\n");
  EXPECT_FALSE(std::filesystem::exists(directory_ / "a.wav"));
}

TEST_F(BadInput, NoSuchDirectoryOfVoices) {
  const std::string message = complaint({"voices", "--voices-dir", directory_ / "no"}, 2);
  EXPECT_TRUE(message.starts_with("aloud: --voices-dir: there is no directory DIR/no\n")) << message;
}

TEST_F(BadInput, NothingThatIsSpoken) {
  for (const char* format : {"wav", "flac", "vorbis", "opus", "mp3"}) {
    EXPECT_EQ(complaint({"render", directory_.put("a.txt", "... !\n"), "-o", directory_ / "a.out", "--format", format}, 1),
              "aloud: DIR/a.txt: holds nothing that is spoken: see 'aloud inspect --stage coverage' for what became of it\n");
  }
  EXPECT_EQ(aloud({"inspect", directory_ / "a.txt", "--stage", "coverage"}).status, 0);
}

TEST_F(BadInput, ControlCharactersNeverReachTheTerminal) {
  const std::string article = directory_.put("a.md", "---\nvoice: \"a\\e[31mred\\n\"\n---\nHello.\n");
  EXPECT_EQ(complaint({"render", article, "-o", directory_ / "a.wav"}, 1),
            "aloud: DIR/a.md: no voice \"a[31mred\"; \"aloud voices\" lists the voices\n");
  const std::string two_lines = directory_.put("b.md", "---\ntitle: \"One\\nsource_unaccounted: 7\\e[2J\"\n---\nHello.\n");
  const Outcome outcome = aloud({"render", two_lines, "-o", directory_ / "b.wav", "--stats"});
  EXPECT_EQ(outcome.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(counters(outcome.out)["source_unaccounted"], "0");
}

TEST_F(BadInput, LinesOfADirectory) {
  EXPECT_EQ(complaint({"inspect", "--lines", "--stage", "spoken", directory_.path().string()}, 1),
            "aloud: DIR: is a directory; name the article in it\n");
}

TEST_F(BadInput, ValuesOutOfRangeInTheUnitsOfTheOption) {
  const std::string article = directory_.put("a.txt", "Hello.\n");
  const auto refused = [&](const char* output, const char* option, const char* value) {
    return complaint({"render", article, "-o", directory_ / output, option, value}, 2);
  };
  EXPECT_EQ(refused("a.ogg", "--quality", "11"), "aloud: --quality 11: must be -1 to 10\n");
  EXPECT_EQ(refused("a.ogg", "--quality", "nan"), "aloud: --quality nan: must be -1 to 10\n");
  EXPECT_EQ(refused("a.opus", "--bitrate", "5"), "aloud: --bitrate 5: must be 6 to 256\n");
  EXPECT_EQ(refused("a.flac", "--compression", "9"), "aloud: --compression 9: must be 0 to 8\n");
  EXPECT_EQ(refused("a.ogg", "--lang", "@@"), "aloud: --lang @@: not a language tag, such as en or de-AT\n");
  EXPECT_EQ(complaint({"voices", "--say", " ", "-o", directory_ / "a.wav"}, 2), "aloud: --say: no words\n");
}

TEST_F(BadInput, WrongOptions) {
  EXPECT_EQ(complaint({"render", "a.md", "--ratte", "3"}, 2),
            "aloud: unknown option \"--ratte\" (did you mean \"--rate\"?)\nTry 'aloud render --help'.\n");
  EXPECT_EQ(complaint({"rendre", "a.md"}, 2),
            "aloud: unknown command \"rendre\" (did you mean \"render\"?)\nTry 'aloud --help'.\n");
  // Standard input is a pipe here, so that nothing else is a call to play what comes through it.
  EXPECT_EQ(complaint({}, 1), "aloud: standard input: has no text to speak; is it the right file?\n");
  const Outcome nothing = run({"sh", "-c", "'" ALOUD_BINARY "' </dev/null"});
  EXPECT_EQ(nothing.status, 2);
  EXPECT_EQ(nothing.err, "aloud: no command given\nTry 'aloud --help'.\n");
  const std::string article = directory_.put("a.txt", "Hello.\n");
  EXPECT_EQ(complaint({"render", article, "-o", directory_ / "a.wav", "--rate", "fast"}, 2),
            "aloud: --rate fast: must be a whole number between 80 and 449 (words a minute)\n");
  EXPECT_EQ(complaint({"render", article, "-o", directory_ / "a.wav", "--speak", "tabels=skip"}, 2),
            "aloud: --speak tabels=skip: unknown kind \"tabels\" (did you mean \"tables\"?)\n");
  EXPECT_EQ(complaint({"inspect", article, "--stage", "block"}, 2),
            "aloud: unknown stage \"block\" (did you mean \"blocks\"?): use extraction, outline, text, blocks, sentences, "
            "spoken, phonemes, "
            "script, timeline, coverage\n");
}

TEST_F(BadInput, ValuesThatAreMissingEmptyOrNoNumbers) {
  const std::string article = directory_.put("a.txt", "Hello.\n");
  const auto refused = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"render", article});
    std::string text = complaint(std::move(options), 2);
    const std::string hint = "\nTry 'aloud render --help'.\n";
    EXPECT_NE(text.find(hint), std::string::npos) << text;
    return text.substr(0, text.find(hint));
  };
  EXPECT_EQ(refused({"--bitrate", "32k"}), "aloud: --bitrate: \"32k\" is no whole number");
  EXPECT_EQ(refused({"--compression", ""}), "aloud: --compression: \"\" is no whole number");
  EXPECT_EQ(refused({"--quality", "3,5"}), "aloud: --quality: \"3,5\" is no number");
  EXPECT_EQ(refused({"--jobs", "two"}), "aloud: --jobs: \"two\" is no whole number");
  EXPECT_EQ(refused({"--output", ""}), "aloud: --output: must not be empty");
  EXPECT_EQ(refused({"--format", ""}), "aloud: --format: must not be empty");
  EXPECT_EQ(refused({"--timeline"}), "aloud: --timeline: has no value");
}

TEST_F(BadInput, KeepsTheOldFileWhenARenderFails) {
  const std::string old = directory_.put("a.wav", "old");
  const std::string article = directory_.put("a.txt", "Hello.\n");
  EXPECT_NE(complaint({"render", article, "-o", old, "--voice", "nobody"}, 2), "");
  EXPECT_EQ(read_file(old), "old");
}

}  // namespace
}  // namespace aloud::test
