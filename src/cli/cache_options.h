#pragma once

#include <cstdint>
#include <string>

#include "cache/take_cache.h"
#include "cli/arguments.h"
#include "util/findings.h"

namespace aloud::cli {

/// "500M" → 500,000,000 bytes: a whole number with an optional k, M, G or T (powers of 1,000), or Ki, Mi, Gi, Ti (of 1,024),
/// and an optional B. On failure throws Error{usage} about `option`.
std::uint64_t parse_size(const std::string& text, const char* option = "--cache-size");

TakeCache::Options cache_options_of(const CacheArguments& arguments);

/// What of the cache is not used, and why: "cache-not-trusted". None for no cache.
Findings findings_about(const TakeCache* cache);

}  // namespace aloud::cli
