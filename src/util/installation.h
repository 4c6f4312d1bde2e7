#pragma once

#include <filesystem>
#include <vector>

namespace aloud {

/// Where this library may have been installed to: the prefixes of the file that it was loaded from and of the running program,
/// which need not be the one that it was configured for (cmake --install --prefix), the running program's own directory, as in
/// a build tree, and the configured one last. Each once, absolute.
std::vector<std::filesystem::path> installation_prefixes();

/// The directories of the file that the library was loaded from, and of the running program; each once, absolute.
std::vector<std::filesystem::path> directories_of_this_code();

}  // namespace aloud
