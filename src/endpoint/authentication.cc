#include "endpoint/authentication.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "dynamodb/errors.h"
#include "endpoint/digest.h"
#include "endpoint/presented_signature.h"
#include "endpoint/signature_v4.h"
#include "http/ascii.h"

namespace endpoint {
namespace {

using dynamodb::Result;
namespace errors = dynamodb::errors;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr std::string_view service_name = "dynamodb";  // of the streams too
constexpr std::string_view scope_terminator = "aws4_request";

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// "20150830T123600Z", whose form has been checked; nullopt for the 31st of February and the like.
std::optional<sys_seconds> parse_time(std::string_view text) {
  const std::chrono::year_month_day day{std::chrono::year(number(text.substr(0, 4))),
                                        std::chrono::month(static_cast<unsigned>(number(text.substr(4, 2)))),
                                        std::chrono::day(static_cast<unsigned>(number(text.substr(6, 2))))};
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days(day) + std::chrono::hours(number(text.substr(9, 2))) +
         std::chrono::minutes(number(text.substr(11, 2))) + seconds(number(text.substr(13, 2)));
}

std::string time_text(sys_seconds time) {
  return fmt::format("{:%Y%m%dT%H%M%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

Result<void> check_scope(const PresentedSignature& presented, std::string_view region) {
  const SigningScope& scope = presented.scope;
  if (scope.terminator != scope_terminator) {
    return std::unexpected(errors::credential_of_other_terminator(scope_terminator, scope.terminator));
  }
  if (scope.service != service_name) return std::unexpected(errors::credential_of_other_service(service_name));
  if (scope.region != region) return std::unexpected(errors::credential_of_other_region());
  if (scope.date != presented.date.substr(0, 8)) {
    return std::unexpected(errors::credential_of_other_date(scope.date, presented.date));
  }
  return {};
}

// Host and every X-Amz- header must be signed.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
Result<void> check_signed_headers(const http::Request& request, const std::vector<std::string>& signed_headers) {
  const auto is_signed = [&](std::string_view name) {
    return std::ranges::any_of(signed_headers,
                               [&](const std::string& each) { return http::equal_ignoring_case(each, name); });
  };
  if (!is_signed("host")) return std::unexpected(errors::header_not_signed("Host"));
  for (const auto& [name, value] : request.headers.fields()) {
    const bool must_be = http::equal_ignoring_case(std::string_view(name).substr(0, 6), "x-amz-");
    if (must_be && !is_signed(name)) return std::unexpected(errors::header_not_signed(name));
  }
  return {};
}

Result<void> check_time(const PresentedSignature& presented, sys_seconds now) {
  const auto date = parse_time(presented.date);
  if (!date) return std::unexpected(errors::malformed_signature_date(presented.date));
  seconds lifetime = clock_skew_max;
  if (presented.expires) lifetime = std::clamp(seconds(number(*presented.expires)), seconds(1), expires_max);
  if (*date < now - lifetime) {
    return std::unexpected(errors::signature_expired(presented.date, time_text(now - lifetime), time_text(now)));
  }
  if (*date > now + clock_skew_max) {
    return std::unexpected(
        errors::signature_not_yet_current(presented.date, time_text(now + clock_skew_max), time_text(now)));
  }
  return {};
}

Result<Caller> verify(const http::Request& request, const AuthenticationOptions& options,
                      const Credentials& credentials) {
  const auto presented = presented_signature(request);
  if (!presented) return std::unexpected(presented.error());
  if (auto checked = check_scope(*presented, options.region); !checked) return std::unexpected(checked.error());
  if (auto checked = check_signed_headers(request, presented->signed_headers); !checked) {
    return std::unexpected(checked.error());
  }
  const sys_seconds now = options.now ? options.now() : std::chrono::floor<seconds>(std::chrono::system_clock::now());
  if (auto checked = check_time(*presented, now); !checked) return std::unexpected(checked.error());
  const auto found = credentials.find(presented->access_key_id);
  if (found == credentials.end()) return std::unexpected(errors::unrecognized_client());
  const Credential& credential = found->second;
  if (!equal_in_constant_time(presented->session_token.value_or(""), credential.session_token.value_or(""))) {
    return std::unexpected(errors::unrecognized_client());
  }
  const std::string text =
      string_to_sign(canonical_request(request, presented->signed_headers), presented->date, presented->scope);
  const std::string expected = signature(text, credential.secret_access_key, presented->scope);
  if (!equal_in_constant_time(expected, presented->signature)) return std::unexpected(errors::signature_mismatch());
  return Caller{credential.user_name};
}

}  // namespace

Result<Caller> authenticate(const http::Request& request, const AuthenticationOptions& options) {
  if (is_unsigned(request)) {
    if (options.unsigned_allowed) return Caller{};
    return std::unexpected(errors::missing_authentication_token());
  }
  if (options.credentials && !options.unsigned_allowed) return verify(request, options, *options.credentials);
  return Caller{claimed_access_key_id(request).value_or("")};
}

}  // namespace endpoint
