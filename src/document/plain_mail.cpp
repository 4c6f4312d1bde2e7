#include "document/plain_mail.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestKey = 32;        // bytes
constexpr std::size_t kLongestSignature = 12;  // lines

constexpr auto kSaid = std::to_array<std::string_view>({"from", "to", "cc", "subject", "date", "von", "an", "kopie", "betreff",
                                                        "datum", "de", "à", "objet", "date", "para", "asunto", "fecha"});
// What no other text's first lines hold.
constexpr auto kOpening = std::to_array<std::string_view>(
    {"from", "subject", "return-path", "received", "message-id", "betreff", "objet", "asunto", "delivered-to"});
// Headers that are for programs (RFC 5322, RFC 2045, RFC 2369).
constexpr auto kSilent = std::to_array<std::string_view>(
    {"message-id", "mime-version", "received", "reply-to", "in-reply-to", "references", "return-path", "sender", "delivered-to",
     "precedence", "authentication-results", "dkim-signature", "user-agent", "bcc", "importance"});

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The name of a header in small letters; empty for other lines.
std::string header_of(std::string_view line) {
  const std::size_t colon = line.substr(0, kLongestKey).find(':');
  if (colon == kNone || colon == 0 || (colon + 1 < line.size() && !is_blank(line[colon + 1]))) return {};
  const std::string_view name = line.substr(0, colon);
  return name.find_first_of(" \t") == kNone ? ascii_lower(name) : std::string();
}

bool is_for_programs(std::string_view name) {
  return is_one_of(name, kSilent) || name.starts_with("x-") || name.starts_with("content-") || name.starts_with("list-") ||
         name.starts_with("arc-");
}

class MailFinder {
 public:
  MailFinder(std::string_view text, std::size_t begin, PlainFurniture& found) : text_(text), begin_(begin), found_(found) {}

  void run() {
    headers();
    addresses();
    signature();
  }

 private:
  std::string_view line_at(std::size_t at) const { return text_.substr(at, line_end(text_, at) - at); }

  void headers() {
    bool opens = false;
    std::size_t at = begin_, known = 0;
    for (; at < text_.size() && !trim(text_, {at, line_end(text_, at)}).empty(); at = next_line(text_, at)) {
      const std::string_view line = line_at(at);
      if (is_blank(line[0]) && at > begin_) continue;
      const std::string name = header_of(line);
      if (name.empty()) return;
      opens = opens || is_one_of(name, kOpening);
      known += is_one_of(name, kSaid) || is_for_programs(name) ? 1U : 0U;
    }
    mail_ = opens && known >= 2;
    if (!mail_) return;
    const std::size_t end = found_.head_end = at;
    for (at = begin_; at < end;) {
      const std::size_t begin = at;
      const std::string name = header_of(line_at(at));
      do {
        at = next_line(text_, at);
      } while (at < end && is_blank(text_[at]));
      if (is_for_programs(name)) found_.lines.push_back({{begin, at}, SilentKind::page_metadata});
    }
    std::sort(found_.lines.begin(), found_.lines.end(),
              [](const SilentRange& a, const SilentRange& b) { return a.source.begin < b.source.begin; });
  }

  // "Rob Ashby <rob@boats.example>": where a name stands before it, in a letter or above what somebody wrote.
  void addresses() {
    constexpr std::size_t kLongestAddress = 120;  // bytes
    std::size_t end_of_line = 0;                  // of the line looked at last: long ones are measured once
    for (std::size_t at = text_.find('<', begin_); at != kNone; at = text_.find('<', at + 1)) {
      const std::string_view rest = text_.substr(at, kLongestAddress);
      const std::size_t close = rest.find_first_of("> \t\r\n<", 1);
      if (close == kNone || rest[close] != '>' || rest.substr(0, close).find('@') == kNone) continue;
      const bool named = at > begin_ + 1 && is_blank(text_[at - 1]) && !is_line_end(text_[at - 2]) && text_[at - 2] != ':';
      if (end_of_line <= at) end_of_line = line_end(text_, at);
      const bool attribution = text_[trim(text_, {at, end_of_line}).end - 1] == ':';
      if (!named || (!mail_ && !attribution)) continue;
      found_.inside.push_back({{at - 1, at + close + 1}, SilentKind::link_destination});
    }
    std::sort(found_.inside.begin(), found_.inside.end(),
              [](const SilentRange& a, const SilentRange& b) { return a.source.begin < b.source.begin; });
  }

  // From a line of "-- " to the end (RFC 3676, 4.3).
  void signature() {
    std::size_t lines = 0, words = 0;
    for (std::size_t end = text_.size(); end > begin_ && lines <= kLongestSignature; ++lines) {
      std::size_t begin = end;
      while (begin > begin_ && is_line_end(text_[begin - 1])) --begin;
      const std::size_t stop = begin;
      while (begin > begin_ && !is_line_end(text_[begin - 1])) --begin;
      const std::string_view line = text_.substr(begin, stop - begin);
      if ((line == "-- " || (mail_ && line == "--")) && words > 0) {
        const bool free = found_.lines.empty() || found_.lines.back().source.end <= begin;
        if (free && begin > begin_) found_.lines.push_back({{begin, text_.size()}, SilentKind::page_footer});
        return;
      }
      ++words;
      end = begin;
    }
  }

  std::string_view text_;
  std::size_t begin_;
  PlainFurniture& found_;
  bool mail_ = false;  // the text is a letter
};

}  // namespace

void find_mail_furniture(std::string_view text, std::size_t body_begin, PlainFurniture& found) {
  MailFinder(text, body_begin, found).run();
}

}  // namespace aloud
