#include "language/formulas/mathml_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "language/formulas/fences.h"
#include "language/formulas/structure.h"
#include "language/formulas/tex_parsing.h"
#include "language/formulas/tex_table.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using Kind = Expression::Kind;
using Parts = std::vector<Expression>;

struct Tag {
  std::string_view name;        // without a prefix, "mi"
  std::string_view attributes;  // as written
  bool closing = false, empty = false;
};

// Of TeX's names, those that HTML has too: "&alpha;", "&infin;".
std::string character_named(std::string_view name) {
  constexpr auto kOther = std::to_array<std::pair<std::string_view, std::string_view>>({{"lt", "<"},
                                                                                        {"gt", ">"},
                                                                                        {"amp", "&"},
                                                                                        {"quot", "\""},
                                                                                        {"apos", "′"},
                                                                                        {"minus", "−"},
                                                                                        {"plusmn", "±"},
                                                                                        {"infin", "∞"},
                                                                                        {"isin", "∈"},
                                                                                        {"sdot", "⋅"},
                                                                                        {"rarr", "→"},
                                                                                        {"empty", "∅"},
                                                                                        {"part", "∂"},
                                                                                        {"sube", "⊆"},
                                                                                        {"sub", "⊂"},
                                                                                        {"hellip", "…"}});
  for (const auto& [known, character] : kOther) {
    if (known == name) return std::string(character);
  }
  return std::string(tex_table().get("symbols", name));
}

// Text with its character references decoded, without white space at its ends and without invisible operators.
std::string decoded(std::string_view text) {
  constexpr std::size_t kLongestReference = 12;
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.substr(0, at + kLongestReference).find(';', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      result += text[at++];
      continue;
    }
    std::string_view name = text.substr(at + 1, end - at - 1);
    if (name.starts_with('#')) {
      const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
      name.remove_prefix(hexadecimal ? 2 : 1);
      std::uint32_t value = 0;
      std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
      const bool character = value >= 0x20 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
      if (character) append_utf8(result, value);
    } else {
      result += character_named(name);
    }
    at = end + 1;
  }
  for (const std::string_view invisible : {"\u2061", "\u2062", "\u2063", "\u2064"}) {
    for (std::size_t at = result.find(invisible); at != std::string::npos; at = result.find(invisible))
      result.erase(at, invisible.size());
  }
  const std::size_t begin = std::min(result.find_first_not_of(" \t\r\n"), result.size());
  return result.substr(begin, result.find_last_not_of(" \t\r\n") + 1 - begin);
}

class MathmlParser {
 public:
  explicit MathmlParser(std::string_view source) : source_(source) {}

  Expression run() { return row_of(pair_fences(children(""))); }

 private:
  // What stands up to the closing tag of `parent`, which is passed.
  Parts children(std::string_view parent) {
    Parts parts;
    while (at_ < source_.size()) {
      text_ = text_until_tag();
      if (at_ >= source_.size()) break;
      const Tag tag = take_tag();
      if (tag.closing) {
        if (tag.name == parent) break;
        continue;
      }
      if (!tag.name.empty()) element(tag, parts);
    }
    return parts;
  }

  std::string_view text_until_tag() {
    const std::size_t end = std::min(source_.find('<', at_), source_.size());
    const std::size_t begin = std::exchange(at_, end);
    return source_.substr(begin, end - begin);
  }

