// What all connections of one server share.
#pragma once

#include <atomic>
#include <string>

#include "http/body_budget.h"
#include "http/connection_registry.h"
#include "http/foreign_request.h"
#include "http/request_fault.h"
#include "http/request_id.h"
#include "http/server.h"

namespace http {

struct ServerContext {
  ServerContext(ServerOptions server_options, Application server_application);

  const ServerOptions options;
  const Application application;
  const HostPolicy host_policy;
  BodyBudget body_budget;
  RequestIds request_ids;
  ConnectionRegistry connections;
  std::atomic<bool> stopping = false;

  // By options.make_error, or plain text where it is absent or fails itself.
  [[nodiscard]] Response error_response(RequestFault fault, const std::string& request_id) const;
};

}  // namespace http
