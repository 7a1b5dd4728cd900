#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "miglint/name.hpp"
#include "miglint/source.hpp"

namespace miglint {
namespace {

/// The keywords that PostgreSQL's quote_identifier quotes, in any of its versions to 18: all but the
/// unreserved (kwlist.h). Some of them are good column names, and all of them bad type names.
const std::unordered_set<std::string_view>& keywords() {
  static constexpr std::string_view text =
      "all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean "
      "both case cast char character check "
      "coalesce collate collation column concurrently constraint create cross current_catalog current_date "
      "current_role current_schema "
      "current_time current_timestamp current_user dec decimal default deferrable desc distinct do else end "
      "except exists extract false fetch "
      "float for foreign freeze from full grant greatest group grouping having ilike in initially inner "
      "inout int integer intersect interval into "
      "is isnull join json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar "
      "json_serialize json_table "
      "json_value lateral leading least left like limit localtime localtimestamp merge_action national "
      "natural nchar none normalize not notnull "
      "null nullif numeric offset on only or order out outer overlaps overlay placing position precision "
      "primary real references returning right "
      "row select session_user setof similar smallint some substring symmetric system_user table tablesample "
      "then time timestamp to trailing treat "
      "trim true union unique user using values varchar variadic verbose when where window with "
      "xmlattributes xmlconcat xmlelement xmlexists "
      "xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable";
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> all;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      all.insert(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return all;
  }();
  return words;
}

bool is_keyword(std::string_view word) { return keywords().contains(word); }

bool is_plain(std::string_view identifier) {
  const auto starts = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto continues = [&](char c) { return starts(c) || (c >= '0' && c <= '9') || c == '$'; };
  return !identifier.empty() && starts(identifier.front()) &&
         std::all_of(identifier.begin(), identifier.end(), continues);
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

std::string to_string(const RelationName& name) {
  return name.schema.empty() ? name.name : name.schema + "." + name.name;
}

std::string quote(std::string_view identifier) {
  return is_plain(identifier) && !is_keyword(identifier) ? std::string(identifier) : enclose(identifier, '"');
}

std::string quote(const RelationName& name) {
  return name.schema.empty() ? quote(name.name) : quote(name.schema) + "." + quote(name.name);
}

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
    case Layout::diesel:
      return "diesel";
    case Layout::sql_migrate:
      return "sql-migrate";
    case Layout::node_pg_migrate:
      return "node-pg-migrate";
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
