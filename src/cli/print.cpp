#include "cli/print.h"

#include <cerrno>
#include <cstdio>

#include "util/plain_line.h"
#include "util/safe_text.h"

namespace aloud::cli {

namespace {

bool gone = false;

void put(const std::string& text) {
  if (std::fputs(text.c_str(), stdout) == EOF && errno == EPIPE) gone = true;
}

}  // namespace

void print(const std::string& text) { put(safe_lines(text)); }

void print_json(const std::string& json) { put(safe_json(json)); }

int flush_output() {
  if (gone || std::fflush(stdout) == 0 || errno == EPIPE) return 0;
  return errno;
}

void say(const std::string& text) { std::fputs(safe_lines(text).c_str(), stderr); }

void complain(const std::string& message) { say("aloud: " + plain_line(message) + '\n'); }

}  // namespace aloud::cli
