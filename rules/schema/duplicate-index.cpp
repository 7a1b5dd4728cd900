#include <algorithm>
#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static bool same_element(const IndexElement& a, const IndexElement& b) {
  const auto text = [](const IndexElement& e) { return e.expression ? e.expression->text : std::string(); };
  return a.column == b.column && text(a) == text(b) && a.collation == b.collation &&
         a.operator_class == b.operator_class && a.descending == b.descending &&
         a.nulls_first == b.nulls_first;
}

static bool same_condition(const Boxed<Expression>& a, const Boxed<Expression>& b) {
  return a.has_value() == b.has_value() && (!a || a->text == b->text);
}

/// What the new index finds and enforces, the old one finds and enforces as well.
static bool covers(const Index& old, const CreateIndex& index) {
  if (!old.valid || old.method != index.method || (index.unique && !old.unique) ||
      !same_condition(old.where, index.where))
    return false;
  if (index.unique && index.nulls_not_distinct != old.nulls_not_distinct) return false;
  return old.include == index.include && std::ranges::equal(old.elements, index.elements, same_element);
}

static bool is_dropped_later(const Index& old, const Step& step) {
  return std::ranges::any_of(step.mentions.of(old.name.name), [&](Mention place) {
    const auto* drop = std::get_if<DropIndex>(&step.mentions.at(place));
    const auto* constraint = std::get_if<DropConstraint>(&step.mentions.at(place));
    return (drop && drop->index.name == old.name.name) || (constraint && constraint->name == old.name.name);
  });
}

static void check_duplicate_index(const CreateIndex& index, const Step& step, RuleContext& ctx) {
  const Table* table = step.before.table(index.table);
  if (!table || index.only || step.certain_failure()) return;
  for (const Index& old : table->indexes) {
    if (old.name.name == index.name || !covers(old, index) || is_dropped_later(old, step)) continue;
    ctx.report(
        {.message = fmt::format("Index {} of {} does the same as {}", in_prose(name_of(index)),
                                shown(table->name), in_prose(old.name.name)),
         .object = object_of(index.table, step, {}, name_of(index)),
         .why = "Each write maintains both, both take space and memory, and queries use one.",
         .safer = {{.text = fmt::format("Leave it out: {} is there already", in_prose(old.name.name))}}});
    return;
  }
}

extern const Rule duplicate_index{
    .id = "duplicate-index", .severity = Severity::note, .check = on<check_duplicate_index>};

}  // namespace miglint
