#pragma once

// libpg_query and simdjson behind one function. Each thread has a reader of its own and reuses its buffers.

#include <memory>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

#include "parse/ast.hpp"

namespace miglint {

/// Why a text has no tree.
struct ParseFailure {
  std::string message;  ///< PostgreSQL's own words
  int offset = 0;       ///< in bytes from the text's start
  bool too_deep = false;
};

class TreeReader {
 public:
  TreeReader();

  /// The statements of `sql`, each {stmt: …, stmt_location, stmt_len}; or why there are none. `sql` ends with
  /// a NUL byte after its size. The tree lives until the next call.
  struct Tree {
    simdjson::dom::array statements;
    std::optional<ParseFailure> failure;
  };
  Tree parse(std::string_view sql);

  /// Another reader, for what is inside a statement (a DO block's body) while its own tree is still needed.
  TreeReader& inner() {
    if (!inner_) inner_ = std::make_unique<TreeReader>();
    return *inner_;
  }

 private:
  /// The tree as JSON, in padded_, where simdjson may read past its end.
  std::optional<ParseFailure> print_tree(std::string_view sql);

  simdjson::dom::parser parser_;
  std::vector<char> padded_;
  std::size_t size_ = 0;  ///< of the JSON in padded_
  std::unique_ptr<TreeReader> inner_;
};

}  // namespace miglint
