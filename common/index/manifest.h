#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The largest impact: it fits a byte of a varint, as within-document frequencies are stored.
/// 255 ranks no better and makes postings an eighth larger.
inline constexpr std::uint32_t kMaxImpact = 127;

/// A news story says first what it is about: so many words of the body count more.
inline constexpr std::uint32_t kRankedLeadWords = 20;

/// How words are weighed when postings are written. Recorded in the manifest, so that what is added
/// later is weighed alike.
struct RankingSettings {
  double k1 = 1.2;
  double b = 0.7;
  double headline_boost = 4;
  double lead_boost = 2;  ///< of the first kRankedLeadWords words of the body
  double dateline_boost = 1.5;
  double country_boost = 1.5;
  /// Mean boosted length of the articles of the first build; 0 until it is measured.
  double pivot_length = 0;
};

/// Article numbers are 32 bits, from 1; the greatest marks the end of a list.
inline constexpr std::uint64_t kMaxSegmentArticles = 0xffff'fffe;

/// A file of a segment as it was when it was committed.
struct SegmentFile {
  std::string name;  ///< relative to the segment's folder
  std::uint64_t bytes = 0;
  std::string checksum;  ///< hash64 of the content, 16 hexadecimal digits
};

struct SegmentInfo {
  std::string id;  ///< name of its folder
  std::uint64_t articles = 0;
  std::uint64_t tokens = 0;
  std::vector<SegmentFile> files;
  /// Articles that were removed since; they are in the files still.
  std::uint64_t deleted = 0;
  std::optional<SegmentFile> deletions;  ///< the file that says which; nothing when none is

  std::uint64_t live() const { return articles - deleted; }
  /// True when it has the file of this name, relative to its folder.
  bool has_file(const std::filesystem::path& name) const;
};

/// What an index is made of: the one file that is replaced by a commit.
struct Manifest {
  std::uint64_t generation = 0;
  RankingSettings ranking;
  std::vector<std::string> languages;  ///< of its articles, sorted; "" for unknown
  std::vector<SegmentInfo> segments;
  std::map<std::string, std::uint64_t> rejections;  ///< by reason, of all builds and adds
  std::uint64_t text_bytes = 0;                     ///< of the corpus as it was read
  /// How sources write numeric dates, where articles showed it: "dmy", "mdy", or "both".
  std::map<std::string, std::string> date_orders;
  /// Paragraphs that sites put on many of their pages, by a hash of site and text as hexadecimal
  /// digits, with the number of pages that showed it.
  std::map<std::string, std::uint64_t> site_furniture;
  /// Up to when watched folders are in the index, in Unix seconds: what changed in one since then
  /// may not be. By a hash of the folder's path as hexadecimal digits.
  std::map<std::string, std::int64_t> watched;

  /// Articles that were not removed.
  std::uint64_t articles() const;
};

/// The manifest as JSON text with a checksum of its own bytes in it.
std::string encode_manifest(const Manifest& manifest);

/// Reads what `encode_manifest` wrote. Throws Error{Index}, naming `path`, when the text is
/// damaged, needs a feature that this program doesn't have, or is no manifest.
Manifest decode_manifest(std::string_view text, const std::filesystem::path& path);

/// Reads the manifest of the index in `folder`. Throws Error{Index} when there is no index there.
Manifest read_manifest(const std::filesystem::path& folder);

/// Puts the manifest in place by rename: the commit. Throws Error{Io}.
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);

}  // namespace news
