#pragma once

#include <string>

namespace aloud {

/// A digest (XXH3-128, in hexadecimal) over names and contents of all data that can shape a sample: phonemes, dictionaries,
/// voices, variants. MBROLA's part is left out. Reads about 12 MB (some 8 ms).
std::string digest_of_espeak_data(const std::string& directory);

/// The same, remembered in the file `memory` together with size, inode and times of every data file (0.5 ms): as long as these
/// are the same, the contents are not read again. A memory that cannot be read or written, or is not one, costs time alone.
/// "" for none.
std::string digest_of_espeak_data(const std::string& directory, const std::string& memory);

}  // namespace aloud
