#include "cli/play_saving.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output_plan.h"
#include "util/error.h"
#include "util/plain_line.h"

namespace aloud::cli {
namespace {

constexpr const char* kInputAgain = "/proc/self/fd/0";

RenderArguments render_arguments(const PlayArguments& play) {
  RenderArguments render;
  render.articles = play.articles;
  render.output = play.save;
  render.document_format = play.document_format;
  render.voice = play.voice;
  render.limits = play.limits;
  render.cache = play.cache;
  render.quiet = true;
  return render;
}

/// Puts standard input into memory, where it can be read more than once.
void keep_input() {
  const int copy = ::memfd_create("article", MFD_CLOEXEC);
  if (copy < 0) throw Error(ErrorKind::input, "cannot keep standard input: " + describe_errno(errno));
  std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw Error(ErrorKind::input, "cannot read standard input: " + describe_errno(errno));
    if (count == 0) break;
    for (ssize_t done = 0; done < count;) {
      const ssize_t written = ::write(copy, buffer.data() + done, static_cast<std::size_t>(count - done));
      if (written < 0) throw Error(ErrorKind::input, "cannot keep standard input: " + describe_errno(errno));
      done += written;
    }
  }
  ::lseek(copy, 0, SEEK_SET);
  ::dup2(copy, STDIN_FILENO);
  ::close(copy);
}

int render_in_child(const RenderArguments& arguments) {
  try {
    return run_render(arguments);
  } catch (const Error& error) {
    std::fprintf(stderr, "aloud: %s\n", plain_line(error.what()).c_str());
    return exit_code_of(error.kind());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "aloud: internal error: %s\n", error.what());
    return kFailed;
  }
}

}  // namespace

Saving::Saving(const PlayArguments& arguments) {
  if (arguments.save.empty()) return;
  if (arguments.save == "-") throw Error(ErrorKind::usage, "--save -: the terminal is for the text; name a file");
  RenderArguments render = render_arguments(arguments);
  plan_outputs(render);  // what is wrong with it is said before anything sounds
  for (std::string& article : render.articles) {
    if (article != "-") continue;
    keep_input();
    article = kInputAgain;
  }
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw Error(ErrorKind::output, "no pipe: " + describe_errno(errno));
  const pid_t parent = ::getpid();
  std::fflush(nullptr);
  child_ = ::fork();
  if (child_ < 0) throw Error(ErrorKind::output, "no process to save with: " + describe_errno(errno));
  if (child_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) ::_exit(kFailed);
    ::setpgid(0, 0);  // a terminal's Ctrl-C is for the player, which then ends this
    ::close(pipe[1]);
    char go = 0;
    while (::read(pipe[0], &go, 1) < 0 && errno == EINTR) {
    }
    ::_exit(go == 0 ? kFailed : render_in_child(render));
  }
  ::close(pipe[0]);
  go_ = pipe[1];
}

Saving::~Saving() {
  if (go_ >= 0) ::close(go_);
  give_up();
}

void Saving::give_up() {
  if (child_ > 0) {
    ::kill(child_, SIGTERM);
    while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  child_ = -1;
}

void Saving::begin() {
  if (go_ < 0) return;
  [[maybe_unused]] const auto written = ::write(go_, "g", 1);
  ::close(go_);
  go_ = -1;
}

int Saving::finish() {
  if (go_ >= 0) give_up();  // nothing has been played
  if (child_ < 0) return kDone;
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : static_cast<int>(kFailed);
}

}  // namespace aloud::cli
