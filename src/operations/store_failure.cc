#include "operations/store_failure.h"

#include <fmt/format.h>

namespace operations {
namespace {

struct Describer {
  std::string operator()(const tracker::AthleteNotFound& error) const {
    return fmt::format("there is no athlete with the id {}.", error.id);
  }
  std::string operator()(const tracker::SessionNotFound& error) const {
    return fmt::format("there is no session with the id {}.", error.id);
  }
  std::string operator()(const tracker::AthleteHasSessions& error) const {
    return fmt::format("the athlete has {} sessions.", error.session_count);
  }
  std::string operator()(const tracker::AlreadyExists& error) const {
    return fmt::format("there is another athlete or session with the id {}.", error.id);
  }
  std::string operator()(const tracker::Unavailable& error) const {
    return fmt::format("the store cannot be used now: {}", error.reason);
  }
  // The others answer requests that an import or export never makes.
  std::string operator()(const auto&) const { return "the store refused the request."; }
};

}  // namespace

std::string describe_failure(const tracker::Error& error) {
  return std::visit(Describer{}, error);
}

}  // namespace operations
