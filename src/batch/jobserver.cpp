#include "batch/jobserver.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <optional>

namespace aloud {
namespace {

// What a handler has to give back. Tokens are bytes that may differ, so each goes back as it came.
constexpr unsigned kMostTokens = 1024;
std::array<char, kMostTokens> tokens{};
std::atomic<unsigned> held{0};
std::atomic<int> return_to{-1};

// The last counts: a make that runs in a make passes both on.
std::optional<std::string> jobserver_of(const std::string& makeflags) {
  for (const std::string name : {"--jobserver-auth=", "--jobserver-fds="}) {
    const std::size_t at = makeflags.rfind(name);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + name.size();
    return makeflags.substr(begin, makeflags.find(' ', begin) - begin);
  }
  return std::nullopt;
}

std::optional<std::array<int, 2>> descriptors_of(const std::string& text) {
  std::array<int, 2> both{};
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) return std::nullopt;
  const auto first = std::from_chars(text.data(), text.data() + comma, both[0]);
  const auto second = std::from_chars(text.data() + comma + 1, text.data() + text.size(), both[1]);
  if (first.ec != std::errc() || second.ec != std::errc() || both[0] < 0 || both[1] < 0) return std::nullopt;
  return both;
}

// An open file of its own, so that make's stays as make has set it.
int open_for_reading(const std::string& path) { return ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC); }

void take_tokens(int from, unsigned most) {
  while (held < most && held < kMostTokens) {
    char token = 0;
    const ssize_t count = ::read(from, &token, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count != 1) return;  // none is free
    tokens.at(held) = token;
    ++held;
  }
}

}  // namespace

Jobserver::Jobserver(const std::string& makeflags, unsigned most) {
  const std::optional<std::string> server = jobserver_of(makeflags);
  if (!server) return;
  std::string path;
  if (server->starts_with("fifo:")) {
    path = server->substr(5);
    return_to = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
  } else if (const auto both = descriptors_of(*server)) {
    path = "/proc/self/fd/" + std::to_string((*both)[0]);
    const bool open = ::fcntl((*both)[0], F_GETFD) >= 0 && ::fcntl((*both)[1], F_GETFD) >= 0;
    return_to = open ? ::fcntl((*both)[1], F_DUPFD_CLOEXEC, 3) : -1;
  }
  const int from = return_to >= 0 ? open_for_reading(path) : -1;
  there_ = from >= 0;
  closed_ = !there_;
  if (!there_) return;
  take_tokens(from, most > 1 ? most - 1 : 0);
  ::close(from);
}

Jobserver::~Jobserver() {
  return_jobserver_tokens();
  const int descriptor = return_to.exchange(-1);
  if (descriptor >= 0) ::close(descriptor);
}

unsigned Jobserver::jobs() const { return held + 1; }

void return_jobserver_tokens() noexcept {
  const int descriptor = return_to;
  while (descriptor >= 0 && held > 0) {
    const unsigned last = --held;
    while (::write(descriptor, &tokens.at(last), 1) < 0 && errno == EINTR) {
    }
  }
}

}  // namespace aloud
