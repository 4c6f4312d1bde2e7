#include "document/markdown/dialect.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "util/ascii.h"

namespace aloud {
namespace {

struct NamedDialects {
  std::string_view name;
  DialectSet dialects;
};

constexpr DialectSet set_of(std::initializer_list<Dialect> dialects) {
  DialectSet set = DialectSet::none();
  for (const Dialect dialect : dialects) set.add(dialect);
  return set;
}

using enum Dialect;

constexpr std::array kNames = std::to_array<NamedDialects>({
    {"auto", DialectSet::all()},
    {"commonmark", DialectSet::none()},
    {"github", set_of({github, emoji, formulas})},
    {"gitlab", set_of({github, emoji, formulas})},
    {"hugo", set_of({hugo, liquid, attributes, emoji, github, formulas})},
    {"jekyll", set_of({liquid, attributes, emoji, formulas})},
    {"liquid", set_of({liquid})},
    {"nunjucks", set_of({liquid})},
    {"eleventy", set_of({liquid, attributes, emoji, formulas})},
    {"hexo", set_of({liquid, emoji, formulas})},
    {"handlebars", set_of({liquid})},
    {"kramdown", set_of({attributes, formulas})},
    {"mkdocs", set_of({mkdocs, liquid, attributes, formulas})},
    {"material", set_of({mkdocs, liquid, attributes, emoji, github, formulas})},
    {"mdx", set_of({mdx, formulas})},
    {"docusaurus", set_of({mdx, containers, attributes, formulas})},
    {"astro", set_of({mdx, containers, formulas})},
    {"vitepress", set_of({mdx, containers, liquid, attributes, emoji, github, formulas})},
    {"obsidian", set_of({notes, github, formulas, citations})},
    {"logseq", set_of({notes, liquid, formulas})},
    {"pandoc", set_of({pandoc, containers, attributes, formulas, citations})},
    {"quarto", set_of({pandoc, containers, attributes, hugo, formulas, citations})},
    {"rmarkdown", set_of({pandoc, containers, attributes, formulas, citations})},
    {"myst", set_of({myst, containers, attributes, formulas, citations})},
    {"jupyterbook", set_of({myst, containers, attributes, formulas, citations})},
});

}  // namespace

std::optional<DialectSet> dialects_of(std::string_view names, std::string* unknown) {
  DialectSet set = DialectSet::none();
  while (true) {
    const std::size_t comma = std::min(names.find(','), names.size());
    const std::string name = ascii_lower(names.substr(0, comma));
    const auto known = std::find_if(kNames.begin(), kNames.end(), [&](const NamedDialects& one) { return one.name == name; });
    if (known == kNames.end()) {
      if (unknown != nullptr) *unknown = name;
      return std::nullopt;
    }
    set.add(known->dialects);
    if (comma == names.size()) return set;
    names.remove_prefix(comma + 1);
  }
}

std::vector<std::string> dialect_names() {
  std::vector<std::string> names;
  for (const NamedDialects& one : kNames) names.emplace_back(one.name);
  return names;
}

}  // namespace aloud
