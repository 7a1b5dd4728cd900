#pragma once

#include <memory>
#include <optional>
#include <utility>

namespace miglint {

/// An optional that keeps its value on the heap: for a large member that is seldom there. A column without a
/// default takes a third of the memory, and a history of a thousand migrations is mostly columns. Copies
/// share the value until one of them is changed: a default is the same one in the statement, in the catalog
/// and in what the journal keeps of it. Read like an optional; changed through `own`, so that a reader never
/// copies.
template <class T>
class Boxed {
 public:
  Boxed() = default;
  Boxed(std::nullopt_t) {}  // NOLINT(google-explicit-constructor): as std::optional
  Boxed(T value)
      : value_(std::make_shared<T>(std::move(value))) {
  }  // NOLINT(google-explicit-constructor): as std::optional

  explicit operator bool() const { return value_ != nullptr; }
  bool has_value() const { return value_ != nullptr; }
  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }
  /// The value, to be changed in this copy alone.
  T& own() {
    if (value_.use_count() > 1) value_ = std::make_shared<T>(std::as_const(*value_));
    return *value_;
  }
  void reset() { value_.reset(); }

  friend bool operator==(const Boxed& a, const Boxed& b) {
    return a && b ? *a == *b : a.has_value() == b.has_value();
  }

 private:
  std::shared_ptr<T> value_;
};

}  // namespace miglint
