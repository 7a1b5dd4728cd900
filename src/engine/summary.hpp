#pragma once

#include <set>
#include <string>
#include <vector>

#include "miglint/catalog.hpp"
#include "miglint/migration.hpp"

namespace miglint {

/// What a migration does, in one line: "adds staff.email (text, nullable)", "creates posts; indexes posts
/// (author_id)".
class Summary {
 public:
  /// `before` is the catalog the statement finds.
  void add(const Statement& statement, const Catalog& before);
  std::string sentence() const;

 private:
  struct Deed {
    std::string verb;  ///< "adds"
    std::vector<std::string> things;
    std::set<std::string> known;  ///< the same, for finding them
  };
  void say(std::string verb, std::string thing);
  void add(const Change& change, const Catalog& before);

  std::vector<Deed> deeds_;
  std::set<RelationName> created_;
};

}  // namespace miglint
