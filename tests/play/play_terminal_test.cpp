// End to end on a terminal: keys are pressed and the screen is read through tmux, with SDL's driver that plays to nobody.
#include <gtest/gtest.h>

#include <regex>

#include "play/terminal_session.h"
#include "support/test_paths.h"

namespace aloud::test {
namespace {

constexpr const char* kArticle =
    "# The bells\n\nOne bell rings in the tower. Two bells ring slowly over the town. Three bells answer them from the "
    "hill.\n\n"
    "Then all of them ring together, for as long as anybody listens.\n\n## Later\n\nSilence again, and 日本語 wide words "
    "here.\n\n"
    "The last words of this article are few.\n";

class PlayTerminal : public testing::Test {
 protected:
  PlayTerminal()
      : session({"SDL_AUDIODRIVER=dummy", "ALOUD_VOICES=" ALOUD_SOURCE_DIR "/voices",
                 "ALOUD_CACHE_DIR=" + (directory / "cache"), "XDG_STATE_HOME=" + (directory / "state"),
                 "DBUS_SESSION_BUS_ADDRESS=", "XDG_RUNTIME_DIR=", "LC_ALL=C.UTF-8", "ASAN_OPTIONS=detect_leaks=0"}) {}

  void SetUp() override {
    if (!has_pseudo_terminals()) GTEST_SKIP() << "there are no pseudo-terminals here: mount devpts on /dev/pts";
  }

  void play(const std::string& options = {}) {
    ASSERT_TRUE(session.started());
    directory.put("a.md", kArticle);
    session.type(std::string("clear; '" ALOUD_BINARY "' play ") + (directory / "a.md") + " " + options);
    ASSERT_TRUE(session.shows(" / ")) << session.screen();
  }

  // The text that is marked as the sentence that is heard, with its word, as far as it stands on one line.
  std::string sentence() {
    std::string marked = session.marked_screen();
    marked = std::regex_replace(marked, std::regex("\x1b\\[(39|49)m"), "");
    std::smatch match;
    const std::regex bold("\x1b\\[[0-9;]*1[0-9;]*m([^\n]*)");
    if (!std::regex_search(marked, match, bold)) return {};
    return std::regex_replace(match[1].str(), std::regex("\x1b\\[[0-9;]*m"), "");
  }
  bool hears(const std::string& beginning) {
    return comes_true([&] { return sentence().rfind(beginning, 0) == 0; });
  }

  // "Playing 0:03 / ~0:20 …", the last of it.
  std::string status() {
    const std::string screen = session.visible();
    const std::size_t at = std::max(screen.rfind("Playing") + 1, screen.rfind("Paused") + 1);
    return at == 0 ? std::string() : screen.substr(at - 1, screen.find('\n', at) - at + 1);
  }
  bool shows_status(const std::string& text) {
    return comes_true([&] { return status().find(text) != std::string::npos; });
  }
  bool is_back_in_the_shell(const std::string& code) {
    // What is typed before the player has let go of the terminal is for the player.
    if (!comes_true([&] { return status().empty(); })) return false;
    session.type("echo code=$?; stty -a | grep -o '[-]*icanon'");
    return session.shows("code=" + code + "\nicanon");
  }

