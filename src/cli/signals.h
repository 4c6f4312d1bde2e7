#pragma once

namespace aloud::cli {

/// From here on SIGINT, SIGTERM and SIGHUP say what is finished, remove temporary files and then end the process as the signal
/// would, so that the shell sees 130 or 143; those that the caller has ignored (nohup does) stay so. SIGPIPE becomes an
/// ordinary write error.
void handle_signals();

}  // namespace aloud::cli
