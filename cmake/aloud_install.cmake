# Filled by the set-up work: install rules, CMake package, pkg-config.
