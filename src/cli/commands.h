// The commands, one file each. Every one returns the process's exit status (exit_status.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/configuration.h"
#include "cli/dynamodb_endpoint.h"
#include "cli/tls_files.h"

namespace cli {

struct ServeOptions {
  StoreFlags store;
  std::string listen = "127.0.0.1:8080";
  std::optional<std::string> token_file;
  TlsFiles tls;
  std::vector<std::string> allowed_hosts;
  bool example_data = false;
  bool access_log = true;
  std::optional<std::string> dynamodb_listen;  // the store as a DynamoDB, beside the API
  std::optional<std::string> dynamodb_credentials_file;
};
int serve(const ServeOptions& options);

// What AWS Lambda runs, and nobody else: AWS_LAMBDA_RUNTIME_API must be set.
struct LambdaOptions {
  StoreFlags store;
  std::optional<std::string> token_file;
  bool access_log = true;
};
int lambda(const LambdaOptions& options);

struct DynamodbOptions {
  std::string listen = "127.0.0.1:8000";
  std::optional<std::string> data_directory;
  bool memory = false;
  std::int64_t index_delay_ms = 0;  // how late reads of global indexes are
  EndpointFlags endpoint;
};
int dynamodb(const DynamodbOptions& options);

struct TableOptions {
  StoreFlags store;
  bool json = false;
};
struct TableCreateOptions {
  StoreFlags store;
  std::string indexes = "full";               // or "guide"
  std::optional<std::string> billing_mode;    // "on-demand" or "provisioned"
  std::optional<std::int64_t> read_capacity;  // of the table and of each index, as is the next
  std::optional<std::int64_t> write_capacity;
  std::vector<std::string> tags;  // KEY=VALUE
  bool point_in_time_recovery = false;
  bool deletion_protection = false;
  bool json = false;
};
struct TableCapacityOptions {
  StoreFlags store;
  std::string billing_mode;
  std::optional<std::int64_t> read_capacity;
  std::optional<std::int64_t> write_capacity;
};
struct TableDeleteOptions {
  StoreFlags store;
  std::optional<std::string> yes;  // the table's name, instead of the question
  bool unprotect = false;
};
int table_create(const TableCreateOptions& options);
int table_describe(const TableOptions& options);
int table_capacity(const TableCapacityOptions& options);
int table_upgrade(const TableOptions& options);
int table_delete(const TableDeleteOptions& options);

struct ImportCommandOptions {
  StoreFlags store;
  std::vector<std::string> files;
  std::optional<std::string> athlete;
  std::optional<std::string> athlete_id;
  std::optional<std::string> time_zone;
  std::optional<std::string> date_order;    // "dmy" or "mdy"
  std::optional<std::string> decimal_mark;  // "point" or "comma"
  std::optional<std::string> unit;
  bool dry_run = false;
  bool json = false;
};
int import(const ImportCommandOptions& options);

struct ExportOptions {
  StoreFlags store;
  std::string format = "json";        // or "csv"
  std::optional<std::string> output;  // default: stdout
  std::optional<std::string> athlete;
};
int export_log(const ExportOptions& options);

struct BackupOptions {
  StoreFlags store;
  std::string directory;
};
int backup(const BackupOptions& options);
int restore(const BackupOptions& options);

}  // namespace cli
