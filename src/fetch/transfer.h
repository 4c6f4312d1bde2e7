#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace aloud {

/// Bounds of what is fetched, and from where.
struct FetchOptions {
  std::uint64_t most_bytes = 20'000'000;   ///< of a page, unpacked
  std::chrono::milliseconds time{30'000};  ///< for all of it, redirects included
  bool allow_private = false;              ///< also this machine, private networks, and the proxy of the environment
  std::string certificates;                ///< PEM file of authorities to believe instead of the system's; empty: the system's
  std::string cache_directory;             ///< of pages that were fetched (fetch/page_cache.h); empty: none
};

/// What a server told of a page when it was fetched; sent back, it answers "not modified" where it has no other.
struct Validators {
  std::string etag, last_modified;  ///< as received; empty: none
  bool any() const { return !etag.empty() || !last_modified.empty(); }
};

/// A server's answer, behind all redirects.
struct Response {
  long status = 0;
  std::string bytes;
  std::string content_type;  ///< as received: "text/html; charset=utf-8"; empty: none
  Validators validators;
  bool may_be_kept = true;  ///< no "Cache-Control: no-store"
};

/// One GET request by HTTP or HTTPS, with libcurl: no cookies, no login, at most 10 redirects, and none from https to http.
/// Each address of each host that is asked is looked at when it is connected to, and a special one (fetch/special_address.h)
/// refused. `address` as sent_form_of() has it, `name` what messages call it. On failure throws Error{input} at `name`; a
/// status of any kind is none.
Response transfer(const std::string& address, const std::string& name, const FetchOptions& options, const Validators& known);

}  // namespace aloud
