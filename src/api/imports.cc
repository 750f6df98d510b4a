#include "api/errors.h"
#include "api/handlers.h"
#include "api/identifiers.h"
#include "api/import_parameters.h"
#include "api/import_representation.h"
#include "api/responses.h"

namespace api::handlers {
namespace {

Answer import_file(const Service& service, const http::Request& request, ImportStage stage) {
  QueryReader query(request.query_string());
  auto wanted = read_import_request(query);
  wanted.options.dry_run = stage == ImportStage::preview;
  if (stage == ImportStage::written) wanted.options.rows = read_rows(query);
  if (query.failed()) co_return errors::invalid_request(query.errors());
  if (const auto& id = wanted.options.athlete_id) {
    if (!can_be_stored(*id)) co_return errors::from_tracker(tracker::AthleteNotFound{*id}, request);
    const auto athlete = co_await service.repository.get_athlete(*id);
    if (!athlete) co_return errors::from_tracker(athlete.error(), request);
    wanted.options.athlete_name.reset();
  }
  const auto result = co_await operations::import_file(service.repository, std::move(wanted.options), request.body);
  if (!result) co_return errors::from_file(result.error(), wanted.file_name, request);
  co_return json_response(200, represent(*result, stage));
}

}  // namespace

Answer preview_import(const Service& service, const http::Request& request, const http::PathParameters&) {
  return import_file(service, request, ImportStage::preview);
}

Answer import_log(const Service& service, const http::Request& request, const http::PathParameters&) {
  return import_file(service, request, ImportStage::written);
}

}  // namespace api::handlers
