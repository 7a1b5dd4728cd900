# miglint_static: one file that runs on any Linux, Alpine and an empty chroot among them (the npm package, the
# .deb, the tarball). Built on Debian.
#
# It links the objects of the ordinary build once more, with archives, so that nothing of miglint is compiled
# twice. Debian's archives need help:
# - libfmt-dev and libsimdjson-dev have none: their one source file each is compiled from the source package
#   (script/release fetches them).
# - libgit2.a brings transports (TLS, SSH, HTTP) that miglint never uses, with six more libraries and 5 ms of
#   start-up for the CA bundle: it is built from its source package, too, without them.
# - libmimalloc-dev has none either, and in one file malloc is replaced as it is linked.
# - No exception passes through C, so its unwind tables go; a few functions are replaced, with what they refer
#   to (cmake/left_out.c, cmake/pg_query.c).
# - libpg_query's may be of a newer Debian, for a newer grammar (script/newest-grammar): what it asks of a
#   newer C library is there (cmake/newer_libc.c).
set(MIGLINT_FMT_SOURCE "" CACHE PATH "fmt's source tree, where the system has no libfmt.a")
set(MIGLINT_SIMDJSON_SOURCE "" CACHE PATH "simdjson's source tree, where the system has no libsimdjson.a")
set(MIGLINT_MIMALLOC_SOURCE "" CACHE PATH "mimalloc's source tree; empty: the C library's malloc")
set(MIGLINT_LIBGIT2_SOURCE "" CACHE PATH "libgit2's source tree, of the same version as the system's headers")
set(MIGLINT_STATIC_PG_QUERY_ROOT "" CACHE PATH "another libpg_query than that of the ordinary build")
enable_language(C)

function(miglint_archive variable name)  # the archive's path, never the shared library of the same name
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
  find_library(MIGLINT_ARCHIVE_${name} ${name}
    HINTS ${MIGLINT_STATIC_PG_QUERY_ROOT} ${MIGLINT_PG_QUERY_ROOT} PATH_SUFFIXES lib REQUIRED)
  mark_as_advanced(MIGLINT_ARCHIVE_${name})
  set(${variable} ${MIGLINT_ARCHIVE_${name}} PARENT_SCOPE)
endfunction()

function(miglint_archive_of_c variable name)  # a copy of the archive without unwind tables
  miglint_archive(archive ${name})
  set(copy "${CMAKE_BINARY_DIR}/archives/lib${name}.a")
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/archives")
  execute_process(COMMAND_ERROR_IS_FATAL ANY
    COMMAND ${CMAKE_OBJCOPY} --remove-section=.eh_frame --remove-section=.rela.eh_frame ${archive} ${copy})
  set(${variable} ${copy} PARENT_SCOPE)
endfunction()

# A library of one source file, or the system's archive where no source is given. (Not through the package's
# own targets: those are shared.)
function(miglint_archive_or_source target name source)
  if(NOT source)
    miglint_archive(archive ${name})
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE ${archive})
    return()
  endif()
  add_library(${target} STATIC ${ARGN})
  target_include_directories(${target} SYSTEM PRIVATE "${source}/include" "${source}/src")
  target_compile_options(${target} PRIVATE -w -ffunction-sections -fdata-sections)
  # As the headers are used: with threads or without, say, classes differ.
  target_compile_definitions(${target} PRIVATE
    $<TARGET_PROPERTY:${name}::${name},INTERFACE_COMPILE_DEFINITIONS>)
  target_link_libraries(${target} PRIVATE miglint_hardening)
endfunction()
miglint_archive_or_source(miglint_static_fmt fmt
  "${MIGLINT_FMT_SOURCE}" "${MIGLINT_FMT_SOURCE}/src/format.cc")
miglint_archive_or_source(miglint_static_simdjson simdjson
  "${MIGLINT_SIMDJSON_SOURCE}" "${MIGLINT_SIMDJSON_SOURCE}/src/simdjson.cpp")

