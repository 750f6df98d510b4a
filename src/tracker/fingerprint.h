// Short texts that stand for longer ones: derived ids, entity tags, check sums. Equal parts give equal texts, on every
// machine and in every version (they are stored and handed to clients).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tracker {

// A UUID v5 (RFC 9562: SHA-1 in a name space of ours) of the purpose and the parts, each with its length, so that
// {"a", "bc"} and {"ab", "c"} differ.
[[nodiscard]] std::string fingerprint(std::string_view purpose, std::initializer_list<std::string_view> parts);

// The id of an imported session: the same athlete and source always give the same, so that importing again finds it.
[[nodiscard]] std::string imported_session_id(std::string_view athlete_id, std::string_view source);

}  // namespace tracker
