#include "document/html_elements.h"

#include <algorithm>
#include <array>

namespace aloud {
namespace {

using namespace std::string_view_literals;

constexpr std::array kVoid{"area"sv,  "base"sv, "br"sv,   "col"sv,   "embed"sv,  "hr"sv,    "img"sv,
                           "input"sv, "link"sv, "meta"sv, "param"sv, "source"sv, "track"sv, "wbr"sv};

// In a line of text.
constexpr std::array kInline{
    "a"sv,      "abbr"sv,   "acronym"sv, "b"sv,   "bdi"sv,  "bdo"sv,  "big"sv, "cite"sv,  "code"sv,  "data"sv,   "del"sv,
    "dfn"sv,    "em"sv,     "font"sv,    "i"sv,   "img"sv,  "ins"sv,  "kbd"sv, "label"sv, "mark"sv,  "nobr"sv,   "picture"sv,
    "q"sv,      "rb"sv,     "rp"sv,      "rt"sv,  "rtc"sv,  "ruby"sv, "s"sv,   "samp"sv,  "small"sv, "source"sv, "span"sv,
    "strike"sv, "strong"sv, "sub"sv,     "sup"sv, "time"sv, "tt"sv,   "u"sv,   "var"sv,   "wbr"sv};

constexpr std::array kOthers{
    "address"sv,  "article"sv,  "aside"sv,      "audio"sv,    "blockquote"sv, "body"sv,   "button"sv, "canvas"sv,   "caption"sv,
    "center"sv,   "colgroup"sv, "datalist"sv,   "dd"sv,       "details"sv,    "dialog"sv, "dir"sv,    "div"sv,      "dl"sv,
    "dt"sv,       "fieldset"sv, "figcaption"sv, "figure"sv,   "footer"sv,     "form"sv,   "frame"sv,  "frameset"sv, "h1"sv,
    "h2"sv,       "h3"sv,       "h4"sv,         "h5"sv,       "h6"sv,         "head"sv,   "header"sv, "hgroup"sv,   "html"sv,
    "iframe"sv,   "legend"sv,   "li"sv,         "main"sv,     "map"sv,        "math"sv,   "menu"sv,   "meter"sv,    "nav"sv,
    "noframes"sv, "noscript"sv, "object"sv,     "ol"sv,       "optgroup"sv,   "option"sv, "output"sv, "p"sv,        "pre"sv,
    "progress"sv, "script"sv,   "search"sv,     "section"sv,  "select"sv,     "slot"sv,   "style"sv,  "summary"sv,  "svg"sv,
    "table"sv,    "tbody"sv,    "td"sv,         "template"sv, "textarea"sv,   "tfoot"sv,  "th"sv,     "thead"sv,    "title"sv,
    "tr"sv,       "ul"sv,       "video"sv};

constexpr std::array kHidden{"script"sv, "style"sv,  "template"sv, "rt"sv,     "rp"sv,       "svg"sv,     "audio"sv,
                             "video"sv,  "iframe"sv, "object"sv,   "canvas"sv, "noscript"sv, "datalist"sv};

template <typename Names>
bool among(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool is_html_element(std::string_view name) { return is_void_element(name) || among(kInline, name) || among(kOthers, name); }

bool is_void_element(std::string_view name) { return among(kVoid, name); }

bool hides_content(std::string_view name) { return among(kHidden, name); }

bool breaks_text(std::string_view name) { return !name.empty() && !among(kInline, name); }

}  // namespace aloud
