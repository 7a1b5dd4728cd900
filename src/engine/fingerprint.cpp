#include "engine/fingerprint.hpp"

#include <fmt/format.h>
#include <initializer_list>

#include "miglint/tokens.hpp"

namespace miglint {

namespace {

/// Longer statements stand by their hash: a thousand findings of one would read it a thousand times.
constexpr std::size_t longest_statement = 16 << 10;

std::string normalised_statement(const History& history, const Finding& finding) {
  if (finding.migration < 0 || finding.statement < 0) return {};
  const Migration& migration = history.migrations[static_cast<std::size_t>(finding.migration)];
  return normalised(migration.sql(migration.statements[static_cast<std::size_t>(finding.statement)]));
}

/// FNV-1a, 64 bits: no secret is kept by it, and it is the same on every machine.
class Hash {
 public:
  Hash& add(std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) {
      for (const char c : part) value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    return *this;
  }
  std::uint64_t value() const { return value_; }
  std::string text() const { return fmt::format("{:016x}", value_); }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

}  // namespace

std::string hashed(std::string_view text) { return Hash().add({text}).text(); }

std::string statement_hash(const History& history, const Finding& finding) {
  const std::string statement = normalised_statement(history, finding);
  return statement.empty() ? std::string{} : hashed(statement);
}

const std::string& Fingerprints::statement_of(const Finding& finding) {
  if (const std::pair at(finding.migration, finding.statement); at != at_) {
    at_ = at;
    statement_ = normalised_statement(history_, finding);
    if (statement_.size() > longest_statement) statement_ = hashed(statement_);
  }
  return statement_;
}

std::string Fingerprints::of(const Finding& finding) {
  const std::string& statement = statement_of(finding);
  const std::string& said = finding.identity.empty() ? finding.message : finding.identity;
  const ObjectName& object = finding.object;
  Hash hash;
  hash.add({finding.rule, "\n", finding.migration_name, "\n", statement.empty() ? said : statement, "\n"});
  hash.add({object.schema, ".", object.table, ".", object.column, ".", object.name});
  const int repeat = seen_[hash.value()]++;
  return repeat == 0 ? hash.text() : hash.add({"\n", std::to_string(repeat)}).text();
}

}  // namespace miglint
