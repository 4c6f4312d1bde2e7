// A speech engine for tests: `lying_engine MODE`. Text comes on standard input; a WAV file of a tone, 60 ms for each byte of
// the text, goes to standard output. By its mode it does one thing wrong.
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

namespace {

struct Wav {
  std::uint32_t rate = 16000, data_size = 0xFFFFFFFF;  // as programs write it to pipes
  std::uint16_t encoding = 1, channels = 1, bits = 16;
  std::string data;
};

template <typename Number>
void put(std::string& bytes, Number number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof number);
}

std::string bytes_of(const Wav& wav) {
  std::string bytes = "RIFF";
  put(bytes, std::uint32_t{0xFFFFFFFF});
  bytes += "WAVEfmt ";
  put(bytes, std::uint32_t{16});
  put(bytes, wav.encoding);
  put(bytes, wav.channels);
  put(bytes, wav.rate);
  put(bytes, wav.rate * wav.channels * wav.bits / 8U);
  put(bytes, static_cast<std::uint16_t>(wav.channels * wav.bits / 8U));
  put(bytes, wav.bits);
  bytes += "data";
  put(bytes, wav.data_size);
  return bytes + wav.data;
}

std::string tone(double seconds, double amplitude, std::uint32_t rate = 16000) {
  std::string data;
  const auto frames = static_cast<std::size_t>(seconds * rate);
  for (std::size_t i = 0; i < frames; ++i)
    put(data, static_cast<std::int16_t>(std::clamp(amplitude * std::sin(static_cast<double>(i) * 0.1), -32768.0, 32767.0)));
  return data;
}

Wav not_a_number(double seconds) {
  Wav wav;
  wav.encoding = 3;
  wav.bits = 32;
  for (int i = 0; i < static_cast<int>(seconds * 16000); ++i)
    put(wav.data, i == 100 ? std::numeric_limits<float>::quiet_NaN() : 0.1F);
  return wav;
}

[[noreturn]] void leave_a_child(const char* file) {
  if (fork() == 0) {
    std::ofstream(file) << getpid() << '\n';
    for (;;) pause();
  }
  for (;;) pause();
}

// Fails the first time that it is called with this file, and then no more.
void fail_once(const char* file) {
  if (access(file, F_OK) == 0) return;
  std::ofstream(file) << "called\n";
  std::exit(1);
}

}  // namespace

int main(int count, char** arguments) {
  const std::string mode = count > 1 ? arguments[1] : "honest";
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  const double seconds = 0.06 * static_cast<double>(text.size());
  Wav wav;
  wav.data = tone(seconds, 8000);
  if (mode == "exit") {
    std::cerr << "loading\nthe model is missing\n";
    return 3;
  }
  if (mode == "crash") raise(SIGABRT);
  if (mode == "hang") pause();
  if (mode == "child") leave_a_child(arguments[2]);
  if (mode == "once") fail_once(arguments[2]);
  if (mode == "silence") wav.data = tone(seconds, 0);
  if (mode == "short") wav.data = tone(0.02, 8000);
  if (mode == "long") wav.data = tone(60 + 2 * seconds, 8000);
  if (mode == "clipped") wav.data = tone(seconds, 90000);
  if (mode == "nan") wav = not_a_number(seconds);
  if (mode == "rate") wav.rate = 44100;
  if (mode == "odd-rate") wav.rate = 3;
  if (mode == "kind") wav.encoding = 7;
  if (mode == "nothing") return 0;
  if (mode == "noise") {
    std::cout << "not audio at all";
    return 0;
  }
  if (mode == "flood") {
    const std::string block(1 << 20, 'x');
    for (;;) std::cout << block << std::flush;
  }
  if (mode == "half") {
    std::cout << wav.data.substr(0, wav.data.size() - 1);
    return 0;
  }
  const std::string bytes = bytes_of(wav);
  if (mode == "file") {
    std::ofstream(arguments[2], std::ios::binary) << bytes;
    return 0;
  }
  std::cout << bytes;
}
