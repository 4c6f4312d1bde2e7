#include "cli/cli.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <exception>
#include <new>

#include "cli/arguments.h"
#include "cli/batch_job.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/print.h"
#include "cli/signals.h"

namespace aloud::cli {
namespace {

struct Run {
  int operator()(const Answer& answer) const { return answer.exit_code; }
  int operator()(const RenderArguments& arguments) const { return run_render(arguments); }
  int operator()(const BatchArguments& arguments) const { return run_batch(arguments); }
  int operator()(const InspectArguments& arguments) const { return run_inspect(arguments); }
  int operator()(const CacheCommandArguments& arguments) const { return run_cache(arguments); }
  int operator()(const LexiconCommandArguments& arguments) const { return run_lexicon(arguments); }
  int operator()(const PlayArguments& arguments) const { return run_play(arguments); }
  int operator()(const SayArguments& arguments) const { return run_say(arguments); }
  int operator()(const ConfigArguments& arguments) const { return run_config(arguments); }
  int operator()(const InitArguments& arguments) const { return run_init(arguments); }
  int operator()(const DoctorArguments& arguments) const { return run_doctor(arguments); }
  int operator()(const VoicesArguments& arguments) const { return run_voices(arguments); }
};

// A standard stream that the caller has closed would be the number of the next file that is opened, and an article be read
// from there or audio written to it. Reading and writing go on failing, as they do on a closed one.
void hold_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    const int held = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (held >= 0 && held != stream) ::close(held);
  }
}

}  // namespace

int run(int argc, char** argv) {
  hold_closed_streams();
  handle_signals();
  try {
    const Arguments arguments = parse_arguments(argc, argv);
    if (!std::holds_alternative<Answer>(arguments)) source_date_epoch();  // refused whoever asks for it
    const int code = std::visit(Run{}, arguments);
    if (flush_output() != 0) {
      std::fputs("aloud: standard output: cannot write\n", stderr);
      return kFailed;
    }
    return code;
  } catch (const Error& error) {
    complain(error.what());
    return exit_code_of(error.kind());
  } catch (const std::bad_alloc&) {
    std::fputs("aloud: out of memory\n", stderr);
  } catch (const std::exception& error) {
    complain(std::string("internal error: ") + error.what());
  }
  return kFailed;
}

}  // namespace aloud::cli