# Every x86-64 of the last ten years has AVX2, and for the others there is the fallback.
if(MIGLINT_SIMDJSON_SOURCE AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_definitions(miglint_static_simdjson PRIVATE
    SIMDJSON_IMPLEMENTATION_ICELAKE=0 SIMDJSON_IMPLEMENTATION_WESTMERE=0)
endif()

include(ExternalProject)
set(libgit2 "${CMAKE_BINARY_DIR}/libgit2/libgit2.a")
string(JOIN " " libgit2_flags -fPIE -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables
  -fstack-protector-strong -D_FORTIFY_SOURCE=2)
ExternalProject_Add(miglint_libgit2
  SOURCE_DIR "${MIGLINT_LIBGIT2_SOURCE}" BINARY_DIR "${CMAKE_BINARY_DIR}/libgit2"
  CMAKE_ARGS -DCMAKE_BUILD_TYPE=MinSizeRel -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTS=OFF -DBUILD_CLI=OFF
    -DREGEX_BACKEND=regcomp -DUSE_SSH=OFF -DUSE_HTTPS=OFF -DUSE_NTLMCLIENT=OFF -DUSE_HTTP_PARSER=system
    -DUSE_BUNDLED_ZLIB=OFF "-DCMAKE_C_FLAGS=${libgit2_flags}"
  BUILD_BYPRODUCTS "${libgit2}" INSTALL_COMMAND "" LOG_CONFIGURE ON LOG_BUILD ON LOG_OUTPUT_ON_FAILURE ON)

miglint_archive(yaml yaml-cpp)
set(archives ${yaml} ${libgit2})  # in the order that the linker needs
foreach(name pg_query utf8proc http_parser z)
  miglint_archive_of_c(archive ${name})
  list(APPEND archives ${archive})
endforeach()

# Of miglint's own objects, those that know libpg_query's version are compiled for this one.
set(of_grammar src/parse/tree_reader.cpp src/parse/version.cpp)
set(objects_of_grammar "/(tree_reader|version)[.]cpp")
add_executable(miglint_static src/main.cpp ${of_grammar} cmake/left_out.c cmake/pg_query.c cmake/newer_libc.c
  $<FILTER:$<TARGET_OBJECTS:miglint_core>,EXCLUDE,${objects_of_grammar}>)
set_target_properties(miglint_static PROPERTIES
  MIGLINT_IS_STATIC ON OUTPUT_NAME miglint RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
target_include_directories(miglint_static PRIVATE src include)
target_include_directories(miglint_static SYSTEM BEFORE PRIVATE
  $<$<BOOL:${MIGLINT_STATIC_PG_QUERY_ROOT}>:${MIGLINT_STATIC_PG_QUERY_ROOT}/include>
  ${PgQuery_INCLUDE_DIR})
target_link_libraries(miglint_static PRIVATE
  miglint_warnings miglint_hardening miglint_static_fmt miglint_static_simdjson ${archives})
target_compile_definitions(miglint_static PRIVATE
  $<TARGET_PROPERTY:simdjson::simdjson,INTERFACE_COMPILE_DEFINITIONS>)
target_link_options(miglint_static PRIVATE
  ${MIGLINT_PG_QUERY_OPTIONS} -Wl,--gc-sections -Wl,-z,pack-relative-relocs)
add_dependencies(miglint_static miglint_libgit2)
if(MIGLINT_MIMALLOC_SOURCE)
  set_source_files_properties("${MIGLINT_MIMALLOC_SOURCE}/src/static.c" PROPERTIES
    COMPILE_OPTIONS "-w;-O2;-fno-asynchronous-unwind-tables;-ftls-model=local-exec"
    COMPILE_DEFINITIONS MI_MALLOC_OVERRIDE=1 INCLUDE_DIRECTORIES "${MIGLINT_MIMALLOC_SOURCE}/include")
  target_sources(miglint_static PRIVATE "${MIGLINT_MIMALLOC_SOURCE}/src/static.c")
endif()
foreach(function getaddrinfo freeaddrinfo getpwuid_r _ZN9__gnu_cxx27__verbose_terminate_handlerEv)
  target_link_options(miglint_static PRIVATE -Wl,--wrap=${function})
endforeach()
