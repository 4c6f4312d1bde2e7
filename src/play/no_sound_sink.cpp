// In place of sdl_sink.cpp in a build without SDL.
#include "play/audio_sink.h"
#include "util/error.h"

namespace aloud {

std::unique_ptr<AudioSink> open_sound_device(const std::string&) {
  throw Error(ErrorKind::device,
              "this aloud was built without playback (ALOUD_SDL): 'aloud render' makes a file to play elsewhere");
}

void prepare_sound_device() {}

}  // namespace aloud
