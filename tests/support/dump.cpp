#include "support/dump.hpp"

#include <fmt/format.h>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <type_traits>
#include <utility>

namespace miglint::test {

// ---- The fields of any aggregate --------------------------------------------------------------------------

/// Stands for a value of any type where an aggregate's fields are counted; nobody ever makes one.
struct Anything {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor): the compiler has to choose it by itself
};

namespace {

template <class T, class... Fields>
constexpr std::size_t field_count(Fields... fields) {
  if constexpr (requires { T{fields..., Anything{}}; })
    return field_count<T>(fields..., Anything{});
  else
    return sizeof...(Fields);
}

#define MIGLINT_FIELDS(number, ...)             \
  if constexpr (field_count<T>() == (number)) { \
    const auto& [__VA_ARGS__] = aggregate;      \
    return std::tie(__VA_ARGS__);               \
  } else

/// The fields as a tuple of references.
template <class T>
auto fields_of(const T& aggregate) {
  // clang-format off
  MIGLINT_FIELDS(1, a)
  MIGLINT_FIELDS(2, a, b)
  MIGLINT_FIELDS(3, a, b, c)
  MIGLINT_FIELDS(4, a, b, c, d)
  MIGLINT_FIELDS(5, a, b, c, d, e)
  MIGLINT_FIELDS(6, a, b, c, d, e, f)
  MIGLINT_FIELDS(7, a, b, c, d, e, f, g)
  MIGLINT_FIELDS(8, a, b, c, d, e, f, g, h)
  MIGLINT_FIELDS(9, a, b, c, d, e, f, g, h, i)
  MIGLINT_FIELDS(10, a, b, c, d, e, f, g, h, i, j)
  MIGLINT_FIELDS(11, a, b, c, d, e, f, g, h, i, j, k)
  MIGLINT_FIELDS(12, a, b, c, d, e, f, g, h, i, j, k, l)
  MIGLINT_FIELDS(13, a, b, c, d, e, f, g, h, i, j, k, l, m)
  MIGLINT_FIELDS(14, a, b, c, d, e, f, g, h, i, j, k, l, m, n)
  MIGLINT_FIELDS(15, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o)
  MIGLINT_FIELDS(16, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)
  MIGLINT_FIELDS(17, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)
  MIGLINT_FIELDS(18, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r)
  MIGLINT_FIELDS(19, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s)
  MIGLINT_FIELDS(20, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t)
  MIGLINT_FIELDS(21, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u)
  MIGLINT_FIELDS(22, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v)
  MIGLINT_FIELDS(23, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w)
  MIGLINT_FIELDS(24, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x)
  MIGLINT_FIELDS(25, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y)
  MIGLINT_FIELDS(26, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z)
  static_assert(field_count<T>() == 0, "more fields than are listed here");
  // clang-format on
}

#undef MIGLINT_FIELDS

// ---- What is written --------------------------------------------------------------------------------------

template <class T>
constexpr bool is_list = requires(const T& list) { list.begin(); };

class Dump {
 public:
  std::string text;

  void add(const std::string& value) { text += fmt::format("'{}' ", value); }
  void add(std::string_view value) { add(std::string(value)); }
  void add(const char* value) { add(std::string(value)); }
  template <class T>
    requires std::is_arithmetic_v<T>
  void add(T value) {
    text += fmt::format("{} ", value);
  }
  template <class T>
    requires std::is_enum_v<T>
  void add(T value) {
    text += fmt::format("{} ", static_cast<int>(value));
  }
  template <class T>
  void add(const std::optional<T>& value) {
    value ? add(*value) : add("none");
  }
  template <class T>
  void add(const Boxed<T>& value) {
    value ? add(*value) : add("none");
  }
  /// A query's scopes, a block: they follow from what else is dumped, or can't be printed.
  template <class T>
  void add(const std::shared_ptr<T>&) {}
  template <class A, class B>
  void add(const std::pair<A, B>& pair) {
    add(pair.first);
    add(pair.second);
  }
  template <class T>
    requires is_list<T>
  void add(const T& list) {
    text += "[";
    for (const auto& item : list) add(item);
    text += "] ";
  }
  void add(const RelationName& name) { add(name.schema == "public" ? name.name : to_string(name)); }
  void add(const TypeName& type) {
    add(type.schema == "pg_catalog" || type.schema == "public" ? std::string() : type.schema);
    add(type.name);
    add(type.modifiers);
    add(type.array_dimensions);
    add(type.interval_fields);
  }
  void add(const Expression& expression) {
    Expression bare = expression;
    bare.text.clear();
    add_fields(bare);
  }
  template <class Constraint>
    requires std::is_base_of_v<ConstraintHeader, Constraint>
  void add(const Constraint& constraint) {
    add_fields(static_cast<const ConstraintHeader&>(constraint));
    add_own(constraint);
  }
  template <class T>
    requires(std::is_aggregate_v<T> && !is_list<T> && !std::is_base_of_v<ConstraintHeader, T>)
  void add(const T& aggregate) {
    add_fields(aggregate);
  }
  void add(const Change& change) {
    add(kind_of(change));
    std::visit([this](const auto& alternative) { add(alternative); }, static_cast<const AnyChange&>(change));
  }

 private:
  template <class T>
  void add_fields(const T& aggregate) {
    text += "{";
    std::apply([this](const auto&... field) { (this->add(field), ...); }, fields_of(aggregate));
    text += "} ";
  }
  // What a constraint has besides its header, which structured bindings don't reach.
  template <class... Fields>
  void add_each(const Fields&... field) {
    (add(field), ...);
  }
  void add_own(const AddPrimaryKey& c) { add_each(c.columns, c.include, c.using_index, c.without_overlaps); }
  void add_own(const AddUnique& c) {
    add_each(c.columns, c.include, c.using_index, c.nulls_not_distinct, c.without_overlaps);
  }
  void add_own(const AddForeignKey& c) {
    add_each(c.columns, c.referenced, c.referenced_columns, c.on_delete, c.on_update, c.match_full,
             c.set_columns);
  }
  void add_own(const AddCheck& c) { add(c.expression); }
  void add_own(const AddExclude& c) { add_each(c.method, c.columns, c.operators, c.elements, c.where); }
  void add_own(const AddNotNull& c) { add(c.column); }
};

}  // namespace

std::string dump(const Change& change) {
  Dump dump;
  dump.add(change);
  return dump.text;
}

std::string dump(const Statement& statement) {
  Dump dump;
  dump.add(statement.tag);
  dump.add(statement.target);
  dump.add(statement.target_kind);
  dump.add(statement.if_exists);
  dump.add(statement.only);
  for (const StatementChange& one : statement.changes) {
    dump.text += "\n";
    dump.add(one.command);
    dump.add(one.change);
  }
  return dump.text;
}

}  // namespace miglint::test
