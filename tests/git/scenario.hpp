#pragma once

// Scenarios with the real git and the real binary, as a user has them.

#include <string>

#include "support/git_project.hpp"

namespace miglint::test {

inline std::string binary() { return MIGLINT_BINARY; }
inline CommandResult run_miglint(const std::string& arguments) {
  return run_command("'" + binary() + "' " + arguments);
}

inline bool has(const CommandResult& result, const std::string& part) {
  return result.output.find(part) != std::string::npos;
}

inline constexpr const char* first = "20240101000000_create_users";
inline constexpr const char* second = "20240102000000_add_email";
inline constexpr const char* third = "20240103000000_add_index";
inline constexpr const char* create_users = "CREATE TABLE \"users\" (\"id\" SERIAL PRIMARY KEY);\n";
inline constexpr const char* hazard = "ALTER TABLE \"users\" ADD COLUMN \"email\" TEXT NOT NULL;\n";
inline constexpr const char* harmless = "ALTER TABLE \"users\" ADD COLUMN \"email\" TEXT;\n";

/// One committed migration on main.
class ShopProject : public GitProject {
 public:
  ShopProject() {
    migration(first, create_users);
    commit("Create users");
  }
};

}  // namespace miglint::test
