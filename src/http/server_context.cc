#include "http/server_context.h"

#include <exception>
#include <string>
#include <utility>

#include "http/message.h"
#include "http/request_fault.h"
#include "http/server.h"

namespace http {

ServerContext::ServerContext(ServerOptions server_options, Application server_application)
    : options(std::move(server_options)),
      application(std::move(server_application)),
      host_policy{options.address, options.allowed_hosts, options.any_host},
      body_budget(options.limits.body_bytes_in_flight_max) {}

Response ServerContext::error_response(RequestFault fault, const std::string& request_id) const {
  if (options.make_error) {
    try {
      return options.make_error(status_of(fault), message_of(fault), request_id);
    } catch (const std::exception& exception) {
      if (options.on_exception) options.on_exception(request_id, exception.what());
    }
  }
  Response response;
  response.status = status_of(fault);
  response.headers.add("Content-Type", "text/plain; charset=utf-8");
  response.body = message_of(fault);
  response.body += '\n';
  return response;
}

}  // namespace http
