#include "engine/open_store.h"

#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>
#include <rocksdb/wal_filter.h>
#include <rocksdb/write_batch.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>

namespace engine {
namespace {

// The log that a kill leaves is replayed at the next start (about 30 ms for each MiB), so the memtable is small and
// at most two of them are unwritten at any time.
constexpr std::size_t memtable_bytes = 4UL * 1024 * 1024;
constexpr int memtables_max = 3;
constexpr std::uint64_t log_bytes_max = 8UL * 1024 * 1024;
// Holds the indexes and filters of a million sessions (some 20 MiB) beside the blocks that are asked for most.
constexpr std::size_t block_cache_bytes = 96UL * 1024 * 1024;
constexpr int block_cache_shard_bits = 2;  // more, and one large block pushes everything else out of its shard
constexpr std::size_t block_bytes = 8UL * 1024;
constexpr double bloom_bits_per_key = 10;
constexpr int index_restart_interval = 8;  // neighbouring keys share most of their bytes, which are stored once
constexpr std::uint64_t table_file_bytes = 32UL * 1024 * 1024;
// As much as the files of the level above hold together, or every one of their merges would write a far larger level
// anew. (The default is 64 memtables.)
constexpr int level_0_files_merged = 8;
constexpr std::uint64_t base_level_bytes = level_0_files_merged * memtable_bytes;
constexpr int background_jobs_max = 2;

class EventLogger : public rocksdb::Logger {
 public:
  explicit EventLogger(std::function<void(const std::string&)> on_event)
      : Logger(rocksdb::InfoLogLevel::ERROR_LEVEL), on_event_(std::move(on_event)) {}

  using rocksdb::Logger::Logv;
  void Logv(const char* format, va_list arguments) override {
    if (!on_event_) return;
    std::array<char, 512> line{};
    if (std::vsnprintf(line.data(), line.size(), format, arguments) > 0) {
      on_event_("RocksDB: " + std::string(line.data()));
    }
  }

 private:
  std::function<void(const std::string&)> on_event_;
};

// Drops what a failed write may have left in the log. The sequence number of a record stands in the first eight bytes
// of its batch, little endian.
class UnacknowledgedFilter : public rocksdb::WalFilter {
 public:
  explicit UnacknowledgedFilter(std::uint64_t last_acknowledged) : last_acknowledged_(last_acknowledged) {}

  WalProcessingOption LogRecordFound(unsigned long long /*log_number*/, const std::string& /*log_file_name*/,
                                     const rocksdb::WriteBatch& batch, rocksdb::WriteBatch* /*new_batch*/,
                                     bool* /*batch_changed*/) override {
    std::uint64_t sequence = 0;
    const std::string& bytes = batch.Data();
    for (std::size_t i = 0; i < sizeof(sequence) && i < bytes.size(); ++i) {
      sequence |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8U * i);
    }
    return sequence > last_acknowledged_ ? WalProcessingOption::kIgnoreCurrentRecord
                                         : WalProcessingOption::kContinueProcessing;
  }
  const char* Name() const override { return "UnacknowledgedFilter"; }

