#include <SDL2/SDL.h>
#include <dlfcn.h>

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string_view>

#include "play/audio_sink.h"
#include "util/error.h"
#include "util/shared_library.h"

namespace aloud {
namespace {

/// What PulseAudio (and PipeWire behind its protocol) holds. With the chunk on its way the longest wait between a key and
/// its effect stays below 200 ms; a busy machine does not get late within it (measured: 85 ms do under load, 170 ms do not).
constexpr int kServerMilliseconds = 140;

/// Handed over at once: to a server that has a buffer of its own, and to a device, which has two of these.
constexpr Uint16 kServerChunk = 1024;
constexpr Uint16 kDeviceChunk = 2048;

constexpr const char* kInstead = ": 'aloud render' makes a file to play elsewhere";

/// The functions of SDL that are used. SDL is neither linked nor started before there is something to play.
struct Sdl {
  SharedLibrary library{"libSDL2-2.0.so.0"};
  decltype(SDL_InitSubSystem)* init = library.symbol("SDL_InitSubSystem");
  decltype(SDL_QuitSubSystem)* quit = library.symbol("SDL_QuitSubSystem");
  decltype(SDL_GetError)* error = library.symbol("SDL_GetError");
  decltype(SDL_SetHint)* set_hint = library.symbol("SDL_SetHint");
  decltype(SDL_LogSetOutputFunction)* set_log = library.symbol("SDL_LogSetOutputFunction");
  decltype(SDL_GetCurrentAudioDriver)* driver = library.symbol("SDL_GetCurrentAudioDriver");
  decltype(SDL_OpenAudioDevice)* open = library.symbol("SDL_OpenAudioDevice");
  decltype(SDL_PauseAudioDevice)* pause = library.symbol("SDL_PauseAudioDevice");
  decltype(SDL_GetAudioDeviceStatus)* status = library.symbol("SDL_GetAudioDeviceStatus");
  decltype(SDL_CloseAudioDevice)* close = library.symbol("SDL_CloseAudioDevice");
};

const Sdl& sdl() {
  static const Sdl functions;
  if (!functions.library.is_complete())
    throw Error(ErrorKind::device, std::string("no SDL to play with: install the package libsdl2-2.0-0") + kInstead);
  return functions;
}

void ignore_message(const char*, int, const char*, int, const char*, ...) {}

/// ALSA tells the terminal about every device that it does not find. SDL has loaded it; nobody has to link it for this.
void hush_alsa() {
  using Handler = void (*)(const char*, int, const char*, int, const char*, ...);
  void* alsa = ::dlopen("libasound.so.2", RTLD_NOW | RTLD_NOLOAD);
  if (alsa == nullptr) return;
  if (auto* set = reinterpret_cast<int (*)(Handler)>(::dlsym(alsa, "snd_lib_error_set_handler"))) set(ignore_message);
}

class SdlSink final : public AudioSink {
 public:
  explicit SdlSink(const std::string& title);
  ~SdlSink() override;
  SdlSink(const SdlSink&) = delete;
  SdlSink& operator=(const SdlSink&) = delete;

  void start(AudioSource& source) override { set_source(&source); }
  Frames latency() const override { return latency_; }
  bool is_paced() const override { return paced_; }
  bool lost() const override { return sdl_.status(device_) == SDL_AUDIO_STOPPED; }

 private:
  bool open_device(std::string_view driver);
  void pull(std::span<std::int16_t> out);
  void set_source(AudioSource* source);

  const Sdl& sdl_;
  SDL_AudioDeviceID device_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  AudioSource* source_ = nullptr;
  bool ending_ = false;
  Frames latency_;
  bool paced_ = true;
};

SdlSink::SdlSink(const std::string& title) : sdl_(sdl()) {
  hush_alsa();
  sdl_.set_log([](void*, int, SDL_LogPriority, const char*) {}, nullptr);  // what matters comes back as an error
  sdl_.set_hint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  sdl_.set_hint(SDL_HINT_AUDIO_DEVICE_APP_NAME, "aloud");
  sdl_.set_hint(SDL_HINT_AUDIO_DEVICE_STREAM_NAME, title.c_str());
  sdl_.set_hint(SDL_HINT_AUDIO_DEVICE_STREAM_ROLE, "music");
  if (sdl_.init(SDL_INIT_AUDIO) != 0)
    throw Error(ErrorKind::device, std::string("no sound device (") + sdl_.error() + ")" + kInstead);
  const char* driver = sdl_.driver();
  if (!open_device(driver == nullptr ? "" : driver)) {
    const std::string reason = sdl_.error();
    sdl_.quit(SDL_INIT_AUDIO);
    throw Error(ErrorKind::device, "no sound device (" + reason + ")" + kInstead);
  }
}

SdlSink::~SdlSink() {
  set_source(nullptr);
  sdl_.close(device_);
  sdl_.quit(SDL_INIT_AUDIO);
}

void SdlSink::set_source(AudioSource* source) {
  const std::lock_guard lock(mutex_);
  source_ = source;
  ending_ = source == nullptr;
  changed_.notify_all();
}

/// The device runs as soon as it is open, and waits here for the first sample: SDL would play silence of its own before it, and
/// the server hold that back. Once there was something to play, nothing is waited for.
void SdlSink::pull(std::span<std::int16_t> out) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return source_ != nullptr || ending_; });
  AudioSource* source = source_;
  lock.unlock();
  if (source != nullptr) return paced_ ? source->pull(out) : source->pull_all(out);
  std::fill(out.begin(), out.end(), std::int16_t{0});
}

bool SdlSink::open_device(std::string_view driver) {
  const bool server = driver == "pulseaudio";
  SDL_AudioSpec wanted;
  std::memset(&wanted, 0, sizeof wanted);
  wanted.freq = static_cast<int>(kEngineRate.hertz);
  wanted.format = AUDIO_S16SYS;
  wanted.channels = 1;
  wanted.samples = server ? kServerChunk : kDeviceChunk;
  wanted.userdata = this;
  wanted.callback = [](void* self, Uint8* bytes, int size) {
    auto* samples = reinterpret_cast<std::int16_t*>(bytes);
    static_cast<SdlSink*>(self)->pull({samples, static_cast<std::size_t>(size) / sizeof(std::int16_t)});
  };
  SDL_AudioSpec obtained;  // as wanted: no change is allowed, SDL converts
  device_ = sdl_.open(nullptr, 0, &wanted, &obtained, 0);
  if (device_ == 0) return false;
  sdl_.pause(device_, 0);
  paced_ = driver != "disk";
  latency_ = Frames{obtained.samples};
  if (server) latency_ = frames_of(std::chrono::milliseconds(kServerMilliseconds), kEngineRate);
  if (driver == "disk" || driver == "dummy") latency_ = Frames{0};  // what is handed over is gone
  return true;
}

}  // namespace

std::unique_ptr<AudioSink> open_sound_device(const std::string& title) { return std::make_unique<SdlSink>(title); }

void prepare_sound_device() { ::setenv("PULSE_LATENCY_MSEC", std::to_string(kServerMilliseconds).c_str(), 0); }

}  // namespace aloud
