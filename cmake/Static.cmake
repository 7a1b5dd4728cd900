# A fully static executable (built on Debian 12): one file that runs on any Linux, Alpine and an empty chroot among them (the npm package, the tarball).
#
# Defines the targets that the ordinary build takes from the system as shared libraries. Two of them need help on Debian:
# - libgit2.a refers to its transports' libraries: LocalGit.cmake.
# - libsimdjson-dev has no archive, so simdjson is compiled from its source package: -DMIGLINT_SIMDJSON_SOURCE=DIR (script/release fetches it).
set(MIGLINT_SIMDJSON_SOURCE "" CACHE PATH "simdjson's source tree, for MIGLINT_STATIC where the system has no libsimdjson.a")

set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
set(BUILD_SHARED_LIBS OFF)
enable_language(C)

find_package(PgQuery REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)

function(miglint_archive target)  # an INTERFACE target over archives, in the order that the linker needs
  add_library(${target} INTERFACE IMPORTED)
  foreach(name IN LISTS ARGN)
    find_library(MIGLINT_ARCHIVE_${name} ${name} REQUIRED)
    mark_as_advanced(MIGLINT_ARCHIVE_${name})
    target_link_libraries(${target} INTERFACE ${MIGLINT_ARCHIVE_${name}})
  endforeach()
endfunction()

miglint_archive(yaml-cpp yaml-cpp)
miglint_archive(PkgConfig::UTF8PROC utf8proc)
target_compile_definitions(PkgConfig::UTF8PROC INTERFACE UTF8PROC_STATIC)
add_library(PkgConfig::RAPIDJSON INTERFACE IMPORTED)  # headers alone
add_library(miglint_fmt ALIAS fmt::fmt-header-only)   # Debian has no libfmt.a

if(MIGLINT_SIMDJSON_SOURCE)
  add_library(miglint_simdjson STATIC "${MIGLINT_SIMDJSON_SOURCE}/src/simdjson.cpp")
  target_include_directories(miglint_simdjson SYSTEM PUBLIC "${MIGLINT_SIMDJSON_SOURCE}/include" PRIVATE "${MIGLINT_SIMDJSON_SOURCE}/src")
  add_library(simdjson::simdjson ALIAS miglint_simdjson)
else()
  miglint_archive(simdjson::simdjson simdjson)
endif()

miglint_archive(miglint_git2_archives git2 mbedtls mbedx509 mbedcrypto http_parser pcre2-8 z)
include(LocalGit)
miglint_local_git(miglint_local_git miglint_git2_archives)
add_library(PkgConfig::LIBGIT2 ALIAS miglint_local_git)
