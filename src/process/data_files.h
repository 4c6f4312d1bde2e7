#pragma once

#include <string>
#include <vector>

namespace aloud {

/// The engine's data files for a process that may open none.
///
/// eSpeak NG reads a second dictionary when a text switches language, in the middle of an utterance. The process that speaks
/// opens, before its system calls are filtered, the files that its fork server names; afterwards an attempt to open one of
/// these by name is answered with a descriptor of it. An attempt on any other name is reported and ends the process; the server
/// decides whether the file is data, and makes the utterance again with one file more.
///
/// Most files an utterance can need: each is a descriptor.
inline constexpr std::size_t kMostDataFiles = 12;

/// Opens `paths` for reading; what cannot be opened will be answered with the error met here. Requires: kMostDataFiles at most;
/// called once in a process.
void open_data_files(const std::vector<std::string>& paths);

/// From now on SIGSYS from filter_system_calls() is answered from these files. `missing` is called in a signal handler with the
/// name of a file that is not among them; the process then ends with exit code 0.
void answer_from_data_files(void (*missing)(const char* path));

/// From now on SIGSYS from filter_system_calls() is answered: there is no such file.
void answer_that_no_file_is_there();

/// Whether `path` is that of a regular file below `directory`, or of nothing there, symbolic links followed.
bool is_data_file(const std::string& path, const std::string& directory);

}  // namespace aloud
