#include "cli/signals.h"

#include <csignal>

#include "batch/jobserver.h"
#include "cli/interrupt_note.h"
#include "util/temporary_file.h"

namespace aloud::cli {
namespace {

// Runs once (SA_RESETHAND): the second raise is the default action. Processes made for synthesis end with their parent.
void clean_up_and_die(int signal) {
  print_interrupt_note();
  remove_temporary_files();
  return_jobserver_tokens();
  std::raise(signal);
}

}  // namespace

void handle_signals() {
  struct sigaction action {};
  action.sa_handler = clean_up_and_die;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction inherited {};
    sigaction(signal, nullptr, &inherited);
    if (inherited.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
  }
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace aloud::cli
