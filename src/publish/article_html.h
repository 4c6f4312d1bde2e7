#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "publish/page_labels.h"

namespace aloud {

/// How many UTF-16 units of the page's text a character takes: none where HTML has no room for it, else one or two.
std::size_t shown_units(char32_t character);

/// Whether a page may lead there: an address with http, https, mailto or tel, or one without a scheme.
bool is_safe_address(std::string_view address);

/// What is known of an article besides its text.
struct ArticleShowing {
  std::vector<bool> heard;                                      ///< by element: whether any of it is spoken
  std::function<std::string(const std::string&)> picture = {};  ///< the address of an image, as the page has it; empty: none
};

/// The article as HTML, written anew from its Document: headings, lists, tables, code, links, images and notes as they are.
/// Every text is escaped, and nothing else of the source gets in, so no script, handler or style of it survives.
///
/// Each text is an element with data-e="N", numbered as TextPlaces has them, whose textContent is that text. What is not heard
/// stands in an element of class "unread", with a word that says so.
std::string article_html(const Document& document, const ArticleShowing& showing, const PageLabels& labels);

}  // namespace aloud
