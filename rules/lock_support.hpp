#pragma once

// What the rules about locks, transactions and design share: which work a change does, how they name things,
// the SQL of their safer paths.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/characters.hpp"
#include "miglint/rule.hpp"
#include "miglint/transactions.hpp"

namespace miglint {

/// `users`, `billing.invoices`: resolved, with the schema where it is not public. For messages.
std::string shown(const RelationName& relation, const Step& step);
std::string shown(const RelationName& resolved);
/// `users.email`
std::string shown(const RelationName& relation, std::string_view column, const Step& step);
/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words);

ObjectName object_of(const RelationName& relation, const Step& step, std::string column = {},
                     std::string name = {});

/// The change at hand does this work: on this relation, or on any.
bool does(const std::vector<Work>& work, const Step& step, const RelationName& relation);
bool does(const std::vector<Work>& work, const Step& step);
/// The statement as a whole does it on the relation.
bool statement_does(const std::vector<Work>& work, const Step& step, const RelationName& relation);

/// Nobody waits for work on a table without rows.
bool surely_empty(const Step& step, const RelationName& relation);

/// The statement's text, `word` (the first one outside quotes and comments) followed by `addition`;
/// empty when the word is not there.
std::string with_words_after(const Step& step, std::string_view word, std::string_view addition);

/// The constraint's name, or the one PostgreSQL would give it.
std::string name_of(const AddForeignKey& key);
std::string name_of(const AddCheck& check);
std::string name_of(const AddUnique& key);
std::string name_of(const AddPrimaryKey& key);
std::string name_of(const CreateIndex& index);

/// How the runner's ways of sending a file are named in messages: "sent as one string (Prisma up to 7.3)".
std::string_view describe(RunMode mode, const History& history);
/// "", or " when the file is sent as one string (Prisma up to 7.3)" where only some of the modes that are
/// judged for do `in_question`.
std::string where_modes_differ(const Step& step, const std::vector<bool>& in_question);

/// In which of the modes the step shares its transaction with another statement of its migration.
std::vector<bool> shares_with(const Step& step, int statement);
bool any(const std::vector<bool>& modes);

/// A column that a change makes, or gives another type.
struct TypedColumn {
  RelationName table;
  std::string name;
  TypeName type;
  bool on_new_table = false;
  bool primary_key = false;
};
/// Those of a type that is wanted.
std::vector<TypedColumn> typed_columns(const Change& change, const Step& step,
                                       bool (*wanted)(const TypeName&));
/// A type of PostgreSQL's own, of this name; an array of it too.
bool is_builtin(const TypeName& type, std::string_view name);

/// The 1-based line of a statement.
int line_of(const Migration& migration, int statement);

/// Which locks a migration holds when its steps begin, for each way its file may be run. Ask of the steps in
/// order.
class LocksOverTime {
 public:
  explicit LocksOverTime(const MigrationView& migration)
      : migration_(migration), modes_(migration.history.execution.modes.size()) {}

  struct Found {
    HeldLock lock;
    std::string modes;  ///< " when the file is …", where another mode differs; else empty
  };
  /// The first mode in which `choose` finds a lock among those held when step `i` begins.
  template <class Choose>
  std::optional<Found> first_mode_where(std::size_t i, Choose choose) {
    advance(i);
    std::optional<Found> found;
    std::size_t others = 0;
    for (std::size_t mode = 0; mode < modes_.size(); ++mode) {
      const std::optional<HeldLock> lock = choose(modes_[mode].held());
      if (!lock) ++others;
      if (lock && !found) found = Found{.lock = *lock, .modes = fmt_mode(mode)};
    }
    if (found && others == 0) found->modes.clear();
    return found;
  }

 private:
  void advance(std::size_t i);
  std::string fmt_mode(std::size_t mode) const;

  const MigrationView& migration_;
  std::vector<LocksHeld> modes_;
  std::size_t next_ = 0;  ///< the step whose locks have not been taken yet
};

}  // namespace miglint
