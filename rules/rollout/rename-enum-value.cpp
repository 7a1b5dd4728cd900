#include <fmt/format.h>

#include "release_paths.hpp"

namespace miglint {

namespace {

bool is_new(const Step& step, const RelationName& type, const std::string& label) {
  const auto found = step.before.enums.find(type);
  if (found == step.before.enums.end()) return false;
  if (step.before.is_new(found->second.origin)) return true;
  const auto origin = found->second.label_origins.find(label);
  return origin != found->second.label_origins.end() && step.before.is_new(origin->second);
}

SaferPath mapped_value(const RenameEnumValue& rename, const RelationName& type) {
  return {
      .title = "Rename the value in schema.prisma alone",
      .result = fmt::format("enum {} keeps the label {}", in_words(type), label_in_prose(rename.from)),
      .steps = {left_out(fmt::format("Leave it out: with @map({}) on the value {} nothing changes in the "
                                     "database.",
                                     json_string(rename.from), in_prose(rename.to)))},
      .schema = {
          {.kind = SchemaEdit::Kind::map_field, .table = type, .column = rename.from, .name = rename.to}}};
}

/// The rows that hold the old label, and the defaults that would go on giving it.
std::string moved_over(const RenameEnumValue& rename, const RelationName& type, const Step& step) {
  std::string text;
  for (const auto& [table, column] : step.before.columns_of_type(type)) {
    if (column->type.array_dimensions > 0 || column->generated || column->inherited || table->partition_of)
      continue;
    const std::string name = identifier(column->name, step);
    const bool by_default =
        column->default_value && without_casts(*column->default_value).value == rename.from;
    if (by_default)
      text += fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT {};\n", relation(table->name, step),
                          name, quote_literal(rename.to));
    text += fmt::format("UPDATE {0} SET {1} = {2} WHERE {1} = {3};\n", relation(table->name, step), name,
                        quote_literal(rename.to), quote_literal(rename.from));
  }
  if (!text.empty()) text.pop_back();
  return text;
}

/// Both labels, one after the other: a label is never taken away again.
SaferPath both_labels(const RenameEnumValue& rename, const RelationName& type, const Step& step) {
  const std::string from = label_in_prose(rename.from);
  const std::string to = label_in_prose(rename.to);
  SaferPath path{.title = fmt::format("Add {} beside {}, and write it from the next release on", to, from),
                 .result = fmt::format("enum {} has both labels", in_words(type))};
  path.steps = {
      here(fmt::format("Add the new label. This release reads both, and still writes {}: the running "
                       "version can't read a row that holds {}.",
                       from, to),
           sql(AddEnumValue{.type = type, .label = rename.to, .neighbour = rename.from}, step))};
  const std::string rows = moved_over(rename, type, step);
  path.steps.push_back(
      rows.empty() ? by_hand(PathStep::Place::next_release, fmt::format("In the next release write {}.", to))
                   : next_release(fmt::format("In the next release, when every running version reads {}, "
                                              "write it, and move the rows over.",
                                              to),
                                  rows));
  if (has_schema_prisma(step))
    path.schema = {{.kind = SchemaEdit::Kind::keep_label, .table = type, .name = rename.from}};
  return path;
}

std::vector<SaferPath> paths_of(const RenameEnumValue& rename, const RelationName& type, const Step& step) {
  if (!can_be_rewritten(step)) return {};
  std::vector<SaferPath> paths;
  if (has_schema_prisma(step)) paths.push_back(mapped_value(rename, type));
  paths.push_back(both_labels(rename, type, step));
  return paths;
}

void check_rename_enum_value(const RenameEnumValue& rename, const Step& step, RuleContext& context) {
  const RelationName type = step.before.resolve(rename.type);
  if (is_new(step, type, rename.from)) return;  // made by this migration
  context.report({
      .message =
          fmt::format("Renaming {} of enum {} to {} breaks the running version, which uses the old label",
                      label_in_prose(rename.from), in_words(type), label_in_prose(rename.to)),
      .object = {.schema = type.schema, .name = type.name},
      .why = fmt::format("During the deploy the previous version of the application is still running: it "
                         "writes {0}, which is refused (22P02), and "
                         "cannot read the rows "
                         "that now hold {1}.",
                         label_in_prose(rename.from), label_in_prose(rename.to)),
      .paths = paths_of(rename, type, step),
      .safer = {{.text = "Keep the label, and map it to the new one in the code."}},
  });
}

}  // namespace

extern const Rule rename_enum_value;
const Rule rename_enum_value{
    .id = "rename-enum-value", .severity = Severity::error, .check = on<check_rename_enum_value>};

}  // namespace miglint
