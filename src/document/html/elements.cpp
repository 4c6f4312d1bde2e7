#include "document/html/elements.h"

#include <algorithm>
#include <array>

namespace aloud {
namespace {

constexpr unsigned kBlock = 1, kVoid = 2, kFormatting = 4, kMachines = 8, kControl = 16;

struct Row {
  std::string_view name;
  unsigned traits;
};

// In the order of the enumeration, which is the alphabet's behind its first two.
constexpr std::array kRows{Row{"text", 0},
                           Row{"other", 0},
                           Row{"a", kFormatting},
                           Row{"abbr", 0},
                           Row{"acronym", 0},
                           Row{"address", kBlock},
                           Row{"annotation", kMachines},
                           Row{"applet", 0},
                           Row{"area", kVoid},
                           Row{"article", kBlock},
                           Row{"aside", kBlock},
                           Row{"audio", 0},
                           Row{"b", kFormatting},
                           Row{"base", kVoid},
                           Row{"bdi", 0},
                           Row{"bdo", 0},
                           Row{"big", kFormatting},
                           Row{"blockquote", kBlock},
                           Row{"body", kBlock},
                           Row{"br", kVoid},
                           Row{"button", kControl},
                           Row{"canvas", 0},
                           Row{"caption", kBlock},
                           Row{"center", kBlock},
                           Row{"cite", 0},
                           Row{"code", kFormatting},
                           Row{"col", kVoid},
                           Row{"colgroup", kBlock},
                           Row{"datalist", kControl},
                           Row{"dd", kBlock},
                           Row{"del", 0},
                           Row{"details", kBlock},
                           Row{"dfn", 0},
                           Row{"dialog", kBlock},
                           Row{"dir", kBlock},
                           Row{"div", kBlock},
                           Row{"dl", kBlock},
                           Row{"dt", kBlock},
                           Row{"em", kFormatting},
                           Row{"embed", kVoid},
                           Row{"fieldset", kBlock},
                           Row{"figcaption", kBlock},
                           Row{"figure", kBlock},
                           Row{"font", kFormatting},
                           Row{"footer", kBlock},
                           Row{"form", kBlock},
                           Row{"frame", kVoid},
                           Row{"frameset", kBlock},
                           Row{"h1", kBlock},
                           Row{"h2", kBlock},
                           Row{"h3", kBlock},
                           Row{"h4", kBlock},
                           Row{"h5", kBlock},
                           Row{"h6", kBlock},
                           Row{"head", kBlock},
                           Row{"header", kBlock},
                           Row{"hgroup", kBlock},
                           Row{"hr", kBlock | kVoid},
                           Row{"html", kBlock},
                           Row{"i", kFormatting},
                           Row{"iframe", kMachines},
                           Row{"img", kVoid},
                           Row{"input", kVoid | kControl},
                           Row{"ins", 0},
                           Row{"kbd", 0},
                           Row{"label", 0},
                           Row{"legend", kBlock},
                           Row{"li", kBlock},
                           Row{"link", kVoid},
                           Row{"main", kBlock},
                           Row{"map", 0},
                           Row{"mark", 0},
                           Row{"math", 0},
                           Row{"menu", kBlock},
                           Row{"meta", kVoid},
                           Row{"nav", kBlock},
                           Row{"nobr", kFormatting},
                           Row{"noscript", kBlock},
                           Row{"object", 0},
                           Row{"ol", kBlock},
                           Row{"optgroup", kControl},
                           Row{"option", kControl},
                           Row{"output", kControl},
                           Row{"p", kBlock},
                           Row{"param", kVoid},
                           Row{"picture", 0},
                           Row{"pre", kBlock},
                           Row{"q", 0},
                           Row{"rp", 0},
                           Row{"rt", 0},
                           Row{"ruby", 0},
                           Row{"s", kFormatting},
                           Row{"samp", 0},
                           Row{"script", kMachines},
                           Row{"section", kBlock},
                           Row{"select", kControl},
                           Row{"small", kFormatting},
                           Row{"source", kVoid},
                           Row{"span", 0},
                           Row{"strike", kFormatting},
                           Row{"strong", kFormatting},
                           Row{"style", kMachines},
                           Row{"sub", 0},
                           Row{"summary", kBlock},
                           Row{"sup", 0},
                           Row{"svg", 0},
                           Row{"table", kBlock},
                           Row{"tbody", kBlock},
                           Row{"td", kBlock},
                           Row{"template", kMachines},
                           Row{"textarea", kControl},
                           Row{"tfoot", kBlock},
                           Row{"th", kBlock},
                           Row{"thead", kBlock},
                           Row{"time", 0},
                           Row{"title", kBlock},
                           Row{"tr", kBlock},
                           Row{"track", kVoid},
                           Row{"tt", kFormatting},
                           Row{"u", kFormatting},
                           Row{"ul", kBlock},
                           Row{"var", 0},
                           Row{"video", 0},
                           Row{"wbr", kVoid}};
constexpr std::size_t kFirstNamed = 2;

static_assert(kRows.size() == static_cast<std::size_t>(Element::wbr) + 1);
static_assert(std::is_sorted(kRows.begin() + kFirstNamed, kRows.end(),
                             [](const Row& a, const Row& b) { return a.name < b.name; }));

bool has(Element element, unsigned trait) { return (kRows[static_cast<std::size_t>(element)].traits & trait) != 0; }

}  // namespace

Element element_of_name(std::string_view name) {
  const auto* const row =
      std::lower_bound(kRows.begin() + kFirstNamed, kRows.end(), name,
                       [](const Row& candidate, std::string_view wanted) { return candidate.name < wanted; });
  if (row == kRows.end() || row->name != name) return Element::other;
  return static_cast<Element>(row - kRows.begin());
}

std::string_view name_of(Element element) { return kRows[static_cast<std::size_t>(element)].name; }

bool is_block(Element element) { return has(element, kBlock); }
bool is_void(Element element) { return has(element, kVoid); }
bool is_formatting(Element element) { return has(element, kFormatting); }
bool is_for_machines(Element element) { return has(element, kMachines); }
bool is_control(Element element) { return has(element, kControl); }

int heading_level(Element element) {
  return element >= Element::h1 && element <= Element::h6 ? static_cast<int>(element) - static_cast<int>(Element::h1) + 1 : 0;
}

}  // namespace aloud
