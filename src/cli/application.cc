#include "cli/application.h"

#include <string>
#include <utility>

namespace cli {
namespace {

std::string store_word(StoreKind kind) {
  return kind == StoreKind::embedded ? "embedded" : kind == StoreKind::memory ? "memory" : "dynamodb";
}

}  // namespace

TrackerApplication make_tracker_application(Store& store, api::Options options) {
  options.build_version = TT_VERSION;
  options.store_description = store_word(store.choice.kind);
  options.metrics = std::make_shared<api::Metrics>();
  auto repository = make_repository(store, [metrics = options.metrics] { metrics->unreadable_item_seen(); });
  auto answer = api::make_application(*repository, std::move(options));
  return {.repository = std::move(repository), .answer = std::move(answer)};
}

}  // namespace cli
