#include "engine/fingerprint.hpp"

#include <cstdint>
#include <fmt/format.h>

#include "miglint/tokens.hpp"

namespace miglint {

namespace {

std::string normalised_statement(const History& history, const Finding& finding) {
  if (finding.migration < 0 || finding.statement < 0) return {};
  const Migration& migration = history.migrations[static_cast<std::size_t>(finding.migration)];
  return normalised(migration.sql(migration.statements[static_cast<std::size_t>(finding.statement)]));
}

}  // namespace

// FNV-1a, 64 bits: no secret is kept by it, and it is the same on every machine.
std::string hashed(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return fmt::format("{:016x}", hash);
}

std::string statement_hash(const History& history, const Finding& finding) {
  const std::string statement = normalised_statement(history, finding);
  return statement.empty() ? std::string{} : hashed(statement);
}

std::string fingerprint_source(const History& history, const Finding& finding) {
  const std::string statement = normalised_statement(history, finding);
  const std::string& said = finding.identity.empty() ? finding.message : finding.identity;
  const ObjectName& object = finding.object;
  return fmt::format("{}\n{}\n{}\n{}.{}.{}.{}", finding.rule, finding.migration_name, statement.empty() ? said : statement, object.schema,
                     object.table, object.column, object.name);
}

}  // namespace miglint
