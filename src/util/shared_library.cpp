#include "util/shared_library.h"

#include <dlfcn.h>

namespace aloud {

SharedLibrary::SharedLibrary(const char* name)
    : handle_(::dlopen(name, RTLD_LAZY | RTLD_LOCAL)), complete_(handle_ != nullptr) {}

SharedLibrary::Symbol SharedLibrary::symbol(const char* name) {
  void* address = handle_ == nullptr ? nullptr : ::dlsym(handle_, name);
  complete_ = complete_ && address != nullptr;
  return Symbol(address);
}

}  // namespace aloud
