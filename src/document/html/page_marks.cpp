#include "document/html/page_marks.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "document/html/class_words.h"
#include "util/ascii.h"

namespace aloud {
namespace {

using Index = PageTree::Index;

// What holds more of the page's prose than this is no furniture.
constexpr double kLargestFurniture = 0.35;

// Names are weak evidence for a block of prose: beyond some characters of it, only where it is little of the page.
constexpr double kLittleOfThePage = 0.15;

// What all elements of one name may hold together; more, and the site means something else by it ("widget", "skip").
constexpr double kMostOfOneName = 0.25;

// The prose that an element of this kind may hold, in characters.
double most_prose(SilentKind kind) {
  switch (kind) {
    case SilentKind::navigation:
    case SilentKind::sharing:
    case SilentKind::hidden:
    case SilentKind::form_control:
      return 200;
    case SilentKind::page_header:
      return 300;
    default:
      return 600;
  }
}

std::string without_spaces(std::string_view style) {
  std::string text;
  for (const char c : style) {
    if (c != ' ' && c != '\n' && c != '\t') text += ascii_lower(c);
  }
  return text;
}

bool is_hidden(const PageTree& tree, Index node) {
  // React puts what a server sends late into <div hidden id="S:3">, and shows it by a script.
  if (tree.has(node, "hidden")) return !tree.value(node, "id").starts_with("S:");
  if (tree[node].element == Element::dialog && !tree.has(node, "open")) return true;
  const std::string style = without_spaces(tree.value(node, "style"));
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

// Text that unfolds when its heading is clicked is a part of the article, and reads like one.
bool is_folded(const PageTree& tree, Index node, const std::vector<NodeWeight>& weights) {
  constexpr double kMostLinks = 0.3, kMostProse = 0.6;
  const NodeWeight& weight = weights[node];
  if (weight.prose == 0 || weight.link_density() > kMostLinks || weight.prose > kMostProse * weights.front().prose)
    return false;
  for (Index above = node; above != 0; above = tree[above].parent) {
    const Element element = tree[above].element;
    if (element == Element::form || element == Element::dialog || element == Element::nav || element == Element::footer ||
        element == Element::header || element == Element::aside)
      return false;
    if (element == Element::main || element == Element::article || tree.value(above, "role") == "main") return true;
  }
  return false;
}

// Where more of the page's prose is in a <noscript>, the rest is made by scripts.
constexpr double kMostInFallback = 0.5;

bool is_fallback(Element element) {
  return element == Element::noscript || element == Element::canvas || element == Element::object ||
         element == Element::audio || element == Element::video || element == Element::applet || element == Element::svg ||
         element == Element::rt || element == Element::rp;
}

struct Role {
  std::string_view name;
  SilentKind kind;
};
constexpr std::array kRoles{Role{"navigation", SilentKind::navigation},   Role{"menu", SilentKind::navigation},
                            Role{"menubar", SilentKind::navigation},      Role{"toolbar", SilentKind::navigation},
                            Role{"tablist", SilentKind::navigation},      Role{"banner", SilentKind::page_header},
                            Role{"contentinfo", SilentKind::page_footer}, Role{"complementary", SilentKind::sidebar},
                            Role{"search", SilentKind::form_control},     Role{"dialog", SilentKind::hidden},
                            Role{"alertdialog", SilentKind::hidden},      Role{"tooltip", SilentKind::hidden}};

class Marker {
 public:
  Marker(const PageTree& tree, const std::vector<NodeWeight>& weights, PageKind kind, Verdicts& verdicts)
      : tree_(tree), weights_(weights), kind_(kind), verdicts_(verdicts), prose_(weights.front().prose) {}

  void mark() {
    find_names();
    for (Index node = 1; node < tree_.size();) {
      const PageNode& of = tree_[node];
      const bool element = of.element != Element::text && of.element != Element::body && of.element != Element::head;
      if (element && verdicts_.of(node) == nullptr) mark(node);
      node = verdicts_.of(node) != nullptr ? of.end : node + 1;
    }
  }

 private:
  bool too_large(Index node) const { return weights_[node].prose > kLargestFurniture * prose_; }

  bool inside(Index node, Element element) const {
    for (Index above = tree_[node].parent; above != 0; above = tree_[above].parent) {
      if (tree_[above].element == element) return true;
    }
    return false;
  }

  bool has_heading(Index node) const { return tree_.find(Element::h1, node) != tree_.size(); }

  void mark(Index node) {
    if (mark_by_element(node)) return;
    if (mark_by_role(node)) return;
    mark_by_names(node);
  }

  bool leave_out(Index node, SilentKind kind, const std::string& rule) {
    if (too_large(node)) return false;
    verdicts_.leave_out(node, kind, rule, -static_cast<int>(weights_[node].prose));
    return true;
  }

  bool mark_by_element(Index node) {
    switch (tree_[node].element) {
      case Element::nav:
        return leave_out(node, SilentKind::navigation, "element nav");
      case Element::footer:
        return inside(node, Element::blockquote) ? false : leave_out(node, SilentKind::page_footer, "element footer");
      case Element::aside:
        return is_note(node) ? false : leave_out(node, SilentKind::sidebar, "element aside");
      case Element::header:
        return !inside(node, Element::article) && !inside(node, Element::main) && !has_heading(node) &&
               leave_out(node, SilentKind::page_header, "element header");
      default:
        return false;
    }
  }

  // "Note", "Warning": said beside the text, but a part of it.
  bool is_note(Index node) const {
    const std::string names = ascii_lower(tree_.value(node, "class"));
    for (const std::string_view word :
         {"note", "admonition", "callout", "tip", "warning", "footnote", "pull", "quote", "hint", "info-box", "important"}) {
      if (names.find(word) != std::string::npos) return true;
    }
    return tree_.value(node, "role") == "note" || tree_.value(node, "role") == "doc-footnote";
  }

  bool mark_by_role(Index node) {
    const std::string_view role = tree_.value(node, "role");
    if (role.empty()) return false;
    const auto* const found = std::find_if(kRoles.begin(), kRoles.end(), [&](const Role& known) { return known.name == role; });
    if (found == kRoles.end() || (found->kind == SilentKind::page_header && has_heading(node))) return false;
    return leave_out(node, found->kind, "role " + std::string(role));
  }

  struct Named {
    Index node;
    SilentKind kind;
    std::string word;
  };

  // The elements that are furniture by their names, and how much the names stand for.
  void find_names() {
    Index behind = 0;  // the one that was found last
    for (Index node = 1; node < tree_.size(); ++node) {
      const Element element = tree_[node].element;
      if (element == Element::text || element == Element::body || verdicts_.of(node) != nullptr) continue;
      auto named = name_of_furniture(node);
      if (!named) continue;
      if (node >= behind) by_word_[named->word] += weights_[node].prose;
      behind = std::max(behind, tree_[node].end);
      names_.push_back(std::move(*named));
    }
  }

  std::optional<Named> name_of_furniture(Index node) const {
    const std::string_view classes = tree_.value(node, "class"), id = tree_.value(node, "id");
    if (classes.empty() && id.empty()) return std::nullopt;
    const ClassWords by_class = read_class_words(classes), by_id = read_class_words(id);
    const ClassWords& words = by_class.furniture ? by_class : by_id;
    if (kind_ == PageKind::discussion && words.furniture == SilentKind::comments) return std::nullopt;
    if (!words.furniture || by_class.body || by_id.body) return std::nullopt;
    const double prose = weights_[node].prose;
    if (prose > most_prose(*words.furniture) && prose > kLittleOfThePage * prose_ && *words.furniture != SilentKind::comments)
      return std::nullopt;
    if (most_prose(*words.furniture) < most_prose(SilentKind::outside) && prose > most_prose(*words.furniture))
      return std::nullopt;
    if (has_heading(node) && *words.furniture != SilentKind::hidden) return std::nullopt;
    return Named{node, *words.furniture, words.word};
  }

  void mark_by_names(Index node) {
    while (next_name_ < names_.size() && names_[next_name_].node < node) ++next_name_;
    if (next_name_ == names_.size() || names_[next_name_].node != node) return;
    const Named& named = names_[next_name_];
    if (named.kind != SilentKind::comments && by_word_[named.word] > kMostOfOneName * prose_) return;
    leave_out(node, named.kind, "name " + named.word);
  }

  const PageTree& tree_;
  const std::vector<NodeWeight>& weights_;
  PageKind kind_;
  Verdicts& verdicts_;
  double prose_;
  std::vector<Named> names_;  // in order
  std::size_t next_name_ = 0;
  std::map<std::string, double> by_word_;  // the prose that elements of that name hold
};

}  // namespace

void mark_unseen(const PageTree& tree, const std::vector<NodeWeight>& weights, Verdicts& verdicts) {
  for (Index node = 1; node < tree.size();) {
    const PageNode& of = tree[node];
    const Element element = of.element;
    const std::string name(name_of(element));
    if (element == Element::head) {
      verdicts.leave_out(node, SilentKind::page_metadata, "element head");
    } else if (is_for_machines(element)) {
      verdicts.leave_out(node, SilentKind::script, "element " + name);
    } else if (is_control(element)) {
      verdicts.leave_out(node, SilentKind::form_control, "element " + name);
    } else if (is_fallback(element) && weights[node].prose <= kMostInFallback * weights.front().prose) {
      verdicts.leave_out(node, SilentKind::hidden, "element " + name);
    } else if (element != Element::text && element != Element::body && is_hidden(tree, node) &&
               !is_folded(tree, node, weights)) {
      verdicts.leave_out(node, SilentKind::hidden, "hidden");
    }
    node = verdicts.of(node) != nullptr ? of.end : node + 1;
  }
}

void mark_furniture(const PageTree& tree, const std::vector<NodeWeight>& weights, PageKind kind, Verdicts& verdicts) {
  Marker(tree, weights, kind, verdicts).mark();
}

}  // namespace aloud
