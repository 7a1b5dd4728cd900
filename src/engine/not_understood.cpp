#include "engine/not_understood.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "catalog/objects.hpp"

namespace miglint {

namespace {

class Collector {
 public:
  Collector(std::vector<NotUnderstood>& into, const Migration& migration, const Catalog& before)
      : into_(into), migration_(migration), before_(before) {}

  void read(const Statement& statement) {
    for (const StatementChange& one : statement.changes) {
      calls(statement.span, one.change);
      if (const auto* block = std::get_if<DoBlock>(&one.change)) {
        read(*block);
      } else {
        say(statement.span, about(statement, one.change));
      }
    }
  }

 private:
  void say(Span span, std::string what) {
    if (!what.empty()) into_.push_back({migration_.line_at(span.begin), std::move(what)});
  }

  void calls(Span span, const Change& change) {
    if (const auto called = unknown_call(before_, change))
      say(span, fmt::format("calls {}(), which {}", to_string(called->function), called->why));
  }

  void read(const DoBlock& block) {
    for (const Unread& unread : block.unread) say(unread.span, unread.what);
    for (const DoBlock::Step& step : block.steps) {
      const bool said_already = !step.statement.changes.empty() &&
                                std::holds_alternative<Unmodelled>(step.statement.changes.front().change);
      if (!said_already) read(step.statement);
    }
  }

  /// A finding says what could not be read of it.
  bool is_said_otherwise(const Statement& statement) const {
    return std::ranges::any_of(migration_.issues, [&](const ParseIssue& issue) {
      return statement.span.begin <= issue.span.begin && issue.span.begin < statement.span.end;
    });
  }

  std::string about(const Statement& statement, const Change& change) const {
    if (const auto* unmodelled = std::get_if<Unmodelled>(&change)) {
      if (is_said_otherwise(statement)) return {};
      if (unmodelled->tag == "EXECUTE") return "EXECUTE runs a prepared statement, which is not read";
      return fmt::format("what {} does is not known to miglint", unmodelled->tag);
    }
    if (const auto* upkeep = std::get_if<Maintenance>(&change)) return about(statement.tag, *upkeep);
    if (const auto* copy = std::get_if<CopyRows>(&change); copy != nullptr && copy->program)
      return "COPY … PROGRAM runs a command on the server";
    if (const auto* drop = std::get_if<DropObject>(&change)) return about(statement.tag, *drop);
    if (std::holds_alternative<Delete>(change) && statement.tag == "MERGE") return "MERGE deletes rows";
    return {};
  }

  /// What concerns the whole server or another database.
  static std::string about(std::string_view tag, const Maintenance& change) {
    using Action = Maintenance::Action;
    switch (change.action) {
      case Action::drop_database:
      case Action::alter_system:
      case Action::drop_tablespace:
      case Action::drop_subscription:
        return fmt::format("{} reaches beyond this database's schema and is not judged", tag);
      default:
        return {};
    }
  }

  static std::string about(std::string_view tag, const DropObject& change) {
    const bool foreign_data =
        change.kind == ObjectKind::foreign_data_wrapper || change.kind == ObjectKind::server;
    const bool with_unknown = change.kind == ObjectKind::extension || change.kind == ObjectKind::other ||
                              (is_registered(change.kind) && !foreign_data);
    if (!with_unknown || !change.cascade) return {};
    return fmt::format("{} … CASCADE drops what uses it, too, and not all of that is known", tag);
  }

  std::vector<NotUnderstood>& into_;
  const Migration& migration_;
  const Catalog& before_;
};

}  // namespace

void add_not_understood(std::vector<NotUnderstood>& into, const Migration& migration,
                        const Statement& statement, const Catalog& before) {
  Collector(into, migration, before).read(statement);
}

}  // namespace miglint
