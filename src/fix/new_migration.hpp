#pragma once

// A migration that comes right after another, in the layout of its folder.

#include <optional>
#include <string>
#include <string_view>

#include "miglint/history.hpp"

namespace miglint {

/// What a new migration is to hold.
struct NewMigration {
  std::string words;  ///< what it is called, without number: "validate_users_email_check"
  std::string sql;
  bool refuses_transaction = false;  ///< its one statement is refused inside a transaction
  std::string moment = {};  ///< YYYYMMDDhhmmss: a name that begins with a moment begins with none before it
};

/// The file, with the name and the markers of its layout; its path as the user would type it. nullopt: no
/// name fits between the migration at this index and the next one, or the layout keeps a register of its own
/// (drizzle's journal) that only its tool writes.
std::optional<SourceFile> file_after(const History& history, std::size_t index, const NewMigration& wanted);

/// A name for what these statements do: `validate_users_email_check`.
std::string words_for(const Migration& migration);

}  // namespace miglint
