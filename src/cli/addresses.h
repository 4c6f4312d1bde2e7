#pragma once

#include <string>
#include <vector>

#include "cache/take_cache.h"
#include "cli/arguments.h"
#include "document/article_file.h"
#include "fetch/transfer.h"

namespace aloud::cli {

/// Where fetched pages are kept, beside the takes. Empty: nowhere.
std::string page_cache_directory(const TakeCache::Options& cache);

/// Gets articles that are named by their addresses, and all others as files. Only what a person typed goes through here.
/// On failure (what --fetch-size says is no size) throws Error{usage}.
ArticleLoader article_loader(const FetchArguments& fetch, const CacheArguments& cache);

/// The same, where addresses are fetched now, one after the other, and others when they are asked for. What could not be
/// fetched is thrown when it is asked for.
ArticleLoader loader_of_fetched(const std::vector<std::string>& articles, const FetchArguments& fetch,
                                const CacheArguments& cache);

}  // namespace aloud::cli
