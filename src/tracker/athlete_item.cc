#include "tracker/athlete_item.h"

#include "tracker/schema.h"

namespace tracker {

dynamodb::Item item_from_athlete(const Athlete& athlete) {
  dynamodb::Item item = schema::athlete_key(athlete.id);
  item.emplace(std::string(schema::type), schema::type_athlete);
  item.emplace(std::string(schema::athlete_id), athlete.id);
  item.emplace(std::string(schema::name), athlete.name);
  return item;
}

std::expected<StoredAthlete, std::string> athlete_from_item(const dynamodb::Item& item) {
  const std::string* id = schema::find_string(item, schema::athlete_id);
  if (id == nullptr) return std::unexpected("AthleteId is missing or not a string");
  const std::string* partition = schema::find_string(item, schema::pk);
  if (partition == nullptr || *partition != schema::athlete_partition(*id)) {
    return std::unexpected("AthleteId does not match PK");
  }
  const std::string* name = schema::find_string(item, schema::name);
  if (name == nullptr) return std::unexpected("Name is missing or not a string");
  StoredAthlete stored{.athlete = {.id = *id, .name = *name}, .rename_pending = std::nullopt};
  if (const std::string* pending = schema::find_string(item, schema::rename_pending)) stored.rename_pending = *pending;
  return stored;
}

std::expected<Athlete, std::string> athlete_from_name_entry(const dynamodb::Item& entry) {
  const std::string* partition = schema::find_string(entry, schema::pk);
  const std::string* sort = schema::find_string(entry, schema::sk);
  const std::string* name = schema::find_string(entry, schema::name);
  if (partition == nullptr || sort == nullptr || name == nullptr) return std::unexpected("keys are missing");
  if (*partition != *sort || !partition->starts_with(schema::athlete_prefix)) {
    return std::unexpected("PK and SK are not an athlete's");
  }
  return Athlete{.id = partition->substr(schema::athlete_prefix.size()), .name = *name};
}

}  // namespace tracker
