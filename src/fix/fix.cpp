#include "fix/fix.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "discover/layouts.hpp"
#include "fix/new_migration.hpp"
#include "fix/proof.hpp"
#include "fix/take_path.hpp"
#include "miglint/characters.hpp"
#include "miglint/effect.hpp"
#include "miglint/error.hpp"
#include "miglint/frozen.hpp"
#include "parse/parser.hpp"

namespace miglint {

namespace {

/// Each mends a finding, or settles that it can't be: more than any folder has.
constexpr int most_rounds = 2000;

bool is_uncommitted(State state) { return state == State::untracked || state == State::staged; }

std::string listed(const std::vector<std::string>& words, std::size_t most) {
  std::string list;
  for (std::size_t i = 0; i < std::min(words.size(), most); ++i)
    list.append(list.empty() ? "" : "; ").append(words[i]);
  return words.size() > most ? fmt::format("{}; and {} more", list, words.size() - most) : list;
}

std::string questions(const std::vector<const Need*>& needs) {
  std::vector<std::string> list;
  for (const Need* need : needs)
    list.push_back(fmt::format("{} (--set {}=SQL, such as {})", need->question, in_prose(need->name),
                               sql_in_prose(need->sample)));
  return listed(list, list.size());
}

/// The history while paths are taken, one after the other; a path that does not hold is taken back.
class Fixer {
 public:
  Fixer(History history, const Config& config, std::span<const Decision> decisions, const FixRequest& request)
      : history_(std::move(history)),
        config_(config),
        decisions_(decisions),
        request_(request),
        schema_(request.schema) {
    for (const Migration& migration : history_.migrations.all())
      originals_.emplace(migration.source.path, migration.source.text);
    history_.prisma_schema.reset();  // a path edits it beside the migrations
    judged_ = judge();
    for (const Later& earlier : request.later) later_sql_.push_back(earlier.sql);
    facts_ = meant_ = run_later(judged_.catalog, ordinal_of_later(), later_sql_).facts;
    note_use();
  }

  FixResult run() {
    for (int round = 0; round < most_rounds; ++round) {
      const auto next = std::ranges::find_if(judged_.findings, [&](const Finding& finding) {
        return is_wanted(finding) && !settled_.contains(finding.fingerprint);
      });
      if (next == judged_.findings.end()) break;
      // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): mending replaces the list it is in
      const Finding finding = *next;
      const std::string why = mend(finding);
      settled_.insert(finding.fingerprint);
      if (why.empty()) {
        ++result_.mended;
        mended_.insert(about(finding));
      } else {
        result_.left.push_back({.finding = finding, .line = line_of(finding), .why = why});
      }
    }
    collect();
    return std::move(result_);
  }

 private:
  LintResult judge() const {
    return lint(history_, config_, decisions_, {.keep_summary = false, .keep_changes = true});
  }
  bool is_wanted(const Finding& finding) const {
    if (finding.severity >= request_.fail_on) return true;
    // what stays of one as a warning, wherever its statement went, is not mended again
    const bool asked = foretells_failure(finding) || is_chosen(finding, request_.choices);
    return asked && !mended_.contains(about(finding)) && !has_been_taken_once(finding);
  }
  bool has_been_taken_once(const Finding& finding) const {
    return std::ranges::any_of(finding.paths, [&](const SaferPath& path) {
      return has_been_taken(path, finding, history_, config_);
    });
  }
  static std::pair<std::string, std::string> about(const Finding& finding) {
    return {finding.rule, object_words(finding.object)};
  }

  int ordinal_of_later() const { return static_cast<int>(history_.migrations.size()); }
  int line_of(const Finding& finding) const {
    if (finding.migration < 0) return 1;
    return history_.migrations[static_cast<std::size_t>(finding.migration)].line_at(finding.span.begin);
  }

