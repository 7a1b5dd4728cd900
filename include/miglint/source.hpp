#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace miglint {

/// A range of bytes in a file's text, half open.
struct Span {
  int begin = 0;
  int end = 0;

  int length() const { return end - begin; }
  bool contains(int offset) const { return begin <= offset && offset < end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// A place a person can go to. Both are 1-based; columns count Unicode code points (a tab is one).
struct Position {
  int line = 1;
  int column = 1;
  friend bool operator==(const Position&, const Position&) = default;
};

/// Maps byte offsets to positions: linear once to build, logarithmic in lines (plus the length of one line)
/// to ask.
/// The text must outlive the index. Lines end at LF; the CR of a CRLF belongs to its line.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  Position at(int offset) const;
  /// The same place with the column in UTF-16 code units, as SARIF's default and GitHub count.
  Position at_utf16(int offset) const;
  /// The bytes of a 1-based line without its line ending; empty past the last line.
  std::string_view line(int number) const;
  Span line_span(int number) const;
  int line_count() const { return static_cast<int>(starts_.size()); }

 private:
  int line_at(int offset) const;

  std::string_view text_;
  std::vector<int> starts_;  // offset of each line's first byte
};

/// How a folder of migrations is laid out, which decides the order and how a file is run.
/// `diesel`: Hasura's migrations are laid out the same.
enum class Layout {
  prisma,
  drizzle,
  golang_migrate,
  goose,
  dbmate,
  flyway,
  supabase,
  diesel,
  sql_migrate,
  node_pg_migrate,
  plain
};

/// Where a migration stands in git. `committed`: on HEAD only; `pushed`: on the upstream too; `on_base`: on
/// the base.
enum class State { untracked, staged, modified, deleted, committed, pushed, on_base, outside_git };

/// One migration's file as it is read from disk, from the index or from standard input.
struct SourceFile {
  std::string path;            ///< as the user would type it from the current folder
  std::string name;            ///< of the migration: the folder's for Prisma, the file's stem elsewhere
  std::string migrations_dir;  ///< as the user would type it; one history is replayed for each
  std::string text;            ///< the bytes, unchanged
  /// what the runner executes on the way up (goose, dbmate, sql-migrate, node-pg-migrate); empty: the whole
  /// text
  std::vector<Span> sections;
  Layout layout = Layout::prisma;
  /// the migration says so itself (goose's NO TRANSACTION, dbmate's transaction:false, sql-migrate's
  /// notransaction, diesel's metadata.toml)
  bool no_transaction = false;
  State state = State::outside_git;
  bool judged = true;  ///< false: replayed silently, only to know the schema
};

std::string_view to_string(Layout layout);
/// As in JSON: `untracked`, …, `on-base`, `outside-git`.
std::string_view to_string(State state);

}  // namespace miglint
