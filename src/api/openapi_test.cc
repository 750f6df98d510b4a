// /openapi.json is written by hand and held against the code here: a route, parameter, field or limit that stands only
// in one of them fails.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "api/embedded_files.h"
#include "api/endpoints.h"
#include "api/idempotency.h"
#include "api/import_representation.h"
#include "api/inputs.h"
#include "api/representation.h"
#include "api/statistics_representation.h"
#include "api/text.h"
#include "json/writer.h"
#include "tracker/model.h"

namespace api {
namespace {

using Names = std::set<std::string>;

const json::Value& document() {
  static const json::Value value = json::parse(find_embedded_file("openapi.json")->content).value();
  return value;
}

// The value at a path of names; a test that names something absent ends here.
const json::Value& at(const json::Value& value, std::initializer_list<std::string_view> path) {
  const json::Value* found = &value;
  for (const auto name : path) {
    found = found->find(name);
    if (found == nullptr) throw std::runtime_error("openapi.json lacks " + std::string(name));
  }
  return *found;
}
std::string text(const json::Value& value) {
  return json::Writer().value(value).take();
}

// Follows "#/components/kind/name".
const json::Value& resolved(const json::Value& value) {
  const auto* reference = value.find("$ref");
  if (reference == nullptr) return value;
  const std::string path = *reference->get_if<std::string>();
  const auto name_at = path.rfind('/');
  const auto kind_at = path.rfind('/', name_at - 1);
  return at(document(), {"components", path.substr(kind_at + 1, name_at - kind_at - 1), path.substr(name_at + 1)});
}
const json::Value& schema(std::string_view name) {
  return at(document(), {"components", "schemas", name});
}

std::vector<std::string> member_names(const json::Value& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : *object.get_if<json::Object>()) names.push_back(name);
  return names;
}
std::vector<std::string> names_of(std::string_view json_text) {
  return member_names(json::parse(json_text).value());
}

// "GET /v1/athletes" for everything that is described.
Names described_operations() {
  static const Names methods = {"get", "put", "post", "delete", "patch", "head", "options", "trace"};
  Names operations;
  for (const auto& [path, item] : *at(document(), {"paths"}).get_if<json::Object>()) {
    for (const auto& name : member_names(item)) {
      if (!methods.contains(name)) continue;
      std::string method = name;
      std::ranges::transform(method, method.begin(), [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
      operations.insert(method + ' ' + path);
    }
  }
  return operations;
}
const json::Value& operation(const Endpoint& endpoint) {
  return at(document(), {"paths", endpoint.pattern, ascii_lower(endpoint.method)});
}
std::vector<const json::Value*> described_parameters(const Endpoint& endpoint, std::string_view place) {
  std::vector<const json::Value*> found;
  const auto* parameters = operation(endpoint).find("parameters");
  if (parameters == nullptr) return found;
  for (const auto& parameter : *parameters->get_if<json::Array>()) {
    const auto& described = resolved(parameter);
    if (*at(described, {"in"}).get_if<std::string>() == place) found.push_back(&described);
  }
  return found;
}
std::vector<Endpoint> api_endpoints() {
  std::vector<Endpoint> found;
  std::ranges::copy_if(endpoints(), std::back_inserter(found),
                       [](const auto& endpoint) { return endpoint.kind == Kind::api; });
  return found;
}

TEST(OpenApi, describes_exactly_the_routes_that_there_are) {
  Names expected;
  for (const auto& endpoint : api_endpoints()) {
    expected.insert(std::string(endpoint.method) + ' ' + std::string(endpoint.pattern));
  }
  EXPECT_EQ(described_operations(), expected);
}
TEST(OpenApi, names_the_version_and_format) {
  EXPECT_EQ(*at(document(), {"openapi"}).get_if<std::string>(), "3.1.0");
  EXPECT_EQ(*at(document(), {"info", "version"}).get_if<std::string>(), api_version);
}
TEST(OpenApi, describes_exactly_the_query_parameters_in_their_order) {
  for (const auto& endpoint : api_endpoints()) {
    std::vector<std::string> expected;
    for (const auto* parameter : endpoint.query_parameters) expected.emplace_back(parameter->name);
    std::vector<std::string> described;
    for (const auto* parameter : described_parameters(endpoint, "query")) {
      described.push_back(*at(*parameter, {"name"}).get_if<std::string>());
    }
    EXPECT_EQ(described, expected) << endpoint.method << ' ' << endpoint.pattern;
  }
}
std::string choice_schema(const Parameter& parameter) {
  const std::string fallback(parameter.choices[static_cast<std::size_t>(parameter.fallback)]);
  return fmt::format(R"({{"type":"string","enum":["{}"]{}}})", fmt::join(parameter.choices, R"(",")"),
                     parameter.required ? "" : fmt::format(R"(,"default":"{}")", fallback));
}
TEST(OpenApi, describes_types_limits_and_defaults_of_query_parameters) {
  for (const auto& endpoint : api_endpoints()) {
    for (const auto* parameter : endpoint.query_parameters) {
      std::string expected = R"({"type":"string"})";
      if (parameter->type == Parameter::Type::date) expected = R"({"type":"string","format":"date"})";
      if (parameter->type == Parameter::Type::boolean) expected = R"({"type":"boolean","default":false})";
      if (parameter->type == Parameter::Type::integer) {
        const auto maximum = parameter->maximum ? fmt::format(R"("maximum":{},)", *parameter->maximum) : std::string();
        expected = fmt::format(R"({{"type":"integer","minimum":{},{}"default":{}}})", parameter->minimum, maximum,
                               parameter->fallback);
        if (!parameter->has_fallback)
          expected =
              fmt::format(R"({{"type":"integer","minimum":{},"maximum":{}}})", parameter->minimum, *parameter->maximum);
      }
      if (parameter->type == Parameter::Type::choice) expected = choice_schema(*parameter);
      const auto& described = at(document(), {"components", "parameters", parameter->name});
      EXPECT_EQ(text(at(described, {"schema"})), expected) << parameter->name;
      EXPECT_EQ(described.find("required") != nullptr, parameter->required) << parameter->name;
    }
  }
}
TEST(OpenApi, describes_the_path_parameters_that_the_patterns_have) {
  for (const auto& endpoint : api_endpoints()) {
    const auto described = described_parameters(endpoint, "path");
    EXPECT_EQ(described.size(), endpoint.pattern.contains('{') ? 1U : 0U) << endpoint.pattern;
    for (const auto* parameter : described) {
      const auto name = "{" + *at(*parameter, {"name"}).get_if<std::string>() + "}";
      EXPECT_TRUE(endpoint.pattern.contains(name)) << endpoint.pattern;
    }
  }
}
TEST(OpenApi, describes_the_success_status_and_what_can_go_wrong) {
  for (const auto& endpoint : api_endpoints()) {
    const auto statuses = member_names(at(operation(endpoint), {"responses"}));
    const auto described = [&statuses](int status) { return std::ranges::count(statuses, std::to_string(status)) > 0; };
    const std::string label = std::string(endpoint.method) + ' ' + std::string(endpoint.pattern);
    EXPECT_TRUE(described(endpoint.success_status)) << label;
    EXPECT_EQ(described(401), endpoint.access == Access::with_token) << label;
    const bool has_body = endpoint.reads_body && (endpoint.method == "POST" || endpoint.method == "PUT");
    EXPECT_EQ(operation(endpoint).find("requestBody") != nullptr, has_body) << label;
    EXPECT_EQ(described(413), has_body) << label;
    EXPECT_EQ(described(422), has_body || !endpoint.query_parameters.empty()) << label;
    EXPECT_EQ(described(404), endpoint.pattern.contains("{id}") ||
                                  (endpoint.pattern == "/v1/training-sessions" && has_body) ||
                                  endpoint.pattern.starts_with("/v1/imports"))
        << label;
  }
}
TEST(OpenApi, opens_exactly_the_routes_that_want_no_token) {
  for (const auto& endpoint : api_endpoints()) {
    const auto* security = operation(endpoint).find("security");
    EXPECT_EQ(security != nullptr, endpoint.access == Access::everybody) << endpoint.pattern;
    if (security != nullptr) EXPECT_EQ(text(*security), "[{}]");
  }
}
TEST(OpenApi, has_no_reference_that_leads_nowhere_and_no_component_that_nothing_uses) {
  const auto all = text(document());
  for (const auto* const kind : {"schemas", "parameters", "responses"}) {
    for (const auto& name : member_names(at(document(), {"components", kind}))) {
      EXPECT_NE(all.find(fmt::format(R"("$ref":"#/components/{}/{}")", kind, name)), std::string::npos) << name;
    }
  }
  constexpr std::string_view begin = R"("$ref":"#/components/)";
  for (auto found = all.find(begin); found != all.npos; found = all.find(begin, found + 1)) {
    const auto path = all.substr(found + begin.size(), all.find('"', found + begin.size()) - found - begin.size());
    const auto slash = path.find('/');
    EXPECT_NO_THROW((void)at(document(), {"components", path.substr(0, slash), path.substr(slash + 1)})) << path;
  }
}

tracker::TrainingSession full_session() {
  tracker::TrainingSession session;
  session.date = tracker::Date(std::chrono::year(2025), std::chrono::October, std::chrono::day(23));
  session.sport = "Running";
  session.rpe = 5;
  session.excluded_from_records = true;
  session.source = "strava:1";
  session.start_time = "2025-10-23T07:00:00";
  return session;
}

// Where every field is always sent.
void expect_fields(std::string_view name, const json::Value& sent) {
  EXPECT_EQ(member_names(at(schema(name), {"properties"})), member_names(sent)) << name;
  std::vector<std::string> required;
  for (const auto& field : *at(schema(name), {"required"}).get_if<json::Array>()) {
    required.push_back(*field.get_if<std::string>());
  }
  EXPECT_EQ(required, member_names(sent)) << name;
}

TEST(OpenApi, describes_the_fields_that_are_sent_in_their_order) {
  const auto properties = [](std::string_view name) { return member_names(at(schema(name), {"properties"})); };
  EXPECT_EQ(properties("Athlete"), names_of(represent(tracker::Athlete{})));
  EXPECT_EQ(properties("Session"), names_of(represent(full_session())));
  EXPECT_EQ(properties("Statistics"), names_of(represent(tracker::Statistics{})));
  const auto offset_page = json::parse(represent(tracker::OffsetPage{}, 50, "0", false)).value();
  EXPECT_EQ(properties("SessionPage"), member_names(offset_page));
  EXPECT_EQ(properties("Pagination"), member_names(at(offset_page, {"pagination"})));
  const auto cursor_page = json::parse(represent(tracker::CursorPage{}, 50)).value();
  EXPECT_EQ(properties("SessionCursorPage"), member_names(cursor_page));
  EXPECT_EQ(properties("CursorPagination"), member_names(at(cursor_page, {"pagination"})));
}
TEST(OpenApi, describes_and_requires_the_fields_of_periods_in_their_order) {
  const tracker::PeriodStatistics period{.period = {}, .sports = {tracker::SportTotals{}}};
  const auto list = json::parse(represent({period}, tracker::PeriodKind::week, tracker::WeekStart::monday)).value();
  const auto& sent = at(list, {"periods"}).get_if<json::Array>()->front();
  expect_fields("PeriodList", list);
  expect_fields("Period", sent);
  expect_fields("SportTotals", at(sent, {"sports"}).get_if<json::Array>()->front());
}
TEST(OpenApi, describes_and_requires_the_fields_of_records_in_their_order) {
  tracker::Records records;
  records.longest_distance = tracker::RecordSession{.value = 1, .session = full_session()};
  records.daily_streak.longest = tracker::Streak{.length = 1, .period = {}};
  const auto sent = json::parse(represent(records)).value();
  expect_fields("Records", sent);
  expect_fields("RecordSession", at(sent, {"longestDistance"}));
  expect_fields("FastestPace", at(sent, {"fastestPaces"}).get_if<json::Array>()->front());
  expect_fields("BestPeriods", at(sent, {"bestMonth"}));
  expect_fields("Streaks", at(sent, {"dailyStreak"}));
  expect_fields("Streak", at(sent, {"dailyStreak", "longest"}));
}
operations::FileImport full_import() {
  operations::FileImport result;
  result.columns = operations::LogColumns{};
  result.rows.resize(preview_rows_max + 1);
  auto& row = result.rows.front();
  row.verdict.reason = "the notes were cut to 1000 characters.";
  const auto session = full_session();
  row.session = tracker::SessionInput{};
  row.session->date = session.date;
  row.session->sport = session.sport;
  row.session->rpe = session.rpe;
  return result;
}
TEST(OpenApi, describes_the_fields_of_an_import_in_their_order) {
  const auto properties = [](std::string_view name) { return member_names(at(schema(name), {"properties"})); };
  const auto preview = json::parse(represent(full_import(), ImportStage::preview)).value();
  auto fields = member_names(preview);
  fields.emplace_back("nextRow");
  EXPECT_EQ(properties("ImportReport"), fields);
  EXPECT_EQ(names_of(represent(full_import(), ImportStage::written)).back(), "nextRow");
  EXPECT_EQ(properties("ColumnMapping"), member_names(at(preview, {"mapping"})));
  const auto& row = at(preview, {"rows"}).get_if<json::Array>()->front();
  EXPECT_EQ(properties("ImportRow"), member_names(row));
  EXPECT_EQ(properties("ImportedSession"), member_names(at(row, {"session"})));
}
TEST(OpenApi, describes_and_requires_the_fields_of_summaries_in_their_order) {
  const auto sent = json::parse(represent(std::vector<tracker::AthleteSummary>(1))).value();
  const auto& summary = sent.get_if<json::Array>()->front();
  expect_fields("AthleteSummary", summary);
  expect_fields("Totals", at(summary, {"last7Days"}));
  expect_fields("WeekTotals", at(summary, {"weeks"}).get_if<json::Array>()->front());
}
TEST(OpenApi, requires_exactly_the_fields_that_are_always_sent) {
  auto session = full_session();
  session.sport.reset();
  session.rpe.reset();
  session.excluded_from_records = false;
  session.source.reset();
  session.start_time.reset();
  const auto required = [](std::string_view name) { return text(at(schema(name), {"required"})); };
  const auto expected = [](const std::string& json_text) {
    std::string list;
    for (const auto& name : names_of(json_text)) list += (list.empty() ? "\"" : ",\"") + name + "\"";
    return "[" + list + "]";
  };
  EXPECT_EQ(required("Session"), expected(represent(session)));
  EXPECT_EQ(required("Athlete"), expected(represent(tracker::Athlete{})));
  EXPECT_EQ(required("Statistics"), expected(represent(tracker::Statistics{})));
}
TEST(OpenApi, describes_the_fields_that_are_read) {
  const auto properties = [](std::string_view name) { return member_names(at(schema(name), {"properties"})); };
  EXPECT_EQ(properties("AthleteInput"),
            std::vector<std::string>(athlete_input_fields.begin(), athlete_input_fields.end()));
  EXPECT_EQ(properties("SessionInput"),
            std::vector<std::string>(session_input_fields.begin(), session_input_fields.end()));
  EXPECT_EQ(properties("SessionOrigin"),
            std::vector<std::string>(restored_session_fields.begin(), restored_session_fields.end()));
}

// What is wrong with an object that lacks everything: the fields that are required.
std::string missing_fields(const ValidationErrors& errors) {
  std::string list;
  for (const auto& error : errors) {
    list += (list.empty() ? "\"" : ",\"") + std::get<std::string>(error.location.field) + "\"";
  }
  return "[" + list + "]";
}
TEST(OpenApi, requires_exactly_the_fields_that_validation_misses) {
  const ParsedBody nothing{json::Value(json::Object{}), {}};
  EXPECT_EQ(text(at(schema("SessionInput"), {"required"})), missing_fields(read_session_input(nothing).error()));
  EXPECT_EQ(text(at(schema("AthleteInput"), {"required"})), missing_fields(read_athlete_input(nothing).error()));
}
TEST(OpenApi, names_the_limits_that_validation_keeps) {
  namespace limits = tracker::limits;
  const auto limit = [](std::string_view name, std::string_view field, std::string_view keyword) {
    return std::stod(at(schema(name), {"properties", field, keyword}).get_if<json::Number>()->text);
  };
  EXPECT_EQ(limit("AthleteInput", "name", "minLength"), 1);
  EXPECT_EQ(limit("AthleteInput", "name", "maxLength"), limits::athlete_name_characters_max);
  for (const auto* field : {"duration", "distance", "rpe"}) EXPECT_EQ(limit("SessionInput", field, "minimum"), 0);
  EXPECT_EQ(limit("SessionInput", "duration", "maximum"), limits::duration_minutes_max);
  EXPECT_EQ(limit("SessionInput", "distance", "maximum"), limits::distance_km_max);
  EXPECT_EQ(limit("SessionInput", "rpe", "maximum"), limits::rpe_max);
  EXPECT_EQ(limit("SessionInput", "notes", "maxLength"), limits::notes_characters_max);
  EXPECT_EQ(limit("SessionInput", "sport", "maxLength"), limits::sport_characters_max);
  EXPECT_EQ(limit("SessionOrigin", "source", "maxLength"), source_characters_max);
  EXPECT_EQ(limit("SessionOrigin", "startTime", "maxLength"), start_time_characters_max);
  const auto& key = at(document(), {"components", "parameters", "IdempotencyKey", "schema", "maxLength"});
  EXPECT_EQ(std::stoul(key.get_if<json::Number>()->text), idempotency_key_characters_max);
}

}  // namespace
}  // namespace api
