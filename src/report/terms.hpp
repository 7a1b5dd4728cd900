#pragma once

// What decides about a change beside the rules' own opinion: configuration, decisions, allow comments. A
// change that brings these along judges itself by them, so every report says so.

#include <string>
#include <vector>

#include "report/outcome.hpp"

namespace miglint {

/// One thing to know before believing the verdict; a name in it that is no plain one stands as a JSON string.
struct Notice {
  std::string path;  ///< of the file that decides
  int line = 1;
  std::string message;  ///< a sentence without its full stop
};

/// The comment in the migration that allows a suppressed finding; null: the configuration or a decision does.
const Comment* allowing_comment(const History& history, const Finding& finding);

/// The suppressed finding is allowed by something that the change itself brought.
bool is_own_suppression(const JudgedHistory& judged, const Finding& finding);

/// In the outcome's order: configuration, decisions, then each finding that a comment allows (of very many,
/// the first ones).
std::vector<Notice> notices(const Outcome& outcome);

}  // namespace miglint
