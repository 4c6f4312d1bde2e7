#include "cli/play_saving.h"

#include "cli/output_plan.h"
#include "util/error.h"
#include "util/make_directories.h"

namespace aloud::cli {

std::vector<RenderRequest> save_requests(const PlayArguments& arguments) {
  std::vector<RenderRequest> requests;
  if (arguments.save.empty()) return requests;
  if (arguments.save == "-") throw Error(ErrorKind::usage, "--save -: the terminal is for the text; name a file");
  RenderArguments render;
  render.articles = arguments.articles;
  render.output = arguments.save;
  for (const PlannedOutput& output : plan_outputs(render)) {
    RenderRequest& request = requests.emplace_back();
    request.output = output.path;
    request.format = output.format;
    request.quality = choose_quality({}, output.format);
  }
  if (arguments.save.back() == '/') make_directories(arguments.save);
  return requests;
}

}  // namespace aloud::cli
