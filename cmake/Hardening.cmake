# What a release binary gets, since it reads files that strangers wrote (script/check-hardening checks the
# result). _FORTIFY_SOURCE needs optimisation, and the sanitizers have their own checks, so a debug build goes
# without.
add_library(miglint_hardening INTERFACE)
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT MSVC AND NOT EMSCRIPTEN)
  target_compile_options(miglint_hardening INTERFACE
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE)
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_compile_options(miglint_hardening INTERFACE -fstack-clash-protection)
    target_link_options(miglint_hardening INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack
      $<IF:$<BOOL:$<TARGET_PROPERTY:MIGLINT_IS_STATIC>>,-static-pie,-pie>)
  endif()
endif()