  /// Which of what was asked for has something to speak of.
  void note_use() {
    for (const Finding& finding : judged_.findings) {
      for (const PathChoice& choice : request_.choices)
        if (is_chosen(finding, {choice})) used_choices_.insert(&choice);
      for (const SaferPath& path : finding.paths)
        for (const Need& need : path.needs) used_answers_.insert(need.name);
    }
  }
  std::string mend(const Finding& finding);
  std::string try_path(const Finding& finding, const SaferPath& path);
  /// What came of taking a path, somewhere.
  struct Trial {
    TakenPath taken;
    bool accepted = false;
    std::string objection = {};
    std::vector<std::string> remarks = {};  ///< who waits for whom
    LintResult judged = {};
    std::set<std::string> facts = {};
  };
  Trial try_at(const Finding& finding, const SaferPath& path, Ahead ahead);
  void take_back(std::size_t index, Migration before, const std::set<std::string>& created);
  std::string take_over(const Finding& finding, const SaferPath& path, const Trial& trial);
  std::string put_in(const Finding& finding, const TakenPath& taken);
  std::string objection(const Finding& finding, const SaferPath& path, Trial& trial) const;
  bool refuses_transaction(const Migration& migration) const;
  void keep(const Finding& finding, const SaferPath& path, const Trial& trial);
  void keep_later(const Finding& finding, const std::string& sql, const std::string& after);
  void keep_outside(const Finding& finding, const std::string& script);
  void collect();

