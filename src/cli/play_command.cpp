#include <poll.h>

#include <cstdio>

#include "cli/cache_options.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/play_device.h"
#include "cli/play_saving.h"
#include "cli/voice_choice.h"
#include "play/player.h"
#include "timeline/plain_line.h"
#include "util/error.h"

namespace aloud::cli {

int run_play(const PlayArguments& arguments) {
  prepare_sound_device();
  Saving saving(arguments);
  const WakeUp wake_up;
  const std::unique_ptr<SynthesizerFactory> factory = make_espeak_factory();
  PlayRequest request;
  request.articles = arguments.articles;
  request.document_format = arguments.document_format;
  request.voice = voice_choice_of(arguments.voice);
  request.speed = arguments.speed;
  request.jobs = arguments.jobs;
  if (!arguments.cache.off) request.cache = cache_options_of(arguments.cache);
  request.on_change = [&] { wake_up.ring(); };
  Player player(std::move(request), *factory);
  PlayDevice device(player, wake_up, "aloud");
  player.start();
  int code = kDone;
  for (;;) {
    pollfd watched{wake_up.descriptor(), POLLIN, 0};
    poll(&watched, 1, 50);
    wake_up.clear();
    device.check();
    if (player.view().begun) saving.begin();
    const bool done = player.finished();
    for (const std::string& problem : player.take_problems()) {
      std::fprintf(stderr, "aloud: %s\n", plain_line(problem).c_str());
      code = kFailed;
    }
    if (done) break;
  }
  device.close();
  const int saved = saving.finish();
  return code == kDone ? saved : code;
}

}  // namespace aloud::cli
