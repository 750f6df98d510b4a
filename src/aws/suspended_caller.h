// A coroutine that waits for a thread which Asio knows nothing of.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <functional>
#include <memory>

namespace aws {

class SuspendedCallers;

// Thread-safe. Resumed on its executor, or, where its io_context is destroyed before, destroyed with it: then resume()
// does nothing, whenever it comes. So no thread of ours ever posts to an io_context that is gone.
class SuspendedCaller {
 public:
  [[nodiscard]] static std::shared_ptr<SuspendedCaller> suspend(std::move_only_function<void()> handler,
                                                                boost::asio::any_io_executor executor);
  void resume();

 private:
  friend class SuspendedCallers;
  struct Registry;

  std::shared_ptr<Registry> registry_;
  // Under the registry's lock. Not Asio's any_completion_handler: that of Boost 1.81 copies itself without end.
  std::move_only_function<void()> handler_;
  boost::asio::any_io_executor executor_;
};

}  // namespace aws
