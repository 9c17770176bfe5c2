# Every library is a Debian package; scripts/packages lists them.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(CLI11 CONFIG REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
find_package(simdjson CONFIG REQUIRED)
find_package(pugixml CONFIG REQUIRED)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(ARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)

# Half of what a fresh newssearch does is done by the dynamic linker. Of these libraries little is
# used, so their code goes into the programs where the packages have archives of them.
function(news_find_archives found)
  set(${found} "" PARENT_SCOPE)
  foreach(archive ${ARGN})
    find_library(NEWS_${archive} NAMES ${archive})
    mark_as_advanced(NEWS_${archive})
    if(NOT NEWS_${archive})
      return()
    endif()
    list(APPEND archives "${NEWS_${archive}}")
  endforeach()
  set(${found} "${archives}" PARENT_SCOPE)
endfunction()

function(news_use_archives target)
  news_find_archives(archives ${ARGN})
  if(archives)
    set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES "${archives}")
  endif()
endfunction()
news_use_archives(PkgConfig::ICU libicui18n.a libicuuc.so)
news_use_archives(PkgConfig::ZSTD libzstd.a)
news_use_archives(PkgConfig::XXHASH libxxhash.a)

# A target whose property NEWS_STATIC_ICU is on has a copy of ICU of its own, with its data: 31 MB.
option(NEWS_STATIC_ICU "Link newssearch with the archives of ICU: it starts .4 ms sooner" ON)
news_find_archives(icu_archives libicui18n.a libicuuc.a libicudata.a)
if(NEWS_STATIC_ICU AND icu_archives)
  get_target_property(icu_libraries PkgConfig::ICU INTERFACE_LINK_LIBRARIES)
  set(is_static $<BOOL:$<TARGET_PROPERTY:NEWS_STATIC_ICU>>)
  set_target_properties(PkgConfig::ICU PROPERTIES INTERFACE_LINK_LIBRARIES
    "$<${is_static}:${icu_archives}>;$<$<NOT:${is_static}>:${icu_libraries}>")
endif()

# Optional: builds are about 1.4 times as fast with it.
find_package(mimalloc CONFIG QUIET)

# cld2 ships neither a CMake nor a pkg-config file.
find_library(CLD2_LIBRARY cld2 REQUIRED)
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
add_library(news_cld2 INTERFACE)
target_link_libraries(news_cld2 INTERFACE "${CLD2_LIBRARY}")
target_include_directories(news_cld2 SYSTEM INTERFACE "${CLD2_INCLUDE_DIR}")
