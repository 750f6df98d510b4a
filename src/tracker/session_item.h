// Training sessions as the guide's items, both ways.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/requests.h"
#include "tracker/model.h"

namespace tracker {

// Every attribute of the guide, and those of ours that have a value.
[[nodiscard]] dynamodb::Item item_from_session(const TrainingSession& session);

// The error says in a few words what is wrong with the row. An additive attribute that cannot be read is left out
// instead: it is never needed to read what others wrote.
[[nodiscard]] std::expected<TrainingSession, std::string> session_from_item(const dynamodb::EncodedItem& item);
[[nodiscard]] std::expected<TrainingSession, std::string> session_from_item(const dynamodb::Item& item);

// What a full replace writes of an existing item, and what it removes. Never AthleteName (that would undo a rename)
// and never what others stored beside it.
struct SessionChange {
  dynamodb::AttributeMap set;
  std::vector<std::string> remove;
};
[[nodiscard]] SessionChange change_of(const std::string& session_id, const SessionInput& input,
                                      const std::string& updated_at);
void apply(const SessionChange& change, dynamodb::Item& item);

// The session as `input` describes it; id, name, timestamps and origin stay empty.
[[nodiscard]] TrainingSession session_from_input(const SessionInput& input);

// "<date>#<session id>", which orders GSI1 and SessionsByAthlete.
[[nodiscard]] std::string date_sort_key(Date date, const std::string& session_id);

}  // namespace tracker
