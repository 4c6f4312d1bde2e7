#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aloud {

/// Whether a word that was typed is the address of a page: it begins with "http://" or "https://", in letters of either case.
bool is_address(std::string_view word);

/// Why nothing is fetched from an address, and what to do; nullopt: something can be. Requires: is_address().
std::optional<std::string> objection_to(std::string_view address);

/// The address as it is sent: without its fragment, and with characters that an address does not have as such ("ö", blanks)
/// written as %XX. Requires: is_address().
std::string sent_form_of(std::string_view address);

/// "example.org" for "https://example.org:8080/a". Requires: is_address().
std::string host_of(std::string_view address);

/// What stands between the host and "?" or "#": "/a/page.md"; empty where nothing does. Requires: is_address().
std::string path_of(std::string_view address);

/// What a file made of the page may be called, without an extension: the last name in its path ("my-trip" for
/// ".../my-trip.html" and ".../my-trip/"), else its host. Never empty, longer than 100 bytes, hidden, or with "/", "\" or
/// control characters in it; valid UTF-8. Requires: is_address().
std::string file_name_of(std::string_view address);

}  // namespace aloud
