#include "audio/sndfile_writer.h"

#include <sndfile.h>

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

#include "audio/byte_io.h"
#include "audio/pcm_take.h"
#include "audio/tag_blocks.h"
#include "util/error.h"

namespace aloud {

namespace {

/// The most audio that an AIFF file takes here: its sizes have 32 bits, and tags of at most 6 · 64 KiB twice stand before it.
constexpr std::uint64_t kLargestAiff = 0xFFFFFFFF - (std::uint64_t{1} << 20);

constexpr std::size_t kSilenceAtOnce = 16384;  // frames

/// A ByteSink as libsndfile sees a file. What the sink throws is kept, since it cannot pass through C.
///
/// libsndfile writes a header when it opens a file, before it can be told what to leave out; a later one may be shorter. So
/// headers stay in memory until begin().
class SinkFile {
 public:
  explicit SinkFile(ByteSink& sink) : sink_(sink), start_(sink.size()) {}

  static SF_VIRTUAL_IO functions() {
    return {[](void* file) { return static_cast<sf_count_t>(self(file).size()); },
            [](sf_count_t offset, int whence, void* file) { return self(file).seek(offset, whence); },
            [](void*, sf_count_t, void*) { return sf_count_t{0}; },
            [](const void* bytes, sf_count_t count, void* file) {
              return self(file).write({static_cast<const std::byte*>(bytes), static_cast<std::size_t>(count)});
            },
            [](void* file) { return static_cast<sf_count_t>(self(file).position_); }};
  }

  /// Writes the header. Requires: called once, before any audio. On failure throws what the sink throws.
  void begin() {
    held_.resize(header_size_);
    sink_.write(held_);
    begun_ = true;
  }

  std::uint64_t header_size() const { return header_size_; }

  std::uint64_t size() const { return begun_ ? sink_.size() - start_ : held_.size(); }

  /// Requires: nothing but what is there is rewritten.
  void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) { sink_.rewrite(start_ + offset, bytes); }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  static SinkFile& self(void* file) { return *static_cast<SinkFile*>(file); }

  sf_count_t seek(sf_count_t offset, int whence) {
    const sf_count_t base = whence == SEEK_SET   ? 0
                            : whence == SEEK_CUR ? static_cast<sf_count_t>(position_)
                                                 : static_cast<sf_count_t>(size());
    position_ = static_cast<std::uint64_t>(base + offset);
    return base + offset;
  }

  sf_count_t write(std::span<const std::byte> bytes) {
    if (position_ == 0) header_size_ = bytes.size();
    if (!begun_) return hold(bytes);
    if (failure_) return 0;
    try {
      const std::uint64_t there = size() - position_;
      const auto old = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(there, bytes.size())));
      if (!old.empty()) sink_.rewrite(start_ + position_, old);
      if (old.size() < bytes.size()) sink_.write(bytes.subspan(old.size()));
      position_ += bytes.size();
      return static_cast<sf_count_t>(bytes.size());
    } catch (...) {
      failure_ = std::current_exception();
      return 0;
    }
  }

  sf_count_t hold(std::span<const std::byte> bytes) {
    const auto position = static_cast<std::size_t>(position_);
    held_.resize(std::max(held_.size(), position + bytes.size()));
    std::copy(bytes.begin(), bytes.end(), held_.begin() + static_cast<std::ptrdiff_t>(position));
    position_ += bytes.size();
    return static_cast<sf_count_t>(bytes.size());
  }

  ByteSink& sink_;
  std::uint64_t start_;
  std::uint64_t position_ = 0;
  std::vector<std::byte> held_;  // what stands in the file, until begin()
  bool begun_ = false;
  std::size_t header_size_ = 0;  // of the last header: each is written at once
  std::exception_ptr failure_;
};

int container_of(AudioFormat format) {
  switch (format) {
    case AudioFormat::w64:
      return SF_FORMAT_W64;
    case AudioFormat::aiff:
      return SF_FORMAT_AIFF;
    case AudioFormat::caf:
      return SF_FORMAT_CAF;
    case AudioFormat::au:
      return SF_FORMAT_AU;
    default:
      return 0;
  }
}

int encoding_of(SampleFormat format) {
  switch (format) {
    case SampleFormat::pcm16:
      return SF_FORMAT_PCM_16;
    case SampleFormat::pcm24:
      return SF_FORMAT_PCM_24;
    case SampleFormat::float32:
      break;
  }
  return SF_FORMAT_FLOAT;
}

/// The samples of a take as libsndfile takes them: 24 bit in the upper ones of 32.
std::vector<std::int32_t> upper_bits(std::span<const std::byte> little_endian_24) {
  std::vector<std::int32_t> samples;
  samples.reserve(little_endian_24.size() / 3);
  ByteReader reader(little_endian_24);
  while (reader.remaining() > 0)
    samples.push_back(std::bit_cast<std::int32_t>(static_cast<std::uint32_t>(reader.little(3)) << 8));
  return samples;
}

std::vector<float> floats(std::span<const std::byte> little_endian_32) {
  std::vector<float> samples;
  samples.reserve(little_endian_32.size() / 4);
  ByteReader reader(little_endian_32);
  while (reader.remaining() > 0) samples.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(reader.little(4))));
  return samples;
}

struct CloseFile {
  void operator()(SNDFILE* file) const { sf_close(file); }
};

