// A repository on a table of its own in memory.
#pragma once

#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "engine/embedded_database.h"
#include "tracker/repository.h"
#include "tracker/testing/run.h"

namespace operations::testing {

using tracker::testing::run;

class MemoryStore {
 public:
  MemoryStore() {
    auto opened = engine::EmbeddedDatabase::open({});
    if (!opened) throw std::runtime_error(opened.error().message);
    database_ = std::move(*opened);
    tracker::RepositoryOptions options;
    options.now = [this] { return tracker::Timestamp(std::chrono::microseconds(++now_)); };
    options.random_id = [this] { return fmt::format("00000000-0000-4000-8000-{:012}", ++ids_); };
    if (!run(database_->create_table({.definition = tracker::table_definition(options.table_name)}))) {
      throw std::runtime_error("cannot create the table");
    }
    repository_ = std::make_unique<tracker::Repository>(*database_, std::move(options));
  }

  [[nodiscard]] tracker::Repository& repository() { return *repository_; }

 private:
  std::int64_t now_ = 1'763'872'557'900'623;  // 2025-11-23T04:35:57.900623Z
  int ids_ = 0;
  std::unique_ptr<engine::EmbeddedDatabase> database_;
  std::unique_ptr<tracker::Repository> repository_;
};

}  // namespace operations::testing
