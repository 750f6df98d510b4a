#include "operations/sport_names.h"

#include <algorithm>
#include <array>
#include <span>

#include "operations/utf8.h"

namespace operations {
namespace {

struct Numbered {
  std::uint64_t number = 0;
  std::string_view name;
};

// Sub-sports that Strava has a sport of its own for, whatever the sport beside them says.
constexpr std::array<Numbered, 15> sub_sports = {{{3, "Trail Run"},
                                                  {8, "Mountain Bike Ride"},
                                                  {12, "Handcycle"},
                                                  {15, "Elliptical"},
                                                  {16, "Stair-Stepper"},
                                                  {20, "Weight Training"},
                                                  {26, "Workout"},
                                                  {28, "E-Bike Ride"},
                                                  {37, "Backcountry Ski"},
                                                  {43, "Yoga"},
                                                  {44, "Pilates"},
                                                  {46, "Gravel Ride"},
                                                  {47, "E-Mountain Bike Ride"},
                                                  {49, "Gravel Ride"},
                                                  {62, "Breathwork"}}};
constexpr std::uint64_t virtual_activity = 58;
constexpr std::uint64_t trail = 3;
constexpr std::uint64_t running = 1;

constexpr std::array<Numbered, 46> sports = {{{1, "Run"},
                                              {2, "Ride"},
                                              {4, "Workout"},
                                              {5, "Swim"},
                                              {6, "Basketball"},
                                              {7, "Soccer"},
                                              {8, "Tennis"},
                                              {9, "American Football"},
                                              {10, "Workout"},
                                              {11, "Walk"},
                                              {12, "Nordic Ski"},
                                              {13, "Alpine Ski"},
                                              {14, "Snowboard"},
                                              {15, "Rowing"},
                                              {16, "Mountaineering"},
                                              {17, "Hike"},
                                              {19, "Canoeing"},
                                              {20, "Flying"},
                                              {21, "E-Bike Ride"},
                                              {22, "Motorcycling"},
                                              {23, "Boating"},
                                              {24, "Driving"},
                                              {25, "Golf"},
                                              {26, "Hang Gliding"},
                                              {27, "Horseback Riding"},
                                              {28, "Hunting"},
                                              {29, "Fishing"},
                                              {30, "Inline Skate"},
                                              {31, "Rock Climb"},
                                              {32, "Sail"},
                                              {33, "Ice Skate"},
                                              {34, "Sky Diving"},
                                              {35, "Snowshoe"},
                                              {36, "Snowmobiling"},
                                              {37, "Stand Up Paddling"},
                                              {38, "Surfing"},
                                              {39, "Wakeboarding"},
                                              {40, "Water Skiing"},
                                              {41, "Kayaking"},
                                              {42, "Rafting"},
                                              {43, "Windsurf"},
                                              {44, "Kitesurf"},
                                              {47, "Boxing"},
                                              {48, "Stair-Stepper"},
                                              {53, "Diving"},
                                              {62, "HIIT"}}};

std::string_view find(std::span<const Numbered> names, std::uint64_t number) {
  const auto found = std::ranges::find(names, number, &Numbered::number);
  return found == names.end() ? std::string_view{} : found->name;
}

struct Word {
  std::string_view word;  // lower case, blanks between words
  std::string_view name;
};

constexpr std::array<Word, 42> words = {{{"1", "Ride"},
                                         {"4", "Hike"},
                                         {"9", "Run"},
                                         {"10", "Walk"},
                                         {"running", "Run"},
                                         {"run", "Run"},
                                         {"street running", "Run"},
                                         {"track running", "Run"},
                                         {"treadmill running", "Run"},
                                         {"indoor running", "Run"},
                                         {"trail running", "Trail Run"},
                                         {"virtual run", "Virtual Run"},
                                         {"biking", "Ride"},
                                         {"cycling", "Ride"},
                                         {"road biking", "Ride"},
                                         {"road cycling", "Ride"},
                                         {"indoor cycling", "Ride"},
                                         {"virtual ride", "Virtual Ride"},
                                         {"virtual cycling", "Virtual Ride"},
                                         {"mountain biking", "Mountain Bike Ride"},
                                         {"gravel cycling", "Gravel Ride"},
                                         {"e biking", "E-Bike Ride"},
                                         {"swimming", "Swim"},
                                         {"lap swimming", "Swim"},
                                         {"open water swimming", "Swim"},
                                         {"walking", "Walk"},
                                         {"casual walking", "Walk"},
                                         {"speed walking", "Walk"},
                                         {"hiking", "Hike"},
                                         {"rowing", "Rowing"},
                                         {"indoor rowing", "Rowing"},
                                         {"strength training", "Weight Training"},
                                         {"cardio", "Workout"},
                                         {"indoor cardio", "Workout"},
                                         {"cross country skiing", "Nordic Ski"},
                                         {"alpine skiing", "Alpine Ski"},
                                         {"snowboarding", "Snowboard"},
                                         {"snowshoeing", "Snowshoe"},
                                         {"inline skating", "Inline Skate"},
                                         {"rock climbing", "Rock Climb"},
                                         {"sailing", "Sail"},
                                         {"paddling", "Canoeing"}}};

// "nordic walking" as "Nordic Walking"; beyond ASCII nothing is changed.
std::string titled(std::string_view text) {
  std::string title{text};
  bool is_first = true;
  for (char& letter : title) {
    if (is_first && letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    is_first = letter == ' ';
  }
  return title;
}

}  // namespace

std::string sport_of_fit(std::uint64_t sport, std::uint64_t sub_sport) {
  const std::string_view plain = find(sports, sport);
  if (sub_sport == virtual_activity) return plain.empty() ? "" : "Virtual " + std::string(plain);
  // Only a run on a trail is one; on foot or by bike the same word says something else.
  const bool says_nothing = sub_sport == trail && sport != running;
  const std::string_view special = says_nothing ? std::string_view{} : find(sub_sports, sub_sport);
  return std::string(special.empty() ? plain : special);
}

std::string sport_of_word(std::string_view word) {
  std::string text{trimmed(word)};
  std::ranges::replace(text, '_', ' ');
  const std::string lower = lower_case(text);
  if (lower == "other" || lower == "generic" || lower == "uncategorized") return "";
  const auto found = std::ranges::find(words, lower, &Word::word);
  if (found != words.end()) return std::string(found->name);
  return lower.find_first_not_of("0123456789") == std::string::npos ? "" : titled(text);
}

}  // namespace operations
