#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// One article in a term's posting list.
struct Posting {
  std::uint32_t article = 0;  ///< number inside the segment, from 1
  std::uint32_t wdf = 0;      ///< within-document frequency: the quantised impact; 0 for filters
};

/// Writes the postings of one segment as a Xapian glass database without position, termlist and
/// document-data tables. Terms arrive in ascending byte order, each with its postings in ascending
/// article order. One thread. Throws Error{Io}, and Error{Bug} when the input breaks these rules.
/// A writer destroyed before `finish` leaves a folder that is no database, for the owner to sweep.
class PostingListWriter {
 public:
  virtual ~PostingListWriter() = default;
  /// `term` is not empty and at most 245 bytes, a zero byte counting twice; `postings` is not empty
  /// and borrowed for the call.
  virtual void add(std::string_view term, const std::vector<Posting>& postings) = 0;
  /// Writes what is left and makes everything durable. Called once, last.
  virtual void finish() = 0;
};

/// Writes the glass file format directly, in one pass, with the memory of a few blocks. The same
/// input gives the same bytes. A term whose wdf sum exceeds 32 bits gets the greatest number that
/// Xapian 1.4 can read as its collection frequency. `folder` must not exist, its parent must.
/// `lengths[i]` is the document length of article i + 1: the sum of its wdf, which `finish` checks;
/// borrowed until `finish`. See docs/GLASS_FORMAT.md.
std::unique_ptr<PostingListWriter> make_glass_writer(const std::filesystem::path& folder,
                                                     const std::vector<std::uint32_t>& lengths);

/// The same through Xapian's public interface, which wants whole articles: keeps all postings in
/// memory until `finish` and is many times slower. The yardstick `make_glass_writer` is tested
/// against. Xapian adds up the lengths itself; only their number is read.
std::unique_ptr<PostingListWriter> make_xapian_writer(const std::filesystem::path& folder,
                                                      const std::vector<std::uint32_t>& lengths);

}  // namespace news
