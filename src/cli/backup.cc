// backup and restore of the embedded store.
#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.h"
#include "cli/directory_socket.h"
#include "cli/exit_status.h"
#include "cli/fail.h"
#include "cli/logging.h"
#include "cli/store.h"

namespace cli {
namespace {

int end_of_backup(const std::expected<void, std::string>& result, const std::string& directory) {
  if (!result) return fail(result.error());
  fmt::print("backup in {}\n", directory);
  return exit_success;
}

// The embedded store that the flags and the environment choose; anything else has no directory to copy.
std::expected<StoreChoice, std::string> embedded_choice(const StoreFlags& flags) {
  auto choice = choose_store(flags, process_environment());
  if (choice && choice->kind != StoreKind::embedded) {
    return std::unexpected(
        "Backup and restore are of the embedded store; for another one use AWS Backup or `export`. The store is chosen "
        "here " +
        choice->reason + ".");
  }
  return choice;
}

}  // namespace

int backup(const BackupOptions& options) {
  start_logging();
  const auto choice = embedded_choice(options.store);
  if (!choice) return fail(choice.error(), exit_usage);
  const auto directory = std::filesystem::absolute(options.directory).string();
  if (const auto answer = request_backup(choice->data_directory, directory))
    return end_of_backup(*answer, options.directory);
  auto store = open_store(options.store, TableWanted::as_it_is, HeldDirectory::is_an_error);
  if (!store) return fail(store.error());
  return end_of_backup(store->embedded->backup_to(directory), options.directory);
}

int restore(const BackupOptions& options) {
  start_logging();
  const auto choice = embedded_choice(options.store);
  if (!choice) return fail(choice.error(), exit_usage);
  const auto restored = engine::restore_backup(options.directory, choice->data_directory);
  if (!restored) return fail(restored.error());
  fmt::print("restored into {}\n", choice->data_directory);
  return exit_success;
}

}  // namespace cli
