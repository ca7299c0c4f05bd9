set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
include(GNUInstallDirs)
include(CTest)

option(DEPECHE_WERROR "Treat compiler warnings as errors" OFF)
set(DEPECHE_SANITIZE "" CACHE STRING "Sanitizers, comma-separated: address,undefined or thread")
option(DEPECHE_FUZZ "Build the fuzz targets with libFuzzer (needs clang++)" OFF)
option(DEPECHE_TIDY "Run clang-tidy on every source while compiling" OFF)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(DEPECHE_CCACHE ccache)
if(DEPECHE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${DEPECHE_CCACHE})
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_compile_options(-Wno-restrict)  # false alarms on "literal" + std::string (GCC bug 105329)
endif()
if(DEPECHE_WERROR)
  add_compile_options(-Werror)
endif()
if(DEPECHE_SANITIZE)
  # -O1 -g1: half the time to compile, and the lines of a report all the same. Left out of "undefined", for
  # another third: what AddressSanitizer sees too (null) and what x86 allows (alignment), objects and their types.
  add_compile_options(-O1 -g1 -fsanitize=${DEPECHE_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize=null,alignment,object-size,vptr -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${DEPECHE_SANITIZE})
endif()
if(DEPECHE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(DEPECHE_TIDY)
  set(CMAKE_CXX_CLANG_TIDY clang-tidy --quiet --extra-arg=-Wno-unknown-warning-option)
endif()

include_directories(${PROJECT_SOURCE_DIR})
