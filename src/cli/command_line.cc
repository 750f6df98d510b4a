#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command_line_parts.h"
#include "cli/commands.h"
#include "cli/exit_status.h"

namespace cli {
namespace {

constexpr int index_delay_ms_max = 60'000;

void add_serve(CLI::App& app, Action& action) {
  auto options = std::make_shared<ServeOptions>();
  auto* command = app.add_subcommand("serve", "run the API, its documentation and the web page");
  command->footer("Example: training-tracker serve --listen 127.0.0.1:8080");
  command->add_option("--listen", options->listen, "ADDRESS:PORT; port 0 takes a free one")->capture_default_str();
  command->add_option("--token-file", options->token_file,
                      "bearer tokens, one a line; needed to listen beyond this machine");
  command->add_option("--tls-cert", options->tls.certificate,
                      "serve HTTPS with this certificate (PEM, with its chain); read again at SIGHUP");
  command->add_option("--tls-key", options->tls.key, "its private key (PEM), not readable by everyone");
  command->add_option("--allow-host", options->allowed_hosts,
                      "a Host name to answer to, besides this machine's own (repeatable)");
  command->add_flag("--example-data", options->example_data, "put two athletes and four sessions into an empty store");
  command->add_flag("!--no-access-log", options->access_log, "do not log every request");
  command->add_option("--dynamodb-listen", options->dynamodb_listen,
                      "ADDRESS:PORT where the store is served as a DynamoDB too");
  command->add_option("--dynamodb-credentials", options->dynamodb_credentials_file,
                      "access keys for it (an AWS credentials file); needed to listen beyond this machine");
  add_store_flags(*command, options->store);
  command->callback([options, &action] { action = [options] { return serve(*options); }; });
}

void add_lambda(CLI::App& app, Action& action) {
  auto options = std::make_shared<LambdaOptions>();
  auto* command = app.add_subcommand("lambda", "be an AWS Lambda function that answers as the API");
  command->footer(
      "Example: the program of a function with the runtime provided.al2023 (its file bootstrap), or of a container "
      "image:\n"
      "           exec ./training-tracker lambda\n"
      "         with DYNAMODB_TABLE_NAME in the function's environment and the table's policy on its role.\n"
      "It answers function URLs, API Gateway's HTTP and REST APIs, and load balancers. Without --token-file only "
      "requests\n"
      "that AWS has authorized are served: auth type AWS_IAM, or an authorizer of the API.");
  command->add_option("--token-file", options->token_file,
                      "bearer tokens, one a line, for callers that AWS has not authorized");
  command->add_flag("!--no-access-log", options->access_log, "do not log every request");
  add_store_flags(*command, options->store);
  command->callback([options, &action] { action = [options] { return lambda(*options); }; });
}

void add_dynamodb(CLI::App& app, Action& action) {
  auto options = std::make_shared<DynamodbOptions>();
  auto* command = app.add_subcommand("dynamodb", "run a DynamoDB for any SDK, durable on this machine");
  command->footer(
      "Example: training-tracker dynamodb --listen 127.0.0.1:8000\n"
      "         aws dynamodb list-tables --endpoint-url http://127.0.0.1:8000");
  command->add_option("--listen", options->listen, "ADDRESS:PORT; port 0 takes a free one")->capture_default_str();
  auto* directory = command->add_option("--data-dir", options->data_directory,
                                        "directory of the tables (default: $XDG_DATA_HOME/training-tracker-dynamodb)");
  command->add_flag("--memory", options->memory, "tables in memory, gone when this process ends")->excludes(directory);
  command->add_option("--credentials", options->endpoint.credentials_file,
                      "verify signatures with the access keys of this AWS credentials file; needed to listen beyond "
                      "this machine");
  command->add_option("--iam-policy", options->endpoint.policy_file,
                      "a policy document (JSON) that callers are held to");
  command
      ->add_option("--index-delay", options->index_delay_ms,
                   "milliseconds by which reads of global indexes are late, as they may be on AWS")
      ->check(CLI::Range(0, index_delay_ms_max))
      ->capture_default_str();
  command->add_option("--fail", options->endpoint.faults,
                      "OPERATION=RATE:ERROR, as in PutItem=0.1:throttling (repeatable); * is every operation; errors: "
                      "throttling, internal, unprocessed, lost, conflict");
  command->add_option("--allow-host", options->endpoint.allowed_hosts,
                      "a Host name to answer to, besides this machine's own (repeatable)");
  command->add_flag("--access-log", options->endpoint.access_log, "log every request");
  command->callback([options, &action] { action = [options] { return dynamodb(*options); }; });
}

void add_import(CLI::App& app, Action& action) {
  auto options = std::make_shared<ImportCommandOptions>();
  auto* command = app.add_subcommand(
      "import",
      "bring in exports of Strava, Garmin Connect, Runkeeper, other CSV, FIT, TCX or GPX files, or our own JSON");
  command->footer(
      "Example: training-tracker import activities.csv --athlete \"Ann\" --time-zone Europe/Amsterdam\n"
      "         training-tracker import morning.fit evening.gpx --athlete \"Ann\" --time-zone Europe/Amsterdam\n"
      "Importing the same file again adds nothing.");
  command->add_option("files", options->files, "the files; - is standard input")->required();
  command
      ->add_option("--athlete", options->athlete,
                   "whose sessions these are (all but our JSON); created when there is no such athlete")
      ->excludes(
          command->add_option("--athlete-id", options->athlete_id, "the same by id, where several have the name"));
  command->add_option("--time-zone", options->time_zone,
                      "where the athlete lives, for files in UTC: Strava, FIT, TCX, GPX (an IANA name; default: UTC)");
  command->add_option("--date-order", options->date_order, "for dates such as 03/04/2025: dmy or mdy")
      ->check(CLI::IsMember({"dmy", "mdy"}));
  command->add_option("--decimal-mark", options->decimal_mark, "of numbers such as 1,234: point or comma")
      ->check(CLI::IsMember({"point", "comma"}));
  command->add_option("--unit", options->unit, "of distances whose header does not say it: km, mi or m")
      ->check(CLI::IsMember({"km", "mi", "m"}));
  command->add_flag("--dry-run", options->dry_run, "change nothing; print each row's verdict");
  command->add_flag("--json", options->json, "the report as JSON");
  add_store_flags(*command, options->store);
  command->callback([options, &action] { action = [options] { return import(*options); }; });
}

void add_export(CLI::App& app, Action& action) {
  auto options = std::make_shared<ExportOptions>();
  auto* command = app.add_subcommand("export", "write everything as JSON, or the sessions as CSV");
  command->footer("Example: training-tracker export --format csv --output sessions.csv");
  command->add_option("--format", options->format, "json: everything, import gives it back unchanged; csv: sessions")
      ->check(CLI::IsMember({"json", "csv"}))
      ->capture_default_str();
  command->add_option("--output", options->output, "a file (default: standard output)");
  command->add_option("--athlete", options->athlete, "only this athlete's sessions (CSV)");
  add_store_flags(*command, options->store);
  command->callback([options, &action] { action = [options] { return export_log(*options); }; });
}

void add_backup(CLI::App& app, Action& action, const char* name, const char* what, const char* example,
                int (*function)(const BackupOptions&)) {
  auto options = std::make_shared<BackupOptions>();
  auto* command = app.add_subcommand(name, what);
  command->footer(example);
  command->add_option("directory", options->directory, "the backup's directory")->required();
  add_store_flags(*command, options->store);
  command->callback([options, &action, function] { action = [options, function] { return function(*options); }; });
}

}  // namespace

void add_store_flags(CLI::App& command, StoreFlags& flags) {
  command.add_option("--data-dir", flags.data_directory,
                     "directory of the embedded store (default: $XDG_DATA_HOME/training-tracker)");
  command.add_option("--store", flags.store, "embedded, memory or dynamodb; default: chosen by the environment")
      ->check(CLI::IsMember({"embedded", "memory", "dynamodb"}));
  command.add_option("--table", flags.table_name, "table name (default: $DYNAMODB_TABLE_NAME or training-tracker)");
}

int run_command_line(int argument_count, char** arguments) {
  CLI::App app("Training Tracker: your training log on your own machine, kept in a DynamoDB.", "training-tracker");
  app.set_version_flag("--version", "training-tracker " TT_VERSION);
  app.require_subcommand(1);
  app.footer("Every command explains itself: training-tracker COMMAND --help");
  Action action;
  add_serve(app, action);
  add_lambda(app, action);
  add_dynamodb(app, action);
  add_import(app, action);
  add_export(app, action);
  add_table(app, action);
  add_backup(app, action, "backup", "make a consistent copy of the embedded store, also while it serves",
             "Example: training-tracker backup /media/disk/training-2026-11-23", backup);
  add_backup(app, action, "restore", "put a backup into an empty data directory",
             "Example: training-tracker restore /media/disk/training-2026-11-23 --data-dir ./data", restore);
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" with status 0; everything else is wrong usage.
    return app.exit(error) == 0 ? exit_success : exit_usage;
  }
  return action();
}

}  // namespace cli
