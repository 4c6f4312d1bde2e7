#include "batch/batch_request.h"

#include <filesystem>

#include "batch/feed_file.h"
#include "script/voice_profile.h"
#include "util/error.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& message) { throw Error(ErrorKind::usage, message); }

void set_inputs(const BatchCall& call, const Project& project, SelectionRequest& selection) {
  selection.root = fs::path(call.project_path).parent_path().string();
  selection.inputs = call.inputs.empty() ? project.inputs : call.inputs;
  if (!call.inputs.empty() && !selection.root.empty()) {
    for (std::string& input : selection.inputs) input = fs::absolute(input).string();
  }
  if (selection.inputs.empty())
    refuse(call.project_path.empty() ? "nothing to render: name directories, files or patterns, or write an aloud.toml"
                                     : call.project_path + ": names no \"inputs\"");
  selection.excludes = project.excludes;
  selection.excludes.insert(selection.excludes.end(), call.excludes.begin(), call.excludes.end());
}

std::string output_of(const BatchCall& call, const Project& project) {
  if (!call.output.empty()) return call.output;
  if (!project.output.empty()) return (fs::path(call.project_path).parent_path() / project.output).string();
  refuse("say where to write: -o DIR");
}

// "out/" and "out" are the same directory, and no message shall have "out//a.ogg".
std::string without_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

std::string directory_of_project(const std::string& path) {
  const std::string directory = fs::path(path).parent_path().string();
  return directory.empty() ? "." : directory;
}

}  // namespace

BatchRequest batch_request_of(const BatchCall& call, const Project& project) {
  BatchRequest request;
  set_inputs(call, project, request.selection);
  request.output = without_slash(output_of(call, project));
  request.selection.output = request.output;
  if (call.follow_links) request.selection.links = Links::everywhere;
  if (!call.project_path.empty()) request.project = directory_of_project(call.project_path);
  request.settings.project = project.settings;
  request.settings.rules = project.rules;
  request.settings.forced = call.forced;
  VoiceProfile probe;
  for (const auto& [option, value] : call.forced.overrides) apply_override(probe, option, value);
  request.voice_directories = call.voice_directories;
  request.drafts = call.drafts == Drafts::render || project.drafts ? Drafts::render : Drafts::skip;
  request.force = call.force;
  if (!call.future || !project.future) request.no_later_than = call.now;
  request.shard = call.shard;
  request.limits = call.limits;
  request.feed = project.feed;
  if (request.feed) add_feed_timelines(request.settings.forced.timelines ? request.settings.forced : request.settings.project);
  return request;
}

}  // namespace aloud
