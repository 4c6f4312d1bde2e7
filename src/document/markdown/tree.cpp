#include "document/markdown/tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <cstring>
#include <mutex>

namespace aloud {

FootnotePrefix refer_to_all_footnotes(std::string_view body) {
  FootnotePrefix prefix;
  for (std::size_t at = body.find("[^"); at != std::string_view::npos; at = body.find("[^", at + 2)) {
    const std::size_t end = body.find_first_of("] \t\r\n", at + 2);
    if (end == std::string_view::npos || end == at + 2 || !body.substr(end).starts_with("]:")) continue;
    prefix.text.append(body.substr(at, end + 1 - at)).append("\n");
    ++prefix.lines;
  }
  if (prefix.lines > 0) {
    prefix.text += '\n';
    ++prefix.lines;
  }
  return prefix;
}

namespace {

struct Parse {
  std::string_view prefix, body;
  cmark_node* root = nullptr;
};

void parse(void* context) {
  Parse& parse = *static_cast<Parse*>(context);
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, MarkdownMemory::allocator());
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name))
      cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, parse.prefix.data(), parse.prefix.size());
  cmark_parser_feed(parser, parse.body.data(), parse.body.size());
  parse.root = cmark_parser_finish(parser);
  if (!parse.prefix.empty()) cmark_node_free(cmark_node_first_child(parse.root));
}

// cmark-gfm keeps its extensions, and which characters are special while it parses, in variables of the process.
std::mutex& cmark_mutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

cmark_node* parse_markdown_tree(const std::string& prefix, std::string_view body, MarkdownMemory& memory) {
  const std::lock_guard lock(cmark_mutex());
  cmark_gfm_core_extensions_ensure_registered();
  Parse work{prefix, body};
  return memory.run(&parse, &work) ? work.root : nullptr;
}

bool is_type(cmark_node* node, const char* name) {
  return node != nullptr && std::strcmp(cmark_node_get_type_string(node), name) == 0;
}
bool is_table(cmark_node* node) { return is_type(node, "table"); }
bool is_header_row(cmark_node* node) { return is_type(node, "table_header"); }
bool is_row(cmark_node* node) { return is_type(node, "table_row") || is_header_row(node); }
bool is_cell(cmark_node* node) { return is_type(node, "table_cell"); }

std::size_t count_children(cmark_node* node) {
  std::size_t count = 0;
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) ++count;
  return count;
}

}  // namespace aloud
