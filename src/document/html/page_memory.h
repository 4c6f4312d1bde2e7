#pragma once

#include <cstddef>

namespace aloud {

/// Memory for one page's run through gumbo, which does not look whether it got any: taken in large pieces, given back at once
/// in the end, and bounded.
class PageMemory {
 public:
  explicit PageMemory(std::size_t most) : most_(most) {}
  ~PageMemory();
  PageMemory(const PageMemory&) = delete;
  PageMemory& operator=(const PageMemory&) = delete;

  /// Calls `work(context)`, and leaves it in the middle of gumbo where the bound is met: then false. Requires: no frame of
  /// `work` has anything to destroy at that point.
  bool run(void (*work)(void* context), void* context);

  /// As gumbo calls them, with a PageMemory as `memory`.
  static void* take(void* memory, std::size_t size);
  static void give_back(void* memory, void* piece);

  std::size_t taken() const { return taken_; }  ///< bytes

 private:
  struct Piece;
  void* take(std::size_t size);
  [[noreturn]] void leave();

  std::size_t most_, taken_ = 0;
  Piece* last_ = nullptr;
  std::byte* free_ = nullptr;
  std::size_t left_ = 0;
  void* way_out_ = nullptr;  // a jmp_buf, while run() runs
};

}  // namespace aloud
