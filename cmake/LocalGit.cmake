# libgit2 without its network: miglint reads the repository on disk and nothing else. As a shared library
# libgit2 brings TLS, SSH and Kerberos, which cost 8 ms at each start (loading a dozen libraries, reading the
# CA bundle), more than a commit hook without migrations has in all.
#
# So its archive is linked: linker wraps replace the transports' entry points with stubs (cmake/local_git.c),
# and what they alone referred to is dropped by --gc-sections before anybody asks where it is.
# miglint_local_git(NAME LIBRARY…) defines the target over libgit2's archive and what is left of its needs.
function(miglint_local_git name archive)
  add_library(${name} STATIC ${CMAKE_SOURCE_DIR}/cmake/local_git.c)
  target_link_libraries(${name} INTERFACE ${archive} ${ARGN})
  target_link_options(${name} INTERFACE ${MIGLINT_LOCAL_GIT_OPTIONS})
endfunction()

# --undefined: the stubs' archive comes before libgit2's, whose need of them the linker would see too late.
set(MIGLINT_LOCAL_GIT_OPTIONS -Wl,--gc-sections -Wl,--undefined=__wrap_git_smart_subtransport_http
  -Wl,--wrap=git_mbedtls_stream_global_init -Wl,--wrap=git_mbedtls__set_cert_location
  -Wl,--wrap=git_transport_ssh_global_init -Wl,--wrap=git_transport_ssh_with_paths
  -Wl,--wrap=git_smart_subtransport_http -Wl,--wrap=git_smart_subtransport_git
  -Wl,--wrap=git_smart_subtransport_ssh)
