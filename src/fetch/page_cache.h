#pragma once

#include <optional>
#include <string>

#include "fetch/transfer.h"

namespace aloud {

/// Pages that were fetched, each with what its server told of it: so that `play` and then `render` of a page ask the server
/// whether it is still the same, and fetch it once. A file a page, "<SHA-256 of the address>.page", in a directory of the
/// user's own; at most kMostPages, and what was used longest ago goes first. Nothing that happens to it fails a fetch: what is
/// damaged, could have been written by somebody else, or has another version, is not there.
class PageCache {
 public:
  static constexpr std::size_t kMostPages = 64;

  /// `directory`: empty for no cache. It is made when the first page is kept.
  explicit PageCache(std::string directory) : directory_(std::move(directory)) {}

  /// What is known of an address. `most`: bytes of a page that are of use.
  std::optional<Response> find(const std::string& address, std::size_t most) const;

  /// Keeps a page that its server will tell apart from another; any other is forgotten.
  void keep(const std::string& address, const Response& response) const;

  /// Removes all pages; returns the bytes that were freed.
  std::uint64_t clear() const;

 private:
  std::string path_for(const std::string& address) const;
  void drop_oldest() const;

  std::string directory_;
};

}  // namespace aloud
