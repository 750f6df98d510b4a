// Tags of tables: which may be, and what a change makes of those that are there.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html
#pragma once

#include <string>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/table_requests.h"

namespace dynamodb {

// Each of them: key 1–128 characters, value 0–256, of letters, digits, space and _ . : / = + - @, no key beginning
// with "aws:", none twice.
[[nodiscard]] Result<void> validate_tags(const std::vector<Tag>& tags);
[[nodiscard]] Result<void> validate_tag_keys(const std::vector<std::string>& keys);

// Existing tags with `added` over them, ascending by key. ValidationException where there would be more than 50.
[[nodiscard]] Result<std::vector<Tag>> with_tags(std::vector<Tag> existing, const std::vector<Tag>& added);
// Keys that no tag has change nothing.
[[nodiscard]] std::vector<Tag> without_tags(std::vector<Tag> existing, const std::vector<std::string>& keys);

}  // namespace dynamodb
