#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <optional>

#include "api/errors.h"
#include "api/handlers.h"
#include "api/responses.h"

namespace api::handlers {
namespace {

namespace asio = boost::asio;

constexpr int probes_under_way_max = 8;

using Probe = std::function<asio::awaitable<tracker::Result<void>>()>;

// What a probe and the request that waits for it share; the probe may be the later one to end. Both run on its strand.
struct Waiting {
  explicit Waiting(const asio::any_io_executor& executor) : strand(asio::make_strand(executor)), deadline(strand) {}

  asio::strand<asio::any_io_executor> strand;
  asio::steady_timer deadline;
  asio::cancellation_signal give_up;
  std::optional<tracker::Result<void>> result;
};

asio::awaitable<void> run_probe(std::shared_ptr<Waiting> waiting, Probe probe,
                                std::shared_ptr<std::atomic<int>> under_way) {
  tracker::Result<void> result = std::unexpected(tracker::Unavailable{"The store failed."});
  try {
    result = co_await probe();
  } catch (const std::exception&) {
    // Not ready, as said above; the request that looks for data will say more.
    result = std::unexpected(tracker::Unavailable{"The store failed."});
  }
  under_way->fetch_sub(1);
  waiting->result = std::move(result);
  waiting->deadline.cancel();
}

asio::awaitable<std::optional<tracker::Result<void>>> wait_for(std::shared_ptr<Waiting> waiting) {
  boost::system::error_code ignored;  // cancelled by the probe's end, which is what we wait for
  if (!waiting->result) co_await waiting->deadline.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  const auto result = waiting->result;
  // A probe that nobody waits for must not keep the process from stopping.
  if (!result) waiting->give_up.emit(asio::cancellation_type::terminal);
  co_return result;
}

}  // namespace

Answer alive(const Service&, const http::Request&, const http::PathParameters&) {
  co_return json_response(200, R"({"status":"ok"})");
}

Answer ready(const Service& service, const http::Request& request, const http::PathParameters&) {
  if (service.probes_under_way->fetch_add(1) >= probes_under_way_max) {
    service.probes_under_way->fetch_sub(1);
    co_return errors::not_ready("The store has not answered earlier questions yet.", request);
  }
  const auto waiting = std::make_shared<Waiting>(co_await asio::this_coro::executor);
  waiting->deadline.expires_after(service.options.readiness_timeout);
  asio::co_spawn(waiting->strand, run_probe(waiting, service.options.probe_store, service.probes_under_way),
                 asio::bind_cancellation_slot(waiting->give_up.slot(), asio::detached));
  const auto result = co_await asio::co_spawn(waiting->strand, wait_for(waiting), asio::use_awaitable);
  if (!result) {
    const auto trouble = service.options.store_trouble ? service.options.store_trouble() : std::nullopt;
    co_return errors::not_ready(trouble ? "The store does not answer. " + *trouble : "The store does not answer.",
                                request);
  }
  if (*result) co_return json_response(200, R"({"status":"ready"})");
  const auto* unavailable = std::get_if<tracker::Unavailable>(&result->error());
  co_return errors::not_ready(unavailable != nullptr ? unavailable->reason : "The store does not answer as it should.",
                              request);
}

Answer metrics(const Service& service, const http::Request&, const http::PathParameters&) {
  http::Response response;
  response.headers.add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  response.body = service.options.metrics->render(service.options.build_version, service.options.store_description);
  co_return response;
}

}  // namespace api::handlers
