// What the files of the command line share.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/configuration.h"

namespace cli {

// The action of the command that was given; CLI11 fills the options before it runs.
using Action = std::function<int()>;

// --data-dir, --store, --table
void add_store_flags(CLI::App& command, StoreFlags& flags);

// `table` and its commands.
void add_table(CLI::App& app, Action& action);

}  // namespace cli
