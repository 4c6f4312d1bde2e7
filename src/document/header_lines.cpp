#include "document/front_matter.h"
#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {

// Pelican's and MultiMarkdown's: the lines were found to be "Key: value" or to go on with the value above.
std::vector<FrontMatterEntry> parse_header_lines(std::string_view text, ByteRange content) {
  std::vector<FrontMatterEntry> entries;
  for (std::size_t at = content.begin; at < content.end; at = next_line(text, at)) {
    const ByteRange line{at, std::min(line_end(text, at), content.end)};
    if (line.empty()) continue;
    if (is_blank(text[at]) && !entries.empty()) {
      const ByteRange more = trim(text, line);
      FrontMatterEntry& last = entries.back();
      if (!more.empty()) (last.values[0] += ' ').append(text.substr(more.begin, more.size()));
      last.raw.end = more.empty() ? last.raw.end : more.end;
      continue;
    }
    const std::size_t colon = text.find(':', at);
    const ByteRange value = trim(text, {colon + 1, line.end});
    std::string key(text.substr(at, colon - at));
    std::string written(text.substr(value.begin, value.size()));
    if (ascii_lower(std::string_view(key)) == "status" && ascii_lower(std::string_view(written)) == "draft") {
      key = "draft";
      written = "true";
    }
    entries.push_back({std::move(key), {std::move(written)}, value});
  }
  return entries;
}

}  // namespace aloud
