// Answers of time to live, tags and continuous backups.
#include "wire/answer.h"
#include "wire/parse_result.h"
#include "wire/table_tags.h"

namespace wire {

using dynamodb::Result;
using dynamodb::TimeToLiveStatus;

namespace {

constexpr Name<TimeToLiveStatus> statuses[] = {{"ENABLING", TimeToLiveStatus::enabling},
                                               {"DISABLING", TimeToLiveStatus::disabling},
                                               {"ENABLED", TimeToLiveStatus::enabled},
                                               {"DISABLED", TimeToLiveStatus::disabled}};

// The service answers some operations with a body of no bytes; others write an empty object.
template <class Answer>
Result<Answer> parse_nothing(std::string_view body) {
  if (body.empty()) return Answer{};
  return parse_answer<Answer>(body, [](const Field&) { return Answer{}; });
}

dynamodb::ContinuousBackupsResult point_in_time_recovery(const Field& field) {
  dynamodb::ContinuousBackupsResult result;
  if (!field.structure("PointInTimeRecoveryDescription")) return result;
  result.point_in_time_recovery_enabled = field["PointInTimeRecoveryStatus"].text() == "ENABLED";
  result.recovery_period_in_days = field["RecoveryPeriodInDays"].long_integer();
  result.earliest_restorable = time(field["EarliestRestorableDateTime"]);
  result.latest_restorable = time(field["LatestRestorableDateTime"]);
  return result;
}

}  // namespace

template <>
Result<dynamodb::UpdateTimeToLiveResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::UpdateTimeToLiveResult>(body, [](const Field& answer) {
    dynamodb::UpdateTimeToLiveResult result;
    if (const Field given = answer["TimeToLiveSpecification"]; given.structure("TimeToLiveSpecification")) {
      result.enabled = given["Enabled"].boolean().value_or(false);
      result.attribute_name = given["AttributeName"].text().value_or("");
    }
    return result;
  });
}

template <>
Result<dynamodb::DescribeTimeToLiveResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::DescribeTimeToLiveResult>(body, [](const Field& answer) {
    dynamodb::DescribeTimeToLiveResult result;
    if (const Field described = answer["TimeToLiveDescription"]; described.structure("TimeToLiveDescription")) {
      result.status = described["TimeToLiveStatus"].one_of(statuses).value_or(TimeToLiveStatus::disabled);
      result.attribute_name = described["AttributeName"].text();
    }
    return result;
  });
}

template <>
Result<dynamodb::TagResourceResult> parse_result(std::string_view body) {
  return parse_nothing<dynamodb::TagResourceResult>(body);
}

template <>
Result<dynamodb::UntagResourceResult> parse_result(std::string_view body) {
  return parse_nothing<dynamodb::UntagResourceResult>(body);
}

template <>
Result<dynamodb::ListTagsOfResourceResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::ListTagsOfResourceResult>(body, [](const Field& answer) {
    return dynamodb::ListTagsOfResourceResult{.tags = tags(answer["Tags"]), .next_token = answer["NextToken"].text()};
  });
}

template <>
Result<dynamodb::ContinuousBackupsResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::ContinuousBackupsResult>(body, [](const Field& answer) {
    const Field description = answer["ContinuousBackupsDescription"];
    if (!description.structure("ContinuousBackupsDescription")) return dynamodb::ContinuousBackupsResult{};
    return point_in_time_recovery(description["PointInTimeRecoveryDescription"]);
  });
}

}  // namespace wire
