# libpg_query ships neither a CMake package nor a .pc file. Sets PgQuery::PgQuery and PgQuery_VERSION_NUM
# (PG_VERSION_NUM of its grammar). -DMIGLINT_PG_QUERY_ROOT=DIR points at an installation or a built source
# tree; 15, 17 and 18 are all supported.
set(MIGLINT_PG_QUERY_ROOT "" CACHE PATH "where libpg_query is, when not in the system's folders")

# Another root than when it was found: it is looked for again.
if(MIGLINT_PG_QUERY_ROOT AND NOT "${PgQuery_INCLUDE_DIR}" MATCHES "^${MIGLINT_PG_QUERY_ROOT}/")
  unset(PgQuery_INCLUDE_DIR CACHE)
  unset(PgQuery_LIBRARY CACHE)
  unset(MIGLINT_ARCHIVE_pg_query CACHE)
endif()
find_path(PgQuery_INCLUDE_DIR pg_query.h HINTS ${MIGLINT_PG_QUERY_ROOT} PATH_SUFFIXES include)
find_library(PgQuery_LIBRARY NAMES libpg_query.a pg_query HINTS ${MIGLINT_PG_QUERY_ROOT} PATH_SUFFIXES lib)
if(PgQuery_INCLUDE_DIR)
  file(STRINGS "${PgQuery_INCLUDE_DIR}/pg_query.h" PgQuery_VERSION_LINE REGEX "#define PG_VERSION_NUM")
  string(REGEX MATCH "[0-9]+" PgQuery_VERSION_NUM "${PgQuery_VERSION_LINE}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PgQuery
  REQUIRED_VARS PgQuery_LIBRARY PgQuery_INCLUDE_DIR PgQuery_VERSION_NUM)
if(PgQuery_FOUND AND NOT TARGET PgQuery::PgQuery)
  add_library(PgQuery::PgQuery UNKNOWN IMPORTED)
  set_target_properties(PgQuery::PgQuery PROPERTIES
    IMPORTED_LOCATION "${PgQuery_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${PgQuery_INCLUDE_DIR}")
endif()
mark_as_advanced(PgQuery_INCLUDE_DIR PgQuery_LIBRARY)
