#include "cli/addresses.h"

#include <exception>
#include <map>
#include <memory>

#include "cli/cache_options.h"
#include "fetch/fetch.h"
#include "util/address.h"
#include "util/error.h"

namespace aloud::cli {
namespace {

FetchOptions fetch_options_of(const FetchArguments& fetch, const CacheArguments& cache) {
  FetchOptions options;
  options.most_bytes = parse_size(fetch.size, "--fetch-size");
  options.time = std::chrono::seconds(fetch.seconds);
  options.allow_private = fetch.allow_private;
  options.certificates = fetch.certificates;
  if (!cache.off) options.cache_directory = page_cache_directory(cache_options_of(cache));
  return options;
}

struct Fetched {
  ArticleBytes article;
  std::exception_ptr failure;
};

Fetched fetch_now(const ArticleLoader& load, const std::string& address) {
  Fetched fetched;
  try {
    fetched.article = load(address);
  } catch (const Error&) {
    fetched.failure = std::current_exception();
  }
  return fetched;
}

}  // namespace

std::string page_cache_directory(const TakeCache::Options& cache) {
  return cache.directory.empty() ? cache.directory : cache.directory + "/pages";
}

ArticleLoader article_loader(const FetchArguments& fetch, const CacheArguments& cache) {
  return [options = fetch_options_of(fetch, cache)](const std::string& path) {
    return is_address(path) ? fetch_article(path, options) : ArticleBytes{read_article_bytes(path)};
  };
}

ArticleLoader loader_of_fetched(const std::vector<std::string>& articles, const FetchArguments& fetch,
                                const CacheArguments& cache) {
  const ArticleLoader load = article_loader(fetch, cache);
  auto fetched = std::make_shared<std::map<std::string, Fetched>>();
  for (const std::string& article : articles) {
    if (is_address(article) && !fetched->contains(article)) fetched->emplace(article, fetch_now(load, article));
  }
  return [load, fetched = std::shared_ptr<const std::map<std::string, Fetched>>(std::move(fetched))](const std::string& path) {
    const auto known = fetched->find(path);
    if (known == fetched->end()) return load(path);
    if (known->second.failure) std::rethrow_exception(known->second.failure);
    return known->second.article;
  };
}

}  // namespace aloud::cli