  History history_;
  const Config& config_;
  std::span<const Decision> decisions_;
  const FixRequest& request_;
  std::vector<PrismaFile> schema_;
  std::map<std::string, std::string> originals_;  ///< path → text
  std::set<std::string> created_;                 ///< paths of migrations that were not there
  std::vector<std::string> later_sql_;
  std::map<std::string, std::string> outside_;  ///< path → text
  LintResult judged_;
  std::set<std::string> facts_, meant_;
  std::set<const PathChoice*> used_choices_;
  std::set<std::string> used_answers_;
  std::set<std::string> settled_;  ///< fingerprints of those that were mended, or are left
  std::set<std::pair<std::string, std::string>> mended_;  ///< rules and objects
  FixResult result_;
};

/// Empty, or why the finding is left.
std::string Fixer::mend(const Finding& finding) {
  const Picked picked = pick(finding, request_.choices, config_);
  if (picked.path == nullptr) return picked.why;
  const std::vector<const Need*> open = open_needs(*picked.path, config_);
  if (request_.needs_answers && !open.empty()) return questions(open);
  if (finding.migration < 0) return "no path is known that leads around it";
  try {
    return try_path(finding, *picked.path);
  } catch (const Error& error) {
    return error.what();
  }
}

/// What comes first goes right above the statement, or above all: where nobody waits for it. If somebody
/// waits either way, so be it.
std::string Fixer::try_path(const Finding& finding, const SaferPath& path) {
  const Trial near = try_at(finding, path, Ahead::of_statement);
  if (near.accepted && near.remarks.empty()) return take_over(finding, path, near);
  const bool has_steps_ahead = std::ranges::any_of(
      path.steps, [](const PathStep& step) { return step.place == PathStep::Place::before; });
  if (near.accepted && has_steps_ahead) {
    const Trial top = try_at(finding, path, Ahead::of_migration);
    if (top.accepted && top.remarks.size() < near.remarks.size()) return take_over(finding, path, top);
  }
  if (near.accepted) return take_over(finding, path, near);
  return fmt::format("path ({}), {}: {}", path.key, path.title, near.objection);
}

/// The history with the path taken, judged; the history is as it was afterwards.
Fixer::Trial Fixer::try_at(const Finding& finding, const SaferPath& path, Ahead ahead) {
  const auto index = static_cast<std::size_t>(finding.migration);
  Migration before = history_.migrations[index];
  Trial trial{.taken = take(before, finding, path, ahead)};
  if (trial.taken.text != before.source.text && is_frozen(before.source.state)) {
    trial.objection = "the migration is committed, and frozen: a new one can't undo what it does";
    return trial;
  }
  const std::set<std::string> created = created_;
  trial.objection = put_in(finding, trial.taken);
  if (trial.objection.empty()) {
    std::vector<std::string> later = later_sql_;
    if (!trial.taken.outside.empty()) later.push_back(trial.taken.outside);
    later.insert(later.end(), trial.taken.next_releases.begin(), trial.taken.next_releases.end());
    trial.judged = judge();
    Ending ending = run_later(trial.judged.catalog, ordinal_of_later(), later);
    trial.facts = std::move(ending.facts);
    trial.objection = objection(finding, path, trial);
    if (trial.objection.empty() && ending.refusal)
      trial.objection = fmt::format("its steps for later would fail: {}", *ending.refusal);
  }
  trial.accepted = trial.objection.empty();
  take_back(index, std::move(before), created);
  return trial;
}

void Fixer::take_back(std::size_t index, Migration before, const std::set<std::string>& created) {
  std::erase_if(history_.migrations.all(), [&](const Migration& migration) {
    return created_.contains(migration.source.path) && !created.contains(migration.source.path);
  });
  history_.migrations.all()[index] = std::move(before);
  created_ = created;
}

/// The path is taken for good.
std::string Fixer::take_over(const Finding& finding, const SaferPath& path, const Trial& trial) {
  put_in(finding, trial.taken);
  judged_ = trial.judged;
  facts_ = trial.facts;
  keep(finding, path, trial);
  return {};
}

/// Rewrites the migration, and puts the new ones behind it.
std::string Fixer::put_in(const Finding& finding, const TakenPath& taken) {
  std::vector<Migration>& all = history_.migrations.all();
  auto at = static_cast<std::size_t>(finding.migration);
  if (taken.text != all[at].source.text) {
    SourceFile file = all[at].source;
    file.text = taken.text;
    file.sections.clear();
    mark_sections(file);
    all[at] = parse(std::move(file));
  }
  while (at + 1 < all.size() && created_.contains(all[at + 1].source.path)) ++at;
  for (const std::string& sql : taken.next_migrations) {
    const Migration parsed = parse({.text = sql});
    const NewMigration wanted{.words = words_for(parsed),
                              .sql = laid_out(sql, history_.layout),
                              .refuses_transaction = refuses_transaction(parsed)};
    std::optional<SourceFile> file = file_after(history_, at, wanted);
    // behind others that nobody has run yet, if there is no room before them
    while (!file && at + 1 < all.size() && is_uncommitted(all[at + 1].source.state)) {
      ++at;
      file = file_after(history_, at, wanted);
    }
    if (!file && history_.layout == Layout::drizzle)
      return fmt::format(
          "drizzle's journal is drizzle-kit's to write: \"drizzle-kit generate --custom "
          "--name={}\", with {}",
          words_for(parsed), sql_in_prose(sql));
    if (!file) return "it needs another migration right after, and no name fits in there";
    created_.insert(file->path);
    ++at;
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(at), parse(*file));
  }
  return {};
}

bool Fixer::refuses_transaction(const Migration& migration) const {
  return std::ranges::any_of(migration.statements, [&](const Statement& statement) {
    return effect_of(statement, judged_.catalog, config_.postgres).refuses_transaction;
  });
}

/// Why the rewritten history is not what the path promises; empty: it is.
std::string Fixer::objection(const Finding& finding, const SaferPath& path, Trial& trial) const {
  const bool stays = finding.severity < request_.fail_on &&
                     std::ranges::find(path.leaves, std::string_view(finding.rule)) != path.leaves.end();
  if (!stays && !is_gone(finding, judged_.findings, trial.judged.findings, request_.fail_on))
    return "the finding would stay";
  for (const Finding* fresh : brought(judged_.findings, trial.judged.findings, finding, path)) {
    if (!is_about_waiting(*fresh)) return fmt::format("it would bring {}: {}", fresh->rule, fresh->message);
    trial.remarks.push_back(fmt::format("it brings {}: {}", fresh->rule, fresh->message));
  }
  const std::vector<std::string> other = differences(facts_, trial.facts);
  if (path.same() && !other.empty())
    return fmt::format("the schema would end otherwise: {}", listed(other, 3));
  return {};
}

void Fixer::keep(const Finding& finding, const SaferPath& path, const Trial& trial) {
  result_.said.push_back(fmt::format("{} ({}): path ({}), {}", finding.rule,
                                     in_prose(object_words(finding.object)), path.key, path.title));
  for (const Need* need : open_needs(path, config_))
    result_.said.push_back(fmt::format("  {} This is a sample: {}. Say yours with --set {}=SQL",
                                       need->question, sql_in_prose(need->sample), in_prose(need->name)));
  for (const PathStep& step : path.steps) {
    if (step.sql.empty() && step.place != PathStep::Place::here)
      result_.said.push_back("  yours: " + step.text);
  }
  for (const SchemaEdit& edit : path.schema) {
    if (!miglint::edit(schema_, edit)) result_.said.push_back("  schema.prisma: " + in_words(edit));
  }
  for (const std::string& remark : trial.remarks) result_.said.push_back("  " + remark);
  std::string after = fmt::format("{} is deployed everywhere, and no older version of the application runs",
                                  finding.migration_name);
  if (!trial.taken.outside.empty()) {
    keep_outside(finding, trial.taken.outside);
    after += fmt::format("; {}/{}.sql has run", request_.outside_from_root, finding.migration_name);
  }
  for (const std::string& sql : trial.taken.next_releases) {
    keep_later(finding, sql, after);
    after = fmt::format("{} is deployed", result_.later.back().name);
  }
}

void Fixer::keep_later(const Finding& finding, const std::string& sql, const std::string& after) {
  later_sql_.push_back(sql);
  const std::string words = words_for(parse({.text = sql}));
  const std::string prefix = finding.migration_name + "_";
  const auto is_own = [&](const std::string& name) { return name.starts_with(prefix); };
  const auto number = 1 + std::ranges::count_if(request_.later, is_own, &Later::name) +
                      std::ranges::count_if(result_.later, is_own, &Later::name);
  Later later{.name = fmt::format("{}{:02}_{}", prefix, number, words), .sql = sql, .after = after};
  result_.changes.push_back(
      {.kind = FileChange::Kind::create,
       .path = fmt::format("{}/{}.sql", request_.later_folder, later.name),
       .after = fmt::format("-- Not before {}.\n-- Then: miglint fix --due {} --write\n{}", later.after,
                            later.name, laid_out(sql, history_.layout))});
  result_.later.push_back(std::move(later));
}

void Fixer::keep_outside(const Finding& finding, const std::string& script) {
  const std::string path = fmt::format("{}/{}.sql", request_.outside_folder, finding.migration_name);
  const auto [place, fresh] = outside_.try_emplace(path, request_.read(path).value_or(std::string()));
  if (place->second.empty())
    place->second = fmt::format("-- When {0} is deployed: psql \"$DATABASE_URL\" -f {1}/{0}.sql\n",
                                finding.migration_name, request_.outside_from_root);
  place->second += script;
  later_sql_.push_back(script);  // what it makes is part of the schema that comes of it
}

void Fixer::collect() {
  std::vector<FileChange> changes;
  std::string below;
  for (const Migration& migration : history_.migrations.all()) {
    const auto original = originals_.find(migration.source.path);
    if (original == originals_.end()) result_.stacked_on.push_back(below);
    below = migration.source.name;
    if (original == originals_.end())
      changes.push_back(
          {.kind = FileChange::Kind::create, .path = migration.source.path, .after = migration.source.text});
    else if (original->second != migration.source.text)
      changes.push_back(
          {.path = migration.source.path, .before = original->second, .after = migration.source.text});
  }
  for (std::size_t i = 0; i < schema_.size(); ++i) {
    if (schema_[i].text != request_.schema[i].text)
      changes.push_back({.kind = FileChange::Kind::schema,
                         .path = schema_[i].path,
                         .before = request_.schema[i].text,
                         .after = schema_[i].text});
  }
  for (const auto& [path, text] : outside_) {
    const std::optional<std::string> before = request_.read(path);
    changes.push_back({.kind = before ? FileChange::Kind::edit : FileChange::Kind::create,
                       .path = path,
                       .before = before,
                       .after = text});
  }
  std::ranges::move(result_.changes, std::back_inserter(changes));
  result_.changes = std::move(changes);
  result_.differences = differences(meant_, facts_);
  result_.findings = std::move(judged_.findings);
  for (const PathChoice& choice : request_.choices)
    if (!used_choices_.contains(&choice)) result_.idle_choices.push_back(choice);
  for (const auto& [name, answer] : config_.answers)
    if (!used_answers_.contains(name)) result_.idle_answers.push_back(name);
}

}  // namespace

std::string_view to_string(FileChange::Kind kind) {
  switch (kind) {
    case FileChange::Kind::edit:
      return "edit";
    case FileChange::Kind::create:
      return "create";
    case FileChange::Kind::schema:
      return "schema";
    case FileChange::Kind::remove:
      return "remove";
  }
  return {};
}

FixResult fix(History history, const Config& config, std::span<const Decision> decisions,
              const FixRequest& request) {
  return Fixer(std::move(history), config, decisions, request).run();
}

}  // namespace miglint
