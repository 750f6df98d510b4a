#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/command_line.h"
#include "cli/exit_status.h"

int main(int argument_count, char** arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is an error of the write, not the end of the process
  try {
    return cli::run_command_line(argument_count, arguments);
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "training-tracker: this is a bug, please report it: %s\n", exception.what());
    return cli::exit_failure;
  }
}
