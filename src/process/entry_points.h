#pragma once

#include <span>
#include <string_view>

namespace aloud {

/// What a process does that was started for a task (process/helper_process.h): works on its descriptors, and returns when it is
/// done. Lets no exception out.
using EntryPoint = void (*)(std::span<const int> descriptors);

/// By the name that HelperTask::entry_point gives; nullptr for one that is not known.
EntryPoint entry_point_by_name(std::string_view name);

/// Exit codes of the helper program that are no entry point's.
inline constexpr int kWrongCall = 64, kOtherVersion = 65;

/// The helper program: VERSION ENTRY-POINT COUNT, with COUNT descriptors from 3 on. Returns its exit code.
int run_helper_program(int argc, char** argv);

}  // namespace aloud
