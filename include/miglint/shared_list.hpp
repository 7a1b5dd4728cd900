#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <ranges>
#include <string_view>
#include <utility>
#include <vector>

#include "miglint/name_hash.hpp"

namespace miglint {

/// A list of things with a `name`, whose copies share it, and each of its elements, until one of them changes
/// it. A table is copied before every change that can be taken back, and what changes is one column of
/// hundreds. Read like a vector; changed through `own` and `edit`, so that a reader never copies. Names are
/// looked up by their hashes, which lie side by side: the elements themselves lie all over the memory. A name
/// is not changed through a reference from before the last lookup.
template <class T>
class SharedList {
 public:
  class const_iterator {
   public:
    using iterator_concept = std::random_access_iterator_tag;
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    const_iterator() = default;
    explicit const_iterator(const std::shared_ptr<T>* at) : at_(at) {}

    const T& operator*() const { return **at_; }
    const T* operator->() const { return at_->get(); }
    const T& operator[](std::ptrdiff_t offset) const { return *at_[offset]; }
    const_iterator& operator++() { return *this += 1; }
    const_iterator& operator--() { return *this += -1; }
    const_iterator operator++(int) { return std::exchange(*this, *this + 1); }
    const_iterator operator--(int) { return std::exchange(*this, *this - 1); }
    const_iterator& operator+=(std::ptrdiff_t offset) {
      at_ += offset;
      return *this;
    }
    const_iterator& operator-=(std::ptrdiff_t offset) { return *this += -offset; }
    friend const_iterator operator+(const_iterator at, std::ptrdiff_t offset) { return at += offset; }
    friend const_iterator operator+(std::ptrdiff_t offset, const_iterator at) { return at += offset; }
    friend const_iterator operator-(const_iterator at, std::ptrdiff_t offset) { return at -= offset; }
    friend std::ptrdiff_t operator-(const_iterator a, const_iterator b) { return a.at_ - b.at_; }
    friend auto operator<=>(const const_iterator&, const const_iterator&) = default;

   private:
    friend class SharedList;
    const std::shared_ptr<T>* at_ = nullptr;
  };
  using iterator = const_iterator;
  using value_type = T;

  SharedList() = default;
  SharedList(std::vector<T> values) {  // NOLINT(google-explicit-constructor): the same, not yet shared
    for (T& value : values) push_back(std::move(value));
  }

  const_iterator begin() const { return const_iterator(items_ ? items_->values.data() : nullptr); }
  const_iterator end() const { return begin() + static_cast<std::ptrdiff_t>(size()); }
  std::size_t size() const { return items_ ? items_->values.size() : 0; }
  bool empty() const { return size() == 0; }
  const T& operator[](std::size_t index) const { return *items_->values[index]; }
  const T& front() const { return *items_->values.front(); }
  const T& back() const { return *items_->values.back(); }
  /// The first element of this name; end() when none has it.
  const_iterator find(std::string_view name) const {
    if (!items_) return end();
    const std::uint32_t wanted = hash_of(name);
    std::vector<std::uint32_t>& hashes = items_->hashes;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      if (hashes[i] == unknown) hashes[i] = hash_of(name_of(*items_->values[i]));
      if (hashes[i] == wanted && name_of(*items_->values[i]) == name)
        return begin() + static_cast<std::ptrdiff_t>(i);
    }
    return end();
  }

  T& push_back(T value) {
    Items& items = own();
    items.hashes.push_back(unknown);
    return *items.values.emplace_back(std::make_shared<T>(std::move(value)));
  }
  /// An element of another list, which the two share from now on.
  void share(const const_iterator& element) {
    Items& items = own();
    items.hashes.push_back(unknown);
    items.values.push_back(*element.at_);
  }
  template <class Predicate>
  void erase_if(const Predicate& predicate) {
    if (std::ranges::none_of(*this, predicate)) return;
    Items& items = own();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < items.values.size(); ++i) {
      if (predicate(std::as_const(*items.values[i]))) continue;
      std::swap(items.values[kept], items.values[i]);
      items.hashes[kept++] = items.hashes[i];
    }
    items.values.resize(kept);
    items.hashes.resize(kept);
  }

  /// The element, to be changed in this copy alone.
  T& own(const_iterator at) {
    const auto index = static_cast<std::size_t>(at - begin());  // before the list becomes another
    Items& items = own();
    items.hashes[index] = unknown;
    return own(items.values[index]);
  }
  /// The first element of this name, to be changed; null when none has it.
  T* own_named(std::string_view name) {
    const auto found = find(name);
    return found == end() ? nullptr : &own(found);
  }
  /// All of them, to be changed.
  auto edit() {
    Items& items = own();
    items.hashes.assign(items.values.size(), unknown);
    return items.values | std::views::transform([](std::shared_ptr<T>& item) -> T& { return own(item); });
  }

 private:
  static constexpr std::uint32_t unknown = 0;
  struct Items {
    std::vector<std::shared_ptr<T>> values;
    std::vector<std::uint32_t> hashes;  ///< of the values' names; unknown: to be looked at
  };

  static std::uint32_t hash_of(std::string_view name) {
    return static_cast<std::uint32_t>(hash_of_name(name)) | 1U;
  }
  static std::string_view name_of(const T& item) {
    if constexpr (requires { item.name.name; }) {
      return item.name.name;
    } else {
      return item.name;
    }
  }
  Items& own() {
    if (!items_) items_ = std::make_shared<Items>();
    if (items_.use_count() > 1) items_ = std::make_shared<Items>(*items_);
    return *items_;
  }
  static T& own(std::shared_ptr<T>& item) {
    if (item.use_count() > 1) item = std::make_shared<T>(std::as_const(*item));
    return *item;
  }

  std::shared_ptr<Items> items_;  ///< null: empty
};

}  // namespace miglint
