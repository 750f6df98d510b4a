#include "tracker/decimal_text.h"
#include "tracker/fingerprint.h"
#include "tracker/repository.h"
#include "tracker/schema.h"
#include "tracker/time_text.h"

namespace tracker {

// Over everything that a client can see of a session, so that a rename of its athlete changes it too.
std::string etag(const TrainingSession& session) {
  const std::string rpe = session.rpe ? format_decimal(*session.rpe) : "";
  return fingerprint("session etag", {session.id, session.athlete_id, session.athlete_name, format_date(session.date),
                                      format_decimal(session.duration_minutes), format_decimal(session.distance_km),
                                      session.notes, session.sport.value_or(""), rpe, session.created_at,
                                      session.updated_at, session.source.value_or(""), session.start_time.value_or(""),
                                      session.excluded_from_records ? schema::excluded_value : ""});
}

}  // namespace tracker
