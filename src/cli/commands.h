#pragma once

#include "cli/arguments.h"

namespace aloud::cli {

// One function per command: does the work, prints, and returns the exit code. Failures are thrown as Error.
int run_render(const RenderArguments& arguments);
int run_batch(const BatchArguments& arguments);
int run_inspect(const InspectArguments& arguments);
int run_cache(const CacheCommandArguments& arguments);
int run_lexicon(const LexiconCommandArguments& arguments);
int run_voices(const VoicesArguments& arguments);
int run_play(const PlayArguments& arguments);
int run_say(const SayArguments& arguments);
int run_config(const ConfigArguments& arguments);
int run_init(const InitArguments& arguments);
int run_doctor(const DoctorArguments& arguments);

}  // namespace aloud::cli
