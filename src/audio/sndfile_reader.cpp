#include "audio/sndfile_reader.h"

#include <sndfile.h>

#include <cstdio>
#include <exception>

#include "util/error.h"

namespace aloud {

namespace {

/// A ByteSource as libsndfile sees a file. What the source throws is kept, since it cannot pass through C.
class SourceFile {
 public:
  explicit SourceFile(const ByteSource& source) : source_(source) {}

  static SF_VIRTUAL_IO functions() {
    return {[](void* file) { return static_cast<sf_count_t>(self(file).source_.size()); },
            [](sf_count_t offset, int whence, void* file) { return self(file).seek(offset, whence); },
            [](void* bytes, sf_count_t count, void* file) {
              return self(file).read({static_cast<std::byte*>(bytes), static_cast<std::size_t>(count)});
            },
            [](const void*, sf_count_t, void*) { return sf_count_t{0}; }, [](void* file) { return self(file).position_; }};
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  static SourceFile& self(void* file) { return *static_cast<SourceFile*>(file); }

  sf_count_t seek(sf_count_t offset, int whence) {
    const auto size = static_cast<sf_count_t>(source_.size());
    const sf_count_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position_ : size;
    if (base + offset < 0) return -1;
    return position_ = base + offset;
  }

  sf_count_t read(std::span<std::byte> bytes) {
    if (failure_) return 0;
    try {
      const auto count = static_cast<sf_count_t>(source_.read(static_cast<std::uint64_t>(position_), bytes));
      position_ += count;
      return count;
    } catch (...) {
      failure_ = std::current_exception();
      return 0;
    }
  }

  const ByteSource& source_;
  sf_count_t position_ = 0;
  std::exception_ptr failure_;
};

struct CloseFile {
  void operator()(SNDFILE* file) const { sf_close(file); }
};

}  // namespace

class SndfileReader::Impl {
 public:
  explicit Impl(const ByteSource& source) : source_(source) {
    SF_VIRTUAL_IO functions = SourceFile::functions();
    file_.reset(sf_open_virtual(&functions, SFM_READ, &info_, &source_));
    source_.rethrow();
    if (file_ == nullptr) throw Error(ErrorKind::input, "libsndfile cannot read it: " + reason());
  }

  static std::string reason() {
    std::string text = sf_strerror(nullptr);
    while (!text.empty() && (text.back() == '.' || text.back() == '\n')) text.pop_back();
    return text;
  }

  const SF_INFO& info() const { return info_; }
  SNDFILE* file() const { return file_.get(); }
  void rethrow() const { source_.rethrow(); }

 private:
  SourceFile source_;
  SF_INFO info_{};
  std::unique_ptr<SNDFILE, CloseFile> file_;
};

SndfileReader::SndfileReader(const ByteSource& source) : impl_(std::make_unique<Impl>(source)) {}

SndfileReader::~SndfileReader() = default;

SampleRate SndfileReader::rate() const { return {impl_->info().samplerate}; }

std::size_t SndfileReader::channels() const { return static_cast<std::size_t>(impl_->info().channels); }

Frames SndfileReader::frames() const { return {impl_->info().frames}; }

bool SndfileReader::seek(Frames frame) { return sf_seek(impl_->file(), frame.count, SEEK_SET) == frame.count; }

Frames SndfileReader::read(std::span<float> interleaved) {
  const auto count = static_cast<sf_count_t>(interleaved.size() / channels());
  const Frames read{sf_readf_float(impl_->file(), interleaved.data(), count)};
  impl_->rethrow();
  return read;
}

}  // namespace aloud
