#include "analysis/extension_functions.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "analysis/procedures.hpp"

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

std::vector<std::string_view> functions_of_extension(std::string_view extension) {
  std::vector<std::string_view> functions;
  const Row* row = row_of(extension);
  if (row == nullptr) return functions;
  for (std::string_view rest = row->functions; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0 && !is_builtin_procedure(rest.substr(0, end))) functions.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return functions;
}

bool brings_function(std::string_view extension, std::string_view function) {
  const Row* row = row_of(extension);
  return row != nullptr && row->functions.find(" " + std::string(function) + " ") != std::string_view::npos;
}

}  // namespace miglint
