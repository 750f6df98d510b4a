#include "tracker/fingerprint.h"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace tracker {
namespace {

// Made once by chance for this project; never to be changed, since stored ids derive from it.
constexpr boost::uuids::uuid name_space = {
    {0x6d, 0x1b, 0x5c, 0x0e, 0x58, 0x1f, 0x4b, 0x8a, 0x9d, 0x62, 0x0a, 0x7e, 0x33, 0x41, 0xc9, 0x15}};

void append(std::string& text, std::string_view part) {
  text += std::to_string(part.size());
  text += ':';
  text += part;
}

}  // namespace

std::string fingerprint(std::string_view purpose, std::initializer_list<std::string_view> parts) {
  std::string text;
  append(text, purpose);
  for (const auto part : parts) append(text, part);
  boost::uuids::name_generator_sha1 generate(name_space);
  return boost::uuids::to_string(generate(text.data(), text.size()));
}

std::string imported_session_id(std::string_view athlete_id, std::string_view source) {
  return fingerprint("imported session", {athlete_id, source});
}

}  // namespace tracker
