#include "tracker/store.h"

#include <algorithm>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>

#include "dynamodb/limits.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

constexpr std::chrono::milliseconds index_absent_for = std::chrono::minutes(1);
constexpr int pause_doublings_max = 16;
constexpr int batch_rounds_max = 20;  // how often what BatchWriteItem leaves over is sent again

enum class Retry { never, contention, throttling, fault };

bool is_contention(std::string_view cancellation_code) {
  return cancellation_code == "TransactionConflict" || cancellation_code == "ProvisionedThroughputExceeded" ||
         cancellation_code == "ThrottlingError";
}
bool is_failed_condition(const dynamodb::CancellationReason& reason) {
  return reason.code == "ConditionalCheckFailed";
}

Retry retry_of_canceled(const std::vector<dynamodb::CancellationReason>& reasons) {
  // A condition that failed is an answer; the operation reads again and decides.
  if (std::ranges::any_of(reasons, is_failed_condition)) return Retry::never;
  const bool contended = std::ranges::any_of(reasons, [](const auto& reason) { return is_contention(reason.code); });
  return contended ? Retry::contention : Retry::never;
}

Retry retry_of(const dynamodb::Error& error) {
  using dynamodb::ErrorCode;
  switch (error.code) {
    case ErrorCode::transaction_canceled:
      return retry_of_canceled(error.cancellation_reasons);
    case ErrorCode::transaction_conflict:
      return Retry::contention;
    case ErrorCode::transaction_in_progress:
    case ErrorCode::provisioned_throughput_exceeded:
    case ErrorCode::request_limit_exceeded:
    case ErrorCode::limit_exceeded:
    case ErrorCode::throttling:
      return Retry::throttling;
    case ErrorCode::internal_server_error:
    case ErrorCode::service_unavailable:
    case ErrorCode::unreachable:
      return Retry::fault;
    default:
      return Retry::never;
  }
}

std::int64_t milliseconds_since_1970(Timestamp time) {
  return std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
}

}  // namespace

Error unavailable(const dynamodb::Error& error) {
  std::string reason(dynamodb::error_name(error.code));
  if (!error.message.empty()) reason += ": " + error.message;
  for (const auto& cancellation : error.cancellation_reasons) {
    if (cancellation.code != "None") reason += " [" + cancellation.code + " " + cancellation.message + "]";
  }
  return Unavailable{.reason = std::move(reason)};
}

Store::Store(dynamodb::Database& database, RepositoryOptions options)
    : database_(database), options_(std::move(options)), recent_writes_(options_.index_lag_max) {}

void Store::report_unreadable(const dynamodb::Item& item, const std::string& reason) const {
  if (options_.on_unreadable_item) options_.on_unreadable_item(schema::describe_key(item), reason);
}

boost::asio::awaitable<void> Store::pause(int attempt) {
  const std::chrono::milliseconds doubled =
      options_.retry.pause_first * (1LL << std::min(attempt, pause_doublings_max));
  const auto ceiling = std::min(options_.retry.pause_max, doubled);
  // Full jitter, so that those who met once do not meet again.
  const auto random = std::hash<std::string>{}(options_.random_id());
  const auto length = std::chrono::milliseconds(random % (static_cast<std::size_t>(ceiling.count()) + 1));
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, length);
  co_await timer.async_wait(boost::asio::use_awaitable);
}

boost::asio::awaitable<void> Store::pause_before_round(int round) {
  return pause(round);
}

template <class T, class Call>
dynamodb::Awaitable<T> Store::with_retries(Call call) {
  int contended = 0;
  int throttled = 0;
  int faulty = 0;
  while (true) {
    dynamodb::Result<T> result = co_await call();
    if (result) co_return result;
    const Retry retry = retry_of(result.error());
    if (retry == Retry::never) co_return result;
    if (retry == Retry::contention && ++contended >= options_.retry.contention_attempts_max) co_return result;
    if (retry == Retry::throttling && ++throttled >= options_.retry.throttling_attempts_max) co_return result;
    if (retry == Retry::fault && ++faulty >= options_.retry.fault_attempts_max) co_return result;
    co_await pause(contended + throttled + faulty - 1);
  }
}

dynamodb::Awaitable<std::optional<dynamodb::Item>> Store::get(dynamodb::Key key) {
  dynamodb::GetItemRequest request;
  request.table_name = table();
  request.key = std::move(key);
  request.consistent_read = true;
  auto result =
      co_await with_retries<dynamodb::GetItemResult>([this, &request] { return database_.get_item(request); });
  if (!result) co_return std::unexpected(std::move(result.error()));
  if (!result->item) co_return std::optional<dynamodb::Item>();
  co_return result->item->decode();
}

dynamodb::Awaitable<dynamodb::PageResult> Store::query_page(dynamodb::QueryRequest request) {
  co_return co_await with_retries<dynamodb::PageResult>([this, &request] { return database_.query(request); });
}

