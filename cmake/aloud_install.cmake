# What `cmake --install` puts where. Two components: "runtime" is what a person needs to run aloud, "development" what a
# program needs to build on the library.
include(CMakePackageConfigHelpers)

set(ALOUD_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/aloud)
set(ALOUD_DATA_DIR ${CMAKE_INSTALL_DATADIR}/aloud)

# --- runtime ---------------------------------------------------------------------------------------------------------
# A program that needs libaloud.so finds it beside itself, wherever both are moved to and before anybody ran ldconfig.
if(BUILD_SHARED_LIBS)
  file(RELATIVE_PATH ALOUD_LIBRARIES_FROM_BIN ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
  set_target_properties(aloud-cli PROPERTIES INSTALL_RPATH "$ORIGIN/${ALOUD_LIBRARIES_FROM_BIN}")
endif()
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
install(FILES README.md CONTRIBUTING.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT runtime
        FILES_MATCHING PATTERN "*.md" PATTERN "*.schema.json")

# --- development -----------------------------------------------------------------------------------------------------
install(TARGETS aloud EXPORT aloud_targets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime NAMELINK_COMPONENT development)
install(EXPORT aloud_targets NAMESPACE aloud:: FILE aloudTargets.cmake DESTINATION ${ALOUD_CMAKE_DIR} COMPONENT development)

# The public headers are aloud.h and what it reaches. In the source tree they name each other from src/ ("util/error.h"),
# once installed from the include directory ("aloud/util/error.h"), so that no other project's "util/error.h" gets between.
configure_file(cmake/install_headers.cmake.in install_headers.cmake @ONLY)
install(SCRIPT ${PROJECT_BINARY_DIR}/install_headers.cmake COMPONENT development)

# A static library hands its own dependencies on to whoever links it. They are read off the target, so the package files
# cannot go out of step with the build.
include(cmake/aloud_package_dependencies.cmake)
aloud_package_dependencies(aloud ALOUD_FIND_DEPENDENCIES ALOUD_PC_REQUIRES ALOUD_PC_LIBS)
if(BUILD_SHARED_LIBS)
  set(ALOUD_FIND_DEPENDENCIES "")
endif()

configure_package_config_file(cmake/aloudConfig.cmake.in aloudConfig.cmake INSTALL_DESTINATION ${ALOUD_CMAKE_DIR}
                              NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(aloudConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/aloudConfig.cmake ${PROJECT_BINARY_DIR}/aloudConfigVersion.cmake
        DESTINATION ${ALOUD_CMAKE_DIR} COMPONENT development)

# The prefix is given from where the file lies, so that an installed tree can be moved.
file(RELATIVE_PATH ALOUD_PC_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" ALOUD_PC_PREFIX "${ALOUD_PC_PREFIX}")
configure_file(cmake/aloud.pc.in aloud.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/aloud.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
