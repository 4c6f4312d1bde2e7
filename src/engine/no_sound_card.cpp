// What eSpeak NG wants of libpcaudio, for programs that only take samples from it: "none" is an answer to the first function
// that it copes with, so that the others are never called.
//
// Inside eSpeak NG's static library (static_espeak.cmake) all of these are known to that library alone. A program of ours that
// loads the engine gets the first one by itself, and the linker prefers it to libpcaudio's. No library of ours holds any:
// what another program hears is its own affair.
#include <cstddef>
#include <cstdint>

extern "C" {
#ifndef ALOUD_ESPEAK_IS_STATIC
__attribute__((visibility("default")))
#endif
void* create_audio_device_object(const char*, const char*, const char*) {
  return nullptr;
}
#ifdef ALOUD_ESPEAK_IS_STATIC
int audio_object_open(void*, int, std::uint32_t, std::uint8_t) { return -1; }
void audio_object_close(void*) {}
void audio_object_destroy(void*) {}
int audio_object_write(void*, const void*, std::size_t) { return -1; }
int audio_object_drain(void*) { return 0; }
int audio_object_flush(void*) { return 0; }
const char* audio_object_strerror(void*, int) { return ""; }
#endif
}
