#pragma once

// What each runner of migrations makes of a file that changes or goes after a database has run it, and how a
// new migration is made with it: advice speaks the words of the folder's own runner.

#include <string>
#include <string_view>

#include "miglint/source.hpp"

namespace miglint {

struct RunnerWords {
  std::string_view name;     ///< "Flyway"; of plain files "the runner"
  std::string_view edited;   ///< what happens where a file that was run is edited: a sentence
  std::string_view comment;  ///< the same where only comments or white space are
  std::string_view deleted;  ///< the same where it is gone
  /// The command that makes an empty migration, with a placeholder in `<>` for its name; empty: a file is
  /// written by hand.
  std::string_view make;
};
const RunnerWords& runner_words(Layout layout);

/// How a further migration is made, for the end of a sentence: `prisma migrate dev --create-only --name …`,
/// or in words where it is a file.
std::string how_to_make(Layout layout);

}  // namespace miglint
