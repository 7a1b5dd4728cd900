#pragma once

// A thin typed view over the JSON that pg_query_parse prints: no copies, nothing owned. The versions of
// libpg_query share the names.
//
// The tree knows two ways to hold a node. A field of PostgreSQL's type Node* is wrapped in an object of one
// key that names its kind, {"ColumnRef": {…}}; a field of a particular type (`relation`, `typeName`) holds
// the fields themselves. Node reads both: `kind()` is empty for the second. Fields that are false, zero,
// empty or NULL are left out of the JSON, so an absent field reads as such a value.
//
//   Node cmd = alter.list("cmds")[0];          // kind() == "AlterTableCmd"
//   cmd.text("subtype")                        // "AT_AddColumn"
//   cmd.node("def")                            // kind() == "ColumnDef"
//   cmd.node("def").object("typeName")         // unwrapped

#include <simdjson.h>
#include <string>
#include <string_view>

namespace miglint::ast {

class List;

/// What a field or a kind is called. The compiler counts a literal's length, also where it is told to keep
/// the program small.
class Name {
 public:
  consteval Name(const char* literal)
      : text_(literal) {}  // NOLINT(google-explicit-constructor): written as what they are
  constexpr Name(std::string_view text) : text_(text) {}         // NOLINT(google-explicit-constructor)
  constexpr operator std::string_view() const { return text_; }  // NOLINT(google-explicit-constructor)

 private:
  std::string_view text_;
};

class Node {
 public:
  Node() = default;

  /// The node that a wrapper object {"Kind": {…}} holds; absent for anything else.
  static Node unwrap(simdjson::dom::element wrapper) {
    simdjson::dom::object object;
    if (wrapper.get(object) != simdjson::SUCCESS) return {};
    const auto field = object.begin();
    if (!(field != object.end())) return {};
    return Node(field.key(), field.value());
  }
  /// An object without a wrapper.
  static Node bare(simdjson::dom::element element) { return Node({}, element); }

  explicit operator bool() const { return present_; }
  std::string_view kind() const { return kind_; }
  bool is(Name kind) const { return kind_ == std::string_view(kind); }

  bool has(Name field) const { return present_ && !object_.at_key(field).error(); }

  std::string_view text(Name field) const {
    std::string_view value;
    return present_ && object_.at_key(field).get(value) == simdjson::SUCCESS ? value : std::string_view{};
  }
  int integer(Name field, int otherwise = 0) const {
    std::int64_t value = 0;
    return present_ && object_.at_key(field).get(value) == simdjson::SUCCESS ? static_cast<int>(value)
                                                                             : otherwise;
  }
  bool flag(Name field) const {
    bool value = false;
    return present_ && object_.at_key(field).get(value) == simdjson::SUCCESS && value;
  }
  /// Where the node stands, in bytes from the parsed text's start; -1 where the grammar does not say. (Zero
  /// is left out of the JSON.)
  int location() const { return integer("location"); }

  /// A field that holds any node, taken out of its wrapper.
  Node node(Name field) const {
    simdjson::dom::element value;
    return present_ && object_.at_key(field).get(value) == simdjson::SUCCESS ? unwrap(value) : Node{};
  }
  /// A field of a particular type.
  Node object(Name field) const {
    simdjson::dom::element value;
    return present_ && object_.at_key(field).get(value) == simdjson::SUCCESS ? bare(value) : Node{};
  }
  List list(Name field) const;
  /// The items of a List node, a single node otherwise has none.
  List items() const;

  const simdjson::dom::object& fields() const { return object_; }

 private:
  Node(std::string_view kind, simdjson::dom::element element) : kind_(kind) {
    present_ = element.get(object_) == simdjson::SUCCESS;
  }

  std::string_view kind_;
  simdjson::dom::object object_;
  bool present_ = false;
};

/// A list of nodes; iterating gives each one unwrapped (an empty {} gives an absent node).
class List {
 public:
  List() = default;
  explicit List(simdjson::dom::array array) : array_(array), present_(true) {}

  class Iterator {
   public:
    explicit Iterator(simdjson::dom::array::iterator at) : at_(at) {}
    Node operator*() const { return Node::unwrap(*at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    simdjson::dom::array::iterator at_;
  };

  bool empty() const { return !present_ || !(array_.begin() != array_.end()); }
  int size() const { return present_ ? static_cast<int>(array_.size()) : 0; }
  Iterator begin() const { return Iterator(present_ ? array_.begin() : simdjson::dom::array::iterator{}); }
  Iterator end() const { return Iterator(present_ ? array_.end() : simdjson::dom::array::iterator{}); }
  Node front() const { return empty() ? Node{} : *begin(); }
  Node back() const {
    Node last;
    for (const Node item : *this) last = item;
    return last;
  }

 private:
  simdjson::dom::array array_;
  bool present_ = false;
};

inline List Node::list(Name field) const {
  simdjson::dom::array array;
  return present_ && object_.at_key(field).get(array) == simdjson::SUCCESS ? List(array) : List();
}
inline List Node::items() const { return list("items"); }

}  // namespace miglint::ast
