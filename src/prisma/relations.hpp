#pragma once

// A schema's relations as the database has them: foreign keys, and the tables of implicit many-to-many
// relations.

#include <string>
#include <vector>

#include "miglint/change.hpp"
#include "prisma/tree.hpp"

namespace miglint::prisma {

/// A relation whose side `model` holds the columns.
struct ForeignKey {
  const Block* model = nullptr;
  const Field* field = nullptr;  ///< the relation field with `fields:`
  const Block* referenced = nullptr;
  std::vector<std::string> fields, references;  ///< the names of fields, not of columns
  std::string name;                             ///< of the constraint in the database
  ReferentialAction on_delete = ReferentialAction::restrict;
  ReferentialAction on_update = ReferentialAction::cascade;
};

/// Lists on both sides, which no model holds.
struct ManyToMany {
  std::string table;         ///< `_AToB`, or `_` and the relation's name
  const Block* a = nullptr;  ///< what column A refers to: the first by name
  const Block* b = nullptr;
};

/// In the order of the models and their fields. `relationMode = "prisma"` makes none.
std::vector<ForeignKey> foreign_keys(const Tree& tree);

std::vector<ManyToMany> many_to_many(const Tree& tree);

/// The one field that identifies a model, by @id, or @@id or @unique of one; null: there is none.
const Field* identifying_field(const Block& model);

bool is_ignored(const Block& model);

/// False with `relationMode = "prisma"`.
bool has_foreign_keys(const Tree& tree);

}  // namespace miglint::prisma
