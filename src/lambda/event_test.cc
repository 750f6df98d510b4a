// Events made by hand after the documentation that event.h names.
#include "lambda/event.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lambda {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t position = text.find(from);
  EXPECT_NE(position, std::string::npos) << from;
  return text.replace(position, from.size(), to);
}

constexpr std::string_view function_url = R"({
  "version": "2.0", "routeKey": "$default", "rawPath": "/v1/athletes",
  "rawQueryString": "limit=5&name=J%C3%B6rg+A&tag=a&tag=b",
  "cookies": ["one=1", "two=2"],
  "headers": {"content-type": "application/json", "host": "abcdefg.lambda-url.us-east-1.on.aws", "x-many": "a,b"},
  "requestContext": {
    "accountId": "123456789012", "apiId": "abcdefg", "authentication": null,
    "authorizer": {"iam": {"accessKey": "AKIA", "userArn": "arn:aws:iam::111122223333:user/ann"}},
    "domainName": "abcdefg.lambda-url.us-east-1.on.aws", "domainPrefix": "abcdefg",
    "http": {"method": "POST", "path": "/v1/athletes", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.7", "userAgent": "curl"},
    "requestId": "id", "routeKey": "$default", "stage": "$default", "time": "12/Mar/2020:19:03:58 +0000", "timeEpoch": 1
  },
  "body": "{\"name\":\"Ann\"}", "pathParameters": null, "isBase64Encoded": false, "stageVariables": null
})";

TEST(FunctionUrlEvent, becomes_the_request_that_was_sent) {
  const auto event = parse_event(function_url);
  ASSERT_TRUE(event) << event.error();
  EXPECT_EQ(event->sender, Sender::format_2);
  EXPECT_TRUE(event->is_authorized);
  const auto& request = event->request;
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.target, "/v1/athletes?limit=5&name=J%C3%B6rg+A&tag=a&tag=b");
  EXPECT_EQ(request.headers.find("Content-Type"), "application/json");
  EXPECT_EQ(request.headers.find("Host"), "abcdefg.lambda-url.us-east-1.on.aws");
  EXPECT_EQ(request.headers.find("X-Many"), "a,b");
  EXPECT_EQ(request.headers.find("Cookie"), "one=1; two=2");
  EXPECT_EQ(request.body, R"({"name":"Ann"})");
  EXPECT_EQ(request.peer, "192.0.2.7");
}