  TemporaryDirectory directory;
  TerminalSession session;
};

TEST_F(PlayTerminal, ReadsAlongAndKeepsTheTextInTheScrollback) {
  play("--speed 3");
  EXPECT_TRUE(hears("One bell"));
  EXPECT_TRUE(comes_true([&] { return session.marked_screen().find("\x1b[7m") != std::string::npos; }));  // a word
  EXPECT_TRUE(session.shows("The last words of this article are few."));
  EXPECT_TRUE(comes_true([&] { return session.screen().find("Playing") == std::string::npos; }));  // over
  EXPECT_TRUE(is_back_in_the_shell("0"));
  const std::string text = session.screen();
  EXPECT_NE(text.find("Two bells ring"), std::string::npos);
  EXPECT_NE(text.find("日本語 wide"), std::string::npos);
  EXPECT_EQ(session.marked_screen().find("\x1b[7m"), std::string::npos);
}

TEST_F(PlayTerminal, KeysGoWhereTheyShould) {
  play();
  session.press("Space");
  ASSERT_TRUE(shows_status("Paused"));
  const std::pair<const char*, const char*> steps[] = {
      {"Home", "The bells"}, {"Right", "One bell rings"}, {"Right", "Two bells"}, {"Left", "One bell"},
      {"Down", "Then all"},  {"Up", "One bell"},          {"NPage", "Later"},     {"PPage", "The bells"},
  };
  for (const auto& [key, beginning] : steps) {
    session.press(key);
    EXPECT_TRUE(hears(beginning)) << key << '\n' << session.marked_screen();
  }
  session.press("/");
  session.type("as anybody");
  EXPECT_TRUE(hears("Then all"));
  const std::string before = status();
  EXPECT_NE(before.find("Paused"), std::string::npos);  // all the while
  session.press("q");
  EXPECT_TRUE(is_back_in_the_shell("0"));
}

TEST_F(PlayTerminal, PausingHoldsThePositionAndWordsCanBeSteppedThrough) {
  play();
  session.press("Space");
  ASSERT_TRUE(shows_status("Paused"));
  session.press("Right");
  session.press("S-Right");
  session.press("S-Right");
  const auto word = [&] {
    std::smatch match;
    const std::string marked = session.marked_screen();
    return std::regex_search(marked, match, std::regex("\x1b\\[[0-9;]*7m([^\x1b]*)")) ? match[1].str() : std::string();
  };
  EXPECT_TRUE(comes_true([&] { return word() == "rings"; })) << session.marked_screen();
  session.press("S-Left");
  EXPECT_TRUE(comes_true([&] { return word() == "bell"; })) << session.marked_screen();
  ASSERT_TRUE(comes_true([&] { return status().find('~') == std::string::npos; }));  // the total is known
  const std::string held = status();
  for (int look = 0; look < 20; ++look) EXPECT_EQ(status(), held);
}

TEST_F(PlayTerminal, SpeedVolumeHelpAndRepeatAreShown) {
  play();
  session.press("Space");
  session.press("]");
  EXPECT_TRUE(shows_status("1.10x"));
  session.press("BSpace");
  EXPECT_TRUE(comes_true([&] { return status().find('x') == std::string::npos; }));
  session.press("(");
  EXPECT_TRUE(shows_status("volume 98"));
  session.press("m");
  EXPECT_TRUE(shows_status("muted"));
  session.press("m");
  session.press("l");
  EXPECT_TRUE(shows_status("repeat"));
  session.press("?");
  EXPECT_TRUE(session.shows("shift+left right  previous, next word"));
  session.press("?");
  EXPECT_TRUE(comes_true([&] { return session.screen().find("shift+left") == std::string::npos; }));
}

TEST_F(PlayTerminal, RemembersThePlaceOfAnArticleThatIsEdited) {
  play();
  session.press("Space");
  session.press("Down");
  session.press("Down");
  ASSERT_TRUE(hears("Then all"));
  session.press("Q");
  ASSERT_TRUE(is_back_in_the_shell("0"));
  directory.put("a.md", std::string("# Another title\n\nA new paragraph stands before the others.\n\n") + (kArticle + 13));
  session.type(std::string("clear; '" ALOUD_BINARY "' play --resume ") + (directory / "a.md"));
  EXPECT_TRUE(comes_true([&] { return session.visible().find("Then all of them") != std::string::npos; }));
  EXPECT_EQ(session.visible().find("One bell"), std::string::npos);
}

TEST_F(PlayTerminal, TheTerminalIsAsItWasWhateverEndsIt) {
  play();
  session.press("C-c");
  EXPECT_TRUE(is_back_in_the_shell("130"));
  session.type("clear");
  play();
  session.press("C-z");
  EXPECT_TRUE(session.shows("Stopped"));
  session.type("stty -a | grep -o '[-]*icanon'; fg");
  EXPECT_TRUE(session.shows("\nicanon"));
  EXPECT_TRUE(comes_true([&] { return status().find("Playing") == 0; }));
  session.press("Space");
  EXPECT_TRUE(shows_status("Paused"));
  session.press("C-c");
  EXPECT_TRUE(is_back_in_the_shell("130"));
}

TEST_F(PlayTerminal, FollowsAResize) {
  play();
  session.press("Space");
  session.press("Down");
  ASSERT_TRUE(hears("One bell"));
  session.resize(30, 20);
  EXPECT_TRUE(session.shows("One bell rings in the tower.\nTwo bells ring slowly over\nthe town."));
  session.resize(80, 20);
  EXPECT_TRUE(session.shows(
      "One bell rings in the tower. Two bells ring slowly over the town. Three bells\nanswer them from the hill.\n"));
}

TEST_F(PlayTerminal, MarksNothingWhenToldSo) {
  play("--no-highlight");
  session.press("Space");
  session.press("Down");
  ASSERT_TRUE(session.shows("One bell rings"));
  EXPECT_EQ(session.marked_screen().find("\x1b[1m"), std::string::npos);
  EXPECT_EQ(session.marked_screen().find("\x1b[7m"), std::string::npos);
}

}  // namespace
}  // namespace aloud::test
