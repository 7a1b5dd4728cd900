#include "miglint/mentions.hpp"

#include <string>
#include <variant>

namespace miglint {

namespace {

template <class Add>
void add_name(const std::string& name, Add add) {
  add(name);
}
template <class Add>
void add_name(const RelationName& name, Add add) {
  add(name.name);
}
template <class Other, class Add>
void add_name(const Other&, Add) {}

/// What a change calls its objects: the members of these names.
template <class Kind, class Add>
void add_names(const Kind& change, Add add) {
  if constexpr (requires { change.table; }) add_name(change.table, add);
  if constexpr (requires { change.name; }) add_name(change.name, add);
  if constexpr (requires { change.index; }) add_name(change.index, add);
  if constexpr (requires { change.view; }) add_name(change.view, add);
  if constexpr (requires { change.type; }) add_name(change.type, add);
  if constexpr (requires { change.function; }) add_name(change.function, add);
  if constexpr (requires { change.schema; }) add_name(change.schema, add);
  if constexpr (requires { change.to; }) add_name(change.to, add);
  if constexpr (requires { change.on; }) add_name(change.on, add);
  if constexpr (requires { change.referenced; }) add_name(change.referenced, add);
  if constexpr (requires { change.using_index; }) add_name(change.using_index, add);
}

}  // namespace

const Mentions::Places& Mentions::places() const {
  if (places_) return *places_;
  Places& places = places_.emplace();
  for (std::size_t s = 0; s < migration_.statements.size(); ++s) {
    const Statement& statement = migration_.statements[s];
    for (std::size_t c = 0; c < statement.changes.size(); ++c) {
      const Mention place{.statement = static_cast<int>(s), .change = static_cast<int>(c)};
      const auto add = [&](const std::string& name) {
        if (name.empty()) return;
        std::vector<Mention>& there = places.by_name[name];
        if (there.empty() || there.back().statement != place.statement || there.back().change != place.change)
          there.push_back(place);
      };
      add(statement.target.name);
      if (std::holds_alternative<CreateTable>(statement.changes[c].change))
        places.created_tables.push_back(place);
      std::visit([&](const auto& change) { add_names(change, add); }, statement.changes[c].change);
    }
  }
  return places;
}

std::span<const Mention> Mentions::of(std::string_view name) const {
  const auto& by_name = places().by_name;
  const auto found = by_name.find(name);
  return found == by_name.end() ? std::span<const Mention>{} : std::span<const Mention>(found->second);
}

std::span<const Mention> Mentions::created_tables() const { return places().created_tables; }

}  // namespace miglint
