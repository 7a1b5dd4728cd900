# `cmake --install` and the packages that CPack makes of it (script/package).
include(GNUInstallDirs)
if(MIGLINT_STATIC)
  install(TARGETS miglint_static)
else()
  install(TARGETS miglint)
endif()
# The man page and the completions come from the program's own table of options.
if(NOT CMAKE_CROSSCOMPILING)
  set(generated "${CMAKE_BINARY_DIR}/generated")
  add_custom_command(TARGET miglint POST_BUILD VERBATIM
    COMMAND miglint man > ${generated}/miglint.1
    COMMAND miglint completion bash > ${generated}/miglint
    COMMAND miglint completion zsh > ${generated}/_miglint
    COMMAND miglint completion fish > ${generated}/miglint.fish)
  install(FILES ${generated}/miglint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${generated}/miglint DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${generated}/_miglint DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
  install(FILES ${generated}/miglint.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
install(FILES README.md CHANGELOG.md SECURITY.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_NAME miglint)
set(CPACK_PACKAGE_VENDOR "The miglint authors")
set(CPACK_PACKAGE_CONTACT "The miglint authors <noreply@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_PACKAGE_FILE_NAME "miglint-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
if(NOT MIGLINT_STATIC)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
endif()
include(CPack)
