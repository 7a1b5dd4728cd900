#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

bool is_new(const Step& step, const RelationName& type, const std::string& label) {
  const auto found = step.before.enums.find(type);
  if (found == step.before.enums.end()) return false;
  if (step.before.is_new(found->second.origin)) return true;
  const auto origin = found->second.label_origins.find(label);
  return origin != found->second.label_origins.end() && step.before.is_new(origin->second);
}

void check(const RenameEnumValue& rename, const Step& step, RuleContext& context) {
  const RelationName type = step.before.resolve(rename.type);
  if (is_new(step, type, rename.from)) return;  // made by this migration
  const std::string name = in_sql(type);
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
      .safer = {{.text = fmt::format(
                     "Rename the value in schema.prisma alone: `{} @map({})` needs no migration at all.",
                     in_prose(rename.to), json_string(rename.from))},
                {.text = "Or add the new label,",
                 .sql = fmt::format("ALTER TYPE {} ADD VALUE {};", name, quote_literal(rename.to))},
                {.text = "write it from the next release on, once every running version can read it, and "
                         "move the old rows over in a later migration."}},
  });
}

}  // namespace

extern const Rule rename_enum_value;
const Rule rename_enum_value{.id = "rename-enum-value", .severity = Severity::error, .check = on<check>};

}  // namespace miglint
