#pragma once

// A catalog is looked into several times for each statement and printed once: names are found by their hash
// and listed in order.

#include <functional>
#include <iterator>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "miglint/name.hpp"

namespace miglint {

/// A name to look for, without a copy of it.
struct NameView {
  std::string_view schema;
  std::string_view name;
  /// of the name, for most share their schema; kept, for one name is looked for among tables, indexes, views,
  /// …
  std::size_t hash;

  NameView(const RelationName& relation)
      : NameView(relation.schema, relation.name) {}  // NOLINT(google-explicit-constructor): a name is one
  NameView(std::string_view in_schema, std::string_view of_name)
      : schema(in_schema), name(of_name), hash(hash_of_name(of_name)) {}
  friend bool operator==(const NameView& a, const NameView& b) {
    return a.hash == b.hash && a.name == b.name && a.schema == b.schema;
  }
};

/// Objects by their name: a std::map to those that list or change it, found in constant time.
template <class Value>
class NameMap {
  using Ordered = std::map<RelationName, Value>;

 public:
  using mapped_type = Value;
  using value_type = typename Ordered::value_type;
  using iterator = typename Ordered::iterator;
  using const_iterator = typename Ordered::const_iterator;

  NameMap() = default;
  NameMap(const NameMap& other) : ordered_(other.ordered_) {
    for (auto at = ordered_.begin(); at != ordered_.end(); ++at) places_.emplace(at->first, at);
  }
  NameMap(NameMap&& other) noexcept = default;
  NameMap& operator=(NameMap other) noexcept {
    ordered_.swap(other.ordered_);
    places_.swap(other.places_);
    return *this;
  }
  ~NameMap() = default;

  iterator begin() { return ordered_.begin(); }
  iterator end() { return ordered_.end(); }
  const_iterator begin() const { return ordered_.begin(); }
  const_iterator end() const { return ordered_.end(); }
  bool empty() const { return ordered_.empty(); }
  std::size_t size() const { return ordered_.size(); }

  iterator find(NameView name) {
    const auto place = places_.find(name);
    return place == places_.end() ? ordered_.end() : place->second;
  }
  const_iterator find(NameView name) const {
    const auto place = places_.find(name);
    return place == places_.end() ? ordered_.end() : const_iterator(place->second);
  }
  bool contains(NameView name) const { return places_.contains(name); }
  Value& at(const RelationName& name) { return ordered_.at(name); }
  const Value& at(const RelationName& name) const { return ordered_.at(name); }

  Value& operator[](const RelationName& name) { return emplace(name, Value{}).first->second; }
  std::pair<iterator, bool> emplace(const RelationName& name, Value value) {
    const auto made = ordered_.try_emplace(name, std::move(value));
    if (made.second) places_.emplace(made.first->first, made.first);
    return made;
  }
  std::pair<iterator, bool> insert_or_assign(const RelationName& name, Value value) {
    const auto made = ordered_.insert_or_assign(name, std::move(value));
    if (made.second) places_.emplace(made.first->first, made.first);
    return made;
  }

  std::size_t erase(const RelationName& name) {
    const auto found = find(name);
    if (found == end()) return 0;
    erase(found);
    return 1;
  }
  iterator erase(const_iterator at) {
    places_.erase(NameView(at->first));
    return ordered_.erase(at);
  }
  template <class Predicate>
  void erase_if(Predicate predicate) {
    for (auto at = ordered_.begin(); at != ordered_.end();) at = predicate(*at) ? erase(at) : std::next(at);
  }
  /// Gives an object another name, unless one of that name is there. The object that then has it; end() when
  /// there is none of the old name.
  iterator rename(const RelationName& from, const RelationName& to) {
    const auto found = find(from);
    if (found == end()) return end();
    places_.erase(NameView(found->first));
    auto node = ordered_.extract(found);
    node.key() = to;
    const auto made = ordered_.insert(std::move(node));
    if (made.inserted) places_.emplace(made.position->first, made.position);
    return made.position;
  }

 private:
  struct Hash {
    std::size_t operator()(const NameView& name) const noexcept { return name.hash; }
  };

  Ordered ordered_;
  /// the views are of the keys in ordered_, which stay where they are
  std::unordered_map<NameView, iterator, Hash> places_;
};

}  // namespace miglint
