#pragma once

#include <functional>
#include <memory>
#include <string>

#include "aloud/render.h"
#include "util/byte_sink.h"

namespace aloud::v0 {

class Output::Impl {
 public:
  std::string path;                                      ///< empty: no file
  std::function<std::unique_ptr<ByteSink>()> make_sink;  ///< one for each job; empty: there is the path, or nothing is kept
};

}  // namespace aloud::v0
