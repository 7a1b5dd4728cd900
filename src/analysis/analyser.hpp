#pragma once

// The walk behind analysis.hpp. One object analyses one statement or expression; its parts are in query.cpp
// (SELECT, set operations), from.cpp, modification.cpp (INSERT, UPDATE, DELETE, MERGE), expression.cpp,
// call.cpp, operator.cpp, volatility.cpp, names.cpp and grouping.cpp.

#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analysis.hpp"
#include "analysis/candidates.hpp"
#include "analysis/scope.hpp"

namespace miglint {

/// The columns of a query on its way out.
struct QueryOutput {
  std::vector<ScopeColumn> columns;
  bool known = true;
  bool sure = true;
};

/// Where in a query an expression stands.
enum class Clause {
  target,
  returning,
  where,
  having,
  join,
  group,
  order,
  values,
  function,
  limit,
  set,
  lone
};

class Analyser {
 public:
  explicit Analyser(const Catalog& catalog) : catalog_(catalog) {}

  // ---- What is asked ----

  QueryOutput query(const ScopedQuery& query, const Scope& outer);
  Type expression(const Expression& expression, const Scope& scope, Clause clause);
  /// … which must be a truth.
  void condition(const Expression& condition, const Scope& scope, Clause clause, std::string_view what);
  /// A value on its way into a column.
  void assign(const Expression& from, const Type& given, const ScopeColumn& column);
  /// `names`: of its columns only these.
  ScopeLevel level_of_table(const Table& table, const std::string& alias,
                            const std::optional<std::vector<std::string>>& names);
  ScopeLevel level_of_relation(const FromItem& item);

  // ---- What comes with it ----

  Place place = Place::query;
  bool has_variables = false;  ///< see ScopedQuery
  bool planned = false;        ///< the statement is carried out: constants of its rows are computed
  std::string function;        ///< whose body it is
  const std::vector<Parameter>* parameters = nullptr;
  /// of an INSERT … VALUES, which its change holds
  const std::vector<std::vector<Expression>>* rows_to_insert = nullptr;
  Type domain_value;  ///< of VALUE in a domain's CHECK
  int inlined = 0;    ///< in how many functions' bodies it looks

  // ---- What comes out ----

  Reads reads;
  std::optional<Refusal> refusal;
  char volatility = 'i';

 private:
  struct CommonOutput {
    std::string name;
    QueryOutput output;
    bool silent = false;  ///< it changes rows and returns none
  };
  /// A SELECT at work.
  struct Level {
    const ScopedQuery* query = nullptr;
    bool carried_out =
        false;  ///< its rows are the statement's: no sub-select's, of which nothing may be used
    bool aggregates = false;
    bool doubtful = false;  ///< whose the aggregates are is not told here
  };

  void refuse(std::string_view sqlstate, std::string reason);
  void compute(const Expression& expression);
  void check_key(const Expression& key, std::string_view clause);
  void compared(const Type& type, bool sorted);
  void all_compared(const QueryOutput& output);
  const TypeName* keep(TypeName type) { return &kept_types_.emplace_back(std::move(type)); }

  // query.cpp
  void add_common(const CommonTable& table, const Scope& outer);
  void add_recursive(const CommonTable& table, const Scope& outer);
  Type type_of(const ScopeColumn& column) const;
  QueryOutput set_operation(const ScopedQuery& both, const Scope& outer);
  QueryOutput select(const ScopedQuery& query, const Scope& outer);
  QueryOutput values(const ScopedQuery& query, const Scope& outer);
  void clauses(const ScopedQuery& query, const ScopeLevel& from, const Scope& scope);
  void targets(const std::vector<ScopedQuery::Target>& targets, const ScopeLevel& from, const Scope& scope,
               Clause clause, QueryOutput& output);
  void add_target(const ScopedQuery::Target& target, const ScopeLevel& from, const Scope& scope,
                  Clause clause, QueryOutput& output);
  void sort_set_operation(const ScopedQuery& both, const QueryOutput& output);
  void add_star(const ScopedQuery::Target& target, const ScopeLevel& from, const Scope& scope,
                QueryOutput& output);

  // from.cpp
  ScopeLevel from_clause(const std::vector<FromItem>& items, const Scope& outer);
  ScopeLevel level_of(const FromItem& item, const ScopeLevel& before, const Scope& outer);
  ScopeLevel of_subquery(const FromItem& item, const ScopeLevel& before, const Scope& outer);
  ScopeLevel of_function(const FromItem& item, const ScopeLevel& before, const Scope& outer);
  void add_function_columns(const FromItem& from, const Expression& call, const Scope& scope,
                            ScopeItem& item);
  bool add_columns_of(const Function& called, const Type& result, std::string_view name, ScopeItem& item);
  void add_unnested(const Expression& call, const Scope& scope, ScopeItem& item);
  ScopeLevel of_join(const FromItem& item, const ScopeLevel& before, const Scope& outer);
  ScopeLevel merge(ScopeLevel left, ScopeLevel right, const std::vector<std::string_view>& shared);
  void meet_in_using(const ScopeColumn& left, const ScopeColumn& right, ScopeColumn& both);
  ScopeLevel level_with(ScopeItem item, const std::vector<std::string>& aliases);
  void join(ScopeLevel& level, ScopeLevel&& other);

