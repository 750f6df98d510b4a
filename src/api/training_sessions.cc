#include <algorithm>
#include <limits>

#include "api/conditional.h"
#include "api/errors.h"
#include "api/filters.h"
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

// `read` is read_session_input or read_restored_session.
template <class T>
std::expected<T, http::Response> read_body(const http::Request& request,
                                           std::expected<T, ValidationErrors> (*read)(const ParsedBody& body)) {
  const auto body = parse_body(request);
  if (!body) return std::unexpected(errors::invalid_body(body.error()));
  auto input = read(*body);
  if (!input) return std::unexpected(errors::invalid_request(input.error()));
  return *std::move(input);
}

http::Response session_response(int status, const tracker::TrainingSession& session) {
  auto response = json_response(status, represent(session));
  response.headers.add("ETag", quoted(tracker::etag(session)));
  response.headers.add("Cache-Control", "private, no-cache");
  return response;
}

http::Response created(const tracker::TrainingSession& session) {
  auto response = session_response(201, session);
  response.headers.add("Location", "/v1/training-sessions/" + session.id);
  return response;
}

http::Response not_found(const std::string& id, const http::Request& request) {
  return errors::from_tracker(tracker::SessionNotFound{id}, request);
}

// The one tag that the write has to insist on: nullopt without If-Match, and for "*" (what does not exist is 404
// anyway). Of several tags, the one that is current now.
tracker::Awaitable<std::optional<std::string>> read_if_match(tracker::Repository& repository,
                                                             const http::Request& request, const std::string& id) {
  const auto header = request.headers.find("If-Match");
  if (!header) co_return std::nullopt;
  auto expected = parse_for_strong_comparison(*header);
  if (expected.any) co_return std::nullopt;
  if (expected.tags.size() == 1) co_return std::move(expected.tags.front());
  const auto session = co_await repository.get_session(id);
  if (!session) co_return std::unexpected(session.error());
  auto current = tracker::etag(*session);
  if (!matches(expected, current)) co_return std::unexpected(tracker::PreconditionFailed{});
  co_return std::move(current);
}

Answer list_by_cursor(tracker::Repository& repository, const http::Request& request, tracker::SessionFilter filter,
                      std::string cursor, std::int64_t limit) {
  if (filter.athlete_id && !can_be_stored(*filter.athlete_id))
    co_return json_response(200, represent(tracker::CursorPage{}, limit));
  std::optional<std::string> after;  // an empty cursor starts at the first page
  if (!cursor.empty()) after = std::move(cursor);
  const auto page = co_await repository.list_sessions_after(std::move(filter), std::move(after), limit);
  if (!page) co_return errors::from_tracker(page.error(), request);
  co_return json_response(200, represent(*page, limit));
}

Answer list_by_offset(tracker::Repository& repository, const http::Request& request, tracker::SessionFilter filter,
                      Integer offset, std::int64_t limit) {
  // No store holds so many sessions, and sums with it stay within 64 bits.
  constexpr std::int64_t offset_max = std::numeric_limits<std::int64_t>::max() / 2;
  const std::int64_t skipped = std::min(offset.value, offset_max);
  tracker::OffsetPage page;
  if (!filter.athlete_id || can_be_stored(*filter.athlete_id)) {
    auto found = co_await repository.list_sessions(std::move(filter), skipped, limit);
    if (!found) co_return errors::from_tracker(found.error(), request);
    page = *std::move(found);
  }
  const bool has_more = skipped + limit < page.total;
  co_return json_response(200, represent(page, limit, offset.digits, has_more));
}

// "If-None-Match: *": only where there is none, which makes a PUT the undo of a DELETE.
bool wants_to_restore(const http::Request& request) {
  const auto header = request.headers.find("If-None-Match");
  return header && parse_for_weak_comparison(*header).any;
}

