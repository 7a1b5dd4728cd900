# Pairs every rules/<group>/<id>.cpp with its page rules/<group>/<id>.md and writes the registry: no list to
# edit, no self-registration. A rule without a page, or a page without a rule, stops the build here and is
# named.
file(GLOB MIGLINT_RULE_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/*/*.cpp)
file(GLOB MIGLINT_RULE_PAGES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/*/*.md)
# Wording that several rules share.
file(GLOB MIGLINT_RULE_SUPPORT CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/*.cpp)

set(declarations "")
set(entries "")
set(count 0)
foreach(page IN LISTS MIGLINT_RULE_PAGES)
  string(REGEX REPLACE "\\.md$" ".cpp" source "${page}")
  if(NOT EXISTS "${source}")
    message(FATAL_ERROR "${page} has no rule beside it: write ${source}, or remove the page")
  endif()
endforeach()
foreach(source IN LISTS MIGLINT_RULE_SOURCES)
  string(REGEX REPLACE "\\.cpp$" ".md" page "${source}")
  if(NOT EXISTS "${page}")
    message(FATAL_ERROR "${source} has no page: write ${page} first (rules/README.md says how)")
  endif()
  get_filename_component(id "${source}" NAME_WE)
  get_filename_component(folder "${source}" DIRECTORY)
  get_filename_component(group "${folder}" NAME)
  string(REPLACE "-" "_" symbol "${id}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${page}")
  file(READ "${page}" text)
  # A string literal may not be longer than 64 KiB everywhere; pages are far shorter, and the delimiter never
  # occurs in them.
  string(APPEND declarations "extern const Rule ${symbol};\n")
  string(APPEND entries "    {&${symbol}, Group::${group}, R\"page~(${text})page~\"},\n")
  math(EXPR count "${count} + 1")
endforeach()

set(MIGLINT_REGISTRY ${CMAKE_BINARY_DIR}/generated/rules.cpp)
file(CONFIGURE OUTPUT ${MIGLINT_REGISTRY} @ONLY CONTENT [[// Written by rules/registry.cmake.
#include <algorithm>
#include <array>

#include "miglint/rule.hpp"

namespace miglint {

@declarations@
static const std::array<RegisteredRule, @count@> registry{{
@entries@}};

std::span<const RegisteredRule> all_rules() { return registry; }

const RegisteredRule* find_rule(std::string_view id) {
  const auto found =
      std::ranges::find_if(registry, [&](const RegisteredRule& entry) { return entry.rule->id == id; });
  return found == registry.end() ? nullptr : &*found;
}

}  // namespace miglint
]])
