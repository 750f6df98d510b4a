#include "api/testing/test_api.h"

#include <fmt/format.h>

#include <chrono>
#include <stdexcept>
#include <string>

#include "tracker/testing/external_store.h"
#include "tracker/testing/run.h"

namespace api::testing {
namespace {

std::unique_ptr<engine::EmbeddedDatabase> open_in_memory() {
  engine::Options options;
  options.index_delay = tracker::testing::index_delay();
  auto database = engine::EmbeddedDatabase::open(std::move(options));
  if (!database) throw std::runtime_error(database.error().message);
  return *std::move(database);
}

std::string make_table(dynamodb::Database& database, bool is_external) {
  if (is_external) return tracker::testing::make_external_table(database, /*guide_only=*/false);
  std::string table = "training-tracker";
  const auto created = tracker::testing::run(database.create_table({.definition = tracker::table_definition(table)}));
  if (!created) throw std::runtime_error(created.error().message);
  return table;
}

// In a coroutine of its own, so that the request lives until it is answered.
boost::asio::awaitable<http::Response> answer(http::Application application, http::Request request) {
  co_return co_await application(request);
}

}  // namespace

std::string Reply::text(std::string_view member) const {
  const auto value = json::parse(body);
  if (!value) return "(not JSON) " + body;
  const auto* found = value->find(member);
  if (found == nullptr) return "(absent)";
  if (const auto* text = found->get_if<std::string>()) return *text;
  if (const auto* number = found->get_if<json::Number>()) return number->text;
  return json::Writer().value(*found).take();
}

TestApi::TestApi(Options options)
    : external_(tracker::testing::external_store()),
      embedded_(external_ == nullptr ? open_in_memory() : nullptr),
      table_(make_table(database(), external_ != nullptr)) {
  tracker::RepositoryOptions repository_options;
  repository_options.table_name = table_;
  repository_options.now = [this] { return tracker::Timestamp(std::chrono::microseconds(++now_)); };
  repository_options.random_id = [this, digits = tracker::testing::unique_digits()] {
    return fmt::format("{}-0000-4000-8000-{:012}", digits, ++ids_);
  };
  if (external_ != nullptr || tracker::testing::index_delay().count() > 0)
    repository_options.index_lag_max = std::chrono::seconds(10);
  repository_ = std::make_unique<tracker::Repository>(database(), repository_options);
  if (!options.now) options.now = repository_options.now;
  application_ = make_application(*repository_, std::move(options));
}

TestApi::~TestApi() {
  if (external_ != nullptr) (void)tracker::testing::run(external_->delete_table({.table_name = table_}));
}

Reply TestApi::ask(std::string_view method, std::string_view target, std::string_view body, HeaderList headers) {
  http::Request request;
  request.method = method;
  request.target = target;
  request.body = body;
  request.id = "0123456789abcdef";
  request.headers.add("Host", "localhost:8080");
  for (auto& [name, value] : headers) request.headers.add(std::move(name), std::move(value));
  auto response = tracker::testing::run(answer(application_, std::move(request)));
  Reply reply{response.status, std::move(response.headers), std::move(response.body)};
  if (response.static_body) reply.body = *response.static_body;
  return reply;
}

Reply TestApi::post(std::string_view target, std::string_view body, HeaderList headers) {
  headers.emplace_back("Content-Type", "application/json");
  return ask("POST", target, body, std::move(headers));
}

Reply TestApi::put(std::string_view target, std::string_view body, HeaderList headers) {
  headers.emplace_back("Content-Type", "application/json");
  return ask("PUT", target, body, std::move(headers));
}

std::string TestApi::athlete(std::string_view name) {
  const auto reply = post("/v1/athletes", fmt::format(R"({{"name":"{}"}})", name));
  EXPECT_EQ(reply.status, 201) << reply.body;
  return reply.text("id");
}

std::string TestApi::session(std::string_view athlete_id, std::string_view date, std::string_view duration,
                             std::string_view distance) {
  const auto reply = post("/v1/training-sessions", session_json(athlete_id, date, duration, distance));
  EXPECT_EQ(reply.status, 201) << reply.body;
  return reply.text("id");
}

std::string session_json(std::string_view athlete_id, std::string_view date, std::string_view duration,
                         std::string_view distance, std::string_view more) {
  return fmt::format(R"({{"athlete_id":"{}","date":"{}","duration":{},"distance":{}{}}})", athlete_id, date, duration,
                     distance, more);
}

}  // namespace api::testing
