#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace aloud::test {

/// What a command did.
struct Outcome {
  int status = 0;  ///< exit code, or 128 + the signal that ended it, as a shell says it
  std::string out;
  std::string err;
};

namespace detail {

inline void feed(int descriptor, const std::string& input, std::size_t& done) {
  const ssize_t written = ::write(descriptor, input.data() + done, input.size() - done);
  if (written > 0) done += static_cast<std::size_t>(written);
  if (written < 0 && errno == EPIPE) done = input.size();
}

inline bool drain(int descriptor, std::string& into) {
  char buffer[65536];
  const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
  if (count > 0) into.append(buffer, static_cast<std::size_t>(count));
  return count > 0 || (count < 0 && errno == EINTR);
}

[[noreturn]] inline void exec_in_child(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                                       const std::string& directory, int in, int out, int err) {
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  if (!directory.empty() && ::chdir(directory.c_str()) != 0) ::_exit(126);
  for (const std::string& setting : environment) ::putenv(const_cast<char*>(setting.c_str()));
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace detail

/// Settings of one call to run().
struct RunOptions {
  std::string input;                     ///< given on standard input
  std::string directory;                 ///< to run in; empty: here
  std::vector<std::string> environment;  ///< "NAME=value", on top of the test's own
  void (*prepare)() = nullptr;           ///< called in the new process before the command begins
};

/// Runs a command (found in PATH) to its end. Standard input is `input`, then closed.
inline Outcome run(const std::vector<std::string>& command, const RunOptions& options = {}) {
  std::array<int, 2> in{}, out{}, err{};
  if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe");
  }
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) std::signal(SIGPIPE, SIG_DFL);  // what the line below sets would be inherited
  if (child == 0 && options.prepare != nullptr) options.prepare();
  if (child == 0) detail::exec_in_child(command, options.environment, options.directory, in[0], out[1], err[1]);
  std::signal(SIGPIPE, SIG_IGN);  // a command may end before it has read its input: feed() sees EPIPE
  ::close(in[0]);
  ::close(out[1]);
  ::close(err[1]);
  ::fcntl(in[1], F_SETFL, O_NONBLOCK);

  Outcome outcome;
  std::size_t fed = 0;
  bool in_open = true, out_open = true, err_open = true;
  while (out_open || err_open) {
    if (in_open && fed == options.input.size()) {
      ::close(in[1]);
      in_open = false;
    }
    std::array<pollfd, 3> files{
        {{in_open ? in[1] : -1, POLLOUT, 0}, {out_open ? out[0] : -1, POLLIN, 0}, {err_open ? err[0] : -1, POLLIN, 0}}};
    if (::poll(files.data(), files.size(), -1) < 0 && errno != EINTR) break;
    if (files[0].revents != 0) detail::feed(in[1], options.input, fed);
    if (files[1].revents != 0) out_open = detail::drain(out[0], outcome.out);
    if (files[2].revents != 0) err_open = detail::drain(err[0], outcome.err);
  }
  if (in_open) ::close(in[1]);
  ::close(out[0]);
  ::close(err[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

}  // namespace aloud::test