  // Requires: a "<" stands there.
  Tag take_tag() {
    const std::size_t end = std::min(source_.find('>', at_), source_.size());
    std::string_view inner = source_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, source_.size());
    Tag tag;
    if (inner.starts_with('!') || inner.starts_with('?')) return tag;
    if ((tag.closing = inner.starts_with('/'))) inner.remove_prefix(1);
    if ((tag.empty = inner.ends_with('/'))) inner.remove_suffix(1);
    const std::size_t name_end = std::min(inner.find_first_of(" \t\r\n"), inner.size());
    tag.name = inner.substr(0, name_end);
    tag.attributes = inner.substr(name_end);
    if (const std::size_t colon = tag.name.find(':'); colon != std::string_view::npos) tag.name.remove_prefix(colon + 1);
    return tag;
  }

  static std::string_view attribute(const Tag& tag, std::string_view name) {
    const std::string wanted = " " + std::string(name) + "=";
    const std::size_t at = tag.attributes.find(wanted);
    if (at == std::string_view::npos || at + wanted.size() >= tag.attributes.size()) return {};
    const std::string_view rest = tag.attributes.substr(at + wanted.size());
    const std::size_t end = rest.find(rest.front(), 1);
    return end == std::string_view::npos ? std::string_view() : rest.substr(1, end - 1);
  }

  // The text of an element that holds nothing else.
  std::string token(const Tag& tag) {
    if (tag.empty) return {};
    std::string text(text_until_tag());
    while (at_ < source_.size()) {
      const Tag next = take_tag();
      if (next.closing && next.name == tag.name) break;
      text += text_until_tag();
    }
    return decoded(text);
  }

  void element(const Tag& tag, Parts& parts) {
    if (tag.name == "mi" || tag.name == "mo" || tag.name == "mn" || tag.name == "mtext" || tag.name == "ms") {
      return leaf(tag, parts);
    }
    if (tag.name == "annotation" || tag.name == "annotation-xml" || tag.name == "mphantom") {
      if (!tag.empty) skip(tag.name);
      return;
    }
    if (tag.empty || tag.name == "mspace") {
      if (tag.name == "mspace" && attribute(tag, "width").ends_with("em") && attribute(tag, "width") >= "1") {
        parts.push_back({Kind::space, {}, {}});
      } else if (tag.name == "none" || tag.name == "mrow" || tag.name == "mprescripts") {
        parts.push_back({});
      }
      return;
    }
    if (depth_ >= kDeepestFormula) return skip(tag.name);
    ++depth_;
    container(tag, children(tag.name), parts);
    --depth_;
  }

  // Passes an element with all that is in it.
  void skip(std::string_view name) {
    for (int depth = 1; at_ < source_.size() && depth > 0;) {
      text_until_tag();
      if (at_ >= source_.size()) return;
      const Tag tag = take_tag();
      if (tag.name == name && !tag.empty) depth += tag.closing ? -1 : 1;
    }
  }

  void leaf(const Tag& tag, Parts& parts) {
    const std::string text = token(tag);
    if (text.empty()) return;
    if (tag.name == "mn") {
      std::string digits;
      std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c != ',' && c != ' '; });
      const bool number = std::all_of(digits.begin(), digits.end(), [](char c) { return is_ascii_digit(c) || c == '.'; });
      parts.push_back({number ? Kind::number : Kind::identifier, number ? digits : text, {}});
    } else if (tag.name == "mtext" || tag.name == "ms") {
      parts.push_back({Kind::text, text, {}});
    } else if (const std::string* function = tex_table().find("functions", text)) {
      parts.push_back({Kind::function, *function, {}});
    } else if (code_point_at(text, 0).size == text.size()) {
      parts.push_back(tex_character(text == "^" ? "∧" : text));
    } else {
      parts.push_back({tag.name == "mi" ? Kind::identifier : Kind::text, text, {}});
    }
  }

  static Expression at(Parts& parts, std::size_t i) { return i < parts.size() ? std::move(parts[i]) : Expression(); }

  static Expression with_parts(Kind kind, Parts& from, std::size_t count) {
    Expression built = {kind, {}, {}};
    for (std::size_t i = 0; i < count; ++i) built.parts.push_back(at(from, i));
    return built;
  }

  void container(const Tag& tag, Parts content, Parts& parts) {
    const std::string_view name = tag.name;
    if (name == "mfrac") {
      const bool binomial = attribute(tag, "linethickness") == "0" || attribute(tag, "linethickness") == "0px";
      parts.push_back(with_parts(binomial ? Kind::binomial : Kind::fraction, content, 2));
    } else if (name == "msqrt") {
      Expression root = {Kind::root, {}, {}};
      root.parts.push_back(row_of(pair_fences(std::move(content))));
      parts.push_back(std::move(root));
    } else if (name == "mroot") {
      parts.push_back(with_parts(Kind::root, content, 2));
    } else if (name == "msub" || name == "msup" || name == "msubsup" || name == "munder" || name == "mover" ||
               name == "munderover") {
      parts.push_back(scripted(name, content));
    } else if (name == "mfenced") {
      fenced(tag, std::move(content), parts);
    } else if (name == "mtable") {
      table(tag, std::move(content), parts);
    } else if (name == "mtr" || name == "mlabeledtr") {
      parts.push_back({Kind::row, {}, std::move(content)});
    } else if (name == "mtd") {
      parts.push_back({Kind::row, {}, pair_fences(std::move(content))});
    } else {
      group(name, std::move(content), parts);
    }
  }

  // Columns that are aligned at a sign are lines of a formula; one behind a brace of its own tells cases.
  static void table(const Tag& tag, Parts rows, Parts& parts) {
    const bool lines = attribute(tag, "columnalign").starts_with("right") || attribute(tag, "displaystyle") == "true";
    if (lines) {
      for (Expression& row : rows) {
        Parts whole;
        for (Expression& cell : row.parts) std::move(cell.parts.begin(), cell.parts.end(), std::back_inserter(whole));
        row.parts = pair_fences(std::move(whole));
      }
    }
    const bool brace = !parts.empty() && parts.back().is_symbol("{");
    if (brace) parts.pop_back();
    parts.push_back({Kind::table, lines ? "lines" : brace ? "cases" : "matrix", std::move(rows)});
  }

  // A row is one operand where it is an argument, and dissolves in another row.
  void group(std::string_view name, Parts content, Parts& parts) {
    content = pair_fences(std::move(content));
    if (name == "math" && parts.empty()) {
      parts = std::move(content);
    } else {
      parts.push_back(row_of(std::move(content)));
    }
  }

  static Expression scripted(std::string_view name, Parts& content) {
    const bool below = name != "msup" && name != "mover";
    const bool above = name != "msub" && name != "munder";
    Expression base = at(content, 0);
    Expression sub = below ? at(content, 1) : Expression(), sup = above ? at(content, below ? 2 : 1) : Expression();
    const bool stacked = name.starts_with("mu") || name == "mover";
    if (stacked && sub.is_empty() && (sup.is(Kind::symbol) || sup.is(Kind::identifier))) {
      if (const std::string mark = accent_of(sup.text); !mark.empty()) {
        Expression accent = {Kind::accent, mark, {}};
        accent.parts.push_back(std::move(base));
        return accent;
      }
    }
    const bool limits = stacked && !is_large(base);
    Expression built = {limits ? Kind::stacked : Kind::scripts, {}, {}};
    built.parts.push_back(std::move(base));
    built.parts.push_back(std::move(sub));
    built.parts.push_back(std::move(sup));
    return built;
  }

  // The mark of the tables that a character above stands for.
  static std::string accent_of(std::string_view character) {
    constexpr auto kMarks = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"^", "^"}, {"∧", "^"}, {"ˆ", "^"}, {"~", "~"}, {"∼", "~"}, {"˜", "~"}, {"¯", "¯"},
         {"‾", "‾"}, {"―", "‾"}, {"_", "‾"}, {"→", "→"}, {"⟶", "⟶"}, {"˙", "˙"}, {".", "˙"},
         {"¨", "¨"}, {"ˇ", "ˇ"}, {"⏞", "⏞"}, {"−", "¯"}, {"-", "¯"}, {"↔", "⟷"}});
    for (const auto& [written, mark] : kMarks) {
      if (written == character) return std::string(mark);
    }
    return {};
  }

  static void fenced(const Tag& tag, Parts content, Parts& parts) {
    const bool has_open = tag.attributes.find(" open=") != std::string_view::npos;
    const bool has_close = tag.attributes.find(" close=") != std::string_view::npos;
    Parts inside;
    for (std::size_t i = 0; i < content.size(); ++i) {
      if (i > 0) inside.push_back({Kind::symbol, ",", {}});
      inside.push_back(std::move(content[i]));
    }
    Expression built = {
        Kind::fenced,
        fence_pair(has_open ? decoded(attribute(tag, "open")) : "(", has_close ? decoded(attribute(tag, "close")) : ")"),
        {}};
    built.parts.push_back(row_of(std::move(inside)));
    parts.push_back(std::move(built));
  }

  std::string_view source_;
  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Expression parse_mathml(std::string_view source) { return MathmlParser(source).run(); }

}  // namespace aloud
