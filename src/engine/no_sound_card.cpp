// What eSpeak NG's static library wants of libpcaudio (static_espeak.cmake): there is no sound card, so all but the first is
// never called. The first stands in espeak_synthesizer.cpp as well, and that one wins.
#include <cstddef>
#include <cstdint>

extern "C" {
__attribute__((weak)) void* create_audio_device_object(const char*, const char*, const char*) { return nullptr; }
int audio_object_open(void*, int, std::uint32_t, std::uint8_t) { return -1; }
void audio_object_close(void*) {}
void audio_object_destroy(void*) {}
int audio_object_write(void*, const void*, std::size_t) { return -1; }
int audio_object_drain(void*) { return 0; }
int audio_object_flush(void*) { return 0; }
const char* audio_object_strerror(void*, int) { return ""; }
}
