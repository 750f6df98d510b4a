#include "journal.h"

#include <sstream>

namespace crash {
namespace {

constexpr const char* nothing = "-";  // an empty word in a line
std::string word(const std::string& text) {
  return text.empty() ? nothing : text;
}
std::string text_of(const std::string& word) {
  return word == nothing ? "" : word;
}

void forget_sessions_of(Expectation& expectation, const std::string& athlete) {
  for (auto session = expectation.sessions.begin(); session != expectation.sessions.end();) {
    if (session->second.athlete == athlete) {
      expectation.deleted_sessions.push_back(session->first);
      session = expectation.sessions.erase(session);
    } else {
      ++session;
    }
  }
  expectation.imports.erase(athlete);
}

void apply(Expectation& expectation, const Operation& operation, const std::string& new_id) {
  switch (operation.kind) {
    case Kind::create_athlete:
      expectation.athletes[new_id] = operation.marker;
      break;
    case Kind::create_session:
      expectation.sessions[new_id] = {operation.athlete, operation.marker};
      break;
    case Kind::update_session:
      expectation.sessions[operation.session] = {operation.athlete, operation.marker};
      break;
    case Kind::delete_session:
      expectation.sessions.erase(operation.session);
      expectation.deleted_sessions.push_back(operation.session);
      break;
    case Kind::rename_athlete:
      expectation.athletes[operation.athlete] = operation.marker;
      break;
    case Kind::cascade:
      forget_sessions_of(expectation, operation.athlete);
      expectation.athletes.erase(operation.athlete);
      expectation.deleted_athletes.push_back(operation.athlete);
      break;
    case Kind::import_sessions:
      expectation.imports[operation.athlete][operation.marker] = operation.count;
      break;
  }
}

}  // namespace

std::string begin_line(int worker, const Operation& operation) {
  std::ostringstream line;
  line << "B " << worker << ' ' << static_cast<int>(operation.kind) << ' ' << word(operation.athlete) << ' '
       << word(operation.session) << ' ' << word(operation.marker) << ' ' << operation.count;
  return line.str();
}

std::string acknowledged_line(int worker, const std::string& new_id) {
  return "A " + std::to_string(worker) + ' ' + word(new_id);
}

Expectation read_journal(const std::string& text) {
  Expectation expectation;
  std::map<int, Operation> running;
  std::size_t begin = 0;
  // A line that the kill cut short has no line end and says nothing.
  for (auto end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
    std::istringstream line(text.substr(begin, end - begin));
    std::string type;
    int worker = 0;
    line >> type >> worker;
    if (type == "B") {
      int kind = 0;
      Operation operation;
      line >> kind >> operation.athlete >> operation.session >> operation.marker >> operation.count;
      operation.kind = static_cast<Kind>(kind);
      operation.athlete = text_of(operation.athlete);
      operation.session = text_of(operation.session);
      running[worker] = operation;
    } else {
      std::string new_id;
      line >> new_id;
      apply(expectation, running.at(worker), text_of(new_id));
      running.erase(worker);
      ++expectation.acknowledged;
    }
  }
  for (const auto& [worker, operation] : running) expectation.in_doubt.push_back(operation);
  return expectation;
}

}  // namespace crash
