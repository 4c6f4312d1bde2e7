#pragma once

#include <string>

namespace aloud {

/// The share of a `make -j` that this process may use. A recipe runs under one token of make's jobserver; more are taken from
/// it for as long as this object lives, as many as are free at its start.
/// https://www.gnu.org/software/make/manual/html_node/POSIX-Jobserver.html
class Jobserver {
 public:
  /// `makeflags`: the variable MAKEFLAGS, empty if not set. Takes at most `most` - 1 tokens.
  Jobserver(const std::string& makeflags, unsigned most);
  ~Jobserver();
  Jobserver(const Jobserver&) = delete;
  Jobserver& operator=(const Jobserver&) = delete;

  /// Whether make runs jobs in parallel, and said so to this process.
  bool is_there() const { return there_; }

  /// make gave a jobserver whose descriptors it then closed: the recipe's line lacks a "+".
  bool is_closed() const { return closed_; }

  /// Jobs that this process may run: at least 1.
  unsigned jobs() const;

 private:
  bool there_ = false;
  bool closed_ = false;
};

/// Gives all tokens back. Async-signal-safe: for a handler that is about to end the process.
void return_jobserver_tokens() noexcept;

}  // namespace aloud
