// End to end with a real sound server, and on a real bus: both are started by the test, on sockets of their own.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <csignal>

#include <algorithm>
#include <cmath>
#include <memory>

#include "cli/aloud_program.h"
#include "play/terminal_session.h"
#include "support/test_paths.h"

namespace aloud::test {
namespace {

constexpr const char* kArticle = "One bell rings in the tower. Two bells ring slowly.\n\nThen all of them ring together.\n";

// A program that runs beside the test until it is done with it.
class Companion {
 public:
  Companion(const std::vector<std::string>& command, const std::vector<std::string>& environment, const std::string& output)
      : pid_(::fork()) {
    if (pid_ != 0) return;
    const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int none = ::open("/dev/null", O_RDWR);
    detail::exec_in_child(command, environment, {}, none, out, none);
  }
  ~Companion() { stop(); }
  Companion(const Companion&) = delete;
  Companion& operator=(const Companion&) = delete;

  void stop() {
    if (pid_ > 0) ::kill(pid_, SIGTERM);
    wait();
  }
  int wait() {
    int status = 0;
    if (pid_ > 0) ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t pid_;
};

class PlayServer : public testing::Test {
 protected:
  PlayServer()
      : environment{"HOME=" + directory.path().string(),
                    "XDG_RUNTIME_DIR=" + directory.path().string(),
                    "PULSE_SERVER=unix:" + (directory / "s"),
                    "XDG_STATE_HOME=" + (directory / "state"),
                    "ALOUD_VOICES=" ALOUD_SOURCE_DIR "/voices",
                    "ALOUD_CACHE_DIR=" + (directory / "cache"),
                    "DBUS_SESSION_BUS_ADDRESS=",
                    "SDL_AUDIODRIVER=pulseaudio",
                    "ASAN_OPTIONS=detect_leaks=0"} {
    article = directory.put("a.md", kArticle);
  }

  Outcome ask(const std::vector<std::string>& command) {
    RunOptions options;
    options.environment = environment;
    return run(command, options);
  }

  // A sink that goes nowhere, of the rate that speech has: what it is given can be recorded as it is.
  std::unique_ptr<Companion> start_server() {
    auto server = std::make_unique<Companion>(
        std::vector<std::string>{"pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "-L",
                                 "module-native-protocol-unix socket=" + (directory / "s") + " auth-anonymous=1", "-L",
                                 "module-null-sink sink_name=ci rate=22050 channels=1 format=s16le norewinds=1"},
        environment, directory / "server.log");
    EXPECT_TRUE(comes_true([&] { return ask({"pactl", "list", "short", "sinks"}).out.find("ci") != std::string::npos; }));
    return server;
  }

  TemporaryDirectory directory;
  std::vector<std::string> environment;
  std::string article;
};

TEST_F(PlayServer, IsGivenEverySampleThatRenderWrites) {
  const auto server = start_server();
  Companion recorder(
      {"parec", "-d", "ci.monitor", "--format=s16le", "--rate=22050", "--channels=1", "--raw", "--latency-msec=20"},
      environment, directory / "recorded.raw");
  ASSERT_TRUE(comes_true([&] { return !read_file(directory / "recorded.raw").empty(); }));
  const Outcome outcome = ask({ALOUD_BINARY, "play", article});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  ASSERT_EQ(ask({ALOUD_BINARY, "render", article, "-o", directory / "a.wav", "-q"}).status, 0);
  std::string expected = read_file(directory / "a.wav");
  expected.erase(0, expected.find("data") + 8);
  expected.resize(expected.find_last_not_of('\0') + 1);  // the silence at the end may still be on its way
  EXPECT_TRUE(comes_true([&] { return read_file(directory / "recorded.raw").find(expected) != std::string::npos; }));
}

TEST_F(PlayServer, ThatGoesAwayEndsPlayingWithOneLineAndThePlaceRemembered) {
  auto server = start_server();
  Outcome outcome;
  std::thread playing([&] { outcome = ask({ALOUD_BINARY, "play", ALOUD_SOURCE_DIR "/text/the-tide-clock.md"}); });
  const Companion recorder({"parec", "-d", "ci.monitor", "--raw"}, environment, directory / "recorded.raw");
  EXPECT_TRUE(comes_true(
      [&] { return read_file(directory / "recorded.raw").find_first_not_of('\0') != std::string::npos; }));  // it sounds
  server->stop();
  playing.join();
  EXPECT_EQ(outcome.status, 4);
  EXPECT_NE(outcome.err.find("aloud: the sound device has gone"), std::string::npos) << outcome.err;
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  EXPECT_FALSE(std::filesystem::is_empty(directory / "state/aloud/positions"));
}

TEST(PlayBus, IsSteeredByDesktopControls) {
  const TemporaryDirectory directory;
  const std::vector<std::string> environment = {"DBUS_SESSION_BUS_ADDRESS=unix:path=" + (directory / "bus"),
                                                "SDL_AUDIODRIVER=dummy",
                                                "ALOUD_VOICES=" ALOUD_SOURCE_DIR "/voices",
                                                "ALOUD_CACHE_DIR=" + (directory / "cache"),
                                                "XDG_STATE_HOME=" + (directory / "state"),
                                                "ASAN_OPTIONS=detect_leaks=0"};
  const auto control = [&](std::vector<std::string> command) {
    command.insert(command.begin(), {"playerctl", "-p", "aloud"});
    RunOptions options;
    options.environment = environment;
    std::string out = run(command, options).out;
    while (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
  };
  const auto position = [&] {
    const std::string text = control({"position"});
    return text.empty() ? -1 : std::stod(text);
  };
  const Companion bus({"dbus-daemon", "--session", "--nofork", "--address=unix:path=" + (directory / "bus")}, environment,
                      directory / "bus.log");
  ASSERT_TRUE(comes_true([&] { return std::filesystem::exists(directory / "bus"); }));
  Companion player({ALOUD_BINARY, "play", ALOUD_SOURCE_DIR "/text/the-tide-clock.md"}, environment, directory / "out");

  ASSERT_TRUE(comes_true([&] { return control({"status"}) == "Playing"; }));
  EXPECT_EQ(control({"metadata", "title"}), "The Tide Clock");
  EXPECT_NE(control({"metadata", "xesam:url"}).find("file:///"), std::string::npos);
  control({"pause"});
  EXPECT_TRUE(comes_true([&] { return control({"status"}) == "Paused"; }));
  EXPECT_TRUE(comes_true([&] {
    control({"position", "300"});  // more than once: the article may not be composed so far yet
    return std::abs(position() - 300) < 1;
  }));
  EXPECT_TRUE(comes_true([&] {
    control({"next"});  // more than once: likewise
    return position() > 300.5;
  }));
  const double after = position();
  control({"previous"});
  EXPECT_TRUE(comes_true([&] { return position() < after; }));
  control({"position", "20+"});
  EXPECT_TRUE(comes_true([&] { return position() > after; }));
  control({"volume", "0.5"});
  EXPECT_TRUE(comes_true([&] { return control({"volume"}) == "0.500000"; }));
  control({"play"});
  EXPECT_TRUE(comes_true([&] { return control({"status"}) == "Playing"; }));
  RunOptions options;
  options.environment = environment;
  run({"dbus-send", "--session", "--type=method_call", "--dest=org.mpris.MediaPlayer2.aloud", "/org/mpris/MediaPlayer2",
       "org.mpris.MediaPlayer2.Quit"},
      options);
  EXPECT_EQ(player.wait(), 0);
}

}  // namespace
}  // namespace aloud::test
