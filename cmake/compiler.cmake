# Warnings are errors, in our code only: every dependency is a SYSTEM include.
add_library(project_warnings INTERFACE)
target_compile_options(project_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wno-c23-extensions -Werror)

option(TT_FUZZ "build the libFuzzer programs" OFF)
if(TT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
set(TT_SANITIZE "" CACHE STRING "sanitizers for the whole build, as in -fsanitize=")
if(TT_SANITIZE)
  add_compile_options(-fsanitize=${TT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TT_SANITIZE})
endif()
add_link_options(-fuse-ld=lld-19)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()
