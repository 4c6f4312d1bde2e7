#include "cli/cli.h"

int main(int argc, char** argv) { return aloud::cli::run(argc, argv); }
