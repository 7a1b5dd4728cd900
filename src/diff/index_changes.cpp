#include "diff/index_changes.hpp"

#include <algorithm>

namespace miglint {

namespace {

class Comparing {
 public:
  Comparing(const Table& before, const Table& after, const TableChange& change, const Sides& sides)
      : change_(change), sides_(sides), before_(indexes_of(before, sides)), after_(indexes_of(after, sides)) {
    std::ranges::sort(before_, {}, [](const Index* index) { return index->name.name; });
    std::ranges::stable_sort(after_, {}, [](const Index* index) { return index->origin; });
  }

  IndexChanges run() {
    for (const Index* index : before_) settle(*index);
    for (const Index* index : after_)
      if (is_new(*index) || meets(index->columns(), change_.recreated)) changes_.created.push_back(index);
    return std::move(changes_);
  }

 private:
  /// schema.prisma can't say it, so that it does not say either that it is to go.
  bool left_alone(const Index& index) const { return sides_.prisma() && index.where; }

  void settle(const Index& index) {
    const Index* same = counterpart(index);
    if (same == nullptr && left_alone(index)) return;
    if (same == nullptr || meets(index.columns(), change_.dropped)) {
      if (!meets(index.columns(), change_.recreated)) changes_.dropped.push_back(&index);
    } else if (same->name.name != index.name.name && is_only_one(index) && !is_named(same->name.name) &&
               !meets(index.columns(), change_.recreated)) {
      changes_.renamed.emplace_back(&index, same->name.name);
    }
  }

  /// The one of the same name, else the first that says the same.
  const Index* counterpart(const Index& index) const {
    const Index* found = nullptr;
    for (const Index* other : after_) {
      if (!same_index(index, *other, sides_)) continue;
      if (other->name.name == index.name.name) return other;
      if (found == nullptr) found = other;
    }
    return found;
  }

  /// With two over the same columns nobody can tell which was meant.
  bool is_only_one(const Index& index) const {
    return std::ranges::count_if(before_, [&](const Index* other) {
             return other->unique == index.unique && other->columns() == index.columns();
           }) == 1;
  }

  bool is_named(const std::string& name) const {
    return std::ranges::any_of(before_, [&](const Index* other) { return other->name.name == name; });
  }

  bool is_new(const Index& index) const {
    return std::ranges::none_of(before_,
                                [&](const Index* other) { return same_index(*other, index, sides_); });
  }

  const TableChange& change_;
  const Sides& sides_;
  std::vector<const Index*> before_, after_;
  IndexChanges changes_;
};

}  // namespace

IndexChanges index_changes(const Table& before, const Table& after, const TableChange& change,
                           const Sides& sides) {
  return Comparing(before, after, change, sides).run();
}

}  // namespace miglint
