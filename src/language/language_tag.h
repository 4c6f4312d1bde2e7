#pragma once

#include <string>
#include <string_view>

namespace aloud {

// Parts of BCP 47 tags, in which case says nothing. An underscore between them, as locales have it, is one with a hyphen.

/// Whether `tag` has the shape of a language tag: "en", "de-AT", "de_AT", "en-GB-x-rp".
bool is_language_tag(std::string_view tag);

/// `tag` as BCP 47 writes it: "en-US" for "en_us", "zh-Hant-TW" for "ZH-hant-tw". What is no tag is returned as it is.
std::string normal_language_tag(std::string_view tag);

/// "de" of "de-AT", in small letters.
std::string language_subtag(const std::string& tag);

/// "AT" of "de-AT", "419" of "es-419", "TW" of "zh-hant-tw": in capitals; empty if the tag names no region.
std::string region_subtag(std::string_view tag);

}  // namespace aloud