  // modification.cpp
  QueryOutput modification(const ScopedQuery& query, const Scope& outer);
  bool is_view(const ScopeItem& target) const;
  void insert(const ScopedQuery& query, const ScopeItem& target, const Scope& outer);
  void insert_values(const std::vector<std::vector<Expression>>& values, const Modification& change,
                     const ScopeItem& target);
  void conflict(const Modification& change, const ScopeItem& target, const Scope& outer);
  void merge_clauses(const ScopedQuery& query, const ScopeItem& target, const Scope& scope,
                     const Scope& outer);
  Type assigned(const Modification::Assignment& assignment, const Scope& scope);
  void assign_part(const Modification::Assignment& assignment, const Type& given, const ScopeColumn& column);
  void assignments(const std::vector<Modification::Assignment>& assignments, const ScopeItem& target,
                   const Scope& scope);

  // expression.cpp
  Type column(const Expression& column, const Scope& scope);
  Type cast(const Expression& cast, const Scope& scope, Clause clause);
  void check_row_cast(const Expression& row, const Type& wanted);
  Type case_when(const Expression& expression, const Scope& scope, Clause clause);
  Type array(const Expression& expression, const Scope& scope, Clause clause);
  Type subquery(const Expression& expression, const Scope& scope);
  /// `width`: the values it is compared with; 0: not known.
  Type rows(const Expression& subquery, const Scope& scope, std::size_t width);
  /// Of a composite type; not_known where it has none of this name, which is refused if that is certain.
  Type attribute(const Type& composite, const std::string& name);
  Type field(const Expression& expression, const Scope& scope, Clause clause);
  Type subscript(const Expression& expression, const Scope& scope, Clause clause);
  Type collate(const Expression& expression, const Scope& scope, Clause clause);
  Type other(const Expression& expression, const Scope& scope, Clause clause);
  Type meet(const std::vector<Type>& types, const std::vector<const Expression*>& values,
            std::string_view what);
  /// A literal takes this type, and must be readable as it.
  void read(const Expression& literal, const Type& given, const Type& wanted);

  // call.cpp
  Type call(const Expression& call, const Scope& scope, Clause clause);
  Type word(const Expression& call, const Scope& scope, Clause clause);
  void take_choice(const Expression& call, const Choice& choice, const std::vector<Type>& given,
                   const Scope& scope, Clause clause);
  void refuse_call(const Expression& call, const Choice& choice, const std::vector<Type>& given);
  void aggregate(const Expression& call, const Scope& scope, Clause clause);
  void window(const Expression& call, Clause clause);
  void check_call_shape(const Expression& call, const Candidate& candidate);

  // operator.cpp
  Type operation(const Expression& operation, const Scope& scope, Clause clause);
  Type membership(const Expression& operation, const Scope& scope, Clause clause, std::string_view name);
  Type quantified(const Expression& operation, const Scope& scope, Clause clause, std::string_view name);
  Type apply_operator(std::string_view name, const std::vector<const Expression*>& operands,
                      const std::vector<Type>& types);

  // volatility.cpp
  void take_volatility(char letter);
  void take_function_volatility(const Function& function, const Expression& call,
                                const std::vector<Type>& given);
  void take_cast_volatility(const Type& from, const Type& to);

  // names.cpp
  void use(const ScopeColumn& column);
  void use_all_of(const std::vector<ScopeColumn>& columns, bool known);
  const ScopeColumn* use_in(const ScopeLevel& level, std::string_view name);
  void use_candidate(const std::vector<const ScopeItem*>& candidates, std::string_view column);
  void refuse_name(const Expression& column, const NameFound& found, const Scope& scope);
  std::optional<Type> parameter_named(std::string_view qualifier, std::string_view name) const;
  bool names_may_be_elsewhere() const;

  // grouping.cpp
  void check_grouping(const ScopedQuery& query, const ScopeLevel& from, const Scope& scope);
  void check_distinct_on(const ScopedQuery& query, const Scope& scope);
  void check_sorting(const ScopedQuery& query, const ScopeLevel& from, const Scope& scope,
                     const QueryOutput& output);

  const Catalog& catalog_;
  std::vector<CommonOutput> common_;
  std::vector<Level> levels_;
  std::deque<TypeName> kept_types_;  ///< what ScopeColumns refer to, where no object of the catalog has it
  std::set<std::string> kept_names_;
  /// the level that may hold no aggregate, since it refers to the query that it is a part of
  std::size_t recursive_level_ = 0;
  int windows_ = 0;     ///< calls with OVER around what is looked at
  int items_ = 0;       ///< FROM items so far, for their numbers
  Choice chosen_;       ///< by the call looked at last
  int aggregates_ = 0;  ///< calls of aggregates so far
};

/// A number in ORDER BY and GROUP BY is a place in the target list.
inline bool is_position(const Expression& key) {
  return key.kind == Expression::Kind::constant && key.type.name == "int4";
}

/// `integer, text` for a sentence; a literal is `unknown`.
std::string in_words(const Catalog& catalog, const std::vector<Type>& types);
/// Nothing that the history did not make itself, or that is not in PostgreSQL, may be meant by a name.
bool knows_functions(const Catalog& catalog);
/// … by an operator or a cast.
bool knows_operators(const Catalog& catalog);

}  // namespace miglint
