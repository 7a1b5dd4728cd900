#include "analysis/extension_functions.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace miglint {

namespace {

struct Row {
  std::string_view extension, functions;
};
constexpr Row rows[] = {
#include "analysis/extension_functions.inc"
};

const Row* row_of(std::string_view extension) {
  const auto found = std::ranges::lower_bound(rows, extension, {}, &Row::extension);
  return found != std::end(rows) && found->extension == extension ? found : nullptr;
}

}  // namespace

bool is_known_extension(std::string_view extension) {
  return extension == "plpgsql" || row_of(extension) != nullptr;
}

bool brings_function(std::string_view extension, std::string_view function) {
  const Row* row = row_of(extension);
  return row != nullptr && row->functions.find(" " + std::string(function) + " ") != std::string_view::npos;
}

}  // namespace miglint
