#include "aws/shared_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <utility>

namespace aws {
namespace {

constexpr std::string_view blanks = " \t\r";

using Values = std::map<std::string, std::string, std::less<>>;
// Settings by section; those of a block ("dynamodb =", and indented lines below it) are named "dynamodb.endpoint_url".
using Sections = std::map<std::string, Values, std::less<>>;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char letter) { return std::tolower(letter); });
  return result;
}

// A remark begins the line, or stands behind a blank.
std::string_view without_remark(std::string_view line) {
  if (line.starts_with('#') || line.starts_with(';')) return {};
  for (std::size_t at = 1; at < line.size(); ++at) {
    if ((line[at] == '#' || line[at] == ';') && blanks.contains(line[at - 1])) return line.substr(0, at);
  }
  return line;
}

// "profile work" of "[ profile  'work' ]".
std::string section_name(std::string_view line) {
  const std::string_view inside = trimmed(line.substr(1, line.find(']') - 1));
  const auto blank = inside.find_first_of(blanks);
  if (blank == std::string_view::npos) return std::string(inside);
  std::string_view name = trimmed(inside.substr(blank));
  if (name.size() > 1 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front()) {
    name = name.substr(1, name.size() - 2);
  }
  return fmt::format("{} {}", inside.substr(0, blank), name);
}

Sections parse(std::string_view text) {
  Sections sections;
  Values* section = nullptr;
  std::string block;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = without_remark(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string_view content = trimmed(line);
    if (content.empty()) continue;
    if (content.starts_with('[')) {
      section = content.find(']') == std::string_view::npos ? nullptr : &sections[section_name(content)];
      continue;
    }
    const auto equals = content.find('=');
    if (section == nullptr || equals == std::string_view::npos) continue;
    const bool is_in_block = blanks.contains(line.front());
    std::string name = lower_case(trimmed(content.substr(0, equals)));
    if (!is_in_block) block = name;
    section->insert_or_assign(is_in_block ? block + "." + name : std::move(name),
                              std::string(trimmed(content.substr(equals + 1))));
  }
  return sections;
}

const Values* find(const Sections& sections, std::string_view name) {
  const auto found = sections.find(name);
  return found == sections.end() ? nullptr : &found->second;
}

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string with_home(const std::string& path, const std::string& home) {
  return path.starts_with("~/") ? home + path.substr(1) : path;
}

}  // namespace

SharedFiles read_shared_files(const Environment& environment) {
  const std::string home = non_empty(environment, "HOME").value_or("");
  const auto path = [&](std::string_view variable, std::string_view usual) {
    return with_home(non_empty(environment, variable).value_or(std::string(usual)), home);
  };
  return {.config = file_text(path("AWS_CONFIG_FILE", "~/.aws/config")),
          .credentials = file_text(path("AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials"))};
}

std::expected<SharedSettings, std::string> SharedSettings::load(Environment environment, const SharedFiles& files) {
  SharedSettings settings;
  settings.environment_ = std::move(environment);
  const auto named = settings.variable("AWS_PROFILE");
  settings.profile_name_ = named.value_or("default");
  const Sections config = parse(files.config);
  const Sections credentials = parse(files.credentials);
  const Values* configured = find(config, "profile " + settings.profile_name_);
  if (configured == nullptr && settings.profile_name_ == "default") configured = find(config, "default");
  const Values* held = find(credentials, settings.profile_name_);
  if (named && configured == nullptr && held == nullptr) {
    return std::unexpected(fmt::format(
        "AWS_PROFILE is '{}', and neither AWS's config file nor its credentials file has a profile of that name.",
        *named));
  }
  if (held != nullptr) settings.profile_ = *held;
  if (configured != nullptr) settings.profile_.insert(configured->begin(), configured->end());
  if (const auto services = settings.profile("services")) {
    constexpr std::string_view ours = "dynamodb.";
    if (const Values* section = find(config, "services " + *services)) {
      for (const auto& [name, value] : *section) {
        if (name.starts_with(ours)) settings.dynamodb_service_.emplace(name.substr(ours.size()), value);
      }
    }
  }
  return settings;
}

std::optional<std::string> SharedSettings::profile(const std::string& name) const {
  const auto found = profile_.find(name);
  if (found == profile_.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

std::optional<std::string> SharedSettings::dynamodb_service(const std::string& name) const {
  const auto found = dynamodb_service_.find(name);
  if (found == dynamodb_service_.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

bool SharedSettings::has_credentials() const {
  constexpr std::array variables = {"AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE"};
  constexpr std::array settings = {"aws_access_key_id", "role_arn",      "web_identity_token_file",
                                   "sso_session",       "sso_start_url", "credential_process",
                                   "login_session"};
  return std::ranges::any_of(variables, [this](const char* name) { return variable(name).has_value(); }) ||
         std::ranges::any_of(settings, [this](const char* name) { return profile(name).has_value(); });
}

std::optional<std::string> certificate_authorities(const SharedSettings& settings) {
  return settings.variable("AWS_CA_BUNDLE").or_else([&] { return settings.profile("ca_bundle"); }).or_else([&] {
    return settings.variable("SSL_CERT_FILE");
  });
}

}  // namespace aws
