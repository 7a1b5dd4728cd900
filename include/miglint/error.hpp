#pragma once

#include <stdexcept>
#include <string>

namespace miglint {

/// Something is wrong with the user's set-up (usage, configuration, an unreadable file, an unknown ref): the
/// job cannot be done. `what()` is one whole sentence that names the thing and the next step. Caught once, in
/// `run`; exit status 2.
/// What is wrong *in* the user's SQL is never an Error: it is a Finding.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& sentence) : std::runtime_error(sentence) {}
};

/// One file or folder that could not be read; the others were. Exit status 2 at the end.
struct FileError {
  std::string path;
  std::string message;  ///< without the path
};

}  // namespace miglint
