// What a child that will be killed says through a pipe: each operation before it begins and after it was acknowledged.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace crash {

enum class Kind {
  create_athlete,
  create_session,
  update_session,
  delete_session,
  rename_athlete,
  cascade,
  import_sessions
};

struct Operation {
  Kind kind = Kind::create_athlete;
  std::string athlete;  // id; of update_session: the athlete after it
  std::string session;  // id
  std::string marker;   // athlete's name, or the session's notes, or the prefix of an import's sources
  int count = 0;        // of an import
};

// One line each, without the line end. A worker has at most one operation that began and was not acknowledged.
[[nodiscard]] std::string begin_line(int worker, const Operation& operation);
[[nodiscard]] std::string acknowledged_line(int worker, const std::string& new_id);

// What must be in the store, by the acknowledged operations, and what may be, by the last one of each worker.
struct Expectation {
  struct Session {
    std::string athlete;
    std::string marker;
  };
  std::map<std::string, std::string> athletes;                // id to name
  std::map<std::string, Session> sessions;                    // created by create_session
  std::map<std::string, std::map<std::string, int>> imports;  // athlete to import's prefix to count
  std::vector<std::string> deleted_athletes;
  std::vector<std::string> deleted_sessions;
  std::vector<Operation> in_doubt;
  int acknowledged = 0;
};
[[nodiscard]] Expectation read_journal(const std::string& text);

}  // namespace crash
