#include "operations/gpx_log.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "operations/great_circle.h"
#include "operations/limits.h"
#include "operations/training_file.h"

namespace operations {
namespace {

using ::testing::HasSubstr;

// A degree of longitude on the equator.
constexpr double degree_metres = 6'371'008.8 * 3.14159265358979323846 / 180;

std::string point(double longitude, std::string_view time) {
  return fmt::format(
      "<trkpt lat=\"0\" lon=\"{}\"><ele>3</ele><time>{}</time><extensions><x:time>never</x:time>"
      "</extensions></trkpt>\n",
      longitude, time);
}
std::string file(std::string_view tracks) {
  return fmt::format(
      "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\" "
      "xmlns:x=\"http://example.org/x\"><metadata><name>No track's name</name></metadata>\n{}</gpx>",
      tracks);
}
std::string track(std::string_view inside) {
  return file(fmt::format("<trk><name> Along the line </name><desc>Warm</desc><type>cycling</type>{}</trk>", inside));
}
TrainingLog parse(std::string_view bytes) {
  auto log = parse_gpx_log(bytes, {});
  EXPECT_TRUE(log) << describe("test.gpx", log.error());
  return log ? std::move(*log) : TrainingLog{};
}
InputError error_of(std::string_view bytes) {
  const auto log = parse_gpx_log(bytes, {});
  EXPECT_FALSE(log);
  return log ? InputError{} : log.error();
}
std::string row_error(std::string_view bytes) {
  const auto log = parse(bytes);
  EXPECT_EQ(log.rows.size(), 1U);
  return log.rows.at(0).session ? "" : log.rows[0].session.error();
}

TEST(GpxLog, measures_time_and_distance_of_a_track) {
  const auto log = parse(track("<trkseg>" + point(0, "2024-03-02T23:30:00Z") + point(0.01, "2024-03-02T23:31:00Z") +
                               point(0.03, "2024-03-02T23:33:00.9Z") + "</trkseg>"));
  EXPECT_EQ(log.format, LogFormat::gpx);
  ASSERT_EQ(log.rows.size(), 1U);
  EXPECT_EQ(log.rows[0].line, 3U);
  const auto& ride = log.rows[0].session.value();
  EXPECT_DOUBLE_EQ(ride.input.duration_minutes, 3);
  EXPECT_NEAR(ride.input.distance_km * 1000, 0.03 * degree_metres, 0.005);
  EXPECT_EQ(ride.input.sport, "Ride");
  EXPECT_EQ(ride.input.notes, "Along the line\nWarm");
  EXPECT_EQ(ride.source, "device:2024-03-02T23:30:00Z");
}
TEST(GpxLog, measures_no_way_between_segments_but_the_time) {
  const auto log = parse(track("<trkseg>" + point(0, "2024-03-02T23:30:00Z") + point(0.01, "2024-03-02T23:31:00Z") +
                               "</trkseg><trkseg>" + point(5, "2024-03-03T00:29:00Z") +
                               point(5.01, "2024-03-03T00:30:00Z") + "</trkseg>"));
  EXPECT_DOUBLE_EQ(log.rows.at(0).session->input.duration_minutes, 60);
  EXPECT_NEAR(log.rows[0].session->input.distance_km * 1000, 0.02 * degree_metres, 0.005);
}
TEST(GpxLog, makes_a_row_of_each_track) {
  const auto one = [](std::string_view day) {
    return fmt::format("<trk><trkseg>{}{}</trkseg></trk>", point(0, fmt::format("{}T10:00:00+02:00", day)),
                       point(1, fmt::format("{}T11:00:00+02:00", day)));
  };
  const auto log = parse(file(one("2024-03-02") + one("2024-03-03")));
  ASSERT_EQ(log.rows.size(), 2U);
  EXPECT_EQ(log.rows[1].session->start_time, "2024-03-03T08:00:00Z");
  EXPECT_EQ(log.rows[1].session->input.sport, std::nullopt);
}
TEST(GpxLog, reads_a_file_whose_elements_have_a_prefix) {
  const auto log = parse(
      "<g:gpx xmlns:g='http://www.topografix.com/GPX/1/0'><g:trk><g:trkseg>"
      "<g:trkpt lat='1' lon='1'><g:time>2024-03-02T10:00:00Z</g:time></g:trkpt></g:trkseg></g:trk></g:gpx>");
  EXPECT_EQ(log.rows.at(0).session->input.duration_minutes, 0);
}
TEST(GpxLog, says_in_its_row_what_a_track_lacks) {
  EXPECT_THAT(row_error(track("")), HasSubstr("no times"));
  EXPECT_THAT(row_error(track("<trkseg><trkpt lat='1' lon='1'/></trkseg>")), HasSubstr("no times"));
  EXPECT_THAT(row_error(track("<trkseg>" + point(0, "yesterday") + "</trkseg>")), HasSubstr("'yesterday'"));
  EXPECT_THAT(
      row_error(track("<trkseg>" + point(0, "2024-03-02T10:00:01Z") + point(0, "2024-03-02T10:00:00Z") + "</trkseg>")),
      HasSubstr("earlier"));
  EXPECT_THAT(row_error(track("<trkseg>\n" + point(181, "2024-03-02T10:00:00Z") + "</trkseg>")), HasSubstr("line 4"));
  EXPECT_THAT(row_error(track("<trkseg><trkpt lat='nan' lon='0'/></trkseg>")), HasSubstr("no latitude"));
}
TEST(GpxLog, refuses_routes_other_xml_and_damage) {
  EXPECT_THAT(error_of(file("<rte><rtept lat='1' lon='1'/></rte>")).message, HasSubstr("no track"));
  EXPECT_THAT(error_of("<kml/>").message, HasSubstr("no GPX"));
  EXPECT_THAT(error_of("<gpx><trk></gpx>").message, HasSubstr("damaged"));
  EXPECT_THAT(error_of("<gpx><trk>").message, HasSubstr("cut off"));
  EXPECT_THAT(error_of("").message, HasSubstr("cut off"));
  EXPECT_THAT(error_of("<!DOCTYPE gpx [<!ENTITY a 'ha'>]><gpx>&a;</gpx>").message, HasSubstr("DOCTYPE"));
}

TEST(TrainingFile, of_a_device_is_refused_beyond_its_limit) {
  const std::string huge(limits::device_file_bytes_max + 1, ' ');
  for (const auto kind : {FileKind::fit, FileKind::tcx, FileKind::gpx}) {
    EXPECT_THAT(parse_training_file(kind, huge, {}).error().message, HasSubstr("larger than 64 MiB"));
  }
}
TEST(TrainingFile, is_refused_where_the_time_zone_is_not_known) {
  LogOptions options;
  options.time_zone = "Mars/Olympus";
  for (const auto kind : {FileKind::csv, FileKind::fit, FileKind::tcx, FileKind::gpx}) {
    EXPECT_THAT(parse_training_file(kind, file(""), options).error().message, HasSubstr("time zone"));
  }
}

TEST(GreatCircle, is_right_on_meridians_and_at_the_antipodes) {
  EXPECT_DOUBLE_EQ(great_circle_metres({0, 0}, {0, 0}), 0);
  EXPECT_NEAR(great_circle_metres({10, 7}, {11, 7}), degree_metres, 1e-6);
  EXPECT_NEAR(great_circle_metres({90, 0}, {-90, 0}), 180 * degree_metres, 1e-6);
  EXPECT_NEAR(great_circle_metres({0, 179.5}, {0, -179.5}), degree_metres, 1e-6);
}

}  // namespace
}  // namespace operations
