#include "script/prosody.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace aloud {
namespace {

constexpr double kStep = 10;
constexpr double kPitchPointsAnOctave = 50;  // of eSpeak NG's 0 to 99

int stepped(double value, int from, int least, int most) {
  const double change = std::round((value - from) / kStep) * kStep;
  return static_cast<int>(std::clamp(from + change, static_cast<double>(least), static_cast<double>(most)));
}

// Percent as a factor; 1 for what is none.
double factor_of(std::string_view text) {
  int percent = 100;
  std::from_chars(text.data(), text.data() + text.size(), percent);
  return std::clamp(percent, 10, 1000) / 100.0;
}

struct Change {
  double rate = 1, pitch = 1, range = 1;
};

Change changes_in(std::string_view prosody) {
  Change change;
  while (!prosody.empty()) {
    const std::size_t end = std::min(prosody.find(';'), prosody.size());
    const std::string_view one = prosody.substr(0, end);
    prosody.remove_prefix(std::min(end + 1, prosody.size()));
    const auto apply = [&](std::string_view key, double& factor) {
      if (one.starts_with(key)) factor = std::clamp(factor * factor_of(one.substr(key.size())), 0.1, 10.0);
    };
    apply("rate=", change.rate);
    apply("pitch=", change.pitch);
    apply("range=", change.range);
  }
  return change;
}

}  // namespace

VoiceParameters with_prosody(VoiceParameters voice, std::string_view prosody) {
  if (prosody.empty()) return voice;
  const Change change = changes_in(prosody);
  const double rate = std::round(change.rate * 10) / 10;
  voice.rate = std::clamp(static_cast<int>(std::lround(voice.rate * rate)), 80, 449);
  voice.pitch = stepped(voice.pitch + std::log2(change.pitch) * kPitchPointsAnOctave, voice.pitch, 0, 99);
  voice.range = stepped(voice.range * change.range, voice.range, 0, 99);
  return voice;
}

}  // namespace aloud
