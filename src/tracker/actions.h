// The actions of which every write is composed: Put, Update and Delete with conditions. ConditionCheck is not among
// them: the guide's IAM policy does not allow it, so touch() stands in for it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dynamodb/requests.h"
#include "tracker/model.h"
#include "tracker/session_item.h"

namespace tracker::actions {

using Action = dynamodb::TransactWriteItem;

// Athlete: a fresh Rev, if it is there under the name that was read and no cascade has asked to be let through.
// In the transaction of everything that adds a session, so that a delete that has already looked at the sessions fails,
// and a session never gets a name that a rename has just replaced.
[[nodiscard]] Action touch(const std::string& table, const Athlete& as_read, Timestamp now, std::string fresh_revision);

// Athlete: a fresh Rev whatever else is going on, if it is there. `deleting_until` asks creates to stand back.
[[nodiscard]] Action stamp(const std::string& table, std::string_view athlete_id, std::string fresh_revision,
                           std::optional<Timestamp> deleting_until);
// Athlete: delete, if nobody has touched it since that stamp.
[[nodiscard]] Action delete_stamped_athlete(const std::string& table, std::string_view athlete_id,
                                            std::string revision);

// Athlete: the new name, a fresh Rev, and the mark that its sessions do not have it yet.
[[nodiscard]] Action rename(const std::string& table, std::string_view athlete_id, const std::string& name,
                            std::string fresh_revision, std::string rename_id);
// Athlete: nothing new, if that rename is still the newest and not finished.
[[nodiscard]] Action confirm_rename(const std::string& table, const Athlete& renamed, const std::string& rename_id);
[[nodiscard]] Action finish_rename(const std::string& table, std::string_view athlete_id, std::string rename_id);
// Session: the athlete's new name, if the session is still there.
[[nodiscard]] Action set_athlete_name(const std::string& table, dynamodb::Key session_key, const std::string& name);

// Any item: put, if the key is free.
[[nodiscard]] Action put_new(const std::string& table, dynamodb::Item item);
// An Idempotency-Key's item: put, if the key is free or what stands there has expired.
[[nodiscard]] Action put_idempotency(const std::string& table, dynamodb::Item item, Timestamp now);

// Session: change or delete, if it is there and the attributes named in `unchanged` are as in `as_read`.
[[nodiscard]] Action update_session(const std::string& table, const dynamodb::Item& as_read,
                                    const SessionChange& change, std::span<const std::string_view> unchanged);
[[nodiscard]] Action delete_session(const std::string& table, const dynamodb::Item& as_read,
                                    std::span<const std::string_view> unchanged);
// Session: put in the place of what was read there, if that is unchanged.
[[nodiscard]] Action replace_session(const std::string& table, const dynamodb::Item& as_read, dynamodb::Item item,
                                     std::span<const std::string_view> unchanged);
// Session: delete, whatever it is now. Only in the transaction that deletes its athlete.
[[nodiscard]] Action delete_anyway(const std::string& table, dynamodb::Key key);

}  // namespace tracker::actions
