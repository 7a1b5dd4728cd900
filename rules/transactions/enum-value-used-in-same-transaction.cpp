#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

/// From 17 on a type made in the same transaction may be used with all its labels.
static bool is_usable(const NewLabel& label, const Step& step, const std::vector<TransactionOf>& cut) {
  if (step.config.postgres < 17) return false;
  const auto type = step.before.enums.find(label.type);
  if (type == step.before.enums.end() || !step.before.is_new(type->second.origin)) return false;
  return cut[static_cast<std::size_t>(type->second.origin.statement)].id ==
         cut[static_cast<std::size_t>(step.index)].id;
}

static std::vector<bool> refused_in(const NewLabel& label, const Step& step) {
  std::vector<bool> refused = shares_with(step, label.added_by);
  for (std::size_t mode = 0; mode < refused.size(); ++mode)
    refused[mode] = refused[mode] && !is_usable(label, step, step.cuts[mode]);
  return refused;
}

/// Nothing where what follows needs the statement: then the value has to come in an earlier migration.
static std::optional<SaferPath> used_behind(const Step& step) {
  const Site site = site_of(step);
  if (site.in_do_block || is_built_on(site)) return std::nullopt;
  return moved_behind(site, "Use it in a migration of its own, when the value is committed", text_of(site));
}

static void check_enum_value_used_in_same_transaction(const Step& step, RuleContext& ctx) {
  for (const NewLabel& label : step.effect.new_labels) {
    const std::vector<bool> refused = refused_in(label, step);
    if (!any(refused)) continue;
    const std::string type = shown(label.type);
    std::vector<SaferPath> paths = offered({used_behind(step)});
    std::vector<SaferStep> words;
    if (paths.empty()) words = {{.text = "Add the value in a migration of its own, before this one"}};
    ctx.report(
        {.message = fmt::format("The new value {} of {} can't be used in the transaction that adds it{}",
                                label_in_prose(label.label), type, where_modes_differ(step, refused)),
         .object = {.schema = label.type.schema, .name = label.type.name},
         .why = "PostgreSQL refuses it (55P04) until ALTER TYPE … ADD VALUE is committed: the deploy stops "
                "here, on an empty database too.",
         .paths = std::move(paths),
         .safer = std::move(words),
         .related = {{.message = fmt::format("{} is added here", label_in_prose(label.label)),
                      .path = step.migration.source.path,
                      .line = line_of(step.migration, label.added_by)}},
         .change = label.change});
    return;  // one label is enough to stop the statement
  }
}

extern const Rule enum_value_used_in_same_transaction{.id = "enum-value-used-in-same-transaction",
                                                      .severity = Severity::error,
                                                      .check = on<check_enum_value_used_in_same_transaction>};

}  // namespace miglint
