// lambda: the API as a function of AWS Lambda, with a runtime of our own (provided.al2023, or a container image).
#include <memory>
#include <utility>

#include "cli/application.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/fail.h"
#include "cli/lambda_loop.h"
#include "cli/logging.h"
#include "cli/store.h"
#include "cli/token_file.h"
#include "operations/store_failure.h"

namespace cli {
namespace {

constexpr std::string_view not_in_lambda =
    "training-tracker lambda is the program of an AWS Lambda function, which tells it by AWS_LAMBDA_RUNTIME_API where "
    "its events come from; that is not set here. To run the API on this machine: training-tracker serve.";

// A function's files are gone with its instance, and each instance would have a log of its own.
constexpr std::string_view no_store_chosen =
    "A Lambda function keeps nothing on its own disk, so it needs a DynamoDB: set DYNAMODB_TABLE_NAME (Lambda sets "
    "AWS_REGION), or DYNAMODB_ENDPOINT. To keep the data in a mounted file system: --data-dir.";

bool names_a_store(const StoreFlags& flags, const Environment& environment) {
  if (flags.store || flags.data_directory) return true;
  const auto choice = choose_store(flags, environment);
  return !choice || choice->kind != StoreKind::embedded;  // an error is open_store's to tell
}

}  // namespace

int lambda(const LambdaOptions& options) {
  start_logging();
  const Environment environment = process_environment();
  const auto runtime_text = environment("AWS_LAMBDA_RUNTIME_API");
  if (!runtime_text) return fail(std::string(not_in_lambda), exit_usage);
  const auto runtime = ::lambda::parse_runtime_address(*runtime_text);
  if (!runtime) return fail(runtime.error(), exit_usage);

  std::vector<std::string> tokens;
  if (options.token_file) {
    auto read = read_token_file(*options.token_file);
    if (!read) return fail_to_start(*runtime, read.error(), exit_usage);
    tokens = *std::move(read);
  }
  if (!names_a_store(options.store, environment)) {
    return fail_to_start(*runtime, std::string(no_store_chosen), exit_usage);
  }
  const auto watch = std::make_shared<StoreWatch>(log_warning, log_info);
  auto store = open_store(options.store, TableWanted::full, HeldDirectory::is_an_error, observed_by(watch));
  if (!store) return fail_to_start(*runtime, store.error(), exit_failure);
  api::Options api_options;
  api_options.tokens = tokens;
  api_options.scheme = "https";  // whoever calls the function does so over TLS
  api_options.store_trouble = [watch] { return watch->trouble(); };
  const auto tracker = make_tracker_application(*store, std::move(api_options));
  const auto resumed = run(tracker.repository->resume_renames());
  if (!resumed && !watch->trouble()) {  // otherwise the log has it
    log_warning("Renames that were interrupted could not be completed yet: " +
                operations::describe_failure(resumed.error()));
  }
  return run(serve_invocations({.runtime = *runtime,
                                .application = tracker.answer,
                                .has_tokens = !tokens.empty(),
                                .access_log = options.access_log}));
}

}  // namespace cli
