#include "document/markdown/mkdocs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/tag_attributes.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct Key {
  std::string_view code, name;
};

// How keys are called that are written otherwise (https://facelessuser.github.io/pymdown-extensions/extensions/keys/).
constexpr std::array kKeys = std::to_array<Key>({
    {"alt", "Alt"},
    {"altgr", "Alt Gr"},
    {"alt-graph", "Alt Gr"},
    {"arrow-down", "Down"},
    {"arrow-left", "Left"},
    {"arrow-right", "Right"},
    {"arrow-up", "Up"},
    {"backspace", "Backspace"},
    {"break", "Break"},
    {"caps-lock", "Caps Lock"},
    {"cmd", "Command"},
    {"command", "Command"},
    {"comma", "Comma"},
    {"control", "Control"},
    {"ctrl", "Control"},
    {"del", "Delete"},
    {"delete", "Delete"},
    {"down", "Down"},
    {"end", "End"},
    {"enter", "Enter"},
    {"equal", "Equals"},
    {"esc", "Escape"},
    {"escape", "Escape"},
    {"fn", "Function"},
    {"grave", "Backtick"},
    {"home", "Home"},
    {"ins", "Insert"},
    {"insert", "Insert"},
    {"left", "Left"},
    {"menu", "Menu"},
    {"meta", "Meta"},
    {"minus", "Minus"},
    {"num-lock", "Num Lock"},
    {"option", "Option"},
    {"page-down", "Page Down"},
    {"page-up", "Page Up"},
    {"pause", "Pause"},
    {"period", "Period"},
    {"pgdn", "Page Down"},
    {"pgup", "Page Up"},
    {"pipe", "Pipe"},
    {"plus", "Plus"},
    {"prtsc", "Print Screen"},
    {"print-screen", "Print Screen"},
    {"return", "Return"},
    {"right", "Right"},
    {"scroll-lock", "Scroll Lock"},
    {"semicolon", "Semicolon"},
    {"shift", "Shift"},
    {"slash", "Slash"},
    {"space", "Space"},
    {"spacebar", "Space"},
    {"super", "Super"},
    {"tab", "Tab"},
    {"up", "Up"},
    {"win", "Windows"},
    {"windows", "Windows"},
});

constexpr std::array kIconSets =
    std::to_array<std::string_view>({"material-", "fontawesome-", "octicons-", "simple-", "custom-", "lucide-"});

bool is_code_character(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '+'; }

// What a key is called; empty for what is none.
std::string name_of_key(std::string_view code) {
  if (code.size() >= 2 && code.front() == '"' && code.back() == '"') return std::string(code.substr(1, code.size() - 2));
  const std::string lower = ascii_lower(code);
  const auto known = std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& key) { return key.code == lower; });
  if (known != kKeys.end()) return std::string(known->name);
  const bool single = code.size() == 1 && (is_ascii_letter(code[0]) || is_ascii_digit(code[0]));
  const bool function = (code.size() == 2 || code.size() == 3) && lower[0] == 'f' &&
                        std::all_of(code.begin() + 1, code.end(), is_ascii_digit<char>);
  return single || function ? ascii_upper(code) : std::string();
}

class MkdocsRewriter {
 public:
  explicit MkdocsRewriter(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), edits_(scan) {}

  Rewrites run() {
    for (std::size_t number = 0; number < scan_.lines().size(); ++number) take_line(number);
    for (std::size_t at = text_.find_first_of("+:"); at != kNone; at = text_.find_first_of("+:", at)) {
      const std::size_t behind = scan_.behind_code(at);
      at = behind != at ? behind : std::max(text_[at] == '+' ? take_keys(at) : take_icon(at), at + 1);
    }
    return edits_.take();
  }

 private:
  // ---- lines ----
  void take_line(std::size_t number) {
    const ScannedLine& line = scan_.lines()[number];
    if (line.kind != ScannedLine::Kind::text) return;
    const std::string_view content = scan_.content(line);
    if (is_snippet_mark(content)) {
      in_snippets_ =
          content.find('"') == kNone && content.find('\'') == kNone ? !in_snippets_ && has_snippet_end(number) : in_snippets_;
      return edits_.remove({line.content, line.range.end}, SilentKind::inclusion);
    }
    if (in_snippets_) return edits_.remove({line.content, line.range.end}, SilentKind::inclusion);
    if (is_abbreviation(content)) return edits_.remove({line.content, line.range.end}, SilentKind::abbreviation);
    open_markdown(number);
  }

