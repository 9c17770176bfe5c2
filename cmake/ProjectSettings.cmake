# Compiler settings and the one function that makes a folder's library.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

option(NEWS_COVERAGE "Instrument for gcov" OFF)
option(NEWS_LIBFUZZER "Link fuzz targets with libFuzzer (clang)" OFF)
set(NEWS_SANITIZE "" CACHE STRING "Value of -fsanitize=, empty for none")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

add_library(news_settings INTERFACE)
target_include_directories(news_settings INTERFACE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}")
target_compile_options(news_settings INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Werror)
# False alarms of GCC 12 on inlined std::string appends (GCC bugs 105329 and 105651).
target_compile_options(news_settings INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread
                            -Wno-array-bounds>)
# Of what libstdc++ 12 itself uses.
target_compile_options(news_settings INTERFACE
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
if(NEWS_SANITIZE)
  target_compile_options(news_settings INTERFACE -fsanitize=${NEWS_SANITIZE} -fno-omit-frame-pointer
                                                 -fno-sanitize-recover=all)
  target_link_options(news_settings INTERFACE -fsanitize=${NEWS_SANITIZE})
endif()
if(NEWS_LIBFUZZER)
  # All code says which way it goes; the library that listens is in the fuzz targets only.
  target_compile_options(news_settings INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(news_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(NEWS_COVERAGE)
  target_compile_options(news_settings INTERFACE --coverage)
  target_link_options(news_settings INTERFACE --coverage)
endif()

# news_library(NAME DEPENDS... [PRIVATE external targets...])
# One static library for one folder. DEPENDS are libraries of ours whose headers this folder's
# headers show; external libraries stay private, so that their headers can't leak.
function(news_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  if(NOT sources)
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE news_settings ${ARG_DEPENDS})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC news_settings ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE})
endfunction()
