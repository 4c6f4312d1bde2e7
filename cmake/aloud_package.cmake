# The Debian package: `cmake --preset package && cmake --build --preset package --target package` leaves it in build/package.
# It holds the runtime component alone. Its library dependencies are read off the program (dpkg-shlibdeps), so they cannot go
# out of step with the build; eSpeak NG's data are no library and are named.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME aloud)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "the aloud project <aloud@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "aloud reads articles (Markdown, plain text) out into audio files, offline and deterministically, \
with the exact time of every word. It renders single articles and whole trees of them, in CI and on many machines.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL runtime)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION sound)
set(CPACK_DEBIAN_PACKAGE_DEPENDS espeak-ng-data)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS libflite1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS libsdl2-2.0-0)  # loaded by `play` and `say` alone, and not linked
set(CPACK_DEBIAN_PACKAGE_SUGGESTS pandoc)           # makes articles of Word, EPUB and LaTeX
include(CPack)
