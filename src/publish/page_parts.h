#pragma once

#include <string_view>

namespace aloud {

// The files of page/, as the program holds them: by name without extension, empty for a name that is not there.
std::string_view page_script_text(std::string_view name);
std::string_view page_style_text(std::string_view name);
std::string_view page_label_text(std::string_view language);

}  // namespace aloud
