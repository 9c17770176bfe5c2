#include "indexer/segment/glass/version_file.h"

#include <algorithm>
#include <string_view>

#include "common/base/hash.h"
#include "common/base/varint.h"
#include "common/index/glass_version.h"

namespace news {
namespace {

/// Xapian's threshold for compressing tags where it compresses at all. The posting table does not,
/// nor do positions.
constexpr std::uint32_t kCompressOver = 18;

void put_root(std::string& out, const GlassTableRoot& root, std::uint32_t flags,
              std::uint32_t compress_over, std::string_view list) {
  put_varint(out, root.block);
  put_varint(out, root.level << kGlassLevelShift | flags);
  put_varint(out, root.entries);
  put_varint(out, kGlassBlockBytes / kGlassSizeUnit);
  put_varint(out, compress_over);
  put_string(out, list);
}

void put_statistics(std::string& out, const GlassStatistics& statistics) {
  put_varint(out, statistics.articles);
  put_varint(out, 0);  // the last article number less the number of articles
  put_varint(out, statistics.shortest);
  put_varint(out, statistics.greatest_wdf);
  // The format can't say that a term occurs more often than the longest article is long.
  put_varint(out, std::max(statistics.longest, statistics.greatest_wdf) - statistics.greatest_wdf);
  put_varint(out, 0);  // the oldest changeset kept: there are none
  put_varint(out, statistics.total_length);
  put_varint(out, 0);  // the greatest frequency in the spelling table, which is empty
}

/// 16 bytes in the form of a UUID of version 8 (RFC 9562: made by a rule of one's own).
std::string uuid_of(std::string_view content) {
  const std::string hex = hash128_hex(content);
  std::string uuid;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    uuid.push_back(static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  }
  uuid[6] = static_cast<char>((uuid[6] & 0x0f) | 0x80);
  uuid[8] = static_cast<char>((uuid[8] & 0x3f) | 0x80);
  return uuid;
}

}  // namespace

std::string glass_version_file(const GlassTableRoot& postings, const GlassStatistics& statistics) {
  std::string body;
  put_varint(body, kGlassRevision);
  put_root(body, postings, kGlassSequential, 0, glass_free_list(postings.blocks));
  // Document data, term lists, positions, spelling, synonyms, in this order.
  for (const std::uint32_t compress_over :
       {kCompressOver, kCompressOver, 0U, kCompressOver, kCompressOver}) {
    put_root(body, {}, kGlassSequential | kGlassRootIsFake, compress_over, {});
  }
  put_statistics(body, statistics);

  std::string content = body;
  put_varint(content, postings.digest);

  return std::string(kGlassVersionHead) + uuid_of(content) + body;
}

}  // namespace news
