#include "document/markdown/memory.h"

#include <algorithm>
#include <cassert>
#include <csetjmp>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

namespace aloud {

/// What stands before each piece of memory that cmark gets.
struct alignas(std::max_align_t) MarkdownMemory::Piece {
  Piece* before = nullptr;
  Piece* after = nullptr;
  std::size_t size = 0;

  void* memory() { return this + 1; }
  static Piece* of(void* memory) { return static_cast<Piece*>(memory) - 1; }
};

thread_local MarkdownMemory* MarkdownMemory::current_ = nullptr;

MarkdownMemory::MarkdownMemory(std::size_t most) : most_(most) {
  assert(current_ == nullptr);
  current_ = this;
}

MarkdownMemory::~MarkdownMemory() {
  while (first_ != nullptr) std::free(std::exchange(first_, first_->after));
  current_ = nullptr;
}

cmark_mem* MarkdownMemory::allocator() {
  static cmark_mem memory = {&take, &take_again, &give_back};
  return &memory;
}

// The frames that are left are C's, and of `work`.
bool MarkdownMemory::run(void (*work)(void* context), void* context) {
  std::jmp_buf way_out;
  way_out_ = &way_out;
  const bool fits = setjmp(way_out) == 0;  // NOLINT(cert-err52-cpp): cmark knows no other way out
  if (fits) work(context);
  way_out_ = nullptr;
  return fits;
}

void MarkdownMemory::leave() {
  if (current_->way_out_ == nullptr) throw std::bad_alloc();
  std::longjmp(*static_cast<std::jmp_buf*>(current_->way_out_), 1);  // NOLINT(cert-err52-cpp)
}

void MarkdownMemory::count(std::size_t added) {
  if (added > most_ - std::min(used_, most_)) leave();
  used_ += added;
  peak_ = std::max(peak_, used_);
}

void* MarkdownMemory::take(std::size_t count, std::size_t size) {
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes) || __builtin_add_overflow(bytes, sizeof(Piece), &bytes)) leave();
  current_->count(bytes);
  auto* piece = static_cast<Piece*>(std::calloc(1, bytes));
  if (piece == nullptr) leave();
  piece->size = bytes;
  piece->after = current_->first_;
  if (piece->after != nullptr) piece->after->before = piece;
  current_->first_ = piece;
  return piece->memory();
}

void* MarkdownMemory::take_again(void* memory, std::size_t size) {
  void* grown = take(1, size);
  if (memory == nullptr) return grown;
  std::memcpy(grown, memory, std::min(size, Piece::of(memory)->size - sizeof(Piece)));
  give_back(memory);
  return grown;
}

void MarkdownMemory::give_back(void* memory) {
  if (memory == nullptr) return;
  Piece* piece = Piece::of(memory);
  (piece->before != nullptr ? piece->before->after : current_->first_) = piece->after;
  if (piece->after != nullptr) piece->after->before = piece->before;
  current_->used_ -= piece->size;
  std::free(piece);
}

}  // namespace aloud
