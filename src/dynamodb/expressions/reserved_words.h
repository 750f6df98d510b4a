// Words that may not stand as attribute names in an expression; a #placeholder must be used for them.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html (573 words)
#pragma once

#include <string_view>

namespace dynamodb {

// In any mixture of upper and lower case.
[[nodiscard]] bool is_reserved_word(std::string_view name);

}  // namespace dynamodb
