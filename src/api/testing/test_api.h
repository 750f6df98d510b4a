// The whole API in this process, on a store that is new for every test: in memory, or a table of the DynamoDB that
// DYNAMODB_ENDPOINT names (tracker/testing/external_store.h).
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/api.h"
#include "engine/embedded_database.h"
#include "json/value.h"
#include "json/writer.h"
#include "tracker/repository.h"

namespace api::testing {

using HeaderList = std::vector<std::pair<std::string, std::string>>;

struct Reply {
  int status = 0;
  http::Headers headers;
  std::string body;

  [[nodiscard]] std::string header(std::string_view name) const {
    return std::string(headers.find(name).value_or("(absent)"));
  }
  // A member of the body, which must be an object: text as it is, everything else as JSON.
  [[nodiscard]] std::string text(std::string_view member) const;
};

class TestApi {
 public:
  explicit TestApi(Options options = {});
  ~TestApi();
  TestApi(const TestApi&) = delete;
  TestApi& operator=(const TestApi&) = delete;

  Reply ask(std::string_view method, std::string_view target, std::string_view body = {}, HeaderList headers = {});
  Reply get(std::string_view target, HeaderList headers = {}) { return ask("GET", target, {}, std::move(headers)); }
  Reply post(std::string_view target, std::string_view body, HeaderList headers = {});
  Reply put(std::string_view target, std::string_view body, HeaderList headers = {});
  Reply remove(std::string_view target, HeaderList headers = {}) {
    return ask("DELETE", target, {}, std::move(headers));
  }

  // The id of a new one; it must succeed.
  std::string athlete(std::string_view name);
  std::string session(std::string_view athlete_id, std::string_view date, std::string_view duration = "45",
                      std::string_view distance = "8.5");

  [[nodiscard]] const http::Application& application() const { return application_; }
  [[nodiscard]] tracker::Repository& repository() { return *repository_; }
  [[nodiscard]] dynamodb::Database& database() { return external_ != nullptr ? *external_ : *embedded_; }
  [[nodiscard]] const std::string& table() const { return table_; }

 private:
  dynamodb::Database* external_;
  std::unique_ptr<engine::EmbeddedDatabase> embedded_;
  std::string table_;
  std::atomic<std::int64_t> now_{1'763'872'557'900'623};  // 2025-11-23T04:35:57.900623Z
  std::atomic<int> ids_ = 0;
  std::unique_ptr<tracker::Repository> repository_;
  http::Application application_;
};

// {"athlete_id":…,"date":…,"duration":…,"distance":…} with more members after them.
[[nodiscard]] std::string session_json(std::string_view athlete_id, std::string_view date,
                                       std::string_view duration = "45", std::string_view distance = "8.5",
                                       std::string_view more = "");

}  // namespace api::testing
