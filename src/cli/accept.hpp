#pragma once

// What `miglint accept` writes. Apart from the command, so that it can be tried without a terminal.

#include <optional>
#include <string>
#include <string_view>

#include "miglint/lint.hpp"

namespace miglint {

/// A migration's text with `-- miglint: allow <rule>: <reason>` on a line of its own before the finding's
/// statement, indented as it and with the file's line ending; before everything, as `allow-file`, for a
/// finding about no statement.
std::string with_allow_comment(const Migration& migration, const Finding& finding, std::string_view reason);

/// The decisions file's text with one more entry. Throws Error where the file is in a form that can't be
/// appended to.
std::string with_decision(const std::string& text, const std::string& path, const Decision& decision);

/// Why these words are no consent; nothing when they are. A constant such as `yes` or `1` says nothing about
/// what was asked.
std::optional<std::string> refused_consent(std::string_view words);

/// What must be typed to accept: the table or column at stake, else the rule's name.
std::string name_at_stake(const Finding& finding);

}  // namespace miglint
