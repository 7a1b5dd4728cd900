#include <algorithm>
#include <fmt/format.h>

#include "report/plan.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

/// As the manual writes it: `ACCESS EXCLUSIVE` for AccessExclusiveLock.
std::string mode_in_words(LockMode mode) {
  std::string words;
  std::string_view name = to_string(mode);
  name.remove_suffix(std::string_view("Lock").size());
  for (const char letter : name) {
    const bool upper = letter >= 'A' && letter <= 'Z';
    if (upper && !words.empty()) words += ' ';
    words += upper ? letter : static_cast<char>(letter - 'a' + 'A');
  }
  return words;
}

std::string who_waits(LockMode mode) {
  if (blocks_reads(mode)) return "reads, writes";
  if (blocks_writes(mode)) return "writes";
  return mode >= LockMode::row_exclusive ? "DDL only" : "nobody";
}

std::string names(const std::vector<Work>& work) {
  constexpr std::size_t most = 4;
  std::string joined;
  for (std::size_t i = 0; i < std::min(work.size(), most); ++i)
    joined += (joined.empty() ? "" : ", ") + work[i].relation.name;
  if (work.size() > most) joined += fmt::format(" and {} more", work.size() - most);
  return joined;
}

std::string work_in_words(const Effect& effect) {
  std::string words;
  const auto add = [&](std::string_view verb, const std::vector<Work>& work) {
    if (!work.empty()) words += fmt::format("{}{} {}", words.empty() ? "" : "; ", verb, names(work));
  };
  std::vector<Work> only_scanned;
  for (const Work& scan : effect.scans)
    if (std::ranges::find(effect.rewrites, scan.relation, &Work::relation) == effect.rewrites.end())
      only_scanned.push_back(scan);
  add("rewrites", effect.rewrites);
  add("scans", only_scanned);
  add("builds", effect.builds);
  add("rebuilds", effect.rebuilds);
  add("drops", effect.drops);
  return words;
}

std::string failure_in_words(const RowFailure& failure) {
  const std::string where = failure.columns.empty() ? to_string(failure.relation)
                                                    : fmt::format("{}({})", to_string(failure.relation),
                                                                  fmt::join(failure.columns, ", "));
  const std::string_view when = failure.only_new_rows ? "rows written meanwhile can fail in"
                                : failure.any_row     ? "fails if there is any row in"
                                                      : "can fail on rows of";
  return fmt::format("{} {}: {}{}", when, where, failures_in_words({failure.sqlstate}),
                     failure.handled ? " — " + *failure.handled : "");
}

std::vector<std::string> notes_of(const Effect& effect) {
  std::vector<std::string> notes;
  if (effect.always_fails)
    notes.push_back(fmt::format("always fails: {}: {}", failures_in_words({effect.always_fails->sqlstate}),
                                effect.always_fails->reason));
  for (const RowFailure& failure : effect.row_failures) notes.push_back(failure_in_words(failure));
  for (const Loss& loss : effect.losses)
    notes.push_back(fmt::format("loses {}", loss_in_words(to_string(loss))));
  return notes;
}

/// Locks that others wait for and that earlier statements of the transaction took.
std::string held_in_words(const std::vector<PlannedStatement>& plan, const PlannedStatement& planned,
                          const LineIndex& lines) {
  std::string words;
  std::vector<RelationName> said;
  for (const PlannedStatement& other : plan) {
    if (other.index < 0 || other.index >= planned.index || other.transaction.id != planned.transaction.id)
      continue;
    for (const Lock& lock : other.effect.locks) {
      if (!blocks_writes(lock.mode) || std::ranges::find(said, lock.relation) != said.end()) continue;
      said.push_back(lock.relation);
      words += fmt::format("{}{} (line {})", words.empty() ? "" : ", ", lock.relation.name,
                           lines.at(other.span.begin).line);
    }
  }
  return words;
}

std::string title_of(const Statement& statement, const PlannedStatement& planned) {
  std::string title = statement.tag;
  if (!statement.target.empty()) title += " " + statement.target.name;
  if (planned.changes.size() > 1 || statement.tag.starts_with("ALTER TABLE"))
    title += fmt::format(": {}", fmt::join(planned.changes, ", "));
  return title;
}

}  // namespace

std::vector<PlanRow> plan_rows(const Migration& migration, const MigrationResult& result) {
  const LineIndex lines(migration.source.text);
  std::vector<PlanRow> rows;
  for (const PlannedStatement& planned : result.plan) {
    const std::string title =
        planned.index < 0 ? std::string("(not read)")
                          : title_of(migration.statements[static_cast<std::size_t>(planned.index)], planned);
    PlanRow row{.line = lines.at(planned.span.begin).line, .statement = title};
    for (const Lock& lock : planned.effect.locks) {
      row.locks.push_back(fmt::format("{} {}", lock.relation.name, mode_in_words(lock.mode)));
      row.waits.push_back(who_waits(lock.mode));
    }
    row.work = work_in_words(planned.effect);
    row.held = held_in_words(result.plan, planned, lines);
    row.notes = notes_of(planned.effect);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string run_in_words(const Execution& execution, const Migration& migration) {
  const std::string assumed =
      migration.source.no_transaction ? "the file says that it wants no transaction" : execution.assumed;
  switch (run_mode(migration, execution.modes.front())) {
    case RunMode::batch:
      return execution.modes.size() > 1 ? fmt::format("shown as sent whole, in one transaction; {}", assumed)
                                        : fmt::format("sent whole, one transaction ({})", assumed);
    case RunMode::split:
      return fmt::format("each statement commits by itself ({})", assumed);
    case RunMode::file:
      return fmt::format("in BEGIN … COMMIT ({})", assumed);
  }
  return {};
}

std::string planned_in_words(const Outcome& outcome) {
  const Counts counts = count(outcome);
  std::string words = counts.judged == 0 ? "No migration planned"
                                         : fmt::format("{} planned", counted(counts.judged, "migration"));
  if (!outcome.selection.empty()) words += fmt::format(" ({})", outcome.selection);
  if (const int others = counts.migrations - counts.judged; others > 0)
    words += fmt::format("; {} not: --all plans every migration", others);
  return words;
}

}  // namespace miglint
