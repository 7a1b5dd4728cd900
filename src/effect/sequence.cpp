// Sequences: their bounds (sequence.c, init_params), their owner, and what nextval() and setval() are given.

#include "effect/sequence.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>

#include "analysis/builtins.hpp"
#include "analysis/literal.hpp"
#include "catalog/naming.hpp"
#include "effect/changes.hpp"
#include "effect/presence.hpp"

namespace miglint {

// ---- Bounds -----------------------------------------------------------------------------------------------

struct Range {
  std::int64_t minimum, maximum;
  bool contains(std::int64_t value) const { return minimum <= value && value <= maximum; }
};

/// None: not a type that a sequence can have.
static std::optional<Range> range_of_type(const TypeName& type) {
  const auto of = []<class Integer>(Integer) {
    return Range{std::numeric_limits<Integer>::min(), std::numeric_limits<Integer>::max()};
  };
  if (type.name == "int2" || type.name == "smallserial") return of(std::int16_t{});
  if (type.name == "int4" || type.name == "serial") return of(std::int32_t{});
  if (type.empty() || type.name == "int8" || type.name == "bigserial") return of(std::int64_t{});
  return std::nullopt;
}

static Range bounds(const SequenceOptions& options, const Range& type) {
  const bool ascending = options.increment.value_or(1) > 0;
  return {.minimum = options.minimum.value_or(ascending ? 1 : type.minimum),
          .maximum = options.maximum.value_or(ascending ? type.maximum : -1)};
}

static std::int64_t start_of(const SequenceOptions& options, const Range& range) {
  return options.start.value_or(options.increment.value_or(1) > 0 ? range.minimum : range.maximum);
}

static bool is_bad(Context& context, std::string reason) {
  always_fails(context, "22023", std::move(reason));
  return true;
}

bool sequence_fails(Context& context, const TypeName& type, const SequenceOptions& options) {
  const auto type_range = range_of_type(context.catalog.resolve(type));
  const bool known = type_range || builtin_type(type.name) != nullptr;
  if (!known) return false;  // an identity column of a domain: not for us to say
  if (!type_range) return is_bad(context, "a sequence is smallint, integer or bigint");
  if (options.increment == 0) return is_bad(context, "INCREMENT is 0");
  for (const auto& [word, value] :
       {std::pair("MAXVALUE", options.maximum), std::pair("MINVALUE", options.minimum)})
    if (value && !type_range->contains(*value))
      return is_bad(context, fmt::format("{} {} is out of the type's range", word, *value));
  const Range range = bounds(options, *type_range);
  if (range.minimum >= range.maximum)
    return is_bad(context, fmt::format("MINVALUE {} is not below MAXVALUE {}", range.minimum, range.maximum));
  const std::int64_t start = start_of(options, range);
  for (const auto& [word, value] :
       {std::pair("START", std::optional(start)), std::pair("RESTART", options.restart)})
    if (value && !range.contains(*value))
      return is_bad(
          context, fmt::format("{} {} is not between {} and {}", word, *value, range.minimum, range.maximum));
  if (options.cache && *options.cache <= 0) return is_bad(context, "CACHE must be greater than 0");
  return false;
}

// ---- nextval(), setval() ----------------------------------------------------------------------------------

/// A literal that is read as regclass at once.
static const Expression* named_sequence(const Expression& call) {
  if (call.args.empty()) return nullptr;
  const Expression& argument = call.args.front();
  const bool cast = argument.kind == Expression::Kind::cast && argument.type.name == "regclass";
  const Expression& inner = cast && !argument.args.empty() ? argument.args.front() : argument;
  return inner.kind == Expression::Kind::constant && inner.type.name == "unknown" ? &inner : nullptr;
}

static void check_value(Context& context, const Expression& call, const Sequence& sequence) {
  const auto type = range_of_type(context.catalog.resolve(sequence.type));
  const bool known = !sequence.identity && !sequence.options.no_maximum && type;
  if (!known || call.args.size() < 2 || call.args[1].kind != Expression::Kind::constant) return;
  const std::string& text = call.args[1].value;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return;
  const Range range = bounds(sequence.options, *type);
  if (!range.contains(value))
    always_fails(context, "22003",
                 fmt::format("{} is not between {} and {}, the bounds of {}", value, range.minimum,
                             range.maximum, in_prose(sequence.name)));
}

static void check_call(Context& context, const Expression& call) {
  const Expression* literal = named_sequence(call);
  if (literal == nullptr) return;
  const RelationName name = parse_relation_name(literal->value);
  if (name.empty()) return;
  if (!name.schema.empty() && context.catalog.schema_certainly_missing(name.schema))
    return always_fails(context, "3F000", fmt::format("schema {} does not exist", in_prose(name.schema)));
  if (!is_relation_of(context, name, {Relkind::sequence})) return;
  const Sequence* sequence = context.catalog.sequence(name);
  if (call.function.name == "setval" && sequence != nullptr) check_value(context, call, *sequence);
}

void check_sequence_calls(Context& context, const Expression& expression) {
  walk(expression, [&](const Expression& part) {
    const std::string& name = part.function.name;
    const bool draws = part.kind == Expression::Kind::function &&
                       (name == "nextval" || name == "setval" || name == "currval") &&
                       (part.function.schema.empty() || part.function.schema == "pg_catalog");
    if (draws && !failed(context)) check_call(context, part);
  });
}

// ---- Owners -----------------------------------------------------------------------------------------------

static void own_by(Context& context, const std::string& schema, const RelationName& table_name,
                   const std::string& column) {
  if (table_name.empty() || !is_relation_of(context, table_name, {Relkind::table, Relkind::view})) return;
  lock(context, table_name, LockMode::access_share);
  const RelationName table = resolve(context, table_name);
  if (table.schema != schema && context.catalog.relation_exists(table))
    return always_fails(context, "55000",
                        fmt::format("the sequence is not in the schema of {}", in_prose(table)));
  column_is_there(context, table_name, column);
}

void apply(Context& context, const CreateSequence& change) {
  const Catalog& catalog = context.catalog;
  const RelationName name = name_of_new(catalog, change.sequence, change.persistence);
  if (catalog.relation_exists(name)) {
    if (!change.if_not_exists)
      always_fails(context, "42P07", fmt::format("{} exists already", in_prose(name)));
    return;
  }
  if (catalog.type_exists(name))
    return always_fails(context, "42710", fmt::format("type {} exists already", in_prose(name)));
  if (!change.type.empty() && !type_is_there(context, change.type)) return;
  SequenceOptions options = change.options;
  options.restart.reset();  // nobody looks at it here
  if (!sequence_fails(context, change.type, options))
    own_by(context, name.schema, change.owned_by_table, change.owned_by_column);
}

static void alter(Context& context, const Sequence& sequence, const AlterSequence& change) {
  const bool owner = change.owned_by_none || !change.owned_by_table.empty();
  if (sequence.identity && owner)
    return always_fails(context, "0A000",
                        fmt::format("{} belongs to an identity column", in_prose(sequence.name)));
  // ALTER COLUMN … SET changes an identity column's; and with AS the old type's bounds go
  const bool options_known = !sequence.identity && change.type.empty() && !sequence.options.no_maximum;
  SequenceOptions options = options_known ? sequence.options : SequenceOptions{};
  if (options_known || change.options.increment || change.options.cache) {
    const SequenceOptions& written = change.options;
    if (written.increment) options.increment = written.increment;
    if (written.start) options.start = written.start;
    if (written.cache) options.cache = written.cache;
    if (written.minimum || written.no_minimum) options.minimum = written.minimum;
    if (written.maximum || written.no_maximum) options.maximum = written.maximum;
    options.restart = written.restart;
    // a sequence keeps the bounds and the start it has when the direction changes
    const bool turned =
        written.increment && (*written.increment > 0) != (sequence.options.increment.value_or(1) > 0);
    if (!turned && sequence_fails(context, sequence.type, options)) return;
    if (turned && *written.increment == 0) return always_fails(context, "22023", "INCREMENT is 0");
  }
  own_by(context, sequence.name.schema, change.owned_by_table, change.owned_by_column);
}

void apply(Context& context, const AlterSequence& change) {
  if (change.if_exists && context.catalog.certainly_missing(change.sequence)) return;
  if (!is_relation_of(context, change.sequence, {Relkind::sequence})) return;
  if (!change.type.empty() && (!type_is_there(context, change.type) ||
                               (!range_of_type(context.catalog.resolve(change.type)) &&
                                is_bad(context, "a sequence is smallint, integer or bigint"))))
    return;
  if (const Sequence* sequence = context.catalog.sequence(change.sequence)) alter(context, *sequence, change);
}

}  // namespace miglint
