# `miglint init --agents` writes the files in hooks/: one source for both.
set(MIGLINT_HOOK_FILE_claude claude-settings.json)
set(MIGLINT_HOOK_FILE_cursor cursor-hooks.json)
set(MIGLINT_HOOK_FILE_copilot copilot-hooks.json)
set(MIGLINT_HOOK_FILE_agents AGENTS.md)
foreach(hook claude cursor copilot agents)
  set(file ${CMAKE_SOURCE_DIR}/hooks/${MIGLINT_HOOK_FILE_${hook}})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} MIGLINT_HOOK_${hook})
endforeach()
configure_file(
  ${CMAKE_SOURCE_DIR}/cmake/hook_texts.hpp.in ${CMAKE_BINARY_DIR}/hook_texts/hook_texts.hpp @ONLY)
set_source_files_properties(src/cli/agents.cpp src/cli/init.cpp PROPERTIES
  INCLUDE_DIRECTORIES ${CMAKE_BINARY_DIR}/hook_texts)
