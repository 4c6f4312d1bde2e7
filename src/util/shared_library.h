#pragma once

namespace aloud {

/// A library that is loaded when it is needed: the program starts, and forks, as small as it can be. Stays loaded until the
/// process ends, since what it has started may outlive every object.
class SharedLibrary {
 public:
  /// Loads by file name ("libSDL2-2.0.so.0"). Not there: is_complete() is false.
  explicit SharedLibrary(const char* name);

  /// A function of the library, for a pointer of its type; null where the library has none, or is not there.
  class Symbol {
   public:
    template <class Function>
    operator Function*() const {  // NOLINT(google-explicit-constructor): it is what the pointer is set to
      return reinterpret_cast<Function*>(address_);
    }

   private:
    friend class SharedLibrary;
    explicit Symbol(void* address) : address_(address) {}
    void* address_;
  };
  Symbol symbol(const char* name);

  /// Whether it is loaded and has every symbol that was asked for.
  bool is_complete() const { return complete_; }

 private:
  void* handle_;
  bool complete_;
};

}  // namespace aloud
