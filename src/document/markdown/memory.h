#pragma once

#include <cmark-gfm.h>

#include <cstddef>

namespace aloud {

/// Memory for one article's run through cmark-gfm, with a bound. By itself cmark takes whatever a text makes it take (a table
/// of 5,000 columns and short rows: 190,000 bytes for each of its own), and ends the process where no more is to be had.
///
/// While one exists, cmark on this thread has to use allocator() and no other; one at a time in a thread.
class MarkdownMemory {
 public:
  explicit MarkdownMemory(std::size_t most);
  ~MarkdownMemory();  ///< gives back all that cmark still holds: nothing has to be freed before, nothing may be used after
  MarkdownMemory(const MarkdownMemory&) = delete;
  MarkdownMemory& operator=(const MarkdownMemory&) = delete;

  static cmark_mem* allocator();

  /// Calls `work(context)`, and leaves it in the middle of cmark where the bound is met: then false, and nothing that was made
  /// in it may be used. Requires: no frame of `work` has anything to destroy at that point.
  bool run(void (*work)(void* context), void* context);

  std::size_t peak() const { return peak_; }  ///< bytes at once, until now

 private:
  struct Piece;
  static void* take(std::size_t count, std::size_t size);
  static void* take_again(void* memory, std::size_t size);
  static void give_back(void* memory);
  [[noreturn]] static void leave();
  void count(std::size_t added);

  static thread_local MarkdownMemory* current_;

  std::size_t most_, used_ = 0, peak_ = 0;
  Piece* first_ = nullptr;
  void* way_out_ = nullptr;  // a jmp_buf, while run() runs
};

}  // namespace aloud
