#include <algorithm>
#include <array>
#include <limits>
#include <system_error>

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/base/varint.h"
#include "common/index/glass_key.h"
#include "indexer/segment/glass/table_writer.h"
#include "indexer/segment/glass/version_file.h"
#include "indexer/segment/posting_list_writer.h"

namespace news {
namespace {

/// A chunk of a posting list ends with the posting that brings it to this many bytes. It is
/// Xapian's own value: four chunks fill a block.
constexpr std::size_t kChunkBytes = 2000;
/// An article number and a wdf, as varints of 32 bits each.
constexpr std::size_t kMaxPostingBytes = 10;

/// The key of the document lengths: before all terms, since those that begin with a zero byte
/// begin with 00 ff.
constexpr std::string_view kLengthsKey("\x00\xe0", 2);

Error order_error(const std::string& what) { return Error(ErrorKind::Bug, what); }

char* put_number(char* out, std::uint32_t number) {
  while (number >= 0x80) {
    *out++ = static_cast<char>(number | 0x80);
    number >>= 7;
  }
  *out++ = static_cast<char>(number);
  return out;
}

GlassStatistics statistics_of(const std::vector<std::uint32_t>& lengths) {
  GlassStatistics statistics;
  statistics.articles = static_cast<std::uint32_t>(lengths.size());
  for (const std::uint32_t length : lengths) {
    statistics.longest = std::max(statistics.longest, length);
    statistics.total_length += length;
    if (length > 0 && (statistics.shortest == 0 || length < statistics.shortest)) {
      statistics.shortest = length;
    }
  }
  return statistics;
}

std::filesystem::path make_folder(const std::filesystem::path& folder) {
  std::error_code failure;
  if (!std::filesystem::create_directory(folder, failure)) {
    const std::string why = failure ? failure.message() : "it exists already";
    throw Error(ErrorKind::Io, "can't create folder '" + folder.string() + "': " + why);
  }
  return folder;
}

class GlassWriter : public PostingListWriter {
 public:
  GlassWriter(const std::filesystem::path& folder, const std::vector<std::uint32_t>& lengths)
      : folder_(make_folder(folder)),
        statistics_(statistics_of(lengths)),
        table_(folder / "postlist.glass") {
    if (lengths.size() > std::numeric_limits<std::uint32_t>::max()) {
      throw order_error("a segment has more articles than 32 bits can number");
    }
    const auto posting_at = [&lengths](std::size_t i) {
      return Posting{static_cast<std::uint32_t>(i + 1), lengths[i]};
    };
    write_chunks(kLengthsKey, kLengthsKey, {0, 0}, lengths.size(), posting_at);
  }

  void add(std::string_view term, const std::vector<Posting>& postings) override {
    if (term <= last_term_) throw order_error("a posting writer's terms are out of order");
    if (postings.empty() || postings.front().article == 0 ||
        postings.back().article > statistics_.articles) {
      throw order_error("a posting list is empty or names an article the segment does not have");
    }
    last_term_ = term;
    std::uint64_t occurrences = 0;
    for (const Posting& posting : postings) {
      occurrences += posting.wdf;
      statistics_.greatest_wdf = std::max(statistics_.greatest_wdf, posting.wdf);
    }
    occurrences_ += occurrences;
    key_.clear();
    append_sortable(key_, term);
    more_key_ = key_;
    more_key_.push_back('\0');
    // Xapian 1.4 counts a term's occurrences in 32 bits and refuses a list with more.
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    const ListHeader header{static_cast<std::uint32_t>(postings.size()),
                            static_cast<std::uint32_t>(std::min(occurrences, kMost))};
    write_chunks(key_, more_key_, header, postings.size(),
                 [&postings](std::size_t i) { return postings[i]; });
  }

  void finish() override {
    if (occurrences_ != statistics_.total_length) {
      throw order_error("the lengths of a segment's articles are not the sums of their wdf");
    }
    const GlassTableRoot root = table_.finish();
    // Last: without this file the folder is no database.
    replace_file(folder_ / "iamglass", glass_version_file(root, statistics_));
    sync_directory(folder_ / "..");
  }

 private:
  struct ListHeader {
    std::uint32_t postings = 0;
    std::uint32_t occurrences = 0;
  };

  /// Writes a posting list under `first_key`, and what goes beyond a chunk under `more_key`
  /// followed by the number of the chunk's first article. `posting_at(i)` is the i-th of `count`
  /// postings.
  template <typename PostingAt>
  void write_chunks(std::string_view first_key, std::string_view more_key, const ListHeader& header,
                    std::size_t count, PostingAt posting_at) {
    std::array<char, kChunkBytes + kMaxPostingBytes> body;
    for (std::size_t next = 0; next < count;) {
      const bool is_first = next == 0;
      Posting posting = posting_at(next++);
      const std::uint32_t first = posting.article;
      char* end = put_number(body.data(), posting.wdf);
      while (next < count && end < body.data() + kChunkBytes) {
        const std::uint32_t before = posting.article;
        posting = posting_at(next++);
        if (posting.article <= before) throw order_error("a posting list is out of order");
        end = put_number(put_number(end, posting.article - before - 1), posting.wdf);
      }
      tag_.clear();
      if (is_first) {
        put_varint(tag_, header.postings);
        put_varint(tag_, header.occurrences);
        put_varint(tag_, first - 1);
      }
      tag_.push_back(next == count ? '1' : '0');
      put_varint(tag_, posting.article - first);
      tag_.append(body.data(), end);
      add_chunk(is_first ? first_key : more_key, is_first ? 0 : first);
    }
  }

  void add_chunk(std::string_view key, std::uint32_t first_article) {
    chunk_key_.clear();
    chunk_key_.append(key);
    if (first_article != 0) append_sortable(chunk_key_, first_article);
    table_.add(chunk_key_, tag_);
  }

  std::filesystem::path folder_;
  GlassStatistics statistics_;
  GlassTableWriter table_;
  std::uint64_t occurrences_ = 0;  ///< sum of all wdf so far
  std::string last_term_;
  std::string key_, more_key_, chunk_key_, tag_;  ///< kept for their memory
};

}  // namespace

std::unique_ptr<PostingListWriter> make_glass_writer(const std::filesystem::path& folder,
                                                     const std::vector<std::uint32_t>& lengths) {
  return std::make_unique<GlassWriter>(folder, lengths);
}

}  // namespace news
