#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>

namespace news {

// The one place that knows what the files of an index are called.

inline std::filesystem::path manifest_path(const std::filesystem::path& index) {
  return index / "manifest.json";
}
inline std::filesystem::path lock_path(const std::filesystem::path& index) {
  return index / "lock";
}
inline std::filesystem::path segments_path(const std::filesystem::path& index) {
  return index / "segments";
}
/// True when a folder is an index, or is about to become one.
inline bool is_index_folder(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_directory(segments_path(folder), ignored) &&
         (std::filesystem::exists(manifest_path(folder), ignored) ||
          std::filesystem::exists(lock_path(folder), ignored));
}
inline std::filesystem::path segment_path(const std::filesystem::path& index,
                                          const std::string& id) {
  return segments_path(index) / id;
}
inline std::filesystem::path postings_path(const std::filesystem::path& segment) {
  return segment / "postings";
}
/// Xapian's two files in the folder of postings.
inline std::filesystem::path posting_table_path(const std::filesystem::path& postings) {
  return postings / "postlist.glass";
}
inline std::filesystem::path posting_version_path(const std::filesystem::path& postings) {
  return postings / "iamglass";
}
inline std::filesystem::path posting_checks_path(const std::filesystem::path& segment) {
  return segment / "posting-checks";
}
inline std::filesystem::path articles_path(const std::filesystem::path& segment) {
  return segment / "articles";
}
inline std::filesystem::path tokens_path(const std::filesystem::path& segment) {
  return segment / "tokens";
}
/// Only in segments with an article from whose page something was stripped.
inline std::filesystem::path other_path(const std::filesystem::path& segment) {
  return segment / "other";
}
inline std::filesystem::path words_path(const std::filesystem::path& segment) {
  return segment / "words";
}
inline std::filesystem::path columns_path(const std::filesystem::path& segment) {
  return segment / "columns";
}

/// Name of the file of a segment's removed articles, as of one generation.
inline std::string deletions_name(std::uint64_t generation) {
  return "deleted-" + std::to_string(generation);
}
inline bool is_deletions_name(const std::string& name) { return name.starts_with("deleted-"); }

}  // namespace news