dynamodb::Awaitable<dynamodb::PageResult> Store::scan_page(dynamodb::ScanRequest request) {
  co_return co_await with_retries<dynamodb::PageResult>([this, &request] { return database_.scan(request); });
}

dynamodb::Awaitable<std::int64_t> Store::count(dynamodb::QueryRequest request) {
  request.select = dynamodb::Select::count;
  std::int64_t total = 0;
  QueryPages pages(*this, std::move(request));
  while (true) {
    auto page = co_await pages.next();
    if (!page) co_return std::unexpected(std::move(page.error()));
    if (!*page) co_return total;
    total += (*page)->count;
  }
}

dynamodb::Awaitable<std::optional<std::int64_t>> Store::partition_item_count(std::string_view index,
                                                                             std::string_view partition_key) {
  co_return co_await with_retries<std::optional<std::int64_t>>([this, index, partition_key] {
    return database_.partition_item_count(table(), std::string(index), dynamodb::AttributeValue(partition_key));
  });
}

void Store::note_writes(const std::vector<actions::Action>& transaction) {
  if (!recent_writes_.is_kept()) return;
  for (const auto& action : transaction) {
    if (const auto* put = std::get_if<dynamodb::PutItemRequest>(&action)) {
      recent_writes_.note(put->item, now());
    } else if (const auto* deletion = std::get_if<dynamodb::DeleteItemRequest>(&action)) {
      recent_writes_.note(deletion->key, now());
    } else if (const auto* update = std::get_if<dynamodb::UpdateItemRequest>(&action)) {
      if (!schema::is_athlete_key(update->key)) recent_writes_.note(update->key, now());
    }
  }
}

Awaitable<TransactionOutcome> Store::transact(std::vector<actions::Action> transaction) {
  dynamodb::TransactWriteItemsRequest request;
  request.transact_items = std::move(transaction);
  request.client_request_token = random_id();
  note_writes(request.transact_items);
  const auto result = co_await with_retries<dynamodb::TransactWriteItemsResult>(
      [this, &request] { return database_.transact_write_items(request); });
  note_writes(request.transact_items);
  if (result) co_return TransactionOutcome{.committed = true, .condition_failed = {}};

  TransactionOutcome outcome;
  for (const auto& reason : result.error().cancellation_reasons) {
    outcome.condition_failed.push_back(is_failed_condition(reason));
  }
  const bool is_judged = std::ranges::find(outcome.condition_failed, true) != outcome.condition_failed.end();
  if (!is_judged) co_return std::unexpected(unavailable(result.error()));
  co_return outcome;
}

Awaitable<void> Store::batch_delete(std::vector<dynamodb::Key> keys) {
  for (std::size_t at = 0; at < keys.size(); at += dynamodb::limits::batch_write_items_max) {
    dynamodb::BatchWriteItemRequest request;
    auto& writes = request.request_items[table()];
    const std::size_t end = std::min(keys.size(), at + dynamodb::limits::batch_write_items_max);
    for (std::size_t index = at; index < end; ++index) {
      recent_writes_.note(keys[index], now());
      writes.emplace_back(dynamodb::DeleteRequest{.key = keys[index]});
    }
    for (int round = 0; !request.request_items.empty(); ++round) {
      if (round == batch_rounds_max) {
        co_return std::unexpected(Unavailable{.reason = "BatchWriteItem keeps leaving items unprocessed"});
      }
      if (round > 0) co_await pause(round);
      auto result = co_await with_retries<dynamodb::BatchWriteItemResult>(
          [this, &request] { return database_.batch_write_item(request); });
      if (!result) co_return std::unexpected(unavailable(result.error()));
      request.request_items = std::move(result->unprocessed_items);
    }
    for (std::size_t index = at; index < end; ++index) recent_writes_.note(keys[index], now());
  }
  co_return Result<void>();
}

bool Store::counts_as_absent(AdditiveIndex index) const {
  return absent_until_[static_cast<std::size_t>(index)].load() > milliseconds_since_1970(now());
}

void Store::remember_absent(AdditiveIndex index) {
  const auto at = static_cast<std::size_t>(index);
  if (counts_as_absent(index)) return;  // not prolonged by being used: it is asked again when the while is over
  absent_until_[at].store(milliseconds_since_1970(now()) + index_absent_for.count());
}

bool Store::speaks_against_index(const dynamodb::Error& error) {
  return error.code == dynamodb::ErrorCode::validation || error.code == dynamodb::ErrorCode::access_denied;
}

dynamodb::Awaitable<std::optional<dynamodb::PageResult>> QueryPages::next() {
  if (is_done_) co_return std::optional<dynamodb::PageResult>();
  auto page = co_await store_.query_page(request_);
  if (!page) co_return std::unexpected(std::move(page.error()));
  is_done_ = !page->last_evaluated_key.has_value();
  request_.exclusive_start_key = page->last_evaluated_key;
  co_return std::optional(std::move(*page));
}

}  // namespace tracker
