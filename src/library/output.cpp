#include <algorithm>
#include <cassert>
#include <utility>

#include "aloud/render.h"
#include "library/output_impl.h"

namespace aloud::v0 {
namespace {

/// A sink of the caller's as one of ours.
class ForeignSink final : public ByteSink {
 public:
  explicit ForeignSink(Sink& sink) : sink_(sink) {}
  void write(std::span<const std::byte> bytes) override {
    sink_.write(bytes);
    written_ += bytes.size();
  }
  bool can_rewrite() const override { return sink_.can_rewrite(); }
  void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) override { sink_.rewrite(offset, bytes); }
  std::uint64_t size() const override { return written_; }

 private:
  Sink& sink_;
  std::uint64_t written_ = 0;
};

/// Appends to a vector of the caller's, which may hold something already.
class MemorySink final : public ByteSink {
 public:
  explicit MemorySink(std::vector<std::byte>& bytes) : bytes_(bytes), begin_(bytes.size()) {}
  void write(std::span<const std::byte> bytes) override { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
  bool can_rewrite() const override { return true; }
  void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) override {
    assert(offset + bytes.size() <= size());
    std::copy(bytes.begin(), bytes.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(begin_ + offset));
  }
  std::uint64_t size() const override { return bytes_.size() - begin_; }

 private:
  std::vector<std::byte>& bytes_;
  std::size_t begin_;
};

class CallbackSink final : public ByteSink {
 public:
  using OnBytes = std::function<void(std::span<const std::byte>)>;
  explicit CallbackSink(OnBytes on_bytes) : on_bytes_(std::move(on_bytes)) {}
  void write(std::span<const std::byte> bytes) override {
    on_bytes_(bytes);
    written_ += bytes.size();
  }
  bool can_rewrite() const override { return false; }
  void rewrite(std::uint64_t /*offset*/, std::span<const std::byte> /*bytes*/) override { assert(false); }
  std::uint64_t size() const override { return written_; }

 private:
  OnBytes on_bytes_;
  std::uint64_t written_ = 0;
};

}  // namespace

Sink::~Sink() = default;
bool Sink::can_rewrite() const { return false; }
void Sink::rewrite(std::uint64_t /*offset*/, std::span<const std::byte> /*bytes*/) {}

Output::Output() : impl_(std::make_shared<const Impl>()) {}
Output::Output(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Output::Output(const Output&) = default;
Output& Output::operator=(const Output&) = default;
Output::~Output() = default;

Output Output::file(const std::string& path) { return Output(std::make_shared<const Impl>(Impl{path, {}})); }

Output Output::memory(std::vector<std::byte>& bytes) {
  return Output(std::make_shared<const Impl>(Impl{"", [&bytes] { return std::make_unique<MemorySink>(bytes); }}));
}

Output Output::callback(std::function<void(std::span<const std::byte>)> on_bytes) {
  return Output(
      std::make_shared<const Impl>(Impl{"", [call = std::move(on_bytes)] { return std::make_unique<CallbackSink>(call); }}));
}

Output Output::sink(Sink& sink) {
  return Output(std::make_shared<const Impl>(Impl{"", [&sink] { return std::make_unique<ForeignSink>(sink); }}));
}

}  // namespace aloud::v0
