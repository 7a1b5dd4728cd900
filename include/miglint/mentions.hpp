#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "miglint/migration.hpp"

namespace miglint {

/// A change of a migration, by statement and by its index there.
struct Mention {
  int statement = 0;
  int change = 0;
};

/// Where in a migration something is named: a rule that looks ahead or back asks here instead of going
/// through the file, or a file of a hundred thousand statements would take the square of that. Made when
/// first asked.
class Mentions {
 public:
  explicit Mentions(const Migration& migration) : migration_(migration) {}

  /// The changes that name a relation, type, function, schema, constraint or setting so, without its schema,
  /// in their order; those of a statement whose target has the name, all of them. Who asks looks at the
  /// change itself.
  std::span<const Mention> of(std::string_view name) const;
  /// Every CREATE TABLE.
  std::span<const Mention> created_tables() const;
  const Change& at(Mention place) const {
    return migration_.statements[static_cast<std::size_t>(place.statement)]
        .changes[static_cast<std::size_t>(place.change)]
        .change;
  }

 private:
  struct Places {
    /// the names are those in the changes
    std::unordered_map<std::string_view, std::vector<Mention>> by_name;
    std::vector<Mention> created_tables;
  };
  const Places& places() const;

  const Migration& migration_;
  mutable std::optional<Places> places_;
};

}  // namespace miglint
