# miglint.mjs and miglint.wasm: one pair that runs under Node on any system, in a browser and in an editor's
# extension (script/wasm builds it). The files are in memory until whoever loads it mounts the disk.
# - No threads: files are parsed when they are asked for (src/parse/pool_serial.cpp).
# - The stack given here is the one in linear memory; V8's own, 1 MB by default, is full first.
enable_language(C)
find_library(MIGLINT_WASM_Z libz.a REQUIRED)
find_library(MIGLINT_WASM_HTTP_PARSER libhttp_parser.a REQUIRED)
set_target_properties(miglint PROPERTIES SUFFIX .mjs)  # a module, for a browser imports nothing else
target_sources(miglint PRIVATE cmake/wasm_host.c)
target_link_libraries(miglint PRIVATE ${MIGLINT_WASM_HTTP_PARSER} ${MIGLINT_WASM_Z})
target_link_options(miglint PRIVATE -O2 -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createMiglint
  -sENVIRONMENT=web,worker,node -sINVOKE_RUN=0 -sEXIT_RUNTIME=1 -sFORCE_FILESYSTEM=1 -lnodefs.js
  -sEXPORTED_RUNTIME_METHODS=callMain,FS,NODEFS,ENV -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=96MB
  -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=64MB)
