#include "cli/preparation.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "cli/exit_status.h"
#include "cli/fail.h"
#include "cli/logging.h"
#include "operations/example_data.h"
#include "operations/store_failure.h"

namespace cli {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::seconds pause_first{1};
constexpr std::chrono::seconds pause_max{30};

void log_example_data(bool added) {
  log_info(added ? "Example data: two athletes and four sessions."
                 : "The store is not empty, so no example data was added.");
}

tracker::Awaitable<void> prepare(tracker::Repository& repository, bool example_data) {
  if (const auto resumed = co_await repository.resume_renames(); !resumed) co_return std::unexpected(resumed.error());
  if (!example_data) co_return tracker::Result<void>();
  const auto added = co_await operations::add_example_data(repository);
  if (!added) co_return std::unexpected(added.error());
  log_example_data(added->has_value());
  co_return tracker::Result<void>();
}

}  // namespace

asio::awaitable<int> prepare_now(tracker::Repository& repository, bool example_data) {
  if (const auto resumed = co_await repository.resume_renames(); !resumed) {
    log_warning("Renames that were interrupted could not be completed yet: " +
                operations::describe_failure(resumed.error()));
  }
  if (!example_data) co_return exit_success;
  const auto added = co_await operations::add_example_data(repository);
  if (!added) co_return fail("The example data could not be written: " + operations::describe_failure(added.error()));
  log_example_data(added->has_value());
  co_return exit_success;
}

struct BackgroundPreparation::State {
  State(const asio::any_io_executor& executor, tracker::Repository& the_repository, const StoreWatch& the_watch,
        bool wants_example_data)
      : strand(asio::make_strand(executor)),
        timer(strand),
        repository(the_repository),
        watch(the_watch),
        example_data(wants_example_data) {}

  asio::strand<asio::any_io_executor> strand;
  asio::steady_timer timer;
  tracker::Repository& repository;
  const StoreWatch& watch;
  bool example_data;
  std::atomic<bool> is_stopped = false;
};

asio::awaitable<void> BackgroundPreparation::run(std::shared_ptr<State> state) {
  std::chrono::seconds pause = pause_first;
  while (!state->is_stopped) {
    const auto prepared = co_await prepare(state->repository, state->example_data);
    if (prepared) co_return;
    // Otherwise the log has it.
    if (!state->watch.trouble()) {
      log_warning("The store could not be prepared yet: " + operations::describe_failure(prepared.error()));
    }
    if (state->is_stopped) co_return;
    state->timer.expires_after(pause);
    pause = std::min(pause_max, pause * 2);
    boost::system::error_code cancelled;  // by stop()
    co_await state->timer.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
  }
}

std::shared_ptr<BackgroundPreparation> BackgroundPreparation::start(const asio::any_io_executor& executor,
                                                                    tracker::Repository& repository,
                                                                    const StoreWatch& watch, bool example_data) {
  auto state = std::make_shared<State>(executor, repository, watch, example_data);
  asio::co_spawn(state->strand, run(state), asio::detached);
  return std::shared_ptr<BackgroundPreparation>(new BackgroundPreparation(std::move(state)));
}

void BackgroundPreparation::stop() {
  state_->is_stopped = true;
  asio::post(state_->strand, [state = state_] { state->timer.cancel(); });
}

}  // namespace cli
