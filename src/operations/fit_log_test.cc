#include "operations/fit_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "operations/sport_names.h"
#include "operations/testing/fit_builder.h"

namespace operations {
namespace {

using operations::testing::fit_file;
using operations::testing::fit_message;
using operations::testing::fit_run;
using operations::testing::fit_start;
using operations::testing::FitBaseType;
using operations::testing::FitShape;
using operations::testing::FitValue;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::uint16_t session = 18;
constexpr std::uint16_t record = 20;

TrainingLog parse(const std::string& bytes, const std::string& time_zone = "UTC") {
  LogOptions options;
  options.time_zone = time_zone;
  auto log = parse_fit_log(bytes, options);
  EXPECT_TRUE(log) << describe("test.fit", log.error());
  return log ? std::move(*log) : TrainingLog{};
}
std::string error_of(const std::string& bytes) {
  const auto log = parse_fit_log(bytes, {});
  EXPECT_FALSE(log);
  return log ? "" : log.error().message;
}
const tracker::ImportedSession& only_session(const TrainingLog& log) {
  EXPECT_EQ(log.rows.size(), 1U);
  EXPECT_TRUE(log.rows.at(0).session) << log.rows[0].session.error();
  return log.rows[0].session.value();
}
std::vector<FitValue> with(std::vector<FitValue> values, std::uint8_t field, std::uint64_t value) {
  for (FitValue& present : values) {
    if (present.field == field) present.value = value;
  }
  return values;
}
std::vector<FitValue> without(std::vector<FitValue> values, std::uint8_t field) {
  std::erase_if(values, [field](const FitValue& present) { return present.field == field; });
  return values;
}

TEST(FitLog, reads_a_session) {
  const auto log = parse(fit_file(fit_message(session, fit_run())));
  EXPECT_EQ(log.format, LogFormat::fit);
  const auto& run = only_session(log);
  EXPECT_EQ(run.input.date, std::chrono::March / 2 / 2024);
  EXPECT_DOUBLE_EQ(run.input.duration_minutes, 52.525);
  EXPECT_DOUBLE_EQ(run.input.distance_km, 10.42);
  EXPECT_EQ(run.input.sport, "Trail Run");
  EXPECT_EQ(run.input.rpe, 6.5);
  EXPECT_EQ(run.input.notes, "");
  EXPECT_EQ(run.start_time, "2024-03-02T23:30:00Z");
  EXPECT_EQ(run.source, "device:2024-03-02T23:30:00Z");
}
TEST(FitLog, gives_the_day_where_the_athlete_lives) {
  const auto log = parse(fit_file(fit_message(session, fit_run())), "Pacific/Kiritimati");
  EXPECT_EQ(only_session(log).input.date, std::chrono::March / 3 / 2024);
  EXPECT_EQ(only_session(log).source, "device:2024-03-02T23:30:00Z");  // the same wherever it is imported
}
TEST(FitLog, reads_big_endian_messages) {
  const auto log = parse(fit_file(fit_message(session, fit_run(), {.is_big_endian = true})));
  EXPECT_DOUBLE_EQ(only_session(log).input.distance_km, 10.42);
}
TEST(FitLog, walks_over_developer_fields_and_compressed_timestamps) {
  const auto messages = fit_message(record, {{5, FitBaseType::uint32, 100}}, {.has_compressed_timestamp = true}) +
                        fit_message(record, {{5, FitBaseType::uint32, 200}}, {.has_developer_field = true}) +
                        fit_message(session, fit_run(), {.has_developer_field = true});
  EXPECT_DOUBLE_EQ(only_session(parse(fit_file(messages))).input.distance_km, 10.42);
}
TEST(FitLog, takes_the_elapsed_time_where_no_timer_ran) {
  EXPECT_DOUBLE_EQ(only_session(parse(fit_file(fit_message(session, without(fit_run(), 8))))).input.duration_minutes,
                   60);
  const auto invalid = with(fit_run(), 8, 0xFFFF'FFFF);
  EXPECT_DOUBLE_EQ(only_session(parse(fit_file(fit_message(session, invalid)))).input.duration_minutes, 60);
}
TEST(FitLog, leaves_out_what_the_device_does_not_say) {
  auto values = with(with(with(fit_run(), 193, 0xFF), 9, 0xFFFF'FFFF), 5, 0xFF);
  const auto log = parse(fit_file(fit_message(session, with(values, 6, 0))));
  EXPECT_EQ(only_session(log).input.rpe, std::nullopt);
  EXPECT_EQ(only_session(log).input.sport, std::nullopt);
  EXPECT_EQ(only_session(log).input.distance_km, 0);
}
TEST(FitLog, takes_no_exertion_beyond_the_scale) {
  EXPECT_EQ(only_session(parse(fit_file(fit_message(session, with(fit_run(), 193, 101))))).input.rpe, std::nullopt);
  EXPECT_EQ(only_session(parse(fit_file(fit_message(session, with(fit_run(), 193, 100))))).input.rpe, 10);
}
TEST(FitLog, ignores_a_field_of_another_type_than_the_profile_says) {
  auto values = fit_run();
  values[2].type = FitBaseType::text;  // the sport
  EXPECT_EQ(only_session(parse(fit_file(fit_message(session, with(values, 6, 0))))).input.sport, std::nullopt);
}
TEST(FitLog, says_in_its_row_what_a_session_lacks) {
  const auto log = parse(
      fit_file(fit_message(session, without(fit_run(), 2)) + fit_message(session, without(without(fit_run(), 7), 8))));
  ASSERT_EQ(log.rows.size(), 2U);
  EXPECT_THAT(log.rows[0].session.error(), HasSubstr("no start time"));
  EXPECT_EQ(log.rows[0].line, 1U);
  EXPECT_THAT(log.rows[1].session.error(), HasSubstr("no duration"));
  EXPECT_EQ(log.rows[1].line, 2U);
}
TEST(FitLog, makes_rows_of_the_sports_of_a_multisport_session_and_none_of_a_transition) {
  const auto run = without(fit_run(), 6);
  const auto transition = with(with(run, 5, 3), 2, fit_start + 3600);
  const auto rowing = with(with(run, 5, 15), 2, fit_start + 3700);
  const auto log =
      parse(fit_file(fit_message(session, run) + fit_message(session, transition) + fit_message(session, rowing)));
  ASSERT_EQ(log.rows.size(), 2U);
  EXPECT_EQ(log.rows[0].session->input.sport, "Run");
  EXPECT_EQ(log.rows[1].session->input.sport, "Rowing");
  EXPECT_THAT(log.notices, ElementsAre(HasSubstr("transition")));
}
TEST(FitLog, reads_chained_files_and_tells_equal_starts_apart) {
  const auto file = fit_file(fit_message(session, fit_run()));
  const auto log = parse(file + file);
  ASSERT_EQ(log.rows.size(), 2U);
  EXPECT_EQ(log.rows[0].session->source, "device:2024-03-02T23:30:00Z");
  EXPECT_EQ(log.rows[1].session->source, "device:2024-03-02T23:30:00Z#2");
}
TEST(FitLog, refuses_a_file_that_is_cut_off_anywhere) {
  const auto file = fit_file(fit_message(record, {{5, FitBaseType::uint32, 100}}) + fit_message(session, fit_run()));
  for (std::size_t size = 0; size < file.size(); ++size) {
    const auto log = parse_fit_log(file.substr(0, size), {});
    ASSERT_FALSE(log) << size;
    EXPECT_TRUE(log.error().message.ends_with('.')) << log.error().message;
  }
  EXPECT_THAT(error_of(file.substr(0, file.size() - 1)), HasSubstr("cut off"));
  EXPECT_THAT(error_of(file.substr(0, 13)), HasSubstr("cut off in its header"));
}
TEST(FitLog, refuses_a_file_with_any_byte_changed) {
  const auto file = fit_file(fit_message(session, fit_run()));
  for (std::size_t at = 0; at < file.size(); ++at) {
    if (at == 12 || at == 13) continue;  // the checksum of the header, which may be zero
    auto changed = file;
    changed[at] = static_cast<char>(changed[at] ^ 0x20);
    EXPECT_FALSE(parse_fit_log(changed, {})) << at;
  }
  auto changed = file;
  changed.back() = static_cast<char>(changed.back() ^ 1);
  EXPECT_THAT(error_of(changed), HasSubstr("its checksum is wrong"));
  changed = file;
  changed[12] = static_cast<char>(changed[12] ^ 1);
  EXPECT_THAT(error_of(changed), HasSubstr("checksum of its header"));
}
TEST(FitLog, refuses_bytes_after_the_end_that_are_no_file) {
  EXPECT_THAT(error_of(fit_file(fit_message(session, fit_run())) + "more bytes"), HasSubstr("come 10 bytes"));
}
TEST(FitLog, refuses_what_is_no_activity) {
  EXPECT_THAT(error_of(fit_file(fit_message(0, {{0, FitBaseType::enumeration, 5}}))), HasSubstr("no session"));
  EXPECT_THAT(error_of(fit_file("")), HasSubstr("not finished"));
  EXPECT_THAT(error_of(fit_file(fit_message(session, fit_run()), 0x30)), HasSubstr("version 3"));
}
TEST(FitLog, refuses_messages_that_do_not_fit_with_a_right_checksum) {
  EXPECT_THAT(error_of(fit_file(std::string("\x05"))), HasSubstr("not defined"));
  const auto message = fit_message(session, fit_run());
  EXPECT_THAT(error_of(fit_file(message.substr(0, message.size() - 1))), HasSubstr("middle of a message"));
  EXPECT_THAT(error_of(fit_file(message.substr(0, 8))), HasSubstr("middle of a definition"));
  const auto developer = fit_message(session, fit_run(), {.has_developer_field = true});
  EXPECT_THAT(error_of(fit_file(developer.substr(0, 31))), HasSubstr("middle of a definition"));
}

TEST(SportNames, are_those_of_strava) {
  EXPECT_EQ(sport_of_fit(1, 0), "Run");
  EXPECT_EQ(sport_of_fit(2, 46), "Gravel Ride");
  EXPECT_EQ(sport_of_fit(2, 58), "Virtual Ride");
  EXPECT_EQ(sport_of_fit(17, 3), "Hike");
  EXPECT_EQ(sport_of_fit(5, 18), "Swim");
  EXPECT_EQ(sport_of_fit(0, 0), "");
  EXPECT_EQ(sport_of_fit(200, 0), "");
  EXPECT_EQ(sport_of_word("Biking"), "Ride");
  EXPECT_EQ(sport_of_word(" lap_swimming "), "Swim");
  EXPECT_EQ(sport_of_word("9"), "Run");
  EXPECT_EQ(sport_of_word("77"), "");
  EXPECT_EQ(sport_of_word("Other"), "");
  EXPECT_EQ(sport_of_word("nordic walking"), "Nordic Walking");
}

}  // namespace
}  // namespace operations
