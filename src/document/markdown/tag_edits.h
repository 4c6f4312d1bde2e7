#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/markdown/line_edits.h"
#include "document/markdown/tag_attributes.h"
#include "document/markdown/template_tags.h"

namespace aloud {

/// What becomes of a template's tags, whichever language they are in: LineEdits that know tags.
class TagEdits : public LineEdits {
 public:
  explicit TagEdits(const MarkdownScan& scan) : LineEdits(scan), scan_(scan), text_(scan.text()) {}

  /// Leaves the tag out. Within a link's destination a "#" stands for it; one that fills a line in a table or in HTML takes the
  /// line with it, since a blank one would end them.
  void leave_out(const TemplateTag& tag, SilentKind reason = SilentKind::template_tag);
  /// Leaves out all but those attributes' values, which are said in the sentence that the tag stands in, or as a paragraph.
  void keep(const TemplateTag& tag, const std::vector<TagAttribute>& values);
  /// Whether it shows an image: by its name, or since it has a description or a caption.
  static bool is_picture(const TemplateTag& tag, const std::vector<TagAttribute>& attributes);
  /// An image with its description, and its title and caption beside it, from title=, alt=, caption= and src=, or from the
  /// words behind its address.
  void picture(const TemplateTag& tag, const std::vector<TagAttribute>& attributes);
  /// Whether it opens a note, a tip, a warning, …
  static bool is_box(const TemplateTag& tag);
  /// Such a box opens: its title, or without one the word for its kind.
  void announce_box(const TemplateTag& tag, const std::vector<TagAttribute>& attributes);
  /// The words that it shows: of attributes as text= and title=, or else the first ones of a section that a reader opens.
  std::vector<TagAttribute> words_of(const TemplateTag& tag, const std::vector<TagAttribute>& attributes) const;
  /// Words that a reader sees, and no switch ("true") and no address.
  bool is_wording(const TagAttribute& value) const;
  /// What stands between the tags is code in that language; "" if it is not told.
  void code(const TemplateTag& open, const TemplateTag& close, std::string_view language);

 private:
  void announce(const TemplateTag& tag, std::string_view kind, const TagAttribute* title);
  bool is_in_destination(const TemplateTag& tag);
  bool takes_line(const TemplateTag& tag) const;
  std::string image_destination(const std::vector<TagAttribute>& attributes) const;

  const MarkdownScan& scan_;
  std::string_view text_;
  std::size_t destination_ = std::string_view::npos;  // where the last tag ended that lies in a link's destination
};

}  // namespace aloud
