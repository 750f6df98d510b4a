#include "tracker/recent_writes.h"

#include <algorithm>

#include "tracker/schema.h"

namespace tracker {

bool RecentSessions::hold(std::string_view partition, std::string_view sort) const {
  const auto found = partitions.find(partition);
  return found != partitions.end() && (found->second.whole || found->second.sorts.contains(sort));
}

bool RecentSessions::hold(const dynamodb::EncodedItem& entry) const {
  if (empty()) return false;
  const auto partition = entry.find_string(schema::pk);
  const auto sort = entry.find_string(schema::sk);
  return partition && sort && hold(*partition, *sort);
}

bool RecentSessions::hold(const dynamodb::Key& key) const {
  const std::string* partition = schema::find_string(key, schema::pk);
  const std::string* sort = schema::find_string(key, schema::sk);
  return partition != nullptr && sort != nullptr && hold(*partition, *sort);
}

Timestamp RecentWrites::Partition::until() const {
  Timestamp latest = whole_until;
  for (const auto& [sort, until] : sorts) latest = std::max(latest, until);
  return latest;
}

void RecentWrites::note(const dynamodb::AttributeMap& key, Timestamp now) {
  if (!is_kept()) return;
  const std::string* partition = schema::find_string(key, schema::pk);
  const std::string* sort = schema::find_string(key, schema::sk);
  if (partition == nullptr || sort == nullptr || !partition->starts_with(schema::athlete_prefix)) return;
  const Timestamp until = now + window_;
  const std::lock_guard lock(mutex_);
  if (is_idle(now)) forget_expired(now);
  if (*sort == *partition) {
    note_athlete(*partition, until);
  } else {
    note_session(*partition, *sort, until);
  }
  idle_from_.store(std::max(idle_from_.load(), until.time_since_epoch().count()));
}

void RecentWrites::note_athlete(const std::string& partition, Timestamp until) {
  athletes_.insert_or_assign(partition, until);
  if (athletes_.size() <= limits_.athletes_max) return;
  forget_expired(until - window_);
  if (athletes_.size() <= limits_.athletes_max) return;
  too_many_athletes_until_ = until;
  athletes_.clear();
}

void RecentWrites::note_session(const std::string& partition, const std::string& sort, Timestamp until) {
  Partition& of_athlete = sessions_[partition];
  if (of_athlete.sorts.insert_or_assign(sort, until).second) ++sessions_count_;
  if (of_athlete.sorts.size() > limits_.sessions_of_athlete_max) collapse(of_athlete, until);
  if (sessions_count_ <= limits_.sessions_max && sessions_.size() <= limits_.partitions_max) return;
  forget_expired(until - window_);
  while (sessions_count_ > limits_.sessions_max) {
    const auto most =
        std::ranges::max_element(sessions_, {}, [](const auto& entry) { return entry.second.sorts.size(); });
    collapse(most->second, until);
  }
  while (sessions_.size() > limits_.partitions_max) {
    const auto oldest = std::ranges::min_element(sessions_, {}, [](const auto& entry) { return entry.second.until(); });
    sessions_count_ -= oldest->second.sorts.size();
    sessions_.erase(oldest);
  }
}

// Keys that come after it are kept by themselves again, so that an athlete is whole for one window after the many.
void RecentWrites::collapse(Partition& partition, Timestamp until) {
  sessions_count_ -= partition.sorts.size();
  partition.sorts.clear();
  partition.whole_until = until;
}

void RecentWrites::forget_expired(Timestamp now) {
  std::erase_if(athletes_, [now](const auto& entry) { return entry.second <= now; });
  for (auto& [name, partition] : sessions_) {
    sessions_count_ -= std::erase_if(partition.sorts, [now](const auto& sort) { return sort.second <= now; });
  }
  std::erase_if(sessions_,
                [now](const auto& entry) { return entry.second.sorts.empty() && entry.second.whole_until <= now; });
}

RecentSessions RecentWrites::sessions(Timestamp now) {
  RecentSessions recent;
  if (is_idle(now)) return recent;
  const std::lock_guard lock(mutex_);
  forget_expired(now);
  for (const auto& [name, partition] : sessions_) {
    auto& copy = recent.partitions[name];
    copy.whole = partition.whole_until > now;
    for (const auto& [sort, until] : partition.sorts) copy.sorts.insert(sort);
  }
  return recent;
}

RecentSessions RecentWrites::sessions_of(const std::string& athlete_partition, Timestamp now) {
  RecentSessions recent;
  if (is_idle(now)) return recent;
  const std::lock_guard lock(mutex_);
  forget_expired(now);
  const auto found = sessions_.find(athlete_partition);
  if (found == sessions_.end()) return recent;
  auto& copy = recent.partitions[athlete_partition];
  copy.whole = found->second.whole_until > now;
  for (const auto& [sort, until] : found->second.sorts) copy.sorts.insert(sort);
  return recent;
}

RecentAthletes RecentWrites::athletes(Timestamp now) {
  RecentAthletes recent;
  if (is_idle(now)) return recent;
  const std::lock_guard lock(mutex_);
  forget_expired(now);
  recent.too_many = too_many_athletes_until_ > now;
  for (const auto& [partition, until] : athletes_) recent.partitions.insert(partition);
  return recent;
}

}  // namespace tracker
