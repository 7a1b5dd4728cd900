#include "support/dump.hpp"

#include <fmt/format.h>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <type_traits>
#include <utility>

namespace miglint::test {
namespace {

// ---- The fields of any aggregate
// ----------------------------------------------------------------------------

/// Stands for a value of any type where an aggregate's fields are counted.
struct Anything {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor): the compiler has to choose it by itself
};

template <class T, class... Fields>
constexpr std::size_t field_count(Fields... fields) {
  if constexpr (requires { T{fields..., Anything{}}; })
    return field_count<T>(fields..., Anything{});
  else
    return sizeof...(Fields);
}

/// The fields as a tuple of references.
template <class T>
auto fields_of(const T& aggregate) {
  constexpr std::size_t count = field_count<T>();
  // clang-format off
  if constexpr (count == 26) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26); }
  else if constexpr (count == 25) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25); }
  else if constexpr (count == 24) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24); }
  else if constexpr (count == 23) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23); }
  else if constexpr (count == 22) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22); }
  else if constexpr (count == 21) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21); }
  else if constexpr (count == 20) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20); }
  else if constexpr (count == 19) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19); }
  else if constexpr (count == 18) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18); }
  else if constexpr (count == 17) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17); }
  else if constexpr (count == 16) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16); }
  else if constexpr (count == 15) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15); }
  else if constexpr (count == 14) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14); }
  else if constexpr (count == 13) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13); }
  else if constexpr (count == 12) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12); }
  else if constexpr (count == 11) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11); }
  else if constexpr (count == 10) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9, f10); }
  else if constexpr (count == 9) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8, f9); }
  else if constexpr (count == 8) { const auto& [f1, f2, f3, f4, f5, f6, f7, f8] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7, f8); }
  else if constexpr (count == 7) { const auto& [f1, f2, f3, f4, f5, f6, f7] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6, f7); }
  else if constexpr (count == 6) { const auto& [f1, f2, f3, f4, f5, f6] = aggregate; return std::tie(f1, f2, f3, f4, f5, f6); }
  else if constexpr (count == 5) { const auto& [f1, f2, f3, f4, f5] = aggregate; return std::tie(f1, f2, f3, f4, f5); }
  else if constexpr (count == 4) { const auto& [f1, f2, f3, f4] = aggregate; return std::tie(f1, f2, f3, f4); }
  else if constexpr (count == 3) { const auto& [f1, f2, f3] = aggregate; return std::tie(f1, f2, f3); }
  else if constexpr (count == 2) { const auto& [f1, f2] = aggregate; return std::tie(f1, f2); }
  else if constexpr (count == 1) { const auto& [f1] = aggregate; return std::tie(f1); }
  else static_assert(count == 0, "more fields than are listed here");
  // clang-format on
}

// ---- What is written
// ---------------------------------------------------------------------------------------

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
    std::apply([this](const auto&... field) { (add(field), ...); }, fields_of(aggregate));
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
