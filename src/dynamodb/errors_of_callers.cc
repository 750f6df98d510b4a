// The texts about who asks, what he may, and a service that has too much to do.
#include "dynamodb/error_text.h"
#include "dynamodb/errors.h"

namespace dynamodb::errors {

Error missing_authentication_token() {
  return make_error(ErrorCode::missing_authentication_token,
                    "Request must contain either a valid (registered) AWS access key ID or X.509 certificate.");
}

Error unrecognized_client() {
  return make_error(ErrorCode::unrecognized_client, "The security token included in the request is invalid.");
}

Error incomplete_authorization_header(const std::vector<std::string_view>& parameters, bool without_date,
                                      std::string_view scheme) {
  std::string text;
  for (const std::string_view parameter : parameters) {
    text += concatenate({"Authorization header requires '", parameter, "' parameter. "});
  }
  if (without_date) {
    text += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
  }
  return make_error(ErrorCode::incomplete_signature, concatenate({text, "Authorization=", shortened(scheme)}));
}

Error incomplete_query_signature(const std::vector<std::string_view>& parameters) {
  std::string text;
  for (const std::string_view parameter : parameters) {
    text += concatenate({"AWS query-string parameters must include '", parameter, "'. "});
  }
  return make_error(ErrorCode::incomplete_signature, text + "Re-examine the query-string parameters.");
}

Error two_signatures() {
  return make_error(ErrorCode::invalid_signature,
                    "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
}

Error malformed_credential(std::string_view credential) {
  return make_error(ErrorCode::incomplete_signature,
                    concatenate({"Credential must have exactly 5 slash-delimited elements, e.g. "
                                 "keyid/date/region/service/term, got '",
                                 shortened(credential), "'"}));
}

Error malformed_signature_date(std::string_view date) {
  return make_error(ErrorCode::incomplete_signature,
                    concatenate({"Date must be in ISO-8601 'basic format'. Got '", shortened(date),
                                 "'. See http://en.wikipedia.org/wiki/ISO_8601"}));
}

Error credential_of_other_region() {
  return make_error(ErrorCode::invalid_signature, "Credential should be scoped to a valid region. ");
}

Error credential_of_other_service(std::string_view service) {
  return make_error(ErrorCode::invalid_signature,
                    concatenate({"Credential should be scoped to correct service: '", service, "'. "}));
}

Error credential_of_other_terminator(std::string_view expected, std::string_view actual) {
  return make_error(ErrorCode::invalid_signature, concatenate({"Credential should be scoped with a valid terminator: '",
                                                               expected, "', not '", shortened(actual), "'. "}));
}

Error credential_of_other_date(std::string_view scope_date, std::string_view date) {
  return make_error(
      ErrorCode::invalid_signature,
      concatenate({"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '",
                   shortened(scope_date), "' != '", date.substr(0, 8), "', from '", date, "'."}));
}

Error header_not_signed(std::string_view header) {
  return make_error(ErrorCode::invalid_signature,
                    concatenate({"'", header, "' must be a 'SignedHeader' in the AWS Authorization."}));
}

Error signature_expired(std::string_view date, std::string_view earliest, std::string_view now) {
  return make_error(ErrorCode::invalid_signature, concatenate({"Signature expired: ", date, " is now earlier than ",
                                                               earliest, " (", now, " - 15 min.)"}));
}

Error signature_not_yet_current(std::string_view date, std::string_view latest, std::string_view now) {
  return make_error(
      ErrorCode::invalid_signature,
      concatenate({"Signature not yet current: ", date, " is still later than ", latest, " (", now, " + 15 min.)"}));
}

Error signature_mismatch() {
  return make_error(ErrorCode::invalid_signature,
                    "The request signature we calculated does not match the signature you provided. Check your AWS "
                    "Secret Access Key and signing method. Consult the service documentation for details.");
}

Error access_denied(std::string_view user_arn, std::string_view action, std::string_view resource, DeniedBy denied_by) {
  const std::string why = denied_by == DeniedBy::deny_statement
                              ? std::string("with an explicit deny in an identity-based policy")
                              : concatenate({"because no identity-based policy allows the ", action, " action"});
  return make_error(ErrorCode::access_denied, concatenate({"User: ", user_arn, " is not authorized to perform: ",
                                                           action, " on resource: ", resource, " ", why}));
}

Error throughput_exceeded() {
  return make_error(ErrorCode::provisioned_throughput_exceeded,
                    "The level of configured provisioned throughput for the table was exceeded. Consider increasing "
                    "your provisioning level with the UpdateTable API.");
}

Error request_rate_exceeded() {
  return make_error(ErrorCode::throttling, "Rate of requests exceeds the allowed throughput.");
}

Error internal_failure() {
  return make_error(ErrorCode::internal_server_error,
                    "The request processing has failed because of an unknown error, exception or failure.");
}

}  // namespace dynamodb::errors
