#include <algorithm>
#include <array>
#include <optional>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/myst.h"
#include "util/ascii.h"

namespace aloud {
namespace {

using Kind = ScannedLine::Kind;

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kLongestName = 32;

constexpr std::array<std::string_view, 10> kCiting{"cite",     "cite:p",    "cite:t",      "cite:ps",  "cite:ts",
                                                   "cite:alp", "cite:year", "cite:author", "footcite", "cite:cite"};
// What points at a place, or is words: said as text. Others are names out of programs, and stay code.
constexpr std::array<std::string_view, 24> kTexts{"ref",
                                                  "doc",
                                                  "numref",
                                                  "term",
                                                  "abbr",
                                                  "download",
                                                  "any",
                                                  "eq",
                                                  "sub",
                                                  "sup",
                                                  "guilabel",
                                                  "menuselection",
                                                  "kbd",
                                                  "prf:ref",
                                                  "emphasis",
                                                  "strong",
                                                  "dfn",
                                                  "file",
                                                  "rfc",
                                                  "pep",
                                                  "external:doc",
                                                  "span",
                                                  "title-reference",
                                                  "u"};

template <typename Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_name(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == ':' || c == '.'; }

class Roles {
 public:
  explicit Roles(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), list_(scan) {}

  Rewrites run() {
    for (const ByteRange code : scan_.code()) {
      if (text_[code.begin] == '`') role(code);
    }
    targets();
    if (!shown_) return list_.take();
    for (const ScannedLine& line : scan_.lines()) {
      if (line.kind != Kind::text) continue;
      const std::string_view content = scan_.content(line);
      if (content.starts_with("% ") || content == "%") list_.remove({line.content, line.range.end}, SilentKind::comment);
      if (content == "+++" || content.starts_with("+++ {")) list_.remove({line.content, line.range.end});
    }
    return list_.take();
  }

 private:
  // The name of the role that stands right before `at`, and where it begins.
  struct Name {
    std::size_t begin = 0;
    std::string_view text;
  };
  std::optional<Name> name_before(std::size_t at) const {
    if (at < 3) return std::nullopt;
    const char close = text_[at - 1];
    if (close != '}' && close != ':') return std::nullopt;
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < kLongestName && is_name(text_[begin - 1]) &&
           (close == '}' || text_[begin - 1] != ':' || begin < 2 || is_name(text_[begin - 2])))
      --begin;
    const std::string_view name = text_.substr(begin, at - 1 - begin);
    if (name.empty() || begin == 0) return std::nullopt;
    if (text_[begin - 1] != (close == '}' ? '{' : ':')) return std::nullopt;
    if (close == ':' && begin > 1 && (is_name(text_[begin - 2]) || text_[begin - 2] == '`')) return std::nullopt;
    return Name{begin - 1, name};
  }

  void role(ByteRange code) {
    const auto name = name_before(code.begin);
    if (!name || !is_ascii_letter(name->text.front())) return;
    shown_ = true;
    const std::size_t ticks = text_.find_first_not_of('`', code.begin) - code.begin;
    const ByteRange inside{code.begin + ticks, code.end - ticks};
    const std::string_view written = text_.substr(inside.begin, inside.size());
    if (is_one_of(name->text, kCiting)) {
      return list_.replace({name->begin, code.end}, Atom{std::string(written), SpanKind::citation, {}});
    }
    if (name->text == "math") {
      list_.replace({name->begin, inside.begin}, "$");
      return list_.replace({inside.end, code.end}, "$");
    }
    const std::size_t angle = written.ends_with('>') ? written.rfind('<') : npos;
    if (!is_one_of(name->text, kTexts)) {  // {py:func}`~os.path.join`
      list_.remove({name->begin, code.begin});
      if (written.starts_with('~') || written.starts_with('!')) list_.remove({inside.begin, inside.begin + 1});
      if (angle != npos && angle > 0)
        list_.remove({inside.begin + written.find_last_not_of(' ', angle - 1) + 1, inside.end}, SilentKind::link_destination);
      return;
    }
    list_.remove({name->begin, inside.begin});
    if (angle != npos && angle > 0) {
      const std::size_t end = inside.begin + written.find_last_not_of(' ', angle - 1) + 1;
      return list_.remove({end, code.end}, SilentKind::link_destination);
    }
    if (name->text == "abbr" && written.ends_with(')') && written.find(" (") != npos) {
      return list_.remove({inside.begin + written.find(" ("), code.end});
    }
    list_.remove({inside.end, code.end});
    if (name->text == "ref" || name->text == "doc" || name->text == "numref" || name->text == "any" ||
        name->text == "prf:ref" || name->text == "eq")
      name_of_target(inside);
  }

  // "chapters/soil-structure" as "soil structure".
  void name_of_target(ByteRange inside) {
    const std::string_view written = text_.substr(inside.begin, inside.size());
    const std::size_t slash = written.rfind('/');
    const std::size_t begin = slash == npos || slash + 1 == written.size() ? 0 : slash + 1;
    list_.remove({inside.begin, inside.begin + begin}, SilentKind::link_destination);
    for (std::size_t i = begin; i < written.size(); ++i) {
      if (written[i] == '-' || written[i] == '_' || written[i] == ':')
        list_.replace({inside.begin + i, inside.begin + i + 1}, " ");
    }
  }

  // "(soil-structure)=", which names the place.
  void targets() {
    for (const ScannedLine& line : scan_.lines()) {
      const std::string_view content = scan_.content(line);
      if (line.kind != Kind::text || content.size() < 4 || content[0] != '(' || !content.ends_with(")=")) continue;
      const std::string_view name = content.substr(1, content.size() - 3);
      if (!std::all_of(name.begin(), name.end(), is_name)) continue;
      list_.remove({line.content, line.range.end});
      shown_ = true;
    }
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  LineEdits list_;
  bool shown_ = false;  // that this is MyST
};

}  // namespace

Rewrites rewrite_myst_roles(const MarkdownScan& scan) { return Roles(scan).run(); }

}  // namespace aloud
