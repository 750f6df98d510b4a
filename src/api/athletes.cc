#include "api/errors.h"
#include "api/handlers.h"
#include "api/idempotency.h"
#include "api/identifiers.h"
#include "api/inputs.h"
#include "api/query_parameters.h"
#include "api/representation.h"
#include "api/request_body.h"
#include "api/responses.h"

namespace api::handlers {
namespace {

// The trimmed name, or what to answer instead.
std::expected<std::string, http::Response> read_name(const http::Request& request) {
  const auto body = parse_body(request);
  if (!body) return std::unexpected(errors::invalid_body(body.error()));
  auto name = read_athlete_input(*body);
  if (!name) return std::unexpected(errors::invalid_request(name.error()));
  return *std::move(name);
}

http::Response not_found(const std::string& id, const http::Request& request) {
  return errors::from_tracker(tracker::AthleteNotFound{id}, request);
}

}  // namespace

Answer list_athletes(const Service& service, const http::Request& request, const http::PathParameters&) {
  const auto athletes = co_await service.repository.list_athletes();
  if (!athletes) co_return errors::from_tracker(athletes.error(), request);
  co_return json_response(200, represent(*athletes));
}

Answer create_athlete(const Service& service, const http::Request& request, const http::PathParameters&) {
  auto name = read_name(request);
  if (!name) co_return std::move(name).error();
  auto idempotency = read_idempotency(service, request);
  if (!idempotency) co_return errors::invalid_request({idempotency.error()});
  const auto athlete = co_await service.repository.create_athlete(*std::move(name), *std::move(idempotency));
  if (!athlete) co_return errors::from_tracker(athlete.error(), request);
  auto response = json_response(201, represent(*athlete));
  response.headers.add("Location", "/v1/athletes/" + athlete->id);
  co_return response;
}

Answer get_athlete(const Service& service, const http::Request& request, const http::PathParameters& path) {
  const auto& id = path.at(0);
  if (!can_be_stored(id)) co_return not_found(id, request);
  const auto athlete = co_await service.repository.get_athlete(id);
  if (!athlete) co_return errors::from_tracker(athlete.error(), request);
  co_return json_response(200, represent(*athlete));
}

Answer rename_athlete(const Service& service, const http::Request& request, const http::PathParameters& path) {
  auto name = read_name(request);
  if (!name) co_return std::move(name).error();
  const auto& id = path.at(0);
  if (!can_be_stored(id)) co_return not_found(id, request);
  const auto athlete = co_await service.repository.rename_athlete(id, *std::move(name));
  if (!athlete) co_return errors::from_tracker(athlete.error(), request);
  co_return json_response(200, represent(*athlete));
}

Answer delete_athlete(const Service& service, const http::Request& request, const http::PathParameters& path) {
  QueryReader query(request.query_string());
  const bool cascade = query.boolean(parameters::cascade);
  if (query.failed()) co_return errors::invalid_request(query.errors());
  const auto& id = path.at(0);
  if (!can_be_stored(id)) co_return not_found(id, request);
  const auto deleted = co_await service.repository.delete_athlete(id, cascade);
  if (!deleted) co_return errors::from_tracker(deleted.error(), request);
  co_return empty_response(204);
}

}  // namespace api::handlers
