#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <limits>

#include "cli/addresses.h"
#include "cli/cache_options.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/print.h"
#include "fetch/page_cache.h"
#include "util/error.h"
#include "util/suggest.h"
#include "util/user_directories.h"

namespace aloud::cli {
namespace {

int show_path(TakeCache&, const TakeCache::Options& options) {
  std::fputs((options.directory + '\n').c_str(), stdout);  // byte for byte, for scripts
  return kDone;
}

int show_stats(TakeCache& cache, const TakeCache::Options& options) {
  const CacheStats stats = cache.stats();
  print(
      fmt::format("directory: {}\ntakes: {}\npacks: {}\nbytes: {}\nsize_limit: {}\ndamaged_packs: {}\nother_version_packs: {}\n"
                  "distrusted_packs: {}\n",
                  options.directory, stats.takes, stats.packs, stats.bytes, options.size_limit, stats.damaged_packs,
                  stats.other_version_packs, stats.distrusted_packs));
  return kDone;
}

int verify(TakeCache& cache, const TakeCache::Options&) {
  const std::vector<std::string> damage = cache.verify();
  for (const std::string& line : damage) print(line + '\n');
  if (damage.empty()) print("everything in the cache is whole\n");
  return damage.empty() ? kDone : kFailed;
}

int prune(TakeCache& cache, const TakeCache::Options& options) {
  print(fmt::format("freed {} bytes\n", cache.prune(options.size_limit)));
  return kDone;
}

int clear(TakeCache& cache, const TakeCache::Options& options) {
  const std::uint64_t pages = PageCache(page_cache_directory(options)).clear();
  print(fmt::format("freed {} bytes\n", cache.clear() + pages));
  return kDone;
}

struct Action {
  const char* name;
  int (*run)(TakeCache&, const TakeCache::Options&);
};
constexpr std::array<Action, 5> kActions = {
    {{"path", show_path}, {"stats", show_stats}, {"verify", verify}, {"prune", prune}, {"clear", clear}}};

// The bytes that a suffix stands for; 0 for one that is not known.
std::uint64_t unit_of(std::string suffix) {
  if (!suffix.empty() && suffix.back() == 'B') suffix.pop_back();
  if (suffix.empty()) return 1;
  constexpr std::string_view kLetters = "kMGT";
  const std::size_t power = kLetters.find(suffix.front() == 'K' ? 'k' : suffix.front());
  const bool binary = suffix.size() == 2 && suffix[1] == 'i';
  if (power == std::string_view::npos || (suffix.size() > 1 && !binary)) return 0;
  std::uint64_t unit = 1;
  for (std::size_t i = 0; i <= power; ++i) unit *= binary ? 1024 : 1000;
  return unit;
}

}  // namespace

std::uint64_t parse_size(const std::string& text, const char* option) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::uint64_t unit = error == std::errc() ? unit_of(std::string(end, text.data() + text.size())) : 0;
  if (unit == 0 || number > std::numeric_limits<std::uint64_t>::max() / unit) {
    throw Error(ErrorKind::usage, fmt::format("{} {}: not a size: give a number with k, M, G or T, as 500M", option, text));
  }
  return number * unit;
}

TakeCache::Options cache_options_of(const CacheArguments& arguments) {
  TakeCache::Options options;
  options.directory = arguments.directory.empty() ? user_cache_directory() : arguments.directory;
  options.size_limit = parse_size(arguments.size);
  options.trust = arguments.shared ? Trust::all_files : Trust::own_files;
  return options;
}

Findings findings_about(const TakeCache* cache) {
  Findings findings;
  if (cache == nullptr) return findings;
  if (const auto distrust = cache->distrust()) findings.push_back({"cache-not-trusted", {}, *distrust});
  return findings;
}

int run_cache(const CacheCommandArguments& arguments) {
  std::vector<std::string> known;
  for (const Action& action : kActions) {
    known.emplace_back(action.name);
    if (arguments.action != action.name) continue;
    const TakeCache::Options options = cache_options_of(arguments.cache);
    TakeCache cache(options);
    if (const auto distrust = cache.distrust()) complain(*distrust);
    return action.run(cache, options);
  }
  throw Error(ErrorKind::usage, fmt::format("unknown action \"{}\"{}: use {}", arguments.action,
                                            did_you_mean(arguments.action, known), fmt::join(known, ", ")));
}

}  // namespace aloud::cli
