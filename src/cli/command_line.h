// The command line: commands, flags, help texts with examples. Parsing is CLI11's.
#pragma once

namespace cli {

// Parses, runs the command, returns the exit status.
int run_command_line(int argument_count, char** arguments);

}  // namespace cli
