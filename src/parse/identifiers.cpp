#include <algorithm>
#include <array>

#include "miglint/name.hpp"
#include "miglint/source.hpp"

namespace miglint {
namespace {

/// Keywords that PostgreSQL 15 does not take unquoted as a column's or table's name (kwlist.h: reserved, type or function name).
bool is_reserved(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>({"all",
                                                                 "analyse",
                                                                 "analyze",
                                                                 "and",
                                                                 "any",
                                                                 "array",
                                                                 "as",
                                                                 "asc",
                                                                 "asymmetric",
                                                                 "authorization",
                                                                 "binary",
                                                                 "both",
                                                                 "case",
                                                                 "cast",
                                                                 "check",
                                                                 "collate",
                                                                 "collation",
                                                                 "column",
                                                                 "concurrently",
                                                                 "constraint",
                                                                 "create",
                                                                 "cross",
                                                                 "current_catalog",
                                                                 "current_date",
                                                                 "current_role",
                                                                 "current_schema",
                                                                 "current_time",
                                                                 "current_timestamp",
                                                                 "current_user",
                                                                 "default",
                                                                 "deferrable",
                                                                 "desc",
                                                                 "distinct",
                                                                 "do",
                                                                 "else",
                                                                 "end",
                                                                 "except",
                                                                 "false",
                                                                 "fetch",
                                                                 "for",
                                                                 "foreign",
                                                                 "freeze",
                                                                 "from",
                                                                 "full",
                                                                 "grant",
                                                                 "group",
                                                                 "having",
                                                                 "ilike",
                                                                 "in",
                                                                 "initially",
                                                                 "inner",
                                                                 "intersect",
                                                                 "into",
                                                                 "is",
                                                                 "isnull",
                                                                 "join",
                                                                 "lateral",
                                                                 "leading",
                                                                 "left",
                                                                 "like",
                                                                 "limit",
                                                                 "localtime",
                                                                 "localtimestamp",
                                                                 "natural",
                                                                 "not",
                                                                 "notnull",
                                                                 "null",
                                                                 "offset",
                                                                 "on",
                                                                 "only",
                                                                 "or",
                                                                 "order",
                                                                 "outer",
                                                                 "overlaps",
                                                                 "placing",
                                                                 "primary",
                                                                 "references",
                                                                 "returning",
                                                                 "right",
                                                                 "select",
                                                                 "session_user",
                                                                 "similar",
                                                                 "some",
                                                                 "symmetric",
                                                                 "system_user",
                                                                 "table",
                                                                 "tablesample",
                                                                 "then",
                                                                 "to",
                                                                 "trailing",
                                                                 "true",
                                                                 "union",
                                                                 "unique",
                                                                 "user",
                                                                 "using",
                                                                 "variadic",
                                                                 "verbose",
                                                                 "when",
                                                                 "where",
                                                                 "window",
                                                                 "with"});
  return std::binary_search(words.begin(), words.end(), word);
}

bool is_plain(std::string_view identifier) {
  const auto starts = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto continues = [&](char c) { return starts(c) || (c >= '0' && c <= '9') || c == '$'; };
  return !identifier.empty() && starts(identifier.front()) && std::all_of(identifier.begin(), identifier.end(), continues);
}

std::string enclose(std::string_view text, char quote) {
  std::string quoted(1, quote);
  for (const char c : text) {
    if (c == quote) quoted += quote;
    quoted += c;
  }
  return quoted + quote;
}

}  // namespace

std::string to_string(const RelationName& name) { return name.schema.empty() ? name.name : name.schema + "." + name.name; }

std::string quote(std::string_view identifier) {
  return is_plain(identifier) && !is_reserved(identifier) ? std::string(identifier) : enclose(identifier, '"');
}

std::string quote(const RelationName& name) { return name.schema.empty() ? quote(name.name) : quote(name.schema) + "." + quote(name.name); }

std::string quote_list(const std::vector<std::string>& identifiers) {
  std::string list;
  for (const std::string& identifier : identifiers) list += (list.empty() ? "" : ", ") + quote(identifier);
  return list;
}

std::string quote_literal(std::string_view text) { return enclose(text, '\''); }

std::string truncate_identifier(std::string_view identifier) {
  if (identifier.size() <= max_identifier_bytes) return std::string(identifier);
  std::size_t end = max_identifier_bytes;
  while (end > 0 && (static_cast<unsigned char>(identifier[end]) & 0xC0U) == 0x80U) --end;
  return std::string(identifier.substr(0, end));
}

std::string_view to_string(Layout layout) {
  switch (layout) {
    case Layout::prisma:
      return "prisma";
    case Layout::drizzle:
      return "drizzle";
    case Layout::golang_migrate:
      return "golang-migrate";
    case Layout::goose:
      return "goose";
    case Layout::dbmate:
      return "dbmate";
    case Layout::flyway:
      return "flyway";
    case Layout::supabase:
      return "supabase";
    case Layout::plain:
      return "plain";
  }
  return {};
}

std::string_view to_string(State state) {
  switch (state) {
    case State::untracked:
      return "untracked";
    case State::staged:
      return "staged";
    case State::modified:
      return "modified";
    case State::deleted:
      return "deleted";
    case State::committed:
      return "committed";
    case State::pushed:
      return "pushed";
    case State::on_base:
      return "on-base";
    case State::outside_git:
      return "outside-git";
  }
  return {};
}

}  // namespace miglint
