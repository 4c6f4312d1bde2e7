#pragma once

namespace aloud {

/// A library that is loaded when it is needed: the program starts, and forks, as small as it can be. Stays loaded until the
/// process ends, since what it has started may outlive every object.
class SharedLibrary {
 public:
  /// Loads by file name ("libSDL2-2.0.so.0"). Not there: is_loaded() is false.
  explicit SharedLibrary(const char* name);

  bool is_loaded() const { return handle_ != nullptr; }

  /// Points `function` at the library's `name`; false, and null, where it has none.
  template <class Function>
  bool find(Function*& function, const char* name) const {
    function = reinterpret_cast<Function*>(symbol(name));
    return function != nullptr;
  }

 private:
  void* symbol(const char* name) const;

  void* handle_;
};

}  // namespace aloud
