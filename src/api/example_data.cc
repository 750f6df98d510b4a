#include "operations/example_data.h"

#include "api/errors.h"
#include "api/handlers.h"
#include "api/responses.h"
#include "json/writer.h"

namespace api::handlers {

Answer add_example_data(const Service& service, const http::Request& request, const http::PathParameters&) {
  const auto added = co_await operations::add_example_data(service.repository);
  if (!added) co_return errors::from_tracker(added.error(), request);
  if (!*added) co_return errors::store_not_empty();
  json::Writer writer;
  writer.start_object();
  writer.key("athletes").integer(static_cast<std::int64_t>((*added)->athletes));
  writer.key("sessions").integer(static_cast<std::int64_t>((*added)->sessions));
  writer.end_object();
  co_return json_response(201, writer.take());
}

}  // namespace api::handlers
