#pragma once

#include "document/document.h"

namespace aloud {

/// Does what comments of the article tell aloud, in Markdown and on web pages:
///
///   <!-- aloud: pause 800 -->    a silence of 800 ms in this place; "0.8s" is as good
///   <!-- aloud: skip -->         what follows is left out, up to
///   <!-- aloud: end -->          the end of what was begun last
///   <!-- aloud: voice NAME -->   what follows is said by that voice profile, up to the end
///
/// What is skipped is in document.silent as such. A directive that is none, or is never ended, does nothing and is a finding
/// ("unknown-directive", "unclosed-directive"). Requires: settle_silent() was called, and will be again.
void apply_directives(Document& document);

}  // namespace aloud
