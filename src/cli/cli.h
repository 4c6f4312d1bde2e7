#pragma once

namespace aloud::cli {

/// The program: parses the command line, runs one command, turns failures into messages and exit codes.
int run(int argc, char** argv);

}  // namespace aloud::cli
