#pragma once

// What a program does that miglint has a say in, told from its words alone.

#include <string>
#include <string_view>
#include <vector>

#include "shell/walk.hpp"
#include "shell/wrappers.hpp"

namespace miglint::shell {

struct Act {
  enum class Kind {
    stage,          ///< `git add`: anything of the work tree may be in the index from now on
    commit,         ///< makes a commit of the index
    edit,           ///< changes a file
    remove,         ///< removes a file, or a folder with all that is below it
    put,            ///< puts `sources` in place of `file`, or into it where it is a folder
    apply,          ///< applies a patch: `sources`, and `text`
    new_migration,  ///< prisma migrate dev
    deploy,         ///< runs the migrations that are there
    decide,         ///< takes a decision that is the user's: `text` says which
    ask,            ///< does what the user should be asked about: `text` says what and why
  };
  Kind kind = Kind::ask;
  std::string text;
  Field file;
  std::vector<Field> sources;
  bool contents = false;    ///< of `put`: what is in the source folder, not that itself
  bool work_tree = false;   ///< of `commit`: takes along what is changed in the work tree
  bool is_new_too = false;  ///< of `edit`: brings a text of its own: a new migration may get an allow comment
  std::vector<Field> folders;  ///< it changes to first (git -C)
};

/// In the order in which they are to be judged.
std::vector<Act> acts_of(const Run& run);

/// A program whose acts are known.
bool is_tool(std::string_view program);

// ---- By subject -------------------------------------------------------------------------------------------

/// git's commands, and what runs git hooks or keeps them from running.
void add_git_acts(const Run& run, std::vector<Act>& acts);
/// What git runs for its user: `bisect run`, `rebase --exec`, `submodule foreach`.
Layer git_layer(const Fields& words);

/// Database tools, and miglint's own decisions.
void add_tool_acts(const Run& run, std::vector<Act>& acts);
bool is_database_tool(std::string_view program);
/// SQL of which a statement changes the schema or deletes rows.
bool is_destructive_sql(std::string_view sql);

/// Programs that change files.
void add_file_acts(const Run& run, std::vector<Act>& acts);
bool is_file_tool(std::string_view program);

/// `--name=value`, `-n value`, …: the values of the options in the list, in order.
Fields values_of(const Fields& words, std::string_view options);
/// The words that are neither options nor their values.
Fields operands_of(const Fields& words, std::string_view valued, std::size_t from = 1);
bool has_option(const Fields& words, std::string_view options, std::string_view valued = {});

}  // namespace miglint::shell
