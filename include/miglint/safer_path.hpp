#pragma once

// Advice as data. A rule offers paths; text, SARIF, agents and `fix` show and write the same ones. No line of
// SQL in a path has a gap to fill in: each has been executed, by the server suite and by whoever pastes it.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "miglint/name.hpp"

namespace miglint {

struct PathStep {
  /// Where it runs, seen from the command that the path is offered for.
  enum class Place {
    before,          ///< in the same migration, ahead of the statement
    here,            ///< in place of the command; those that follow, behind its statement
    next_migration,  ///< in a migration of its own, right after
    next_release,    ///< in a migration of a later release, when this one is deployed everywhere
    outside          ///< of migrations: a psql script that commits as it goes, after this migration
  };
  Place place = Place::here;
  std::string text;
  /// Runs as it stands, one statement or several, each with its `;`. Empty: the step is somebody's to do; of
  /// a `here` step, that the command goes.
  std::string sql = {};
};

/// As in JSON: `before`, `here`, `next-migration`, `next-release`, `outside`.
std::string_view to_string(PathStep::Place place);

/// What only a person knows. The steps' SQL has the answer that Config::answers gives under this name, else
/// the sample.
struct Need {
  std::string name;      ///< "users.email": what `fix --set` calls it
  std::string question;  ///< "Which value do the rows that are there get?"
  std::string sample;    ///< SQL of the right type that the rest of the migration bears
  bool sample_is_safe = false;
};

/// What a path asks of schema.prisma so that it says what the database then has.
struct SchemaEdit {
  enum class Kind {
    optional_field,  ///< the field of the column becomes optional: `String?`
    required_field,  ///< and required again
    map_field,       ///< the field named `name` gets @map of the column
    map_model,       ///< the model named `name` gets @@map of the table
    ignore_field,    ///< the column stays, and the client no longer reads it: the field is kept, with @ignore
    keep_label       ///< the enum (named by `table`) keeps the label `name`
  };
  Kind kind = Kind::optional_field;
  RelationName table;
  std::string column = {};
  std::string name = {};
  std::string definition = {};  ///< of ignore_field: the field's line, where the schema has it no more
};
/// The edit in words, for those who make it by hand.
std::string in_words(const SchemaEdit& edit);

/// The schema ends as the statement meant.
inline constexpr std::string_view same_result = "same";

/// One way out of a hazard, from the statement to the schema that it ends with.
struct SaferPath {
  /// `a`, `b`, …: what `fix --choose` calls it; empty: by its place among the finding's paths
  std::string key = {};
  std::string title;
  /// same_result, or in words how the schema ends otherwise: "staff.email stays nullable"
  std::string result = std::string(same_result);
  std::vector<Need> needs = {};
  std::vector<PathStep> steps;
  std::vector<SchemaEdit> schema = {};
  /// Rules whose findings on the same table stay by the path's own nature; all others that it would bring are
  /// refused by `fix`.
  std::vector<std::string_view> leaves = {};
  /// Other commands of the migration, as {statement, change}, that go with the one the path is offered for:
  /// the ADD COLUMN of a pair that is a rename.
  std::vector<std::pair<int, int>> along = {};

  bool same() const { return result == same_result; }
};

}  // namespace miglint
