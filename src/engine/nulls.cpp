// Whether a computed value can be NULL.

#include <algorithm>
#include <array>

#include "engine/conditions.hpp"
#include "engine/row_scope.hpp"

namespace miglint {

namespace {

using Kind = Expression::Kind;

// Functions of PostgreSQL's that never return NULL, or only for a NULL argument in those marked strict.
constexpr auto never_null_functions = std::to_array<std::string_view>({"now",
                                                                       "clock_timestamp",
                                                                       "statement_timestamp",
                                                                       "transaction_timestamp",
                                                                       "timeofday",
                                                                       "current_date",
                                                                       "current_time",
                                                                       "localtime",
                                                                       "localtimestamp",
                                                                       "random",
                                                                       "gen_random_uuid",
                                                                       "uuid_generate_v4",
                                                                       "uuid_generate_v1",
                                                                       "uuid_generate_v1mc",
                                                                       "uuidv4",
                                                                       "uuidv7",
                                                                       "nextval",
                                                                       "concat",
                                                                       "jsonb_build_object",
                                                                       "json_build_object",
                                                                       "jsonb_build_array",
                                                                       "json_build_array",
                                                                       "row_number",
                                                                       "rank",
                                                                       "dense_rank",
                                                                       "count",
                                                                       "current_user",
                                                                       "session_user",
                                                                       "current_database",
                                                                       "num_nulls",
                                                                       "num_nonnulls"});
constexpr auto strict_functions = std::to_array<std::string_view>({"lower",
                                                                   "upper",
                                                                   "initcap",
                                                                   "trim",
                                                                   "btrim",
                                                                   "ltrim",
                                                                   "rtrim",
                                                                   "replace",
                                                                   "regexp_replace",
                                                                   "md5",
                                                                   "left",
                                                                   "right",
                                                                   "substr",
                                                                   "substring",
                                                                   "length",
                                                                   "char_length",
                                                                   "to_char",
                                                                   "encode",
                                                                   "to_jsonb",
                                                                   "to_json",
                                                                   "abs",
                                                                   "floor",
                                                                   "ceil",
                                                                   "ceiling",
                                                                   "round",
                                                                   "trunc",
                                                                   "date_trunc",
                                                                   "split_part",
                                                                   "lpad",
                                                                   "rpad",
                                                                   "format",
                                                                   "translate",
                                                                   "reverse",
                                                                   "repeat",
                                                                   "to_timestamp",
                                                                   "concat_ws",
                                                                   "timezone",
                                                                   "gen_salt",
                                                                   "digest",
                                                                   "sha256",
                                                                   "hashtext",
                                                                   "date_part",
                                                                   "extract",
                                                                   "make_date",
                                                                   "string_to_array",
                                                                   "quote_literal",
                                                                   "quote_ident",
                                                                   "ascii",
                                                                   "chr"});
// Of a group in which at least one value is not NULL.
constexpr auto aggregates =
    std::to_array<std::string_view>({"min", "max", "sum", "avg", "array_agg", "string_agg", "json_agg",
                                     "jsonb_agg", "bool_and", "bool_or", "every"});

class NullAnalysis {
 public:
  NullAnalysis(const RowScope& scope, const Catalog& catalog, const Evidence& evidence,
               bool rows_exist = false)
      : scope_(scope), catalog_(catalog), evidence_(evidence), rows_exist_(rows_exist) {}

  Proof of(const Expression& value) const {
    switch (value.kind) {
      case Kind::constant:
        return Proof::proven;
      case Kind::null:
        return Proof::none;
      case Kind::column:
        return of_column(value);
      case Kind::function:
        return of_function(value);
      case Kind::cast:
        return value.args.empty() ? Proof::plausible : of(value.args.front());
      case Kind::coalesce:
        return best(value.args);
      case Kind::case_when:
        return of_case(value);
      case Kind::op:
        return is_arithmetic(value.value) ? worst(value.args) : Proof::plausible;
      case Kind::subquery:
        return of_subselect(value);
      case Kind::array:
      case Kind::row:
      case Kind::is_null:
      case Kind::is_not_null:
      case Kind::exists:
        return Proof::proven;
      default:
        return Proof::plausible;
    }
  }