class SndfileWriter : public StreamWriter {
 public:
  SndfileWriter(AudioFormat format, SampleFormat sample_format, const Tags& tags, ByteSink& sink)
      : format_(format), sample_format_(sample_format), sink_(sink) {
    SF_INFO info{};
    info.samplerate = static_cast<int>(kEngineRate.hertz);
    info.channels = 1;
    info.format = container_of(format) | encoding_of(sample_format);
    SF_VIRTUAL_IO functions = SinkFile::functions();
    file_.reset(sf_open_virtual(&functions, SFM_WRITE, &info, &sink_));
    if (file_ == nullptr) fail(sf_strerror(nullptr));
    sf_command(file_.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);  // it would hold the time of day
    write_tags(tags);
    sf_command(file_.get(), SFC_UPDATE_HEADER_NOW, nullptr, 0);
    sink_.begin();
  }

  void append(const EncodedTake& take) override {
    const auto pcm = pcm_of_take(take, AudioFormat::wav, sample_format_);
    require_room(take.length);
    const auto count = static_cast<sf_count_t>(take.length.count);
    sf_count_t written = 0;
    switch (sample_format_) {
      case SampleFormat::pcm16:
        written = sf_writef_short(file_.get(), samples_of(pcm).data(), count);
        break;
      case SampleFormat::pcm24:
        written = sf_writef_int(file_.get(), upper_bits(pcm).data(), count);
        break;
      case SampleFormat::float32:
        written = sf_writef_float(file_.get(), floats(pcm).data(), count);
        break;
    }
    account(written, take.length);
  }

  Frames append_silence(Frames silence) override {
    static constexpr std::array<std::int16_t, kSilenceAtOnce> kZeros{};  // zero is zero in every sample format
    require_room(silence);
    for (Frames rest = silence; rest.count > 0;) {
      const Frames part{std::min<std::int64_t>(rest.count, kZeros.size())};
      account(sf_writef_short(file_.get(), kZeros.data(), part.count), part);
      rest -= part;
    }
    return silence;
  }

  Frames finish() override {
    const int error = sf_close(file_.release());
    sink_.rethrow();
    if (error != 0) fail(sf_error_number(error));
    if (format_ == AudioFormat::aiff) correct_data_size();
    return total_;
  }

  SampleRate file_rate() const override { return kEngineRate; }

 private:
  void write_tags(const Tags& tags) {
    if (format_ == AudioFormat::caf) add_chunk("info", caf_info(tags));
    if (format_ != AudioFormat::aiff) return;
    const auto set = [this](int kind, const std::string& text) {
      if (!text.empty()) sf_set_string(file_.get(), kind, writable_tag(text).c_str());
    };
    set(SF_STR_TITLE, tags.title);
    set(SF_STR_ARTIST, tags.artist);
    set(SF_STR_COMMENT, tags.comment);
    Tags id3 = tags;
    id3.loudness.reset();
    id3.chapters.clear();  // nothing is filled in later here
    id3.cover.reset();
    add_chunk("ID3 ", id3v2_tag(id3));  // language, date and software, which have no chunk of their own
  }

  /// libsndfile counts the byte that fills an odd chunk up as part of it; to others it is the beginning of one more sample.
  void correct_data_size() {
    constexpr std::uint64_t kInChunk = 8, kBeforeData = 12;  // bytes of the chunk before the samples; and with its size
    const std::uint64_t data_size = static_cast<std::uint64_t>(total_.count) * bytes_per_sample(sample_format_);
    ByteWriter size;
    size.big(kInChunk + data_size, 4);
    sink_.rewrite(sink_.header_size() - kBeforeData, size.bytes());
  }

  void add_chunk(const char* name, std::vector<std::byte> bytes) {
    if (bytes.empty()) return;
    SF_CHUNK_INFO chunk{};
    std::memcpy(chunk.id, name, 4);
    chunk.id_size = 4;
    chunk.datalen = static_cast<unsigned>(bytes.size());
    chunk.data = bytes.data();
    if (const int error = sf_set_chunk(file_.get(), &chunk); error != 0) fail(sf_error_number(error));
  }

  void require_room(Frames more) const {
    if (format_ != AudioFormat::aiff) return;
    const auto frames = static_cast<std::uint64_t>((total_ + more).count);
    if (frames * bytes_per_sample(sample_format_) > kLargestAiff)
      throw Error(ErrorKind::output, "an AIFF file cannot hold more than 4 GiB: take caf, w64 or rf64");
  }

  void account(sf_count_t written, Frames expected) {
    sink_.rethrow();
    if (written != expected.count) fail(sf_strerror(file_.get()));
    total_ += expected;
  }

  [[noreturn]] void fail(const std::string& reason) const {
    throw Error(ErrorKind::output, std::string("libsndfile cannot write ") + to_string(format_) + ": " + reason);
  }

  AudioFormat format_;
  SampleFormat sample_format_;
  SinkFile sink_;
  std::unique_ptr<SNDFILE, CloseFile> file_;
  Frames total_;
};

}  // namespace

bool is_written_by_sndfile(AudioFormat format) { return container_of(format) != 0; }

std::string sndfile_version() { return sf_version_string(); }

std::unique_ptr<StreamWriter> make_sndfile_writer(AudioFormat format, SampleFormat sample_format, const Tags& tags,
                                                  ByteSink& sink) {
  return std::make_unique<SndfileWriter>(format, sample_format, tags, sink);
}

}  // namespace aloud
