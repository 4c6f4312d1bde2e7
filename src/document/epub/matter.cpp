#include "document/epub/matter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "document/epub/scanned_page.h"
#include "util/ascii.h"
#include "util/white_space.h"

namespace aloud {
namespace {

using Index = PageTree::Index;
using Named = std::pair<std::string_view, Matter>;

constexpr std::array<Named, 25> kWords{{
    {"cover", Matter::cover},
    {"doc-cover", Matter::cover},
    {"titlepage", Matter::title_page},
    {"title-page", Matter::title_page},
    {"halftitlepage", Matter::title_page},
    {"half-title", Matter::title_page},
    {"copyright-page", Matter::copyright},
    {"copyright", Matter::copyright},
    {"toc", Matter::contents},
    {"doc-toc", Matter::contents},
    {"toc-brief", Matter::contents},
    {"landmarks", Matter::contents},
    {"loa", Matter::contents},
    {"loi", Matter::contents},
    {"lot", Matter::contents},
    {"lov", Matter::contents},
    {"page-list", Matter::contents},
    {"doc-pagelist", Matter::contents},
    {"index", Matter::index},
    {"doc-index", Matter::index},
    {"index-group", Matter::index},
    {"index-headnotes", Matter::index},
    {"index-entry-list", Matter::index},
    {"index-legend", Matter::index},
    {"imprimatur", Matter::copyright},
}};

constexpr std::array<Named, 30> kTitles{{
    {"cover", Matter::cover},
    {"front cover", Matter::cover},
    {"couverture", Matter::cover},
    {"umschlag", Matter::cover},
    {"cubierta", Matter::cover},
    {"title page", Matter::title_page},
    {"titlepage", Matter::title_page},
    {"half title", Matter::title_page},
    {"half title page", Matter::title_page},
    {"half-title", Matter::title_page},
    {"titelseite", Matter::title_page},
    {"page de titre", Matter::title_page},
    {"portada", Matter::title_page},
    {"copyright", Matter::copyright},
    {"copyright page", Matter::copyright},
    {"copyright notice", Matter::copyright},
    {"impressum", Matter::copyright},
    {"imprint", Matter::copyright},
    {"mentions l\xC3\xA9gales", Matter::copyright},
    {"contents", Matter::contents},
    {"table of contents", Matter::contents},
    {"inhalt", Matter::contents},
    {"inhaltsverzeichnis", Matter::contents},
    {"table des mati\xC3\xA8res", Matter::contents},
    {"sommaire", Matter::contents},
    {"\xC3\xADndice", Matter::contents},
    {"sommario", Matter::contents},
    {"inneh\xC3\xA5ll", Matter::contents},
    {"list of figures", Matter::contents},
    {"list of illustrations", Matter::contents},
}};

template <std::size_t Count>
Matter look_up(const std::array<Named, Count>& table, std::string_view name) {
  const auto* const found = std::find_if(table.begin(), table.end(), [&](const Named& one) { return one.first == name; });
  return found == table.end() ? Matter::text : found->second;
}

// What stands in small print.
bool is_small_print(const PageTree& tree, const std::vector<NodeWeight>& weights) {
  constexpr double kMost = 6000;  // characters
  constexpr int kEnough = 2;
  if (weights.front().text > kMost) return false;
  std::string text;
  for (Index node = 0; node < tree.size(); ++node) text.append(tree.text(node)).append(" ");
  text = ascii_lower(fold_white_space(text));
  int signs = 0;
  for (const std::string_view sign : {"\xC2\xA9", "copyright ", "all rights reserved", "isbn", "alle rechte vorbehalten",
                                      "tous droits r\xC3\xA9serv\xC3\xA9s", "library of congress", "published by "})
    signs += text.find(sign) != std::string::npos ? 1 : 0;
  return signs >= kEnough;
}

}  // namespace

Matter matter_of_words(std::string_view words) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" \t\r\n", begin), words.size());
    std::string word = ascii_lower(words.substr(begin, end - begin));
    if (word.starts_with("other.")) word = word.substr(6);
    if (const Matter matter = look_up(kWords, word); matter != Matter::text) return matter;
    begin = end + 1;
  }
  return Matter::text;
}

Matter matter_of_title(std::string_view title) { return look_up(kTitles, ascii_lower(fold_white_space(title))); }

Matter matter_of_shape(const PageTree& tree, const std::vector<NodeWeight>& weights) {
  constexpr double kNearlyAll = 0.8;
  constexpr int kList = 4;  // links
  int links = 0;
  for (Index node = 0; node < tree.size(); ++node) {
    const std::string_view address = tree[node].element == Element::a ? tree.value(node, "href") : std::string_view();
    links += !address.empty() && address.find("://") == std::string_view::npos ? 1 : 0;
  }
  if (links >= kList && weights.front().link_density() >= kNearlyAll) return Matter::contents;
  return is_small_print(tree, weights) ? Matter::copyright : Matter::text;
}

std::vector<Matter> matter_of_nodes(const PageTree& tree, Matter of_page) {
  std::vector<Matter> matter(tree.size(), of_page);
  for (Index node = 0; node < tree.size(); ++node) {
    if (node > 0) matter[node] = matter[tree[node].parent];
    if (tree[node].element == Element::text) continue;
    Matter own = matter_of_words(tree.value(node, "epub:type"));
    if (own == Matter::text) own = matter_of_words(tree.value(node, "role"));
    // What a distributor puts before and behind a book.
    if (own == Matter::text && has_word(tree.value(node, "class"), "pg-boilerplate")) own = Matter::copyright;
    if (own != Matter::text && tree[node].block) matter[node] = own;
  }
  return matter;
}

bool is_page_number(const PageTree& tree, Index node) {
  const Element element = tree[node].element;
  if (element == Element::text || element == Element::body) return false;
  bool named = has_word(tree.value(node, "epub:type"), "pagebreak") || has_word(tree.value(node, "role"), "doc-pagebreak");
  for (const std::string_view name : {"pagenum", "pageno", "page-number", "pagenumber", "pagebreak", "x-ebookmaker-pageno"})
    named = named || has_word(tree.value(node, "class"), name);
  if (!named) return false;
  constexpr std::size_t kLongest = 16;
  std::size_t size = 0;
  for (Index child = node; child < tree[node].end; ++child) size += tree.text(child).size();
  return size <= kLongest;
}

}  // namespace aloud
