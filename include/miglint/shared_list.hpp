#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <ranges>
#include <utility>
#include <vector>

namespace miglint {

/// A list whose copies share it, and each of its elements, until one of them changes it. A table is copied before every change that can be taken
/// back, and what changes is one column of hundreds. Read like a vector; changed through `own` and `edit`, so that a reader never copies.
template <class T>
class SharedList {
  using Items = std::vector<std::shared_ptr<T>>;

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
    const std::shared_ptr<T>* at_ = nullptr;
  };
  using iterator = const_iterator;
  using value_type = T;

  SharedList() = default;
  SharedList(std::vector<T> values) {  // NOLINT(google-explicit-constructor): the same, not yet shared
    for (T& value : values) push_back(std::move(value));
  }

  const_iterator begin() const { return const_iterator(items_ ? items_->data() : nullptr); }
  const_iterator end() const { return begin() + static_cast<std::ptrdiff_t>(size()); }
  std::size_t size() const { return items_ ? items_->size() : 0; }
  bool empty() const { return size() == 0; }
  const T& operator[](std::size_t index) const { return *(*items_)[index]; }
  const T& front() const { return *items_->front(); }
  const T& back() const { return *items_->back(); }

  T& push_back(T value) { return *own().emplace_back(std::make_shared<T>(std::move(value))); }
  template <class Predicate>
  void erase_if(const Predicate& predicate) {
    if (std::ranges::any_of(*this, predicate)) std::erase_if(own(), [&](const std::shared_ptr<T>& item) { return predicate(std::as_const(*item)); });
  }

  /// The element, to be changed in this copy alone.
  T& own(const_iterator at) {
    const auto index = static_cast<std::size_t>(at - begin());  // before the list becomes another
    return own(own()[index]);
  }
  /// The first element that has this value in a member, to be changed; null when none has.
  template <class Value, class Member>
  T* own_where(Member T::* member, const Value& value) {
    const auto found = std::ranges::find(*this, value, member);
    return found == end() ? nullptr : &own(found);
  }
  /// All of them, to be changed.
  auto edit() {
    return own() | std::views::transform([](std::shared_ptr<T>& item) -> T& { return own(item); });
  }

 private:
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
