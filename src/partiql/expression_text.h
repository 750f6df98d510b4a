// Conditions and updates as the expressions of the port's requests. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "partiql/placeholders.h"
#include "partiql/statement.h"

namespace partiql {

[[nodiscard]] std::string condition_text(const Condition& condition, Placeholders& placeholders);
// All of them, joined by AND; empty where there is none.
[[nodiscard]] std::string conjunction_text(std::span<const Condition> conditions, Placeholders& placeholders);
[[nodiscard]] std::string update_text(const std::vector<UpdateAction>& actions, Placeholders& placeholders);

}  // namespace partiql
