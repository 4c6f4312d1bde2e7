#include "support/webvtt_checker.h"

#include <optional>
#include <regex>
#include <set>

#include "util/utf8.h"

namespace aloud::test {
namespace {

std::optional<long> milliseconds_in(const std::string& stamp) {
  static const std::regex kStamp("(?:([0-9]{2,}):)?([0-5][0-9]):([0-5][0-9])\\.([0-9]{3})");
  std::smatch match;
  if (!std::regex_match(stamp, match, kStamp)) return std::nullopt;
  const long hours = match[1].matched ? std::stol(match[1]) : 0;
  return ((hours * 60 + std::stol(match[2])) * 60 + std::stol(match[3])) * 1000 + std::stol(match[4]);
}

class Checker {
 public:
  explicit Checker(std::string_view file) {
    if (!is_valid_utf8(file)) complain("not UTF-8");
    if (file.find('\0') != std::string_view::npos) complain("a NUL");
    if (file.find('\r') != std::string_view::npos) complain("a carriage return");
    if (file.empty() || file.back() != '\n') complain("no line end at the end");
    while (!file.empty()) {
      const std::size_t end = file.find('\n');
      lines_.emplace_back(file.substr(0, end));
      file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    }
  }

  std::vector<std::string> check() {
    const bool has_header = !lines_.empty() && (lines_[0] == "WEBVTT" || lines_[0].starts_with("WEBVTT "));
    if (!has_header) complain("no WEBVTT header");
    at_ = 1;
    if (lines_.size() > 1 && !lines_[1].empty()) complain("no blank line after the header");
    while (at_ < lines_.size()) {
      if (lines_[at_].empty()) {
        ++at_;
      } else {
        check_block();
      }
    }
    return problems_;
  }

 private:
  void complain(const std::string& what) { problems_.push_back("line " + std::to_string(at_ + 1) + ": " + what); }

  bool in_block() const { return at_ < lines_.size() && !lines_[at_].empty(); }

  void check_block() {
    if (lines_[at_] == "NOTE" || lines_[at_].starts_with("NOTE ")) {
      for (; in_block(); ++at_) {
        if (lines_[at_].find("-->") != std::string::npos) complain("an arrow in a note");
      }
      return;
    }
    if (lines_[at_].find("-->") == std::string::npos) {
      if (!ids_.insert(lines_[at_]).second) complain("an id twice");
      ++at_;
    }
    check_timing();
    if (!in_block()) complain("a cue without text");
    for (; in_block(); ++at_) check_text(lines_[at_]);
  }

  void check_timing() {
    static const std::regex kTiming("(\\S+) --> (\\S+)");
    std::smatch match;
    if (at_ >= lines_.size() || !std::regex_match(lines_[at_], match, kTiming)) return complain("no timing line");
    const auto begin = milliseconds_in(match[1]);
    const auto end = milliseconds_in(match[2]);
    if (!begin || !end) return complain("not a time stamp");
    if (*end <= *begin) complain("end is not after start");
    if (*begin < begin_) complain("starts before the cue above");
    begin_ = last_stamp_ = *begin;
    end_ = *end;
    ++at_;
  }

  void check_text(std::string_view text) {
    static const std::set<std::string_view> kEntities{"&amp;", "&lt;", "&gt;", "&lrm;", "&rlm;", "&nbsp;"};
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '>') complain("a bare >");
      if (text[i] == '&') {
        const std::size_t end = text.find(';', i);
        if (end == std::string_view::npos || !kEntities.contains(text.substr(i, end - i + 1))) complain("a bare &");
      }
      if (text[i] == '<') {
        const std::size_t end = text.find('>', i);
        if (end == std::string_view::npos) return complain("an open <");
        check_stamp(std::string(text.substr(i + 1, end - i - 1)));
        i = end;
      }
    }
  }

  void check_stamp(const std::string& stamp) {
    const auto time = milliseconds_in(stamp);
    if (!time) return complain("a tag that is no time stamp: " + stamp);
    if (*time <= last_stamp_) complain("a time stamp that is not after the one before: " + stamp);
    if (*time >= end_) complain("a time stamp outside its cue: " + stamp);
    last_stamp_ = *time;
  }

  std::vector<std::string> lines_;
  std::vector<std::string> problems_;
  std::set<std::string> ids_;
  std::size_t at_ = 0;
  long begin_ = 0, end_ = 0, last_stamp_ = 0;
};

}  // namespace

std::vector<std::string> check_webvtt(std::string_view file) { return Checker(file).check(); }

}  // namespace aloud::test
