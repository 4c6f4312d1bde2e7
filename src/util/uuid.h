#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// Name spaces of UUIDs: that of addresses (RFC 4122, appendix C), and that of podcasts (podcast namespace, <podcast:guid>).
inline constexpr std::string_view kAddressNamespace = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
inline constexpr std::string_view kPodcastNamespace = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6";

/// The UUID of version 5 (RFC 4122, section 4.3) of a name: the same for the same name, for ever.
/// Requires: `name_space` is a UUID as it is usually written.
std::string name_uuid(std::string_view name_space, std::string_view name);

}  // namespace aloud
