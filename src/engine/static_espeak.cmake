# eSpeak NG linked into the program instead of loaded beside it.
#
# Debian's libespeak-ng.so brings libpcaudio, and that PulseAudio, D-Bus and X11: some thirty libraries that every start maps and
# every fork copies page tables for. The static library needs libsonic alone, once the eight functions that it wants of
# libpcaudio are there (no_sound_card.cpp). Only espeak_*() stays visible, so that no name of the engine, nor of these, meets one of
# ours.
#
# aloud_use_static_espeak(<result>): points PkgConfig::espeak_ng at such an object where libespeak-ng.a, libsonic, ld and objcopy
# are there; <result> says whether. What is installed still names the module espeak-ng.
function(aloud_use_static_espeak result)
  set(${result} FALSE PARENT_SCOPE)
  find_library(ALOUD_ESPEAK_ARCHIVE NAMES libespeak-ng.a)
  find_library(ALOUD_SONIC NAMES sonic)
  mark_as_advanced(ALOUD_ESPEAK_ARCHIVE ALOUD_SONIC)
  if(NOT ALOUD_ESPEAK_ARCHIVE OR NOT ALOUD_SONIC OR NOT CMAKE_LINKER OR NOT CMAKE_OBJCOPY OR NOT CMAKE_AR)
    return()
  endif()
  set(object ${CMAKE_CURRENT_BINARY_DIR}/espeak_engine.o)
  set(archive ${CMAKE_CURRENT_BINARY_DIR}/libespeak_engine.a)
  add_library(aloud_no_sound_card OBJECT no_sound_card.cpp)
  target_compile_definitions(aloud_no_sound_card PRIVATE ALOUD_ESPEAK_IS_STATIC)
  add_custom_command(OUTPUT ${archive} DEPENDS ${ALOUD_ESPEAK_ARCHIVE} aloud_no_sound_card $<TARGET_OBJECTS:aloud_no_sound_card>
    VERBATIM COMMAND_EXPAND_LISTS
    COMMENT "Making eSpeak NG one object"
    COMMAND ${CMAKE_LINKER} -r --whole-archive ${ALOUD_ESPEAK_ARCHIVE} $<TARGET_OBJECTS:aloud_no_sound_card> -o ${object}
    COMMAND ${CMAKE_OBJCOPY} --wildcard --strip-debug --keep-global-symbol=espeak_* ${object}
    COMMAND ${CMAKE_AR} rcs ${archive} ${object})
  add_custom_target(aloud_espeak_engine DEPENDS ${archive})
  add_dependencies(aloud aloud_espeak_engine)
  set_target_properties(PkgConfig::espeak_ng PROPERTIES INTERFACE_LINK_LIBRARIES "${archive};${ALOUD_SONIC};m")
  set(${result} TRUE PARENT_SCOPE)
endfunction()
