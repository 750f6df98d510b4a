#include "tracker/session_match.h"

#include <algorithm>
#include <array>

#include "tracker/case_fold.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

constexpr std::array<std::string_view, 3> searched = {schema::athlete_name, schema::notes, schema::sport};
static_assert(std::ranges::is_sorted(searched));  // as find_scalars() wants them

}  // namespace

SessionMatch::SessionMatch(const SessionFilter& filter)
    : sport_(filter.sport), folded_text_(fold_case(filter.text.value_or(""))) {}

bool SessionMatch::matches(const dynamodb::EncodedItem& item) const {
  if (sport_ && item.find_string(schema::sport) != *sport_) return false;
  if (folded_text_.empty()) return true;
  std::array<std::optional<dynamodb::ScalarText>, searched.size()> found;
  item.find_scalars(searched, found);
  return std::ranges::any_of(found, [this](const auto& scalar) {
    return scalar && scalar->type == dynamodb::AttributeType::string && fold_case(scalar->text).contains(folded_text_);
  });
}

}  // namespace tracker
