#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "util/aligned_text.h"

namespace aloud {

/// What stands in a front matter block at its top level.
struct FrontMatterEntry {
  std::string key;
  std::vector<std::string> values;  ///< one for a scalar (dates and numbers as written), one each for a list, none for null
  ByteRange raw;                    ///< where the value is written, in the decoded source
};

/// Front matter that cannot be read; caught by read_front_matter() and turned into a finding.
struct FrontMatterProblem : std::runtime_error {
  FrontMatterProblem(const std::string& what, std::size_t place) : std::runtime_error(what), offset(place) {}
  std::size_t offset;  ///< in the decoded source
};

/// The entries of a block between its delimiter lines: `content` in `text`.
/// On failure throws FrontMatterProblem. Hostile nesting and size are refused before the parser sees them.
std::vector<FrontMatterEntry> parse_yaml_front_matter(std::string_view text, ByteRange content);
std::vector<FrontMatterEntry> parse_toml_front_matter(std::string_view text, ByteRange content);
std::vector<FrontMatterEntry> parse_json_front_matter(std::string_view text, ByteRange content);
std::vector<FrontMatterEntry> parse_header_lines(std::string_view text, ByteRange content);

/// The code of a finding that says so.
inline constexpr const char* kFrontMatterFinding = "front-matter";

struct FrontMatterReading {
  FrontMatter fields;
  AlignedText title;  ///< fields.title, aligned to the bytes that it is written with
  Findings findings;  ///< kFrontMatterFinding: it could not be read whole, and `fields` may lack anything
};

/// The block at the very start of an article (find_front_matter()), with the keys that aloud knows, whatever their case.
/// nullopt where there is none. Where one was clearly begun and not closed, there is a finding and no fields: its first line
/// sets a key that aloud knows, or any line one that withholds the article (tts, draft, published).
std::optional<FrontMatterReading> read_front_matter(std::string_view text);

/// `value` aligned to the source bytes `raw` that it was read from: word by word where the words stand there as they are,
/// as a whole otherwise (escapes).
AlignedText align_words(const std::string& value, std::string_view text, ByteRange raw);

}  // namespace aloud
