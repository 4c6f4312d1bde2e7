#include "engine/command_audio.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>

#include "util/error.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::int64_t kLeastRate = 8000, kMostRate = 192000;

/// Letters and digits a second that no speech reaches, and seconds a letter that none takes: 449 words a minute are some 40
/// letters a second, and a digit may be a word ("777,777").
constexpr double kMostLettersASecond = 80, kMostSecondsALetter = 1, kSecondsOfGrace = 5;
constexpr std::size_t kFewLetters = 8;  // say nothing of the length

/// Samples at full scale beyond which it is no peak any more but clipping: a hundredth.
constexpr std::size_t kClippedShare = 100;

/// Samples of less sound like nothing, as trim_silence() has it (-72 dBFS).
constexpr int kAudible = 8;

[[noreturn]] void refuse(const std::string& what) { throw Error(ErrorKind::synthesis, "the program " + what); }

template <typename Number>
Number number_at(std::string_view bytes, std::size_t at) {
  Number number{};
  std::memcpy(&number, bytes.data() + at, sizeof number);  // WAV is little-endian, and so is what we run on
  return number;
}

struct Layout {
  unsigned encoding = 0, channels = 0, bits = 0;
  std::int64_t rate = 0;
  std::size_t bytes() const { return bits / 8; }
};

constexpr unsigned kInteger = 1, kFloat = 3, kExtensible = 0xFFFE;

Layout layout_of(std::string_view chunk) {
  if (chunk.size() < 16) refuse("wrote a WAV file without a format");
  Layout layout{number_at<std::uint16_t>(chunk, 0), number_at<std::uint16_t>(chunk, 2), number_at<std::uint16_t>(chunk, 14),
                number_at<std::uint32_t>(chunk, 4)};
  if (layout.encoding == kExtensible && chunk.size() >= 26) layout.encoding = number_at<std::uint16_t>(chunk, 24);
  const bool integers = layout.encoding == kInteger && layout.bits % 8 == 0 && layout.bits >= 8 && layout.bits <= 32;
  const bool floats = layout.encoding == kFloat && (layout.bits == 32 || layout.bits == 64);
  if ((!integers && !floats) || layout.channels == 0 || layout.channels > 8)
    refuse("wrote a kind of WAV file that is not known here");
  if (layout.rate < kLeastRate || layout.rate > kMostRate) refuse("wrote audio at " + std::to_string(layout.rate) + " Hz");
  return layout;
}

// In the units of 16 bit.
double sample_at(std::string_view data, std::size_t at, const Layout& layout) {
  constexpr double kFullScale = 32768;
  if (layout.encoding == kFloat) {
    const double value = layout.bits == 32 ? number_at<float>(data, at) : number_at<double>(data, at);
    if (!std::isfinite(value)) refuse("wrote samples that are no numbers");
    return value * kFullScale;
  }
  if (layout.bits == 8) return (static_cast<unsigned char>(data[at]) - 128) * 256.0;
  std::uint32_t high = 0;  // the bytes of the sample, in the upper ones of 32 bit
  std::memcpy(reinterpret_cast<char*>(&high) + 4 - layout.bytes(), data.data() + at, layout.bytes());
  return static_cast<std::int32_t>(high) / 65536.0;
}

std::int16_t rounded(double value) {
  constexpr double kLeast = std::numeric_limits<std::int16_t>::min(), kMost = std::numeric_limits<std::int16_t>::max();
  return static_cast<std::int16_t>(std::lrint(std::clamp(value, kLeast, kMost)));
}

CommandAudio decoded(std::string_view data, const Layout& layout) {
  CommandAudio audio{{}, SampleRate{layout.rate}};
  const std::size_t frame = layout.bytes() * layout.channels;
  audio.samples.reserve(data.size() / frame);
  for (std::size_t at = 0; at + frame <= data.size(); at += frame) {
    double sum = 0;
    for (unsigned channel = 0; channel < layout.channels; ++channel)
      sum += sample_at(data, at + channel * layout.bytes(), layout);
    audio.samples.push_back(rounded(sum / layout.channels));
  }
  return audio;
}

std::size_t letters_of(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if ((U_GET_GC_MASK(static_cast<UChar32>(point.value)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0) ++letters;
    at += point.size;
  }
  return letters;
}

std::string in_seconds(double seconds) {
  std::string text = std::to_string(seconds);
  return text.substr(0, text.find('.') + 3) + " s";
}

}  // namespace

CommandAudio read_wav(std::string_view bytes) {
  if (bytes.empty()) refuse("wrote nothing");
  if (bytes.size() < 12 || !bytes.starts_with("RIFF") || bytes.substr(8, 4) != "WAVE")
    refuse("wrote something that is no WAV file");
  constexpr std::size_t kHeader = 8;  // of a chunk: its name and its size
  Layout layout;
  for (std::size_t at = 12; at + kHeader <= bytes.size();) {
    const std::string_view name = bytes.substr(at, 4);
    const std::size_t size = number_at<std::uint32_t>(bytes, at + 4);
    at += kHeader;
    const std::string_view chunk = bytes.substr(at, size);
    if (name == "fmt ") layout = layout_of(chunk);
    if (name == "data" && layout.channels == 0) refuse("wrote a WAV file without a format");
    if (name == "data") return decoded(size == 0 ? bytes.substr(at) : chunk, layout);
    at += chunk.size() + size % 2;
  }
  refuse("wrote a WAV file without samples");
}

CommandAudio read_raw(std::string_view bytes, SampleRate rate) {
  if (bytes.empty()) refuse("wrote nothing");
  if (bytes.size() % 2 != 0) refuse("wrote half a sample");
  CommandAudio audio{std::vector<std::int16_t>(bytes.size() / 2), rate};
  std::memcpy(audio.samples.data(), bytes.data(), bytes.size());
  return audio;
}

void require_speech(const CommandAudio& audio, std::string_view text) {
  const auto& samples = audio.samples;
  const auto audible = [](std::int16_t sample) { return std::abs(static_cast<int>(sample)) >= kAudible; };
  const auto first = std::ranges::find_if(samples, audible);
  if (first == samples.end()) refuse("made silence");
  const auto last = std::find_if(samples.rbegin(), samples.rend(), audible).base();
  const auto sounding = static_cast<double>(last - first) / static_cast<double>(audio.rate.hertz);
  const std::size_t letters = letters_of(text);
  const std::string made = "made " + in_seconds(sounding) + " of sound for " + std::to_string(letters) + " letters";
  if (letters >= kFewLetters && sounding * kMostLettersASecond < static_cast<double>(letters)) refuse(made);
  if (sounding > kSecondsOfGrace + kMostSecondsALetter * static_cast<double>(letters)) refuse(made);
  const auto clipped = static_cast<std::size_t>(
      std::ranges::count_if(samples, [](std::int16_t sample) { return sample == 32767 || sample <= -32767; }));
  if (clipped > samples.size() / kClippedShare) refuse("made audio that is cut off at full scale");
}

}  // namespace aloud
