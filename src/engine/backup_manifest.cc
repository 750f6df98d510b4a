#include "engine/backup_manifest.h"

#include <rocksdb/env.h>

#include <array>
#include <boost/crc.hpp>
#include <charconv>
#include <optional>
#include <vector>

namespace engine {
namespace {

constexpr std::string_view first_line = "training-tracker backup, format ";
constexpr std::string_view last_line = "checksum ";
constexpr std::size_t chunk_bytes = 1UL * 1024 * 1024;
constexpr int hexadecimal = 16;

// CRC-32C (Castagnoli), as iSCSI and ext4 have it.
using Checksum = boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true>;

std::uint32_t checksum_of(std::string_view bytes) {
  Checksum checksum;
  checksum.process_bytes(bytes.data(), bytes.size());
  return checksum.checksum();
}

template <class Integer>
std::optional<Integer> parse(std::string_view text, int base) {
  Integer value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string hex(std::uint32_t value) {
  std::array<char, 8> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal);
  return {digits.data(), end};
}

std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return taken;
}

// "<checksum> <size> <name>"
std::optional<BackupFile> parse_file(std::string_view line) {
  const auto checksum = parse<std::uint32_t>(take_until(line, ' '), hexadecimal);
  const auto size_bytes = parse<std::uint64_t>(take_until(line, ' '), 10);
  const bool is_plain_name = !line.empty() && !line.starts_with('.') && line.find('/') == std::string_view::npos;
  if (!checksum || !size_bytes || !is_plain_name) return std::nullopt;
  return BackupFile{std::string(line), *size_bytes, *checksum};
}

}  // namespace

std::string format_manifest(const BackupManifest& manifest) {
  std::string text = std::string(first_line) + std::to_string(manifest.format) + "\n";
  for (const BackupFile& file : manifest.files) {
    text += hex(file.checksum) + " " + std::to_string(file.size_bytes) + " " + file.name + "\n";
  }
  return text + std::string(last_line) + hex(checksum_of(text)) + "\n";
}

std::expected<BackupManifest, std::string> parse_manifest(std::string_view text) {
  const std::size_t end = text.rfind(last_line);
  if (end == std::string_view::npos || !text.ends_with('\n')) return std::unexpected("its manifest is cut short");
  const std::string_view written = text.substr(end + last_line.size(), text.size() - end - last_line.size() - 1);
  if (parse<std::uint32_t>(written, hexadecimal) != checksum_of(text.substr(0, end))) {
    return std::unexpected("its manifest does not match its checksum");
  }
  text = text.substr(0, end);
  BackupManifest manifest;
  const std::string_view first = take_until(text, '\n');
  const auto format = first.starts_with(first_line) ? parse<std::uint32_t>(first.substr(first_line.size()), 10)
                                                    : std::optional<std::uint32_t>();
  if (!format) return std::unexpected("its manifest is not one of ours");
  manifest.format = *format;
  while (!text.empty()) {
    const std::optional<BackupFile> file = parse_file(take_until(text, '\n'));
    if (!file || manifest.files.size() == backup_files_max) return std::unexpected("its manifest cannot be read");
    manifest.files.push_back(*file);
  }
  return manifest;
}

rocksdb::Status measure_file(rocksdb::Env& env, const std::string& path, const std::string& copy_to,
                             BackupFile& measured) {
  const rocksdb::EnvOptions options;
  std::unique_ptr<rocksdb::SequentialFile> source;
  if (rocksdb::Status status = env.NewSequentialFile(path, &source, options); !status.ok()) return status;
  std::unique_ptr<rocksdb::WritableFile> copy;
  if (!copy_to.empty()) {
    if (rocksdb::Status status = env.NewWritableFile(copy_to, &copy, options); !status.ok()) return status;
  }
  Checksum checksum;
  std::vector<char> buffer(chunk_bytes);
  measured.size_bytes = 0;
  while (true) {
    rocksdb::Slice chunk;
    rocksdb::Status status = source->Read(buffer.size(), &chunk, buffer.data());
    if (status.ok() && chunk.empty()) break;
    if (status.ok() && copy) status = copy->Append(chunk);
    if (!status.ok()) return status;
    checksum.process_bytes(chunk.data(), chunk.size());
    measured.size_bytes += chunk.size();
  }
  measured.checksum = checksum.checksum();
  if (!copy) return rocksdb::Status::OK();
  rocksdb::Status status = copy->Sync();
  const rocksdb::Status closed = copy->Close();
  return status.ok() ? closed : status;
}

}  // namespace engine
