#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "audio/units.h"

namespace aloud {

/// Where a sound device gets its samples from.
class AudioSource {
 public:
  virtual ~AudioSource() = default;

  // Each fills `out` with mono samples at kEngineRate, on a thread of the sink's, one call at a time. No sample is lost or
  // doubled.

  /// For a device that plays as time passes: never blocks; what is late is silence.
  virtual void pull(std::span<std::int16_t> out) = 0;
  /// For a sink that takes all it can get: blocks while the next samples are being made.
  virtual void pull_all(std::span<std::int16_t> out) = 0;
};

/// A sound device, or what stands for one. Mono, 16 bit, kEngineRate.
class AudioSink {
 public:
  /// Stops pulling. Requires: the source does not block any more (for pull_all()).
  virtual ~AudioSink() = default;

  /// Starts pulling from `source`, which must outlive the sink: by pull() if it is paced, else by pull_all(). Called once, and
  /// for a paced sink when there is something to play.
  virtual void start(AudioSource& source) = 0;

  /// What has been pulled and not been heard yet at the moment in which pull() is called: the device's own buffer.
  virtual Frames latency() const = 0;

  /// Whether the device takes no more than real time needs. A sink that writes a file takes all it can get.
  virtual bool is_paced() const = 0;

  /// Whether the device has gone: unplugged, or its server has ended.
  virtual bool lost() const = 0;
};

/// The default output device, by SDL's audio subsystem (which is loaded when this is called, so that nobody else pays for it).
/// `title` is shown in the desktop's mixer. SDL_AUDIODRIVER chooses the driver, as for every program that uses SDL.
/// On failure (no device, no sound server, no SDL) throws Error{device}: one line, and what to do instead.
std::unique_ptr<AudioSink> open_sound_device(const std::string& title);

/// Sets how much the sound server shall hold. Requires: called before the process has a second thread (it sets an environment
/// variable, unless the user has).
void prepare_sound_device();

}  // namespace aloud
