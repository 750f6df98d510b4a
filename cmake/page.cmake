# embed_page(TARGET DIST): the files of the web page become part of the library. Looked at in every build, since their names change
# with their content; the table of them is written anew only when one has changed.
function(embed_page target dist)
  set(source "${CMAKE_BINARY_DIR}/page/page_files.cc")
  add_custom_target(page_files
    COMMAND Python3::Interpreter "${CMAKE_SOURCE_DIR}/scripts/embed_page.py" "${dist}" "${source}"
    BYPRODUCTS "${source}"
    COMMENT "Taking in the web page")
  target_sources(${target} PRIVATE "${source}")
  # clang warns of #embed, which C++ has from C++26 on.
  set_source_files_properties("${source}" PROPERTIES GENERATED ON)
  add_dependencies(${target} page_files)
endfunction()