  static bool is_snippet_mark(std::string_view content) {
    if (content.starts_with(';')) content.remove_prefix(1);
    return content.starts_with("--8<--") || content.starts_with("-8<-");
  }

  bool has_snippet_end(std::size_t number) const {
    constexpr std::size_t kMostFiles = 64;  // in one list
    const auto& lines = scan_.lines();
    for (std::size_t next = number + 1; next < std::min(number + kMostFiles, lines.size()); ++next) {
      if (is_snippet_mark(scan_.content(lines[next]))) return true;
    }
    return false;
  }

  // *[HTML]: Hypertext Markup Language
  static bool is_abbreviation(std::string_view content) {
    if (!content.starts_with("*[")) return false;
    const std::size_t close = content.find(']');
    return close != kNone && close > 2 && close + 1 < content.size() && content[close + 1] == ':';
  }

  // <div class="grid cards" markdown>: behind the tag, blank lines end the HTML for CommonMark.
  void open_markdown(std::size_t number) {
    const auto& lines = scan_.lines();
    const std::string_view content = scan_.content(lines[number]);
    if (!is_container(content)) return;
    const std::size_t close = content.find('>'), word = content.find(" markdown");
    if (close == kNone || word >= close) return;
    const char behind = content[word + 9];
    if (behind != '>' && behind != '=' && !is_blank(behind)) return;
    const std::string line = "\n" + edits_.prefix_at(lines[number].content);
    if (content.find_first_not_of(" \t", close + 1) != kNone) {
      edits_.insert(lines[number].content + close + 1, line + line);
    } else if (number + 1 < lines.size() && !scan_.content(lines[number + 1]).empty()) {
      edits_.insert(lines[number].range.end, line);
    }
  }

  static bool is_container(std::string_view content) {
    static constexpr std::array kElements = std::to_array<std::string_view>(
        {"<div ", "<section ", "<article ", "<details ", "<aside ", "<figure ", "<center ", "<main ", "<blockquote "});
    return std::any_of(kElements.begin(), kElements.end(),
                       [&](std::string_view element) { return content.starts_with(element); });
  }

  // ---- within lines ----
  bool follows_word(std::size_t at) const {
    return at > 0 && (is_ascii_letter(text_[at - 1]) || is_ascii_digit(text_[at - 1]) || text_[at - 1] == text_[at]);
  }

  // ++ctrl+alt+"Custom"++
  std::size_t take_keys(std::size_t at) {
    if (text_.compare(at, 2, "++") != 0 || follows_word(at)) return 0;
    std::string names;
    for (std::size_t from = at + 2; from < text_.size();) {
      std::size_t end = from;
      if (text_[from] == '"') {
        constexpr std::size_t kLongestName = 40;
        end = text_.substr(0, from + kLongestName).find_first_of("\"\r\n", from + 1);
        if (end == kNone || text_[end] != '"') return 0;
        ++end;
      } else {
        while (end < text_.size() && is_code_character(text_[end]) && text_[end] != '+') ++end;
      }
      const std::string name = name_of_key(text_.substr(from, end - from));
      if (name.empty() || end >= text_.size() || text_[end] != '+') return 0;
      names += (names.empty() ? "" : " ") + name;
      if (text_.compare(end, 2, "++") == 0) {
        edits_.replace({at, end + 2}, Atom{names});
        return end + 2;
      }
      from = end + 1;
    }
    return 0;
  }

  // :octicons-mark-github-16:{ .lg }
  std::size_t take_icon(std::size_t at) {
    if (follows_word(at)) return 0;
    const std::string_view behind = text_.substr(at + 1, 64);
    if (std::none_of(kIconSets.begin(), kIconSets.end(), [&](std::string_view set) { return behind.starts_with(set); }))
      return 0;
    std::size_t end = at + 1;
    while (end < text_.size() && is_code_character(text_[end])) ++end;
    if (end == text_.size() || text_[end] != ':') return 0;
    ++end;
    std::size_t list = end;
    while (list < text_.size() && is_blank(text_[list])) ++list;
    const std::size_t list_end =
        list < text_.size() && text_[list] == '{' ? attribute_list_end(text_, list, BareWords::no) : kNone;
    if (list_end != kNone) end = list_end;
    edits_.remove_word({at, end}, SilentKind::icon);
    return end;
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  LineEdits edits_;
  bool in_snippets_ = false;  // between "--8<--" and "--8<--", a list of files
};

}  // namespace

Rewrites rewrite_mkdocs(const MarkdownScan& scan) { return MkdocsRewriter(scan).run(); }

}  // namespace aloud
