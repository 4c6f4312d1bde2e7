#pragma once

#include <vector>

#include "language/spoken_form/code_words.h"
#include "language/spoken_form/text_edits.h"
#include "util/aligned_text.h"
#include "util/byte_range.h"

namespace aloud {

/// The stretches of a text whose runs have the rule kCodeRule: neighbours as one, in order.
std::vector<ByteRange> code_runs(const AlignedText& text);

/// The text with its code as it is said (CodeWords::say). What stays as it is keeps the rule, so that others see where it is.
AlignedText with_code_said(const AlignedText& text, const CodeWords& words);

/// Takes out what would change code and prose at once: in "it borrows `v`. Then" there is no "v.".
void drop_edits_across_code(Edits& edits, const AlignedText& text);

/// The text without the rule kCodeRule on what is as it is written.
AlignedText without_code_marks(AlignedText text);

}  // namespace aloud
