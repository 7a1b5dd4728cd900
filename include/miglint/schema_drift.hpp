#pragma once

// Where schema.prisma and the migrations disagree once all of them have run.

#include <string>
#include <vector>

#include "miglint/source.hpp"

namespace miglint {

struct SchemaDrift {
  /// One statement that the migrations lack.
  struct Step {
    std::string name;    ///< Prisma's word for it: `AlterTable`
    std::string object;  ///< for people
    std::string sql;
  };
  /// What Prisma refuses in schema.prisma: nothing can be compared with it.
  struct Problem {
    std::string path;
    Span span;  ///< in that file's text
    std::string message;
  };
  std::string path;           ///< of schema.prisma, of the first file where it is several
  std::vector<Step> fresh;    ///< came with what is judged
  std::vector<Step> earlier;  ///< was there before it
  std::vector<Problem> problems;
  bool problems_are_fresh = false;  ///< the version before had none
  /// Nothing is known of the version before: it may all have been there.
  bool age_unknown = false;
};

}  // namespace miglint
