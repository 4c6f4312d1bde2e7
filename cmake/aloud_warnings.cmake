# Strictness and instrumentation as a target to link: every target of ours does, nothing that is installed does.
add_library(aloud_warnings INTERFACE)
target_compile_options(aloud_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                       -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align)
# Clang checks which lock guards what (util/thread_annotations.h).
target_compile_options(aloud_warnings INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety>)
# GCC 12 sees overlapping copies in std::string where there are none (GCC bug 105651, mended in 13).
target_compile_options(aloud_warnings INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
if(ALOUD_WARNINGS_AS_ERRORS)
  target_compile_options(aloud_warnings INTERFACE -Werror)
endif()
if(ALOUD_SANITIZE)
  target_compile_options(aloud_warnings INTERFACE -fsanitize=${ALOUD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(aloud_warnings INTERFACE -fsanitize=${ALOUD_SANITIZE})
  # The sanitizers' instrumentation makes GCC suspect uses before initialisation that are not there.
  target_compile_options(aloud_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
if(ALOUD_COVERAGE)
  target_compile_options(aloud_warnings INTERFACE --coverage -O0)
  target_link_options(aloud_warnings INTERFACE --coverage)
endif()
