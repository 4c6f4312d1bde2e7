#include "cli/terminal.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>

namespace aloud::cli {
namespace {

constexpr std::array kWatched = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
constexpr std::array kFatal = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
constexpr std::string_view kShowCursor = "\x1b[?2026l\x1b[0m\x1b[?25h";
constexpr std::size_t kUsualColumns = 80, kUsualRows = 24;

// What a signal handler has to know.
std::atomic<int> terminal_keys = -1;
termios terminal_before;
std::atomic<const WakeUp*> rung = nullptr;
std::array<std::atomic<bool>, 65> arrived;

void restore_and_die(int signal) {
  const int keys = terminal_keys;
  if (keys >= 0) {
    tcsetattr(keys, TCSANOW, &terminal_before);
    [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, kShowCursor.data(), kShowCursor.size());
  }
  std::raise(signal);  // SA_RESETHAND: the default action now
}

void note(int signal) {
  const int before = errno;
  arrived[static_cast<std::size_t>(signal)] = true;
  if (const WakeUp* wake_up = rung) wake_up->ring();
  errno = before;
}

winsize size_of_terminal() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) size = {};
  return size;
}

}  // namespace

std::unique_ptr<Terminal> Terminal::open(const Environment& environment) {
  const bool shown = ::isatty(STDOUT_FILENO) == 1;
  const char* term = environment("TERM");
  if (!shown || term == nullptr || *term == '\0' || std::strcmp(term, "dumb") == 0) return nullptr;
  if (::isatty(STDIN_FILENO) == 1) return std::unique_ptr<Terminal>(new Terminal(STDIN_FILENO, {}));
  UniqueDescriptor keys(::open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY));
  const int number = keys.get();
  return keys ? std::unique_ptr<Terminal>(new Terminal(number, std::move(keys))) : nullptr;
}

Terminal::Terminal(int keys, UniqueDescriptor own) : keys_(keys), own_(std::move(own)) {}

Terminal::~Terminal() {
  leave();
  terminal_keys = -1;
}

void Terminal::enter() {
  if (entered_ || tcgetattr(keys_, &before_) != 0) return;
  termios raw = before_;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);  // ISIG stays: Ctrl-C and Ctrl-Z are signals
  raw.c_cc[VMIN] = 0;
  raw.c_cc[VTIME] = 0;
  terminal_before = before_;
  terminal_keys = keys_;
  entered_ = true;
  struct sigaction action {};
  action.sa_handler = restore_and_die;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : kFatal) sigaction(signal, &action, nullptr);
  tcsetattr(keys_, TCSANOW, &raw);
}

void Terminal::leave() {
  if (!entered_) return;
  entered_ = false;
  terminal_keys = -1;
  write(kShowCursor);
  tcsetattr(keys_, TCSANOW, &before_);
}

bool Terminal::in_foreground() const {
  const pid_t foreground = tcgetpgrp(keys_);
  return foreground < 0 || foreground == getpgrp();  // not a controlling terminal: there is no background
}

std::string Terminal::read_keys() const {
  std::array<char, 256> buffer;
  const ssize_t count = ::read(keys_, buffer.data(), buffer.size());
  return count <= 0 ? std::string() : std::string(buffer.data(), static_cast<std::size_t>(count));
}

void Terminal::write(std::string_view text) const {
  // A terminal that has gone away is told nothing more; the signal for that is on its way.
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::size_t Terminal::columns() const {
  const winsize size = size_of_terminal();
  return size.ws_col > 0 ? size.ws_col : kUsualColumns;
}

std::size_t Terminal::rows() const {
  const winsize size = size_of_terminal();
  return size.ws_row > 0 ? size.ws_row : kUsualRows;
}

SignalQueue::SignalQueue(const WakeUp& wake_up) {
  rung = &wake_up;
  for (const int signal : kWatched) watch(signal);
}

SignalQueue::~SignalQueue() { stop(); }

void SignalQueue::stop() {
  rung = nullptr;
  for (const int signal : kWatched) {
    struct sigaction current {};
    sigaction(signal, nullptr, &current);
    if (current.sa_handler == note) std::signal(signal, SIG_DFL);
  }
}

void SignalQueue::watch(int signal) {
  struct sigaction inherited {};
  sigaction(signal, nullptr, &inherited);
  if (inherited.sa_handler == SIG_IGN) return;
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

std::vector<int> SignalQueue::take() {
  std::vector<int> signals;
  for (const int signal : kWatched)
    if (arrived[static_cast<std::size_t>(signal)].exchange(false)) signals.push_back(signal);
  return signals;
}

void SignalQueue::do_default(int signal) {
  std::signal(signal, SIG_DFL);
  std::raise(signal);  // to this thread, so that it has taken effect, and a stop is over, when this returns
  watch(signal);
}

}  // namespace aloud::cli
