#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// The words of a text, whatever separates them, with one space between.
std::string joined_words(std::string_view text);

/// The same of what a browser shows of a piece of HTML: descriptions stand for images. Not what the program itself does: plain,
/// and for HTML as tests have it.
std::string words_of_html(std::string_view html);

}  // namespace aloud