 private:
  static bool is_arithmetic(std::string_view op) {
    return op == "||" || op == "+" || op == "-" || op == "*" || op == "/" || op == "%";
  }

  Proof of_column(const Expression& value) const {
    if (const auto computed = scope_.computed(value)) return of(*computed);
    const auto cell = scope_.cell(value);
    if (!cell) return Proof::plausible;
    if (scope_.never_null(*cell)) return Proof::proven;
    const Proof known = cell->optional ? Proof::none : evidence_.no_nulls(cell->relation, cell->column).proof;
    return std::max(Proof::plausible, known);
  }

  Proof of_function(const Expression& value) const {
    if (contains(never_null_functions, value.function.name)) return Proof::proven;
    if (value.function.name == "greatest" || value.function.name == "least") return best(value.args);
    if (cuts_by_pattern(value)) return Proof::plausible;
    const bool of_a_group = rows_exist_ && contains(aggregates, value.function.name);
    return of_a_group || contains(strict_functions, value.function.name) ? worst(value.args)
                                                                         : Proof::plausible;
  }

  /// substring(c FROM 'pattern') is NULL where the pattern is not found.
  static bool cuts_by_pattern(const Expression& call) {
    const bool cuts = call.function.name == "substring" || call.function.name == "substr";
    return cuts && call.args.size() >= 2 && without_casts(call.args[1]).type.name != "int4";
  }

  // Conditions and results alternate; the last of an odd number is the ELSE.
  Proof of_case(const Expression& value) const {
    if (value.value != "else") return Proof::plausible;
    Proof proof = value.args.empty() ? Proof::plausible : of(value.args.back());
    for (std::size_t i = 1; i + 1 < value.args.size(); i += 2)
      proof = std::min(proof, std::max(of(value.args[i]), Proof::plausible));
    return std::max(proof, Proof::plausible);
  }

  /// NULL where it finds no row, unless it is an aggregate over all there are. ARRAY(SELECT …) is an array in
  /// any case.
  Proof of_subselect(const Expression& value) const {
    if (value.value == "ARRAY") return Proof::proven;
    if (!value.subselect || !value.subselect->source.plain || value.subselect->output.empty())
      return Proof::plausible;
    const Subselect& select = *value.subselect;
    const RowScope inner(scope_.table(), scope_.alias(), &select.source, catalog_, evidence_);
    const bool found =
        inner.every_row_matches(select.source.conditions, [](const Expression&) { return false; });
    if (!found && !select.aggregates) return Proof::plausible;
    return NullAnalysis(inner, catalog_, evidence_, found).worst(select.output);
  }

  Proof worst(const std::vector<Expression>& values) const {
    Proof proof = Proof::proven;
    for (const Expression& value : values) proof = std::min(proof, of(value));
    return std::max(proof, Proof::plausible);
  }

  Proof best(const std::vector<Expression>& values) const {
    Proof proof = Proof::plausible;
    for (const Expression& value : values) proof = std::max(proof, of(value));
    return proof;
  }

  const RowScope& scope_;
  const Catalog& catalog_;
  const Evidence& evidence_;
  bool rows_exist_;
};

}  // namespace

Proof never_null(const Expression& value, const RowScope& scope, const Catalog& catalog,
                 const Evidence& evidence) {
  return NullAnalysis(scope, catalog, evidence).of(value);
}

Proof never_null(const Expression& value, const RelationName& table, const Catalog& catalog,
                 const Evidence& evidence) {
  return never_null(value, RowScope(table, {}, nullptr, catalog, evidence), catalog, evidence);
}

}  // namespace miglint
