// Any bytes as a training log: no crash, no endless loop, and every session that comes out can be stored.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "operations/training_log.h"
#include "operations/utf8.h"
#include "require.h"
#include "tracker/model.h"

namespace {

void check(const operations::LogRow& row, std::size_t lines) {
  require(row.line >= 1 && row.line <= lines);
  if (!row.session) {
    require(!row.session.error().empty() &&
            operations::utf8_valid_bytes(row.session.error()) == row.session.error().size());
    return;
  }
  const auto& input = row.session->input;
  require(input.date.ok());
  require(input.duration_minutes >= 0 && input.duration_minutes <= tracker::limits::duration_minutes_max);
  require(input.distance_km >= 0 && input.distance_km <= tracker::limits::distance_km_max);
  require(operations::utf8_valid_bytes(input.notes) == input.notes.size());
  require(operations::utf8_characters(input.notes) <= tracker::limits::notes_characters_max);
  if (input.sport) require(operations::utf8_characters(*input.sport) <= tracker::limits::sport_characters_max);
  if (input.rpe) require(*input.rpe >= 0 && *input.rpe <= tracker::limits::rpe_max);
  require(row.session->id.has_value() || row.session->source.has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t lines = 1;
  for (const char character : text) lines += character == '\n' || character == '\r';
  operations::LogOptions options;
  // What the text cannot decide is decided, by its length, so that both ways are tried.
  if (size % 3 != 0) {
    options.date_order = size % 3 == 1 ? operations::DateOrder::day_first : operations::DateOrder::month_first;
    options.decimal_mark = size % 3 == 1 ? operations::DecimalMark::point : operations::DecimalMark::comma;
  }
  const auto log = operations::parse_training_log(text, options);
  if (!log) {
    require(!log.error().message.empty());
    return 0;
  }
  for (const auto& row : log->rows) check(row, lines);
  return 0;
}
