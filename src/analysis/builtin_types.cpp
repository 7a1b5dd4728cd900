#include "analysis/builtin_types.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace miglint {

// Sorted by byte, for binary search: select typname from pg_type where typnamespace =
// 'pg_catalog'::regnamespace and typtype in ('b', 'p', 'r', 'm') and typrelid = 0 and typname !~ '^_',
// PostgreSQL 15.
static constexpr std::array builtin_types = std::to_array<std::string_view>({"aclitem",
                                                                             "any",
                                                                             "anyarray",
                                                                             "anycompatible",
                                                                             "anycompatiblearray",
                                                                             "anycompatiblemultirange",
                                                                             "anycompatiblenonarray",
                                                                             "anycompatiblerange",
                                                                             "anyelement",
                                                                             "anyenum",
                                                                             "anymultirange",
                                                                             "anynonarray",
                                                                             "anyrange",
                                                                             "bit",
                                                                             "bool",
                                                                             "box",
                                                                             "bpchar",
                                                                             "bytea",
                                                                             "char",
                                                                             "cid",
                                                                             "cidr",
                                                                             "circle",
                                                                             "cstring",
                                                                             "date",
                                                                             "datemultirange",
                                                                             "daterange",
                                                                             "event_trigger",
                                                                             "fdw_handler",
                                                                             "float4",
                                                                             "float8",
                                                                             "gtsvector",
                                                                             "index_am_handler",
                                                                             "inet",
                                                                             "int2",
                                                                             "int2vector",
                                                                             "int4",
                                                                             "int4multirange",
                                                                             "int4range",
                                                                             "int8",
                                                                             "int8multirange",
                                                                             "int8range",
                                                                             "internal",
                                                                             "interval",
                                                                             "json",
                                                                             "jsonb",
                                                                             "jsonpath",
                                                                             "language_handler",
                                                                             "line",
                                                                             "lseg",
                                                                             "macaddr",
                                                                             "macaddr8",
                                                                             "money",
                                                                             "name",
                                                                             "numeric",
                                                                             "nummultirange",
                                                                             "numrange",
                                                                             "oid",
                                                                             "oidvector",
                                                                             "path",
                                                                             "pg_brin_bloom_summary",
                                                                             "pg_brin_minmax_multi_summary",
                                                                             "pg_ddl_command",
                                                                             "pg_dependencies",
                                                                             "pg_lsn",
                                                                             "pg_mcv_list",
                                                                             "pg_ndistinct",
                                                                             "pg_node_tree",
                                                                             "pg_snapshot",
                                                                             "point",
                                                                             "polygon",
                                                                             "record",
                                                                             "refcursor",
                                                                             "regclass",
                                                                             "regcollation",
                                                                             "regconfig",
                                                                             "regdictionary",
                                                                             "regnamespace",
                                                                             "regoper",
                                                                             "regoperator",
                                                                             "regproc",
                                                                             "regprocedure",
                                                                             "regrole",
                                                                             "regtype",
                                                                             "table_am_handler",
                                                                             "text",
                                                                             "tid",
                                                                             "time",
                                                                             "timestamp",
                                                                             "timestamptz",
                                                                             "timetz",
                                                                             "trigger",
                                                                             "tsm_handler",
                                                                             "tsmultirange",
                                                                             "tsquery",
                                                                             "tsrange",
                                                                             "tstzmultirange",
                                                                             "tstzrange",
                                                                             "tsvector",
                                                                             "txid_snapshot",
                                                                             "unknown",
                                                                             "uuid",
                                                                             "varbit",
                                                                             "varchar",
                                                                             "void",
                                                                             "xid",
                                                                             "xid8",
                                                                             "xml"});
static_assert(std::is_sorted(builtin_types.begin(), builtin_types.end()));

bool is_builtin_type(std::string_view name) {
  return std::binary_search(builtin_types.begin(), builtin_types.end(), name);
}

std::string_view serial_base(const TypeName& type) {
  if (!type.schema.empty() || type.array_dimensions > 0) return {};
  static constexpr auto words = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"serial", "int4"},
      {"serial4", "int4"},
      {"bigserial", "int8"},
      {"serial8", "int8"},
      {"smallserial", "int2"},
      {"serial2", "int2"},
  });
  for (const auto& [word, base] : words)
    if (word == type.name) return base;
  return {};
}

std::vector<std::string_view> extension_types(std::string_view extension) {
  if (extension == "citext") return {"citext"};
  if (extension == "hstore") return {"hstore"};
  if (extension == "ltree") return {"ltree", "lquery", "ltxtquery"};
  if (extension == "cube") return {"cube"};
  if (extension == "seg") return {"seg"};
  if (extension == "lo") return {"lo"};
  if (extension == "intarray") return {"query_int"};
  if (extension == "isn") return {"ean13", "isbn", "isbn13", "ismn", "ismn13", "issn", "issn13", "upc"};
  if (extension == "vector") return {"vector", "halfvec", "sparsevec"};
  if (extension == "postgis") return {"geometry", "geography", "box2d", "box3d"};
  if (extension == "postgis_raster") return {"raster"};
  if (extension == "h3") return {"h3index"};
  if (extension == "ip4r") return {"ip4", "ip4r", "ip6", "ip6r", "ipaddress", "iprange"};
  if (extension == "semver") return {"semver"};
  return {};
}

}  // namespace miglint
