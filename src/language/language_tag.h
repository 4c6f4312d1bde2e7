#pragma once

#include <string>
#include <string_view>

namespace aloud {

// Parts of BCP 47 tags, in which case says nothing. An underscore between them, as locales have it, is one with a hyphen.

/// "de" of "de-AT", in small letters.
std::string language_subtag(const std::string& tag);

/// "AT" of "de-AT", "419" of "es-419", "TW" of "zh-hant-tw": in capitals; empty if the tag names no region.
std::string region_subtag(std::string_view tag);

}  // namespace aloud
