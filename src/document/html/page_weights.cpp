#include "document/html/page_weights.h"

#include <string_view>

namespace aloud {
namespace {

using Index = PageTree::Index;

// Below, a paragraph is a label or a line of a menu, unless it is punctuated as sentences are.
constexpr double kLongLine = 80, kShortestSentence = 25;

// More of a paragraph in links, and it is a list of them.
constexpr double kMostLinks = 0.5;

struct Written {
  double characters = 0;
  int marks = 0;  // of sentences
};

bool ends_sentence(std::string_view text, std::size_t at) {
  static constexpr std::string_view kAscii = ".,;:!?";
  if (kAscii.find(text[at]) != std::string_view::npos)
    return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
  const std::string_view wide = text.substr(at, 3);
  return wide == "\xE3\x80\x82" || wide == "\xE3\x80\x81" || wide == "\xEF\xBC\x8C";  // 。、，
}

// A character of a script without spaces says as much as two or three letters.
constexpr double kIdeograph = 2.5;

Written measure(std::string_view text) {
  Written written;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte <= ' ' || (byte & 0xC0) == 0x80) continue;
    written.characters += byte >= 0xE3 && byte <= 0xED ? kIdeograph : 1;
    if (ends_sentence(text, at)) ++written.marks;
  }
  return written;
}

struct Own {
  double text = 0, links = 0;
  int marks = 0;
};

double prose_of(const Own& own) {
  if (own.text < kShortestSentence || own.links > kMostLinks * own.text) return 0;
  if (own.text < kLongLine && own.marks == 0) return 0;
  return own.text - own.links;
}

}  // namespace

std::vector<NodeWeight> weigh(const PageTree& tree, const std::vector<bool>& counted) {
  std::vector<NodeWeight> weights(tree.size());
  std::vector<Own> own(tree.size());
  std::vector<Index> block(tree.size(), 0);
  std::vector<bool> linked(tree.size(), false);
  for (Index node = 0; node < tree.size();) {
    const PageNode& of = tree[node];
    if (!counted[node] || is_for_machines(of.element) || is_control(of.element) || of.element == Element::head) {
      node = of.end;
      continue;
    }
    block[node] = of.block ? node : block[of.parent];
    linked[node] = linked[of.parent] || (of.element == Element::a && tree.has(node, "href"));
    if (of.element == Element::text) {
      const Written written = measure(tree.text(node));
      weights[node].text = written.characters;
      weights[node].links = linked[node] ? written.characters : 0;
      Own& paragraph = own[block[node]];
      paragraph.text += written.characters;
      paragraph.links += weights[node].links;
      paragraph.marks += linked[node] ? 0 : written.marks;
    }
    ++node;
  }
  for (Index node = tree.size(); node-- > 0;) {
    NodeWeight& weight = weights[node];
    const double prose = prose_of(own[node]);
    weight.own = own[node].text;
    weight.prose += prose;
    weight.paragraphs += prose > 0 ? 1 : 0;
    if (node == 0) break;
    NodeWeight& above = weights[tree[node].parent];
    above.text += weight.text;
    above.links += weight.links;
    above.prose += weight.prose;
    above.paragraphs += weight.paragraphs;
  }
  return weights;
}

}  // namespace aloud
