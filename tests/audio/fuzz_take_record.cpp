// Any bytes at all as a take record, behind a header that is made good: a writer either takes them or throws Error{output},
// and what it then writes has the length that it says.
#include <cassert>
#include <cstring>

#include "audio/take_codec.h"
#include "audio/take_record.h"
#include "audio/vorbis_codec.h"
#include "support/memory_sink.h"
#include "util/error.h"

namespace {

aloud::StreamWriter& writer_for(aloud::AudioFormat format, aloud::ByteSink& sink) {
  static std::unique_ptr<aloud::StreamWriter> writers[5];
  auto& writer = writers[static_cast<std::size_t>(format)];
  if (writer == nullptr) writer = aloud::make_stream_writer(format, {}, {}, sink);
  return *writer;
}

/// Forgets what it is told, so that the writers can live on from input to input.
class NullSink : public aloud::ByteSink {
 public:
  void write(std::span<const std::byte> bytes) override { size_ += bytes.size(); }
  bool can_rewrite() const override { return false; }
  void rewrite(std::uint64_t, std::span<const std::byte>) override {}
  std::uint64_t size() const override { return size_; }

 private:
  std::uint64_t size_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  static NullSink sink;
  const auto format = static_cast<aloud::AudioFormat>(data[0] % 5);
  const auto payload = std::as_bytes(std::span(data + 3, size - 3));
  const aloud::Frames length{data[1] | data[2] << 8};
  const std::uint32_t recipe = format == aloud::AudioFormat::vorbis ? aloud::vorbis_recipe(aloud::Quality{}.vorbis_quality) : 0;
  const std::uint64_t before = sink.size();
  try {
    writer_for(format, sink).append({length, {}, {}, aloud::seal_take_record(format, recipe, length, payload)});
    if (format == aloud::AudioFormat::wav) assert(sink.size() >= before + 2 * static_cast<std::uint64_t>(length.count));
  } catch (const aloud::Error& error) {
    assert(error.kind() == aloud::ErrorKind::output);
  }
  try {  // and without any header
    writer_for(format, sink).append({length, {}, {}, {payload.begin(), payload.end()}});
  } catch (const aloud::Error& error) {
    assert(error.kind() == aloud::ErrorKind::output);
  }
  return 0;
}