TEST(FunctionUrlEvent, decodes_base64_bodies) {
  const auto encoded = replaced(replaced(std::string(function_url), R"("{\"name\":\"Ann\"}")", R"("AAH/Pj8=")"),
                                R"("isBase64Encoded": false)", R"("isBase64Encoded": true)");
  EXPECT_EQ(parse_event(encoded)->request.body, std::string("\0\x01\xFF>?", 5));
  EXPECT_THAT(parse_event(replaced(encoded, "AAH/Pj8=", "AAH")).error(), HasSubstr("base64"));
  EXPECT_THAT(parse_event(replaced(encoded, "AAH/Pj8=", "A*H/")).error(), HasSubstr("base64"));
}

TEST(FunctionUrlEvent, without_an_authorizer_is_of_anybody) {
  const std::string iam = R"({"iam": {"accessKey": "AKIA", "userArn": "arn:aws:iam::111122223333:user/ann"}})";
  for (const auto* nobody : {"null", "{}", R"({"iam": null})", R"("iam")", R"({"other": {}})"}) {
    EXPECT_FALSE(parse_event(replaced(std::string(function_url), iam, nobody))->is_authorized) << nobody;
  }
  for (const auto* somebody : {R"({"jwt": {"claims": {"sub": "ann"}, "scopes": null}})", R"({"lambda": {}})"}) {
    EXPECT_TRUE(parse_event(replaced(std::string(function_url), iam, somebody))->is_authorized) << somebody;
  }
}

TEST(HttpApiEvent, leaves_the_stage_out_of_the_path) {
  const auto target_of = [](std::string_view stage, std::string_view path) {
    const auto text = replaced(
        replaced(std::string(function_url), R"("stage": "$default")", R"("stage": ")" + std::string(stage) + '"'),
        R"("rawPath": "/v1/athletes")", R"("rawPath": ")" + std::string(path) + '"');
    const auto event = parse_event(text);
    return std::string(event->request.path());
  };
  EXPECT_EQ(target_of("prod", "/prod/v1/athletes"), "/v1/athletes");
  EXPECT_EQ(target_of("prod", "/prod"), "/");
  EXPECT_EQ(target_of("prod", "/production"), "/production");
  EXPECT_EQ(target_of("prod", "/v1/athletes"), "/v1/athletes");  // a domain of one's own
  EXPECT_EQ(target_of("v1", "/v1/v1/athletes"), "/v1/athletes");
  EXPECT_EQ(target_of("$default", "/$default/x"), "/$default/x");
}

TEST(HttpApiEvent, encodes_a_path_that_came_decoded) {
  const auto path_of = [](std::string_view path) {
    const auto event = parse_event(replaced(std::string(function_url), R"("rawPath": "/v1/athletes")",
                                            R"("rawPath": ")" + std::string(path) + '"'));
    return event->request.target.substr(0, event->request.target.find('?'));
  };
  EXPECT_EQ(path_of("/a b/ö?#\\r\\n"), "/a%20b/%C3%B6%3F%23%0D%0A");
  EXPECT_EQ(path_of("/a%20b/100%"), "/a%20b/100%25");
  EXPECT_EQ(path_of(""), "/");
}

TEST(HttpApiEvent, takes_the_host_from_the_context_where_no_header_names_it) {
  const auto event = parse_event(
      replaced(std::string(function_url), R"("host": "abcdefg.lambda-url.us-east-1.on.aws")", R"("x": "y")"));
  EXPECT_EQ(event->request.headers.find("Host"), "abcdefg.lambda-url.us-east-1.on.aws");
}

constexpr std::string_view rest_api = R"({
  "resource": "/{proxy+}", "path": "/v1/training-sessions", "httpMethod": "GET",
  "headers": {"Accept": "b", "Host": "id.execute-api.us-east-1.amazonaws.com"},
  "multiValueHeaders": {"Accept": ["a", "b"], "Host": ["id.execute-api.us-east-1.amazonaws.com"]},
  "queryStringParameters": {"name": "b", "note": "1 & 2"},
  "multiValueQueryStringParameters": {"name": ["a", "b"], "note": ["1 & 2=é"]},
  "pathParameters": {"proxy": "v1/training-sessions"}, "stageVariables": null,
  "requestContext": {"resourceId": "2gxmpl", "resourcePath": "/", "httpMethod": "GET", "path": "/v1/v1/training-sessions",
    "stage": "v1", "identity": {"sourceIp": "192.0.2.8", "userArn": null, "apiKey": "key", "accessKey": null}},
  "body": null, "isBase64Encoded": false
})";

TEST(RestApiEvent, becomes_the_request_that_was_sent) {
  const auto event = parse_event(rest_api);
  ASSERT_TRUE(event) << event.error();
  EXPECT_EQ(event->sender, Sender::format_1);
  EXPECT_EQ(event->request.method, "GET");
  EXPECT_EQ(event->request.target, "/v1/training-sessions?name=a&name=b&note=1%20%26%202%3D%C3%A9");
  EXPECT_EQ(event->request.headers.count("Accept"), 2U);
  EXPECT_EQ(event->request.headers.count("Host"), 1U);
  EXPECT_EQ(event->request.body, "");
  EXPECT_EQ(event->request.peer, "192.0.2.8");
}

TEST(RestApiEvent, with_one_value_a_name_is_read_too) {
  auto text = replaced(std::string(rest_api),
                       R"({"Accept": ["a", "b"], "Host": ["id.execute-api.us-east-1.amazonaws.com"]})", "null");
  text = replaced(text, R"({"name": ["a", "b"], "note": ["1 & 2=é"]})", "null");
  const auto event = parse_event(text);
  EXPECT_EQ(event->request.target, "/v1/training-sessions?name=b&note=1%20%26%202");
  EXPECT_EQ(event->request.headers.find("Accept"), "b");
}

