#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cache/segment_file.h"

namespace aloud {

/// What keeps a cache directory in order. None of it throws for what it finds there, or changes a pack in place: a new pack
/// is put beside the old ones, then the old ones are removed, so readers never wait and an interruption loses nothing.

/// Makes packs of the temporary files whose writers are dead. Needs no MaintenanceLock: each file has its own.
void recover_torn_packs(const std::string& directory, Trust trust);

/// Removes the temporary files whose writers are dead.
void remove_torn_packs(const std::string& directory);

enum class Merge {
  crowded,     ///< only sizes of which there are many packs: cheap, after every run
  everything,  ///< all packs below the full size, and what is whole in damaged ones
};

/// Puts the takes of several packs into one, each taken once: of packs that are trusted, so that no take becomes so by it.
/// Requires: the MaintenanceLock is held.
void merge_packs(const std::string& directory, Merge merge, Trust trust);

enum class Trim {
  where_much_would_go,  ///< where whole packs alone would leave less than half of what may stay
  always,
};

/// Removes the packs that were used longest ago until at most `limit` bytes are left. The last of them would often leave much
/// less: it is trimmed instead, to its newest takes that fit.
void evict(const std::string& directory, std::uint64_t limit, Trim trim, Trust trust);

std::uint64_t bytes_in(const std::string& directory);

/// One line for every pack that is damaged or not trusted, and every damaged record and index in a directory.
std::vector<std::string> verify_packs(const std::string& directory, Trust trust);

}  // namespace aloud
