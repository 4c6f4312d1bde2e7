#include "render/outputs.h"

#include <unistd.h>

#include "util/atomic_file.h"

namespace aloud {

ByteSink& Outputs::open(const std::string& path, ByteSink* sink) {
  if (sink != nullptr) return *sink;
  if (path.empty()) return *others_.emplace_back(std::make_unique<NullSink>());
  if (directory_ != nullptr) return *files_.emplace_back(directory_->create(path));
  if (path == "-") return *others_.emplace_back(std::make_unique<DescriptorSink>(STDOUT_FILENO, "standard output"));
  return *files_.emplace_back(std::make_unique<AtomicFile>(path));
}

ByteSink& Outputs::open_scratch(const std::string& path) {
  return *scratch_.emplace_back(directory_ != nullptr ? directory_->create(path) : std::make_unique<AtomicFile>(path));
}

void Outputs::commit() {
  for (const auto& file : files_) file->prepare();
  for (const auto& file : files_) file->commit();
}

}  // namespace aloud
