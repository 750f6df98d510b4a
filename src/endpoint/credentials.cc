#include "endpoint/credentials.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace endpoint {
namespace {

struct Profile {
  std::string name;
  std::string access_key_id;
  std::string secret_access_key;
  std::optional<std::string> session_token;
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

void set(Profile& profile, std::string_view key, std::string_view value) {
  if (key == "aws_access_key_id") profile.access_key_id = value;
  if (key == "aws_secret_access_key") profile.secret_access_key = value;
  if (key == "aws_session_token" && !value.empty()) profile.session_token = value;
}

std::expected<std::vector<Profile>, std::string> parse_profiles(std::string_view text, std::string_view file_name) {
  std::vector<Profile> profiles;
  const auto refuse = [&](int line, std::string_view why) {
    return std::unexpected(fmt::format("{}, line {}: {}", file_name, line, why));
  };
  for (int number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.empty() || line.front() == '#' || line.front() == ';') continue;
    if (line.front() == '[') {
      if (line.back() != ']' || trimmed(line.substr(1, line.size() - 2)).empty()) {
        return refuse(number, "a profile begins with its name in brackets, as in [default].");
      }
      if (profiles.size() == credentials_max) return refuse(number, "there are too many profiles.");
      profiles.push_back({std::string(trimmed(line.substr(1, line.size() - 2))), "", "", std::nullopt});
      continue;
    }
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return refuse(number, "this is neither [profile] nor key = value.");
    if (profiles.empty()) return refuse(number, "a profile's name, such as [default], must stand before its keys.");
    set(profiles.back(), trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
  }
  return profiles;
}

}  // namespace

std::expected<Credentials, std::string> parse_credentials(std::string_view text, std::string_view file_name) {
  auto profiles = parse_profiles(text, file_name);
  if (!profiles) return std::unexpected(std::move(profiles).error());
  Credentials credentials;
  for (Profile& profile : *profiles) {
    if (profile.access_key_id.empty() && profile.secret_access_key.empty()) continue;
    if (profile.access_key_id.empty() || profile.secret_access_key.empty()) {
      return std::unexpected(fmt::format("{}: the profile {} needs both aws_access_key_id and aws_secret_access_key.",
                                         file_name, profile.name));
    }
    const auto [where, is_new] = credentials.try_emplace(
        std::move(profile.access_key_id),
        Credential{profile.name, std::move(profile.secret_access_key), std::move(profile.session_token)});
    if (!is_new) {
      return std::unexpected(fmt::format("{}: the profiles {} and {} have the same aws_access_key_id.", file_name,
                                         where->second.user_name, profile.name));
    }
  }
  if (credentials.empty()) return std::unexpected(fmt::format("{} holds no access key.", file_name));
  return credentials;
}

}  // namespace endpoint
