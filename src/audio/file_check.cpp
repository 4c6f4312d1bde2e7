#include "audio/file_check.h"

#include <sndfile.h>

#include <algorithm>
#include <string>
#include <vector>

#include "audio/sndfile_reader.h"
#include "util/error.h"

namespace aloud {

namespace {

/// Enough to need the last packet of every format, and a few before it.
constexpr std::int64_t kFramesAtEnd = 4096;

/// Whether `number` is one of those that libsndfile lists by the commands for their count and for each.
bool lists(int count_command, int item_command, int number) {
  int count = 0;
  sf_command(nullptr, count_command, &count, sizeof count);
  for (int i = 0; i < count; ++i) {
    SF_FORMAT_INFO info{};
    info.format = i;
    if (sf_command(nullptr, item_command, &info, sizeof info) == 0 && info.format == number) return true;
  }
  return false;
}

std::string told(Frames frames, SampleRate rate) {
  return std::to_string(frames.count) + " frames at " + std::to_string(rate.hertz) + " Hz";
}

[[noreturn]] void refuse(const std::string& what, Frames frames, SampleRate rate) {
  throw Error(ErrorKind::output, "the finished file is not what was written: " + what + ", and " + told(frames, rate) +
                                     " were written; it is thrown away (--no-verify would keep it)");
}

/// How many frames can be read from the last ones on.
Frames read_end(SndfileReader& reader) {
  const Frames begin{std::max<std::int64_t>(0, reader.frames().count - kFramesAtEnd)};
  if (!reader.seek(begin)) return {};
  std::vector<float> buffer(static_cast<std::size_t>(2 * kFramesAtEnd) * reader.channels());  // and what should not be there
  return begin + reader.read(buffer);
}

}  // namespace

bool can_check(AudioFormat format) {
  if (format == AudioFormat::mp3) return lists(SFC_GET_FORMAT_MAJOR_COUNT, SFC_GET_FORMAT_MAJOR, 0x230000);  // SF_FORMAT_MPEG
  if (format == AudioFormat::opus) return lists(SFC_GET_FORMAT_SUBTYPE_COUNT, SFC_GET_FORMAT_SUBTYPE, SF_FORMAT_OPUS);
  return true;
}

void check_file(const ByteSource& file, AudioFormat format, Frames frames, SampleRate rate) {
  if (!can_check(format) || frames == Frames{0}) return;
  try {
    SndfileReader reader(file);
    if (reader.frames() != frames || reader.rate() != rate)
      refuse("it holds " + told(reader.frames(), reader.rate()), frames, rate);
    if (const Frames end = read_end(reader); end != frames)
      refuse("it says that it holds as much, its end can be read to frame " + std::to_string(end.count), frames, rate);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    refuse(error.message(), frames, rate);
  }
}

}  // namespace aloud