TEST(RestApiEvent, is_authorized_by_an_authorizer_or_an_iam_caller) {
  EXPECT_FALSE(parse_event(rest_api)->is_authorized);  // an API key names nobody
  EXPECT_TRUE(
      parse_event(replaced(std::string(rest_api), R"("userArn": null)", R"("userArn": "arn:aws:iam::1:user/a")"))
          ->is_authorized);
  const auto with = [](std::string_view authorizer) {
    return parse_event(replaced(std::string(rest_api), R"("resourceId": "2gxmpl")",
                                R"("authorizer": )" + std::string(authorizer)))
        ->is_authorized;
  };
  EXPECT_TRUE(with(R"({"principalId": "ann", "integrationLatency": 3})"));
  EXPECT_TRUE(with(R"({"claims": {"sub": "ann"}})"));
  EXPECT_FALSE(with(R"({"claims": null, "scopes": null})"));  // an HTTP API's words for none
  EXPECT_FALSE(with("{}"));
  EXPECT_FALSE(with("null"));
  EXPECT_FALSE(with(R"({"integrationLatency": 3})"));
}

TEST(HttpApiEventOfFormat1, has_the_stage_in_its_path) {
  const auto text = replaced(replaced(std::string(rest_api), R"("resource")", R"("version": "1.0", "resource")"),
                             R"("path": "/v1/training-sessions")", R"("path": "/v1/v1/training-sessions")");
  EXPECT_EQ(parse_event(text)->request.path(), "/v1/training-sessions");
}

constexpr std::string_view load_balancer = R"({
  "requestContext": {"elb": {"targetGroupArn": "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/t/1"}},
  "httpMethod": "GET", "path": "/v1/a%20b", "queryStringParameters": {"query": "1%202", "plus": "a+b"},
  "headers": {"host": "lambda-alb.us-east-2.elb.amazonaws.com", "x-forwarded-for": "192.0.2.9", "x-amzn-oidc-identity": "ann"},
  "body": "", "isBase64Encoded": false
})";

TEST(LoadBalancerEvent, keeps_the_queries_encoding) {
  const auto event = parse_event(load_balancer);
  ASSERT_TRUE(event) << event.error();
  EXPECT_EQ(event->sender, Sender::load_balancer);
  EXPECT_EQ(event->request.target, "/v1/a%20b?query=1%202&plus=a+b");
  EXPECT_EQ(event->request.peer, "192.0.2.9");
  EXPECT_FALSE(event->is_authorized);
}

TEST(LoadBalancerEvent, with_multi_value_headers_is_told_apart) {
  auto text =
      replaced(std::string(load_balancer), R"("headers": {"host": "lambda-alb.us-east-2.elb.amazonaws.com", )",
               R"("multiValueHeaders": {"host": ["lambda-alb.us-east-2.elb.amazonaws.com"], "accept": ["a", "b"], )");
  text = replaced(text, R"("192.0.2.9", "x-amzn-oidc-identity": "ann")", R"(["192.0.2.9"])");
  text = replaced(text, R"("queryStringParameters": {"query": "1%202", "plus": "a+b"})",
                  R"("multiValueQueryStringParameters": {"name": ["a%26", "b"]})");
  const auto event = parse_event(text);
  ASSERT_TRUE(event) << event.error();
  EXPECT_EQ(event->sender, Sender::load_balancer_multi_value);
  EXPECT_EQ(event->request.target, "/v1/a%20b?name=a%26&name=b");
  EXPECT_EQ(event->request.headers.count("accept"), 2U);
}

TEST(LoadBalancerEvent, is_never_authorized_by_what_a_client_can_write) {
  const auto text = replaced(std::string(load_balancer), R"("requestContext": {)",
                             R"("requestContext": {"authorizer": {"principalId": "ann"}, )");
  EXPECT_FALSE(parse_event(text)->is_authorized);
}

TEST(OtherEvent, is_named_by_its_members_and_without_their_values) {
  const auto error = parse_event(R"({"Records": [{"secret": "word"}], "source": "aws.events"})").error();
  EXPECT_THAT(error, HasSubstr("Records, source"));
  EXPECT_THAT(error, Not(HasSubstr("word")));
  EXPECT_THAT(parse_event("[]").error(), HasSubstr("no members"));
  EXPECT_THAT(parse_event("{").error(), HasSubstr("not JSON"));
  EXPECT_THAT(parse_event(R"({"rawPath": "/", "requestContext": {"http": {}}})").error(), HasSubstr("rawPath"));
  EXPECT_THAT(parse_event(R"({"httpMethod": "GET", "path": 5})").error(), HasSubstr("httpMethod"));
}

}  // namespace
}  // namespace lambda
