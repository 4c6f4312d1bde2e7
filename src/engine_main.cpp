#include "process/entry_points.h"

// The program that works for processes which must not fork (src/process/helper_program.h). It is no command: called by hand, it
// ends at once.
int main(int argc, char** argv) { return aloud::run_helper_program(argc, argv); }
