# The libraries as the system has them, from their archives where it has those: a shared library costs each
# start some tenths of a millisecond. (Static.cmake links nothing but archives.)
function(miglint_prefer_archive target name shared)
  find_library(MIGLINT_ARCHIVE_${name} lib${name}.a)
  mark_as_advanced(MIGLINT_ARCHIVE_${name})
  add_library(${target} INTERFACE)
  if(MIGLINT_ARCHIVE_${name} AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_libraries(${target} INTERFACE ${MIGLINT_ARCHIVE_${name}})
    target_include_directories(${target} SYSTEM INTERFACE
      $<TARGET_PROPERTY:${shared},INTERFACE_INCLUDE_DIRECTORIES>)
  else()
    target_link_libraries(${target} INTERFACE ${shared})
  endif()
endfunction()

find_package(PgQuery REQUIRED)
# Parts of libpg_query that are replaced where it is linked from its archive (cmake/pg_query.c says why).
set(MIGLINT_PG_QUERY_OPTIONS -Wl,--wrap=pg_query_nodes_to_protobuf -Wl,--wrap=appendStringInfo)
if(PgQuery_LIBRARY MATCHES "\\.a$" AND CMAKE_SYSTEM_NAME MATCHES "^(Linux|Emscripten)$")
  enable_language(C)
  add_library(miglint_pg_query STATIC
    ${CMAKE_SOURCE_DIR}/cmake/pg_query.c ${CMAKE_SOURCE_DIR}/cmake/newer_libc.c)
  target_link_options(miglint_pg_query INTERFACE ${MIGLINT_PG_QUERY_OPTIONS})
  target_link_libraries(PgQuery::PgQuery INTERFACE miglint_pg_query)
endif()
find_package(simdjson REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(yaml-cpp REQUIRED)
miglint_prefer_archive(miglint_yaml yaml-cpp yaml-cpp)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
miglint_prefer_archive(miglint_utf8proc utf8proc PkgConfig::UTF8PROC)
pkg_check_modules(RAPIDJSON REQUIRED IMPORTED_TARGET RapidJSON)

# Judging makes small objects and lets them go, and the threads that parse make what another one drops:
# mimalloc saves about a tenth of the whole. Not in a debug build: the sanitizers bring an allocator of their
# own.
option(MIGLINT_MIMALLOC "Allocate with mimalloc, where it is installed" ON)
if(MIGLINT_MIMALLOC AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  find_package(mimalloc QUIET)
endif()

# libgit2 from its archive, without its network, where that links (Debian's does); else as the shared library
# that the system has.
option(MIGLINT_SHARED_GIT "Link libgit2 as a shared library, network and all" OFF)
find_library(MIGLINT_GIT2_ARCHIVE libgit2.a)
mark_as_advanced(MIGLINT_GIT2_ARCHIVE)
if(MIGLINT_GIT2_ARCHIVE AND NOT MIGLINT_SHARED_GIT AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  enable_language(C)
  include(LocalGit)
  set(git2_needs "")
  foreach(need mbedtls mbedx509 mbedcrypto http_parser pcre2-8 z)
    find_library(MIGLINT_LIBRARY_${need} NAMES lib${need}.a ${need})
    mark_as_advanced(MIGLINT_LIBRARY_${need})
    if(MIGLINT_LIBRARY_${need})
      list(APPEND git2_needs ${MIGLINT_LIBRARY_${need}})
    endif()
  endforeach()
  file(WRITE ${CMAKE_BINARY_DIR}/local_git_links.c
    "int git_libgit2_init(void);\nint main(void) { return git_libgit2_init() < 0; }\n")
  try_compile(MIGLINT_LOCAL_GIT_LINKS ${CMAKE_BINARY_DIR}/local_git_links
    SOURCES ${CMAKE_BINARY_DIR}/local_git_links.c ${CMAKE_SOURCE_DIR}/cmake/local_git.c
    LINK_OPTIONS ${MIGLINT_LOCAL_GIT_OPTIONS} LINK_LIBRARIES ${MIGLINT_GIT2_ARCHIVE} ${git2_needs})
endif()
if(MIGLINT_LOCAL_GIT_LINKS)
  miglint_local_git(miglint_local_git ${MIGLINT_GIT2_ARCHIVE} ${git2_needs})
  add_library(PkgConfig::LIBGIT2 ALIAS miglint_local_git)
else()
  message(STATUS "libgit2 is linked as a shared library: each start takes some 8 ms longer")
  pkg_check_modules(LIBGIT2 REQUIRED IMPORTED_TARGET libgit2)
  find_package(ZLIB REQUIRED)  # which the archive brings along
  set_property(TARGET PkgConfig::LIBGIT2 APPEND PROPERTY INTERFACE_LINK_LIBRARIES ZLIB::ZLIB)
endif()
