#pragma once

#include "document/document.h"

namespace aloud {

/// Marks what tells a project's state in pictures (SpanKind::badge): an image from a host of badges, wherever it stands; and
/// text that is nothing but a row of images with links. A picture that links to a larger one of itself, or is a photograph, is
/// none.
void mark_badges(RichText& text);

}  // namespace aloud
