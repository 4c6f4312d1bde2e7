#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// The tags of Liquid (Jekyll), Nunjucks and Eleventy, Hexo, Handlebars, and Go's templates but for shortcodes: `{% … %}`, `{{
/// … }}`,
/// `{# … #}`. They are silent; what stands between them is read, except comments, scripts and styles; what is highlighted is
/// code.
Rewrites rewrite_liquid(const MarkdownScan& scan);

}  // namespace aloud