Answer restore_session(tracker::Repository& repository, const http::Request& request, const std::string& id) {
  auto given = read_body(request, read_restored_session);
  if (!given) co_return std::move(given).error();
  // Under "statistics" GET would not find it again.
  if (!can_be_stored(id) || id == "statistics") co_return not_found(id, request);
  if (!can_be_stored(given->input.athlete_id)) {
    co_return errors::from_tracker(tracker::AthleteNotFound{given->input.athlete_id}, request);
  }
  const auto session = co_await repository.restore_session(id, *std::move(given));
  if (session) co_return created(*session);
  if (std::holds_alternative<tracker::AlreadyExists>(session.error())) co_return errors::session_is_there(id);
  co_return errors::from_tracker(session.error(), request);
}

}  // namespace

Answer list_sessions(const Service& service, const http::Request& request, const http::PathParameters&) {
  QueryReader query(request.query_string());
  auto filter = read_filter(query);
  const auto limit = query.integer(parameters::limit);
  auto offset = query.integer(parameters::offset);
  auto cursor = query.text(parameters::cursor);
  if (query.failed()) co_return errors::invalid_request(query.errors());
  if (cursor) {
    co_return co_await list_by_cursor(service.repository, request, std::move(filter), *std::move(cursor), limit.value);
  }
  co_return co_await list_by_offset(service.repository, request, std::move(filter), std::move(offset), limit.value);
}

Answer create_session(const Service& service, const http::Request& request, const http::PathParameters&) {
  auto input = read_body(request, read_session_input);
  if (!input) co_return std::move(input).error();
  auto idempotency = read_idempotency(service, request);
  if (!idempotency) co_return errors::invalid_request({idempotency.error()});
  if (!can_be_stored(input->athlete_id)) {
    co_return errors::from_tracker(tracker::AthleteNotFound{input->athlete_id}, request);
  }
  const auto session = co_await service.repository.create_session(*std::move(input), *std::move(idempotency));
  if (!session) co_return errors::from_tracker(session.error(), request);
  co_return created(*session);
}

Answer get_session(const Service& service, const http::Request& request, const http::PathParameters& path) {
  const auto& id = path.at(0);
  if (!can_be_stored(id)) co_return not_found(id, request);
  const auto session = co_await service.repository.get_session(id);
  if (!session) co_return errors::from_tracker(session.error(), request);
  const auto known = request.headers.find("If-None-Match");
  if (known && matches(parse_for_weak_comparison(*known), tracker::etag(*session))) {
    auto unchanged = empty_response(304);
    unchanged.headers.add("ETag", quoted(tracker::etag(*session)));
    co_return unchanged;
  }
  co_return session_response(200, *session);
}

Answer update_session(const Service& service, const http::Request& request, const http::PathParameters& path) {
  if (wants_to_restore(request)) co_return co_await restore_session(service.repository, request, path.at(0));
  auto input = read_body(request, read_session_input);
  if (!input) co_return std::move(input).error();
  const auto& id = path.at(0);
  if (!can_be_stored(id)) co_return not_found(id, request);
  if (!can_be_stored(input->athlete_id)) {
    // The session is judged first, as with every other unknown athlete.
    const auto session = co_await service.repository.get_session(id);
    if (!session) co_return errors::from_tracker(session.error(), request);
    co_return errors::from_tracker(tracker::AthleteNotFound{input->athlete_id}, request);
  }
  auto if_match = co_await read_if_match(service.repository, request, id);
  if (!if_match) co_return errors::from_tracker(if_match.error(), request);
  const auto session = co_await service.repository.update_session(id, *std::move(input), *std::move(if_match));
  if (!session) co_return errors::from_tracker(session.error(), request);
  co_return session_response(200, *session);
}

Answer delete_session(const Service& service, const http::Request& request, const http::PathParameters& path) {
  const auto& id = path.at(0);
  if (!can_be_stored(id)) co_return not_found(id, request);
  auto if_match = co_await read_if_match(service.repository, request, id);
  if (!if_match) co_return errors::from_tracker(if_match.error(), request);
  const auto deleted = co_await service.repository.delete_session(id, *std::move(if_match));
  if (!deleted) co_return errors::from_tracker(deleted.error(), request);
  co_return empty_response(204);
}

}  // namespace api::handlers
