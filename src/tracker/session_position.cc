#include "tracker/session_position.h"

#include <tuple>

#include "tracker/schema.h"
#include "tracker/time_text.h"

namespace tracker {

std::string day_prefix(std::string_view date_sort_key) {
  const auto separator = date_sort_key.find(schema::sort_key_separator);
  return separator == std::string_view::npos ? "" : std::string(date_sort_key.substr(0, separator + 1));
}

bool is_in_range(const dynamodb::EncodedItem& item, const DateRange& dates) {
  const auto key = item.find_string(schema::gsi1_sk);
  if (!key) return false;
  const auto separator = key->find(schema::sort_key_separator);
  if (separator == std::string_view::npos) return false;
  const std::string_view day = key->substr(0, separator);
  if (dates.first && day < format_date(*dates.first)) return false;
  return !dates.last || day <= format_date(*dates.last);
}

std::optional<SessionPosition> position_of(const dynamodb::EncodedItem& item) {
  const auto date_sort_key = item.find_string(schema::gsi1_sk);
  const auto partition = item.find_string(schema::pk);
  const auto sort = item.find_string(schema::sk);
  if (!date_sort_key || !partition || !sort) return std::nullopt;
  return SessionPosition{
      .date_sort_key = std::string(*date_sort_key), .partition = std::string(*partition), .sort = std::string(*sort)};
}
std::optional<SessionPosition> position_of(const dynamodb::Item& item) {
  return position_of(dynamodb::EncodedItem(item));
}

bool comes_before(const SessionPosition& left, const SessionPosition& right) {
  const std::string left_day = day_prefix(left.date_sort_key);
  const std::string right_day = day_prefix(right.date_sort_key);
  if (left_day != right_day) return left_day > right_day;
  return std::tie(left.date_sort_key, left.partition, left.sort) <
         std::tie(right.date_sort_key, right.partition, right.sort);
}

bool item_comes_before(const dynamodb::EncodedItem& left, const dynamodb::EncodedItem& right) {
  return comes_before(*position_of(left), *position_of(right));
}

}  // namespace tracker
