// What devices call a sport, in the words that Strava's export has ("Run", "Ride", "Trail Run"), so that a log from
// several sources is one log.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace operations {

// By the types `sport` and `sub_sport` of the FIT profile; empty where the device does not say ("generic") or the
// number is not known.
[[nodiscard]] std::string sport_of_fit(std::uint64_t sport, std::uint64_t sub_sport);

// By the word of a TCX or GPX file: "Biking", "running", "lap_swimming"; Strava's older GPX files have numbers. A word
// that is not known is kept, as a title: "nordic walking" is "Nordic Walking". Empty for "Other" and unknown numbers.
[[nodiscard]] std::string sport_of_word(std::string_view word);

}  // namespace operations
