#include "aws/suspended_caller.h"

#include <boost/asio/execution/context.hpp>
#include <boost/asio/execution_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/query.hpp>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace aws {

struct SuspendedCaller::Registry {
  std::mutex mutex;
  bool is_shut_down = false;
  std::unordered_map<const SuspendedCaller*, std::shared_ptr<SuspendedCaller>> callers;
};

// One in each io_context that has such callers; Asio shuts it down before the io_context goes.
class SuspendedCallers : public boost::asio::execution_context::service {
 public:
  using key_type = SuspendedCallers;  // NOLINT(readability-identifier-naming): Asio asks for it
  inline static boost::asio::execution_context::id id;

  explicit SuspendedCallers(boost::asio::execution_context& context) : service(context) {}

  const std::shared_ptr<SuspendedCaller::Registry>& registry() const { return registry_; }

 private:
  void shutdown() noexcept override {
    decltype(registry_->callers) callers;
    {
      const std::lock_guard lock{registry_->mutex};
      registry_->is_shut_down = true;
      callers.swap(registry_->callers);
    }
    for (const auto& [pointer, caller] : callers) {
      const auto dropped = std::exchange(caller->handler_, nullptr);
      caller->executor_ = {};
    }
  }

  std::shared_ptr<SuspendedCaller::Registry> registry_ = std::make_shared<SuspendedCaller::Registry>();
};

std::shared_ptr<SuspendedCaller> SuspendedCaller::suspend(std::move_only_function<void()> handler,
                                                          boost::asio::any_io_executor executor) {
  auto caller = std::make_shared<SuspendedCaller>();
  auto& context = boost::asio::query(executor, boost::asio::execution::context);
  caller->registry_ = boost::asio::use_service<SuspendedCallers>(context).registry();
  caller->handler_ = std::move(handler);
  caller->executor_ = std::move(executor);
  const std::lock_guard lock{caller->registry_->mutex};
  caller->registry_->callers.emplace(caller.get(), caller);
  return caller;
}

void SuspendedCaller::resume() {
  const std::lock_guard lock{registry_->mutex};
  // Taken out before it is posted; whoever calls this holds a reference.
  if (registry_->is_shut_down || registry_->callers.erase(this) == 0) return;
  // Under the lock, which shutdown() waits for: posting only queues.
  boost::asio::post(std::exchange(executor_, {}), [handler = std::move(handler_)]() mutable { handler(); });
}

}  // namespace aws
