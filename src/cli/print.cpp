#include "cli/print.h"

#include <cstdio>

#include "util/plain_line.h"
#include "util/safe_text.h"

namespace aloud::cli {

void print(const std::string& text) { std::fputs(safe_lines(text).c_str(), stdout); }

void print_json(const std::string& json) { std::fputs(safe_json(json).c_str(), stdout); }

void say(const std::string& text) { std::fputs(safe_lines(text).c_str(), stderr); }

void complain(const std::string& message) { say("aloud: " + plain_line(message) + '\n'); }

}  // namespace aloud::cli
