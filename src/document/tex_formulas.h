#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "util/aligned_text.h"
#include "util/byte_range.h"

namespace aloud {

/// A formula in running text, between its marks.
struct TexFormula {
  ByteRange whole;    ///< with its marks
  ByteRange content;  ///< the TeX between them
  bool display = false;
};

/// Whether what stands between dollars or brackets is a formula and no money, variables of a shell, or words: it has a command
/// of TeX, or signs and letters as formulas have them; its braces are balanced.
bool looks_like_mathematics(std::string_view content);

/// Whether a command of TeX stands in it.
bool has_tex_command(std::string_view content);

/// The formula that begins at `at` of `text`, and ends before `end`: "$…$" by Pandoc's rule (the opening dollar has no white
/// space behind it, the closing one none before it and no digit behind it; neither is part of a word before), "$$…$$", "\(…\)",
/// "\[…\]" and these with two backslashes, "\begin{align}…\end{align}" and its like. Requires: at < end <= text.size().
std::optional<TexFormula> tex_formula_at(std::string_view text, std::size_t at, std::size_t end);

/// Plain text in which formulas are spans, without their marks, which go to `silent` by their source. Dollars are money in
/// plain text: there are formulas only where what stands between some of these marks is plainly TeX and has a command.
RichText with_tex_formulas(AlignedText text, std::vector<SilentRange>& silent);

}  // namespace aloud
