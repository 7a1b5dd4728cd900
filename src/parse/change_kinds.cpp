#include <array>

#include "miglint/change.hpp"
#include "miglint/migration.hpp"

namespace miglint {
namespace {

// In the order of Change's alternatives.
constexpr std::array<std::string_view, 74> kinds{
    "add-column",
    "drop-column",
    "set-not-null",
    "drop-not-null",
    "set-default",
    "drop-default",
    "change-type",
    "alter-identity",
    "alter-generated",
    "alter-column-option",
    "add-primary-key",
    "add-unique",
    "add-foreign-key",
    "add-check",
    "add-exclude",
    "add-not-null",
    "drop-constraint",
    "validate-constraint",
    "alter-constraint",
    "create-table",
    "drop-table",
    "attach-partition",
    "detach-partition",
    "alter-table-option",
    "create-index",
    "drop-index",
    "reindex",
    "attach-index",
    "rename-column",
    "rename-object",
    "set-schema",
    "drop-object",
    "change-owner",
    "reassign-owned",
    "create-enum",
    "add-enum-value",
    "rename-enum-value",
    "create-domain",
    "alter-domain",
    "create-type",
    "alter-type",
    "create-schema",
    "create-extension",
    "create-sequence",
    "alter-sequence",
    "create-view",
    "refresh-materialized-view",
    "create-trigger",
    "create-function",
    "alter-function",
    "create-policy",
    "alter-policy",
    "create-rule",
    "create-statistics",
    "create-publication",
    "alter-publication",
    "create-object",
    "alter-object",
    "insert",
    "update",
    "delete",
    "truncate",
    "select",
    "copy-rows",
    "lock-table",
    "transaction",
    "set-variable",
    "maintenance",
    "call-procedure",
    "comment-on",
    "grant",
    "no-effect",
    "unmodelled",
    "do-block",
};
static_assert(kinds.size() == std::variant_size_v<Change>);

}  // namespace

std::string_view kind_of(const Change& change) { return kinds.at(change.index()); }

}  // namespace miglint
