# What `cmake --install` puts where. Two components: "runtime" is what a person needs to run aloud, "development" what a
# program needs to build on the library.
include(CMakePackageConfigHelpers)

set(ALOUD_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/aloud)
set(ALOUD_DATA_DIR ${CMAKE_INSTALL_DATADIR}/aloud)

# --- runtime ---------------------------------------------------------------------------------------------------------
install(TARGETS aloud-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime)
install(TARGETS aloud-engine RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/aloud COMPONENT runtime)
if(EXISTS ${PROJECT_SOURCE_DIR}/voices)
  install(DIRECTORY voices/ DESTINATION ${ALOUD_DATA_DIR}/voices COMPONENT runtime FILES_MATCHING PATTERN "*.toml")
endif()
install(FILES docs/aloud.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT runtime)
install(FILES scripts/completions/aloud.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME aloud COMPONENT runtime)
install(FILES scripts/completions/_aloud DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT runtime)
install(FILES scripts/completions/aloud.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT runtime)
install(FILES README.md CONTRIBUTING.md CHANGELOG.md LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT runtime
        FILES_MATCHING PATTERN "*.md" PATTERN "*.schema.json" PATTERN "licences/*.txt")

# --- development -----------------------------------------------------------------------------------------------------
# The library both ways. Each has an export of its own, as only who links the static one has to find what it is built on.
set_target_properties(aloud PROPERTIES EXPORT_NAME static)
set_target_properties(aloud_shared PROPERTIES EXPORT_NAME shared)
install(TARGETS aloud EXPORT aloud_static_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(TARGETS aloud_shared EXPORT aloud_shared_targets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
foreach(kind static shared)
  install(EXPORT aloud_${kind}_targets NAMESPACE aloud:: FILE aloud-${kind}-targets.cmake DESTINATION ${ALOUD_CMAKE_DIR}
          COMPONENT development)
endforeach()
install(DIRECTORY include/aloud DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development FILES_MATCHING PATTERN "*.h")
install(DIRECTORY examples/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT development)

# A static library hands its own dependencies on to whoever links it. They are read off the target, so the package files
# cannot go out of step with the build.
include(cmake/aloud_package_dependencies.cmake)
aloud_package_dependencies(aloud ALOUD_FIND_DEPENDENCIES ALOUD_PC_REQUIRES ALOUD_PC_LIBS)

set(ALOUD_INSTALLED_ENGINE ${CMAKE_INSTALL_LIBEXECDIR}/aloud/aloud-engine)
set(ALOUD_INSTALLED_VOICES ${ALOUD_DATA_DIR}/voices)
configure_package_config_file(cmake/aloudConfig.cmake.in aloudConfig.cmake INSTALL_DESTINATION ${ALOUD_CMAKE_DIR}
                              PATH_VARS ALOUD_INSTALLED_ENGINE ALOUD_INSTALLED_VOICES NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(aloudConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/aloudConfig.cmake ${PROJECT_BINARY_DIR}/aloudConfigVersion.cmake
        DESTINATION ${ALOUD_CMAKE_DIR} COMPONENT development)

# The prefix is given from where the file lies, so that an installed tree can be moved.
file(RELATIVE_PATH ALOUD_PC_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" ALOUD_PC_PREFIX "${ALOUD_PC_PREFIX}")
configure_file(cmake/aloud.pc.in aloud.pc @ONLY)
configure_file(cmake/aloud-static.pc.in aloud-static.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/aloud.pc ${PROJECT_BINARY_DIR}/aloud-static.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
