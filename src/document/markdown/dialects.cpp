#include "document/markdown/dialects.h"

namespace aloud {

void rewrite_dialects([[maybe_unused]] RewrittenMarkdown& text) {}

}  // namespace aloud