 private:
  std::uint64_t last_acknowledged_;
};

rocksdb::BlockBasedTableOptions table_options(const OpenSettings& settings) {
  rocksdb::BlockBasedTableOptions options;
  options.block_cache = settings.block_cache;
  options.block_size = block_bytes;
  options.cache_index_and_filter_blocks = true;  // or they would grow with the data, outside every bound
  options.cache_index_and_filter_blocks_with_high_priority = true;
  options.pin_l0_filter_and_index_blocks_in_cache = true;
  // In partitions of a few KiB: the index and the filter of a whole file are larger than a shard of the cache takes, so
  // that they were read and decompressed again for every answer (measured: 500 µs a point read with 1,000,000
  // sessions).
  options.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
  options.partition_filters = true;
  options.metadata_block_size = block_bytes;
  options.pin_top_level_index_and_filter = true;
  options.index_block_restart_interval = index_restart_interval;
  options.data_block_index_type = rocksdb::BlockBasedTableOptions::kDataBlockBinaryAndHash;
  options.filter_policy.reset(rocksdb::NewBloomFilterPolicy(bloom_bits_per_key));
  options.format_version = 5;
  return options;
}

rocksdb::Options rocksdb_options(const OpenSettings& settings) {
  rocksdb::Options options;
  options.env = settings.env;
  options.info_log = settings.logger;
  options.info_log_level = rocksdb::InfoLogLevel::ERROR_LEVEL;
  // A torn tail is the write that was under way when the power went, which nobody was told of. Anything else that is
  // wrong in the log must be told, and not be dropped together with what was acknowledged after it.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.track_and_verify_wals_in_manifest = true;
  options.write_buffer_size = memtable_bytes;
  options.max_write_buffer_number = memtables_max;
  options.max_total_wal_size = log_bytes_max;
  options.recycle_log_file_num = 0;
  options.compression = rocksdb::kLZ4Compression;
  options.target_file_size_base = table_file_bytes;
  options.level_compaction_dynamic_level_bytes = true;
  options.level0_file_num_compaction_trigger = level_0_files_merged;
  options.max_bytes_for_level_base = base_level_bytes;
  options.max_background_jobs = background_jobs_max;
  options.max_file_opening_threads = 1;  // they are all started, however few files there are
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.max_bgerror_resume_count = 0;  // Storage reopens; a second recovery beside that would be in its way
  // There is one writer, so nothing that lets several write at once.
  options.allow_concurrent_memtable_write = false;
  options.enable_write_thread_adaptive_yield = false;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table_options(settings)));
  return options;
}

}  // namespace

OpenSettings make_open_settings(rocksdb::Env& env, std::string path, std::function<void(const std::string&)> on_event) {
  OpenSettings settings;
  settings.env = &env;
  settings.path = std::move(path);
  settings.block_cache = rocksdb::NewLRUCache(block_cache_bytes, block_cache_shard_bits);
  settings.logger = std::make_shared<EventLogger>(std::move(on_event));
  return settings;
}

std::expected<std::shared_ptr<OpenStore>, rocksdb::Status> OpenStore::open(const OpenSettings& settings,
                                                                           Parameters parameters) {
  rocksdb::Options options = rocksdb_options(settings);
  options.create_if_missing = parameters.create_if_missing;
  // RocksDB would make it too, but report its absence as an error first. What fails here fails again, and is told.
  if (parameters.create_if_missing) settings.env->CreateDirIfMissing(settings.path).PermitUncheckedError();
  UnacknowledgedFilter filter(parameters.last_acknowledged_sequence);
  if (parameters.last_acknowledged_sequence > 0) options.wal_filter = &filter;  // asked only while opening

  rocksdb::DB* opened = nullptr;
  const rocksdb::Status status = parameters.read_only ? rocksdb::DB::OpenForReadOnly(options, settings.path, &opened)
                                                      : rocksdb::DB::Open(options, settings.path, &opened);
  std::unique_ptr<rocksdb::DB> db(opened);
  if (!status.ok()) return std::unexpected(status);
  return std::shared_ptr<OpenStore>(
      new OpenStore(std::move(db), std::move(parameters.on_closed)));  // NOLINT: private constructor
}

OpenStore::~OpenStore() {
  db_->Close().PermitUncheckedError();  // everything acknowledged is synced; what fails here fails again, and is told
  db_.reset();
  if (on_closed_) on_closed_();
}

OpenError describe_open_failure(const std::string& data_directory, const rocksdb::Status& status) {
  using Kind = OpenError::Kind;
  if (status.IsNoSpace()) {
    return {Kind::other, "There is no space left on the device of the data directory " + data_directory +
                             ". Free some and start again."};
  }
  // An existing store whose files contradict each other, or of which some are gone.
  if (status.IsCorruption() || status.IsNotFound() || status.IsInvalidArgument() || status.IsPathNotFound()) {
    return {Kind::damaged, "The data directory " + data_directory + " is damaged (" + status.ToString() +
                               "). Nothing was changed in it. Restore it from a backup."};
  }
  return {Kind::other, "The data directory " + data_directory + " cannot be opened (" + status.ToString() + ")."};
}

}  // namespace engine
