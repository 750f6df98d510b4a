#include "api/idempotency.h"

#include <algorithm>

#include "api/authorization.h"

namespace api {

std::expected<std::optional<tracker::Idempotency>, ValidationError> read_idempotency(const Service& service,
                                                                                     const http::Request& request) {
  static constexpr std::string_view name = "Idempotency-Key";
  const auto key = request.headers.find(name);
  if (!key) return std::nullopt;
  const Location location{"header", std::string(name)};
  const json::Value sent{std::string(*key)};
  if (key->empty()) return std::unexpected(invalid::too_short(location, sent, 1));
  if (key->size() > idempotency_key_characters_max) {
    return std::unexpected(invalid::too_long(location, sent, idempotency_key_characters_max));
  }
  const bool printable = std::ranges::all_of(*key, [](char character) { return character >= ' ' && character <= '~'; });
  if (!printable)
    return std::unexpected(invalid::bad_value(location, json::Value(), "only printable ASCII characters are allowed"));
  const auto caller = service.authorizer.caller(request.headers.find("Authorization")).value_or("");
  const std::string content = request.method + ' ' + std::string(request.path()) + '\n' + request.body;
  return tracker::Idempotency{.key = caller + ':' + std::string(*key), .request_hash = to_hexadecimal(sha256(content))};
}

}  // namespace api
