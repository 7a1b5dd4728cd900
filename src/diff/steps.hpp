#pragma once

// The steps as they are found, put in order at the end.

#include <string>
#include <string_view>
#include <vector>

#include "diff/diff.hpp"
#include "diff/table_change.hpp"
#include "miglint/change.hpp"

namespace miglint {

/// For people: `public` goes without saying.
std::string object_of(const RelationName& name);

class Steps {
 public:
  explicit Steps(Spelling spelling) : spelling_(spelling) {}

  /// A statement of one change, about `object`.
  void add(DiffStep::Kind kind, std::string object, const Change& change);
  /// CREATE TABLE with its key, ALTER TABLE with its commands.
  void add(DiffStep::Kind kind, const RelationName& table, const std::vector<Change>& changes);
  void add(DiffStep::Kind kind, std::string object, std::string sql);
  /// One ALTER TABLE, and what stands around it.
  void add_change(const RelationName& table, const TableChange& change);
  /// After the step added last, whatever its kind.
  void add_behind(DiffStep::Kind kind, std::string object, const Change& change);

  /// By kind; those of one kind as they were added.
  std::vector<DiffStep> in_order();

 private:
  std::string text_of(const RelationName& table, const std::vector<Change>& changes) const;

  struct Placed {
    DiffStep::Kind order;
    DiffStep step;
  };
  Spelling spelling_;
  std::vector<Placed> steps_;
};

}  // namespace miglint
