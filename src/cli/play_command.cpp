#include <chrono>
#include <cstdlib>
#include <memory>

#include "cli/addresses.h"
#include "cli/cache_options.h"
#include "cli/call_settings.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/limits.h"
#include "cli/play_saving.h"
#include "cli/play_session.h"
#include "cli/play_start.h"
#include "cli/print.h"
#include "cli/voice_choice.h"

namespace aloud::cli {
namespace {

PlayRequest request_for(const PlayArguments& arguments, const std::shared_ptr<CallSettings>& settings,
                        const PositionStore& positions, const WakeUp& wake_up) {
  PlayRequest request;
  request.articles = arguments.articles;
  request.read = arguments.read;
  // Before there are threads; and a page that is not there is told at once.
  request.load = loader_of_fetched(arguments.articles, arguments.fetch, arguments.cache);
  request.voice = voice_choice_of(arguments.voice);
  request.settings_of = [settings, asked = arguments.read](const std::string& path, ReadOptions& read, VoiceChoice& voice) {
    read = settings->read_for(path, asked);
    voice = settings->voice_for(path);
  };
  request.speed = arguments.speed;
  request.jobs = arguments.jobs;
  request.limits = limits_of(arguments.limits);
  if (!arguments.cache.off) request.cache = cache_options_of(arguments.cache);
  request.saves = save_requests(arguments);
  const auto distrust = request.cache ? distrust_of_directory(*request.cache) : std::nullopt;
  if (distrust) complain("cache-not-trusted: " + *distrust);
  request.start_of = start_chooser(arguments, positions);
  request.on_change = [&wake_up] { wake_up.ring(); };
  return request;
}

}  // namespace

int run_play(const PlayArguments& asked) {
  PlayArguments arguments = asked;
  const Environment environment = [](const char* name) { return std::getenv(name); };
  prepare_sound_device();
  const WakeUp wake_up;
  const PositionStore positions(default_position_directory());
  if (arguments.articles.empty()) {
    arguments.articles = choose_begun_article(positions);
    if (arguments.articles.empty()) return kDone;
    arguments.resume = arguments.from.empty();
  }
  const std::chrono::seconds stop_after =
      arguments.stop_after.empty() ? std::chrono::seconds{} : parse_duration(arguments.stop_after, "--stop-after");
  const std::unique_ptr<SynthesizerFactory> factory = make_engines();
  const auto settings = std::make_shared<CallSettings>(arguments.voice);
  Player player(request_for(arguments, settings, positions, wake_up), *factory);
  SignalQueue signals(wake_up);
  player.start();
  // Last: while SDL is being loaded, the C library starts no other thread.
  PlayDevice device(player, wake_up, arguments.articles.front());
  const std::unique_ptr<Terminal> terminal = arguments.quiet ? nullptr : Terminal::open(environment);
  PlaySession session({player, device, wake_up, signals, positions, terminal.get(), arguments.articles.size()},
                      arguments.no_highlight ? Highlight::no : Highlight::yes,
                      progress_colour(environment) == Colour::on ? StatusColour::on : StatusColour::off, stop_after);
  return session.run();
}

}  // namespace aloud::cli
