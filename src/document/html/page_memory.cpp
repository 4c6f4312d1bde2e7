#include "document/html/page_memory.h"

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <new>
#include <utility>

namespace aloud {
namespace {

constexpr std::size_t kPiece = 256 * 1024;
constexpr std::size_t kAligned = alignof(std::max_align_t);

}  // namespace

/// What stands before the memory of each piece.
struct alignas(std::max_align_t) PageMemory::Piece {
  Piece* before = nullptr;
};

PageMemory::~PageMemory() {
  while (last_ != nullptr) std::free(std::exchange(last_, last_->before));
}

// The frames that are left are C's, and of `work`.
bool PageMemory::run(void (*work)(void* context), void* context) {
  std::jmp_buf way_out;
  way_out_ = &way_out;
  const bool fits = setjmp(way_out) == 0;  // NOLINT(cert-err52-cpp): gumbo knows no other way out
  if (fits) work(context);
  way_out_ = nullptr;
  return fits;
}

void PageMemory::leave() {
  if (way_out_ == nullptr) throw std::bad_alloc();
  std::longjmp(*static_cast<std::jmp_buf*>(way_out_), 1);  // NOLINT(cert-err52-cpp)
}

void* PageMemory::take(std::size_t size) {
  if (size > most_) leave();
  size = (std::max<std::size_t>(size, 1) + kAligned - 1) / kAligned * kAligned;
  if (size > left_) {
    const std::size_t bytes = std::max(size, kPiece);
    if (bytes > most_ - std::min(taken_, most_)) leave();
    void* const memory = std::malloc(sizeof(Piece) + bytes);
    if (memory == nullptr) leave();
    last_ = new (memory) Piece{last_};
    free_ = static_cast<std::byte*>(memory) + sizeof(Piece);
    left_ = bytes;
    taken_ += bytes;
  }
  left_ -= size;
  return std::exchange(free_, free_ + size);
}

void* PageMemory::take(void* memory, std::size_t size) { return static_cast<PageMemory*>(memory)->take(size); }

void PageMemory::give_back(void* /*memory*/, void* /*piece*/) {}

}  // namespace aloud
