#include "renamed_table.hpp"

#include <fmt/format.h>
#include <set>

#include "release_paths.hpp"

namespace miglint {

namespace {

/// `users_email_key` → `people_email_key`; empty: it is not named after the table.
std::string renamed_after(std::string_view name, std::string_view table, std::string_view to) {
  if (name.size() <= table.size() || !name.starts_with(table) || name[table.size()] != '_') return {};
  const std::string renamed = fmt::format("{}{}", to, name.substr(table.size()));
  return renamed.size() > static_cast<std::size_t>(max_identifier_bytes) ? std::string{} : renamed;
}

bool is_renamed_later(const Step& step, const std::string& name) {
  return later(step, name,
               [&](const Change& change) {
                 const auto* rename = std::get_if<RenameObject>(&change);
                 return rename && rename->name.name == name;
               })
      .has_value();
}

}  // namespace

NamedAfter named_after(const Step& step, const Table& table, const std::string& name) {
  NamedAfter all;
  const auto rename = [&](const std::string& from, RenameObject change) {
    change.to = renamed_after(from, table.name.name, name);
    const RelationName taken{.schema = table.name.schema, .name = change.to};
    if (change.to.empty() || is_renamed_later(step, from) || step.before.relation_exists(NameView(taken)))
      return;
    all.sql = add_line(std::move(all.sql), sql(change, step));
    all.names.push_back(in_prose(change.to));
  };
  const RelationName renamed{.schema = table.name.schema, .name = name};
  std::set<std::string> of_constraints;
  for (const Constraint& constraint : table.constraints) {
    of_constraints.insert(constraint.name);
    if (constraint.inherited || constraint.kind == Constraint::Kind::not_null) continue;
    rename(constraint.name,
           {.kind = ObjectKind::constraint, .name = {.schema = {}, .name = constraint.name}, .on = renamed});
  }
  for (const Index& index : table.indexes) {
    if (!of_constraints.contains(index.name.name))
      rename(index.name.name, {.kind = ObjectKind::index, .name = index.name});
  }
  for (const auto& [key, sequence] : step.before.sequences) {
    if (sequence.owned_by_table == table.name)
      rename(sequence.name.name, {.kind = ObjectKind::sequence, .name = sequence.name});
  }
  return all;
}

std::string view_of(const Step& step, const RelationName& name, const std::vector<std::string>& names,
                    const RelationName& table) {
  return fmt::format("CREATE VIEW {} AS SELECT {} FROM {};", relation(name, step),
                     names.empty() ? "*" : columns(names, step), relation(table, step));
}

SaferPath mapped_model(const RelationName& table, const std::string& name) {
  return {
      .title = "Rename the model in schema.prisma alone",
      .result = fmt::format("the table keeps its name {}", in_words(table)),
      .steps = {left_out(fmt::format("Leave it out: with @@map({}) in the model {} nothing changes in the "
                                     "database.",
                                     json_string(table.name), in_prose(name)))},
      .schema = {{.kind = SchemaEdit::Kind::map_model, .table = table, .name = name}}};
}

SaferPath with_a_view(const Step& step, const RelationName& old, const Table* table,
                      const RelationName& renamed, const std::string& kind) {
  SaferPath path{.title = fmt::format("Leave a view under the {}'s old name for one release", kind)};
  const NamedAfter named =
      table && old.schema == renamed.schema ? named_after(step, *table, renamed.name) : NamedAfter{};
  if (!named.names.empty()) {
    path.result = fmt::format("{} {} named after the {} as well", in_words(named.names),
                              named.names.size() > 1 ? "are" : "is", kind);
    path.steps.push_back(here("Rename what is named after it.", named.sql));
  }
  std::vector<std::string> names;
  for (const Column& column : table ? table->columns : SharedList<Column>{}) names.push_back(column.name);
  if (const View* view = step.before.view(old); view && view->columns_known) names = view->columns;
  const bool writable = table != nullptr;
  path.steps.push_back(
      here(fmt::format("The running version reads{} the view. (Where it connects as another role "
                       "than the one that migrates, grant that role on the view what it has on "
                       "the {}.)",
                       writable ? ", and writes through," : "", kind),
           view_of(step, old, names, renamed)));
  path.steps.push_back(
      in_next_release({.rule = "drop-view",
                       .what = "drop the view",
                       .when = fmt::format("no running version uses the name {} any more", in_words(old)),
                       .sql = sql(DropObject{.kind = ObjectKind::view, .name = old}, step)}));
  return path;
}

namespace {

bool fills_itself(const ColumnDefinition& column) {
  return column.identity != Identity::none || column.type.name.find("serial") != std::string::npos;
}

}  // namespace

std::optional<std::string> copy_rows(const Step& step, const Table& old, const CreateTable& created,
                                     bool only_missing) {
  const RelationName name = step.before.creation_name(created.table);
  std::vector<std::string> common;
  std::string sequences;
  bool overriding = false;
  for (const ColumnDefinition& column : created.columns) {
    if (column.generated) continue;
    const bool needs_value =
        (column.not_null || column.primary_key) && !column.default_value && !fills_itself(column);
    if (!old.column(column.name)) {
      if (needs_value) return std::nullopt;
      continue;
    }
    common.push_back(column.name);
    overriding |= column.identity == Identity::always;
    if (fills_itself(column))
      sequences += fmt::format("\nSELECT setval(pg_get_serial_sequence({}, {}), max({})) FROM {};",
                               quote_literal(relation(name, step)), quote_literal(column.name),
                               identifier(column.name, step), relation(name, step));
  }
  const Constraint* key = old.primary_key();
  if (common.empty() || (only_missing && !key)) return std::nullopt;
  std::string missing;
  if (only_missing) {
    std::vector<std::string> same;
    for (const std::string& column : key->columns)
      same.push_back(fmt::format("there.{0} = old.{0}", identifier(column, step)));
    missing = fmt::format("\n  WHERE NOT EXISTS (SELECT FROM {} AS there WHERE {})", relation(name, step),
                          fmt::join(same, " AND "));
  }
  const std::string list = columns(common, step);
  return fmt::format("INSERT INTO {} ({}){}\n  SELECT {} FROM {} AS old{};{}", relation(name, step), list,
                     overriding ? " OVERRIDING SYSTEM VALUE" : "", list, relation(old.name, step), missing,
                     sequences);
}

}  // namespace miglint
