// What is done for a store besides serving it: renames that a killed process left are completed, and example data is
// added where it is wanted.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <memory>

#include "cli/remote_store.h"
#include "tracker/repository.h"

namespace cli {

// Once, before the first request. An exit status: example data that cannot be written is a failure, a rename is not.
boost::asio::awaitable<int> prepare_now(tracker::Repository& repository, bool example_data);

// Beside the requests, again and again until the store has answered, which may be away when the server starts.
class BackgroundPreparation {
 public:
  // The repository and the watch must outlive the executor's context.
  static std::shared_ptr<BackgroundPreparation> start(const boost::asio::any_io_executor& executor,
                                                      tracker::Repository& repository, const StoreWatch& watch,
                                                      bool example_data);
  // Thread-safe. What runs ends after its next answer.
  void stop();

 private:
  struct State;
  explicit BackgroundPreparation(std::shared_ptr<State> state) : state_(std::move(state)) {}
  static boost::asio::awaitable<void> run(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;
};

}  // namespace cli
