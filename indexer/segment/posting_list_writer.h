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
/// article order. One thread. Throws Error{Io}.
class PostingListWriter {
 public:
  virtual ~PostingListWriter() = default;
  /// `term` is not empty and at most 245 bytes; `postings` is not empty and borrowed for the call.
  virtual void add(std::string_view term, const std::vector<Posting>& postings) = 0;
  /// Writes what is left and makes everything durable.
  virtual void finish() = 0;
};

/// Writes the glass file format directly, in one pass. `folder` must not exist.
/// `lengths[i]` is the document length (sum of wdf) of article i + 1; borrowed until `finish`.
std::unique_ptr<PostingListWriter> make_glass_writer(const std::filesystem::path& folder,
                                                     const std::vector<std::uint32_t>& lengths);

}  // namespace news
