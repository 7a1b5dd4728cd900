#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "miglint/catalog.hpp"

namespace miglint {

struct RefusedOutput {
  std::string_view sqlstate;
  std::string reason;  ///< goes on after the relation's name: "would have a column a twice"
};
/// Why no view and no table can have these columns of a query; nullopt where one can, or where that is not
/// certain.
std::optional<RefusedOutput> refused_output(const Catalog& catalog, const QueryColumns& output);

}  // namespace miglint
