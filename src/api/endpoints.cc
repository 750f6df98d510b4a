#include "api/endpoints.h"

#include <array>

#include "api/handlers.h"
#include "api/import_parameters.h"

namespace api {
namespace {

constexpr std::array<const Parameter*, 8> list_parameters = {
    &parameters::start_date, &parameters::end_date, &parameters::athlete_id, &parameters::sport,
    &parameters::text,       &parameters::limit,    &parameters::offset,     &parameters::cursor};
constexpr std::array<const Parameter*, 5> statistics_parameters = {
    &parameters::start_date, &parameters::end_date, &parameters::athlete_id, &parameters::sport, &parameters::text};
constexpr std::array<const Parameter*, 2> period_parameters = {&parameters::start_date, &parameters::end_date};
constexpr std::array<const Parameter*, 7> period_statistics_parameters = {
    &parameters::by,    &parameters::start_date, &parameters::end_date,  &parameters::athlete_id,
    &parameters::sport, &parameters::text,       &parameters::week_start};
constexpr std::array<const Parameter*, 6> records_parameters = {&parameters::athlete_id, &parameters::sport,
                                                                &parameters::start_date, &parameters::end_date,
                                                                &parameters::week_start, &parameters::today};
constexpr std::array<const Parameter*, 2> summary_parameters = {&parameters::today, &parameters::week_start};
constexpr std::array<const Parameter*, 1> athlete_parameters = {&parameters::athlete_id};
constexpr std::array<const Parameter*, 1> cascade_parameters = {&parameters::cascade};

constexpr std::array<const Parameter*, 13> preview_parameters = {
    &parameters::athlete_id,      &parameters::athlete_name,  &parameters::time_zone,    &parameters::date_order,
    &parameters::decimal_mark,    &parameters::distance_unit, &parameters::date_column,  &parameters::duration_column,
    &parameters::distance_column, &parameters::sport_column,  &parameters::notes_column, &parameters::rpe_column,
    &parameters::file_name};
constexpr std::array<const Parameter*, 15> import_parameters = {
    &parameters::athlete_id,      &parameters::athlete_name,  &parameters::time_zone,    &parameters::date_order,
    &parameters::decimal_mark,    &parameters::distance_unit, &parameters::date_column,  &parameters::duration_column,
    &parameters::distance_column, &parameters::sport_column,  &parameters::notes_column, &parameters::rpe_column,
    &parameters::file_name,       &parameters::first_row,     &parameters::row_count};
constexpr std::array<const Parameter*, 5> export_parameters = {
    &parameters::athlete_id, &parameters::sport, &parameters::text, &parameters::start_date, &parameters::end_date};

constexpr auto everybody = Access::everybody;
constexpr auto with_token = Access::with_token;

constexpr std::array table = {
    Endpoint{"GET", "/", handlers::root, everybody, 200},
    Endpoint{"GET", "/v1/athletes", handlers::list_athletes, with_token, 200},
    Endpoint{"POST", "/v1/athletes", handlers::create_athlete, with_token, 201},
    Endpoint{"GET", "/v1/athletes/{id}", handlers::get_athlete, with_token, 200},
    Endpoint{"PUT", "/v1/athletes/{id}", handlers::rename_athlete, with_token, 200},
    Endpoint{"DELETE", "/v1/athletes/{id}", handlers::delete_athlete, with_token, 204, cascade_parameters},
    Endpoint{"GET", "/v1/athletes/{id}/statistics", handlers::athlete_statistics, with_token, 200, period_parameters},
    Endpoint{"GET", "/v1/training-sessions", handlers::list_sessions, with_token, 200, list_parameters},
    Endpoint{"POST", "/v1/training-sessions", handlers::create_session, with_token, 201},
    // PUT and DELETE of this path take "statistics" for an id, as they always did.
    Endpoint{"GET", "/v1/training-sessions/statistics", handlers::all_statistics, with_token, 200,
             statistics_parameters},
    Endpoint{"GET", "/v1/training-sessions/{id}", handlers::get_session, with_token, 200},
    Endpoint{"PUT", "/v1/training-sessions/{id}", handlers::update_session, with_token, 200},
    Endpoint{"DELETE", "/v1/training-sessions/{id}", handlers::delete_session, with_token, 204},
    Endpoint{"GET", "/v1/statistics/periods", handlers::period_statistics, with_token, 200,
             period_statistics_parameters},
    Endpoint{"GET", "/v1/statistics/athletes", handlers::athlete_summaries, with_token, 200, summary_parameters},
    Endpoint{"GET", "/v1/statistics/sports", handlers::sport_totals, with_token, 200, athlete_parameters},
    Endpoint{"GET", "/v1/statistics/records", handlers::records, with_token, 200, records_parameters},
    Endpoint{"POST", "/v1/imports/preview", handlers::preview_import, with_token, 200, preview_parameters, Kind::api,
             log_bytes_max},
    Endpoint{"POST", "/v1/imports", handlers::import_log, with_token, 200, import_parameters, Kind::api, log_bytes_max},
    Endpoint{"GET", "/v1/export.csv", handlers::export_csv, with_token, 200, export_parameters},
    Endpoint{"GET", "/v1/export.json", handlers::export_json, with_token, 200},
    Endpoint{.method = "POST",
             .pattern = "/v1/example-data",
             .handle = handlers::add_example_data,
             .access = with_token,
             .success_status = 201,
             .reads_body = false},
    Endpoint{"GET", "/healthz", handlers::alive, everybody, 200},
    Endpoint{"GET", "/readyz", handlers::ready, everybody, 200},
    Endpoint{"GET", "/metrics", handlers::metrics, with_token, 200},
    Endpoint{"GET", "/openapi.json", handlers::openapi, with_token, 200},
    Endpoint{"GET", "/docs", handlers::documentation, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/docs/{file}", handlers::documentation_file, everybody, 200, {}, Kind::page},
    // The views of the web page (training-tracker-ui/src/app/routes.ts) and its files.
    Endpoint{"GET", "/calendar", handlers::web_page, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/year", handlers::web_page, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/statistics", handlers::web_page, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/athletes", handlers::web_page, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/athletes/{id}", handlers::web_page, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/import", handlers::web_page, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/settings", handlers::web_page, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/assets/{file}", handlers::web_page_asset, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/service-worker.js", handlers::web_page_file, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/manifest.webmanifest", handlers::web_page_file, everybody, 200, {}, Kind::page},
    Endpoint{"GET", "/favicon.svg", handlers::web_page_file, everybody, 200, {}, Kind::page},
};

}  // namespace

std::span<const Endpoint> endpoints() {
  return table;
}

}  // namespace api
