#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "miglint/catalog.hpp"

namespace miglint {

struct LiteralError {
  std::string_view sqlstate;
  std::string message;
};
inline std::optional<LiteralError> read_literal(const Catalog&, const TypeName&, std::string_view) {
  return std::nullopt;
}

}  // namespace miglint
